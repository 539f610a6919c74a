import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
let n = 0
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

async function customer() {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: `Payer ${++n}`,
    email: 'payer@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  return { id: body.data._id as string, accountId: body.data.accounts[0]._id as string }
}

async function invoice(customerid: string, rate: number, more: object = {}) {
  const { status, body } = await w.call('POST', '/business/invoice/create', {
    customerid,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-05-01',
    ...more,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.data
}

const pay = (id: string, body: object) => w.call('POST', `/business/invoice/${id}/payment/add`, body)
const look = async (id: string) => {
  const { body } = await w.call('GET', `/business/invoice/details/${id}`)
  const { status, amountpaid, adjusted, balance } = body.data
  return { status, amountpaid, adjusted, balance }
}
const creditOf = async (accountId: string) =>
  (await w.call('GET', `/business/account/details/${accountId}`)).body.data.credit
const eventsOf = async (id: string) =>
  (
    await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ type: string }[]>`select type from events where subject_id = ${id} order by id`,
    )
  ).map(({ type }) => type)

describe('a payment that a clerk records', () => {
  test('lies on its invoice with method, reference and date', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, 1000)
    const { status, body } = await pay(_id, {
      amount: 400,
      method: 'cheque',
      reference: 'CHQ-77',
      note: 'At the desk',
      date: '2031-02-27',
    })
    expect([status, body.data.invoice.balance, body.data.transaction.reference]).toEqual([201, 600, 'CHQ-77'])
    const list = await w.call('GET', `/business/invoice/${_id}/payment/list`)
    expect(list.body.data).toEqual([
      {
        _id: body.data.transaction._id,
        transactioncode: expect.stringMatching(/^MAN-/),
        channel: 'manual',
        method: 'cheque',
        reference: 'CHQ-77',
        note: 'At the desk',
        amount: 400,
        applied: 400,
        status: 'completed',
        date: '2031-02-27T00:00:00Z',
      },
    ])
  })

  test('above the balance is refused, unless overpayment is allowed: then the rest is credit', async () => {
    const { id, accountId } = await customer()
    const { _id } = await invoice(id, 1000)
    const refused = await pay(_id, { amount: 1000.01 })
    expect([refused.status, refused.body.error]).toEqual([400, 'Amount exceeds the invoice balance'])
    expect((await pay(_id, { amount: 1500, allowoverpayment: true })).status).toBe(201)
    expect(await look(_id)).toEqual({ status: 'paid', amountpaid: 1000, adjusted: 0, balance: 0 })
    expect(await creditOf(accountId)).toBe(500)
  })

  test('with a reference that this invoice has already is refused, until that one is reversed', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, 1000)
    const first = await pay(_id, { amount: 100, reference: 'BANK-1' })
    expect((await pay(_id, { amount: 100, reference: 'BANK-1' })).status).toBe(409)
    const transactionid = first.body.data.transaction._id
    await w.call('POST', `/business/invoice/${_id}/payment/reverse`, { transactionid, reason: 'Bounced' })
    expect((await pay(_id, { amount: 100, reference: 'BANK-1' })).status).toBe(201)
  })

  test('on a draft or a cancelled invoice is refused', async () => {
    const { id } = await customer()
    const draft = await invoice(id, 1000, { status: 'draft' })
    expect((await pay(draft._id, { amount: 1 })).body.error).toBe('Invoice is a draft: issue it first')
    await w.call('PATCH', `/business/invoice/update/${draft._id}`, { status: 'cancelled' })
    expect((await pay(draft._id, { amount: 1 })).body.error).toBe('Invoice is cancelled')
  })

  test('sent twice with one Idempotency-Key is one payment', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, 1000)
    const once = () =>
      w.call('POST', `/business/invoice/${_id}/payment/add`, { amount: 300 }, { 'idempotency-key': _id })
    await Promise.all([once(), once(), once()])
    expect((await look(_id)).amountpaid).toBe(300)
  })
})

describe('reversing a payment', () => {
  test('reopens what it paid, wherever its credit has gone, and says so', async () => {
    const { id, accountId } = await customer()
    const first = await invoice(id, 1000)
    const { body } = await pay(first._id, { amount: 1800, allowoverpayment: true })
    const second = await invoice(id, 500)
    expect(second.status).toBe('paid')
    expect(await creditOf(accountId)).toBe(300)
    const paymentId = body.data.transaction._id
    const reversed = await w.call('POST', `/business/payment/${paymentId}/reverse`, { reason: 'Cheque bounced' })
    expect([reversed.status, reversed.body.data.status]).toEqual([200, 'cancelled'])
    expect([await look(first._id), await look(second._id)]).toEqual([
      { status: 'unpaid', amountpaid: 0, adjusted: 0, balance: 1000 },
      { status: 'unpaid', amountpaid: 0, adjusted: 0, balance: 500 },
    ])
    expect(await creditOf(accountId)).toBe(0)
    const told = ['payment.completed', 'payment.allocated', 'payment.allocated', 'payment.reversed']
    expect(await eventsOf(paymentId)).toEqual(told)
    const again = await w.call('POST', `/business/payment/${paymentId}/reverse`, { reason: 'Again' })
    expect([again.status, again.body.error]).toEqual([409, 'Payment was already reversed'])
  })

  test('ten at once reverse it once', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, 1000)
    const { body } = await pay(_id, { amount: 1000 })
    const path = `/business/payment/${body.data.transaction._id}/reverse`
    const answers = await Promise.all(Array.from({ length: 10 }, () => w.call('POST', path, { reason: 'Twice' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(409)])
    expect((await look(_id)).balance).toBe(1000)
  })

  test('an invoice that is open again becomes overdue when its day passes', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, 1000, { duedate: '2031-03-05' })
    const { body } = await pay(_id, { amount: 1000 })
    await w.call('POST', `/business/payment/${body.data.transaction._id}/reverse`, { reason: 'Bounced' })
    await w.advance('P6D')
    await w.work()
    expect((await look(_id)).status).toBe('overdue')
  })

  test('through an invoice takes only a payment of that invoice', async () => {
    const { id } = await customer()
    const [one, other] = [await invoice(id, 1000), await invoice(id, 1000)]
    const { body } = await pay(one._id, { amount: 1000 })
    const given = { transactionid: body.data.transaction._id, reason: 'Wrong' }
    expect((await w.call('POST', `/business/invoice/${other._id}/payment/reverse`, given)).status).toBe(404)
    expect((await w.call('POST', `/business/invoice/${one._id}/payment/reverse`, given)).status).toBe(200)
  })
})

describe('moving a payment', () => {
  test('to another invoice reopens the one and pays the other', async () => {
    const [a, b] = [await customer(), await customer()]
    const [wrong, right] = [await invoice(a.id, 1000), await invoice(b.id, 700)]
    const { body } = await pay(wrong._id, { amount: 1000 })
    const moved = await w.call('POST', `/business/payment/${body.data.transaction._id}/move`, {
      invoiceid: right._id,
      reason: 'Paid for the sister',
    })
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    expect([(await look(wrong._id)).balance, await look(right._id), await creditOf(b.accountId)]).toEqual([
      1000,
      { status: 'paid', amountpaid: 700, adjusted: 0, balance: 0 },
      300,
    ])
  })

  test('in part leaves the rest where it is', async () => {
    const { id } = await customer()
    const [one, other] = [await invoice(id, 1000), await invoice(id, 1000)]
    const { body } = await pay(one._id, { amount: 1000 })
    const path = `/business/payment/${body.data.transaction._id}/move`
    await w.call('POST', path, { invoiceid: other._id, frominvoiceid: one._id, amount: 250, reason: 'Split' })
    expect([(await look(one._id)).amountpaid, (await look(other._id)).amountpaid]).toEqual([750, 250])
    const tooMuch = await w.call('POST', path, {
      invoiceid: other._id,
      frominvoiceid: one._id,
      amount: 751,
      reason: 'x',
    })
    expect(tooMuch.status).toBe(400)
  })
})

describe('credit', () => {
  test('is refunded up to what there is, and what was refunded cannot be reversed', async () => {
    const { id, accountId } = await customer()
    const { _id } = await invoice(id, 1000)
    const { body } = await pay(_id, { amount: 1400, allowoverpayment: true })
    const refund = (amount: number) =>
      w.call('POST', `/business/account/${accountId}/credit/refund`, { amount, method: 'cash', reason: 'Left school' })
    expect((await refund(400.01)).status).toBe(409)
    const done = await refund(150)
    expect([done.status, done.body.data.credit, await creditOf(accountId)]).toEqual([201, 250, 250])
    const path = `/business/payment/${body.data.transaction._id}/reverse`
    expect((await w.call('POST', path, { reason: 'x' })).body.error).toBe('Part of this payment was refunded')
  })

  test('pays the next invoice when a draft is issued', async () => {
    const { id, accountId } = await customer()
    const { _id } = await invoice(id, 1000)
    await pay(_id, { amount: 1400, allowoverpayment: true })
    const draft = await invoice(id, 1000, { status: 'draft' })
    await w.call('PATCH', `/business/invoice/update/${draft._id}`, { status: 'unpaid' })
    expect([await look(draft._id), await creditOf(accountId)]).toEqual([
      { status: 'partially_paid', amountpaid: 400, adjusted: 0, balance: 600 },
      0,
    ])
  })
})

describe('at once', () => {
  const audit = () => inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))

  test('write-offs that are taken back share one credit, and none of it is spent twice', async () => {
    const { id, accountId } = await customer()
    const invoices = await Promise.all(Array.from({ length: 8 }, () => invoice(id, 100)))
    const adjustment = (verb: string, one: { _id: string }, given: object) =>
      w.call('POST', `/business/invoice/${one._id}/adjustment/${verb}`, { reason: 'x', ...given })
    const writtenOff = await Promise.all(invoices.map((one) => adjustment('add', one, { kind: 'write_off' })))
    await pay(invoices[0]._id, { amount: 450, allowoverpayment: true })
    expect(await creditOf(accountId)).toBe(450)
    const back = await Promise.all(
      invoices.map((one, index) =>
        adjustment('reverse', one, { adjustmentid: writtenOff[index]?.body.data.adjustment._id }),
      ),
    )
    expect(back.map(({ status }) => status)).toEqual(Array<number>(8).fill(200))
    const open = await Promise.all(invoices.map((one) => look(one._id)))
    expect(open.reduce((sum, { amountpaid }) => sum + amountpaid, 0)).toBe(450)
    expect(await audit()).toEqual([])
  })

  test('ten refunds give back no more than there is', async () => {
    const { id, accountId } = await customer()
    const { _id } = await invoice(id, 100)
    await pay(_id, { amount: 550, allowoverpayment: true })
    const refund = { amount: 100, method: 'cash', reason: 'Asked for' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => w.call('POST', `/business/account/${accountId}/credit/refund`, refund)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(4)
    expect(await creditOf(accountId)).toBe(50)
    expect(await audit()).toEqual([])
  })

  test('moves, reversals and credit notes of one payment leave the books right', async () => {
    const { id } = await customer()
    const invoices = await Promise.all([100, 200, 300].map((rate) => invoice(id, rate)))
    const { body } = await pay(invoices[0]._id, { amount: 700, allowoverpayment: true })
    const path = `/business/payment/${body.data.transaction._id}`
    const answers = await Promise.all([
      ...invoices.map(({ _id }) => w.call('POST', `${path}/move`, { invoiceid: _id, amount: 150, reason: 'x' })),
      ...invoices.map((one) => w.call('POST', '/business/credit-note/create', { invoiceid: one._id, reason: 'x' })),
      w.call('POST', `${path}/reverse`, { reason: 'x' }),
      invoice(id, 400),
    ])
    expect(answers.flatMap(({ status }) => (typeof status === 'number' && status >= 500 ? [status] : []))).toEqual([])
    expect(await audit()).toEqual([])
  })
})

test('the audit trail says who, what, why, before and after', async () => {
  const { id } = await customer()
  const { _id } = await invoice(id, 1000)
  const { body } = await pay(_id, { amount: 1000 })
  const subjectid = body.data.transaction._id
  await w.call('POST', `/business/payment/${subjectid}/reverse`, { reason: 'Bounced' })
  const trail = await w.call('GET', `/business/audit/list?subjectid=${subjectid}`)
  expect(trail.body.data).toEqual([
    {
      _id: expect.any(String),
      actor: `api key …${w.apiKey.slice(-4)}`,
      action: 'payment.reverse',
      subject: { type: 'payment', _id: subjectid },
      reason: 'Bounced',
      before: { status: 'completed', allocations: [{ target: 'invoice', invoiceid: _id, amount: 1000 }] },
      after: { status: 'reversed', allocations: [] },
      createdat: expect.any(String),
    },
  ])
})
