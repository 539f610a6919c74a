import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const usual = { allocationorder: 'oldest_due', creditpaysinvoices: true }
const set = async (settings: object) => {
  const { status, body } = await w.call('PATCH', '/business/settings/update', settings)
  expect(status, JSON.stringify(body)).toBe(200)
}
beforeEach(() => set(usual))

/** A customer of his own for each test, as a payer at the Paybill sees him. */
async function customer() {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Wanjiru Kamau',
    email: 'w@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  const { _id: id, accountno, accounts } = body.data
  return { id: id as string, accountno: accountno as string, accountId: accounts[0]._id as string }
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
async function pay(account: string, amount: number): Promise<string> {
  const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount })
  await w.work()
  const { body } = await w.call('GET', `/business/transaction/list?search=${receipt}`)
  return body.data[0]._id
}
const paid = async (...invoices: { _id: string }[]) =>
  Promise.all(
    invoices.map(
      async ({ _id }) => (await w.call('GET', `/business/invoice/details/${_id}`)).body.data.amountpaid as number,
    ),
  )
const creditOf = async (accountId: string) =>
  (await w.call('GET', `/business/account/details/${accountId}`)).body.data.credit as number
const audit = () => inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))

describe('money that names no invoice', () => {
  test.each([
    ['oldest_due', [350, 50, 0]],
    ['newest_due', [0, 100, 300]],
    ['smallest_balance', [100, 0, 300]],
    ['largest_balance', [0, 400, 0]],
  ])('goes to the invoices of its account in the order %s', async (allocationorder, expected) => {
    await set({ allocationorder })
    const { id, accountno } = await customer()
    const invoices = [
      await invoice(id, 350, { duedate: '2031-04-01' }),
      await invoice(id, 900, { duedate: '2031-05-01' }),
      await invoice(id, 300, { duedate: '2031-06-01' }),
    ]
    await pay(accountno, 400)
    expect(await paid(...invoices)).toEqual(expected)
  })

  test('before there is any invoice is credit, and pays the first one in part and the next in whole', async () => {
    const { id, accountno, accountId } = await customer()
    await pay(accountno, 1000)
    expect(await creditOf(accountId)).toBe(1000)
    const first = await invoice(id, 700)
    expect([first.status, first.amountpaid, await creditOf(accountId)]).toEqual(['paid', 700, 300])
    const second = await invoice(id, 500)
    expect([second.status, second.amountpaid, await creditOf(accountId)]).toEqual(['partially_paid', 300, 0])
  })
})

test('money that names an invoice goes there first, whatever the order is', async () => {
  await set({ allocationorder: 'smallest_balance' })
  const { id } = await customer()
  const [small, named, large] = [await invoice(id, 100), await invoice(id, 500), await invoice(id, 900)]
  const given = { amount: 800, allowoverpayment: true }
  await w.call('POST', `/business/invoice/${named._id}/payment/add`, given)
  expect(await paid(small, named, large)).toEqual([100, 500, 200])
})

describe('a clerk lays a payment otherwise', () => {
  const move = (payment: string, body: object) =>
    w.call('POST', `/business/payment/${payment}/move`, { reason: 'The parent said so', ...body })

  test('over invoices of three accounts in the order of the list, what is over to the first account', async () => {
    const [a, b, c] = [await customer(), await customer(), await customer()]
    const [one, two, three] = [await invoice(a.id, 500), await invoice(b.id, 300), await invoice(c.id, 400)]
    const payment = await pay(a.accountno, 900)
    expect([await paid(one, two, three), await creditOf(a.accountId)]).toEqual([[500, 0, 0], 400])
    const moved = await move(payment, { invoiceids: [three._id, two._id, one._id] })
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    expect(await paid(one, two, three)).toEqual([200, 300, 400])
    expect(await creditOf(a.accountId)).toBe(0)
    expect(await audit()).toEqual([])
    const trail = await w.call('GET', `/business/audit/list?type=payment&subjectid=${payment}`)
    expect(trail.body.data[0]).toMatchObject({ action: 'payment.move', reason: 'The parent said so' })
  })

  test('what is over becomes credit of the account of the first that was named', async () => {
    const [a, b] = [await customer(), await customer()]
    const [one, other] = [await invoice(a.id, 100), await invoice(b.id, 100)]
    const payment = await pay('NOBODY', 250)
    await move(payment, { invoiceids: [other._id, one._id] })
    expect([await paid(one, other), await creditOf(a.accountId), await creditOf(b.accountId)]).toEqual([
      [100, 100],
      0,
      50,
    ])
  })

  test.each([
    ['an invoice that is not there', 404, 'Invoice not found', async () => '0'.repeat(24)],
    [
      'a draft',
      409,
      'Invoice is a draft: issue it first',
      async (id: string) => (await invoice(id, 5, { status: 'draft' }))._id,
    ],
    [
      'one in another currency',
      409,
      'This payment is in KES: it cannot pay an invoice in another currency',
      async (id: string) => (await invoice(id, 5, { currency: 'USD' }))._id,
    ],
  ])('but not over %s', async (_, status, error, other) => {
    const { id, accountno } = await customer()
    const one = await invoice(id, 100)
    const payment = await pay(accountno, 100)
    const answer = await move(payment, { invoiceids: [one._id, await other(id)] })
    expect([answer.status, answer.body.error, await paid(one)]).toEqual([status, error, [100]])
  })

  test('an empty list names nothing', async () => {
    const payment = await pay('NOBODY', 10)
    expect((await move(payment, { invoiceids: [] })).status).toBe(400)
  })
})

describe('a business that lays credit by hand', () => {
  const apply = (id: string, body: object = {}, headers = {}) =>
    w.call('POST', `/business/invoice/${id}/credit/apply`, body, headers)

  async function withCredit(credit: number) {
    await set({ creditpaysinvoices: false })
    const payer = await customer()
    await pay(payer.accountno, credit)
    return payer
  }

  test('finds its next invoice unpaid and its bill whole, until it says so', async () => {
    const { id, accountId } = await withCredit(1000)
    const one = await invoice(id, 700)
    expect([one.status, one.balance, await creditOf(accountId)]).toEqual(['unpaid', 700, 1000])
    const part = await apply(one._id, { amount: 250.5, reason: 'Agreed on the phone' })
    expect([part.status, part.body.data.applied, part.body.data.credit, part.body.data.invoice.balance]).toEqual([
      200, 250.5, 749.5, 449.5,
    ])
    const rest = await apply(one._id)
    expect([rest.body.data.applied, rest.body.data.credit, rest.body.data.invoice.status]).toEqual([449.5, 300, 'paid'])
    expect(await audit()).toEqual([])
    const trail = await w.call('GET', `/business/audit/list?type=invoice&subjectid=${one._id}`)
    expect(
      trail.body.data.map(({ action, reason, actor }: Record<string, string>) => [action, reason, actor !== 'system']),
    ).toEqual([
      ['credit.apply', '', true],
      ['credit.apply', 'Agreed on the phone', true],
    ])
    const told = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ type: string }[]>`select type from events where subject_id = ${one._id} order by id`,
    )
    expect(told.map(({ type }) => type)).toEqual(['invoice.created', 'invoice.partially_paid', 'invoice.paid'])
  })

  test('keeps it when an adjustment is taken back', async () => {
    const { id, accountId } = await withCredit(500)
    const { _id } = await invoice(id, 300)
    const path = `/business/invoice/${_id}/adjustment`
    const off = await w.call('POST', `${path}/add`, { kind: 'write_off', reason: 'x' })
    await w.call('POST', `${path}/reverse`, { adjustmentid: off.body.data.adjustment._id, reason: 'x' })
    expect(await creditOf(accountId)).toBe(500)
  })

  test('gets the same answer for the same key, and spends nothing twice', async () => {
    const { id, accountId } = await withCredit(500)
    const { _id } = await invoice(id, 300)
    const key = { 'idempotency-key': `apply ${_id}` }
    const answers = [await apply(_id, { amount: 100 }, key), await apply(_id, { amount: 100 }, key)]
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect(await creditOf(accountId)).toBe(400)
  })

  test('of ten at once spends no more than there is', async () => {
    const { id, accountId } = await withCredit(250)
    const { _id } = await invoice(id, 1000)
    const answers = await Promise.all(Array.from({ length: 10 }, () => apply(_id, { amount: 100 })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, ...Array<number>(8).fill(409)])
    expect(await creditOf(accountId)).toBe(50)
    expect(await audit()).toEqual([])
  })

  test.each([
    ['more than the credit', 409, 'The account has less credit than that', { amount: 251 }, {}],
    ['more than the balance', 400, 'Amount exceeds the invoice balance', { amount: 301 }, {}],
    ['nothing', 400, 'amount must be greater than 0', { amount: 0 }, {}],
    ['anything on a draft', 409, 'Invoice is a draft: issue it first', {}, { status: 'draft' }],
    [
      'shillings on dollars',
      409,
      'Credit is in KES: it cannot pay an invoice in another currency',
      {},
      { currency: 'USD' },
    ],
  ])('cannot lay %s', async (_, status, error, body, more) => {
    const { id } = await withCredit(250)
    const { _id } = await invoice(id, 300, more)
    const answer = await apply(_id, body)
    expect([answer.status, answer.body.error]).toEqual([status, error])
  })

  test('cannot pay what is paid, nor what is not there', async () => {
    const { id } = await withCredit(500)
    const { _id } = await invoice(id, 300)
    await apply(_id)
    expect((await apply(_id)).body.error).toBe('Invoice is already paid')
    expect((await apply('0'.repeat(24))).status).toBe(404)
  })
})

test('what an invoice in dollars sets free is not taken for shillings', async () => {
  const { id, accountId } = await customer()
  const one = await invoice(id, 100, { currency: 'USD' })
  await w.call('POST', `/business/invoice/${one._id}/payment/add`, { amount: 100 })
  await w.call('POST', '/business/credit-note/create', { invoiceid: one._id, reason: 'Returned' })
  expect(await creditOf(accountId)).toBe(0)
  expect(await audit()).toEqual([])
})
