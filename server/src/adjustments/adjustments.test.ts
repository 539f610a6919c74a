import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
let n = 0
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

async function customer() {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: `Ministry ${++n}`,
    email: 'accounts@example.test',
    phone: '+14155550100',
    country: 'Kenya',
    currency: 'KES',
  })
  return { id: body.data._id as string, accountId: body.data.accounts[0]._id as string }
}

async function invoice(customerid: string, rates: number[], more: object = {}) {
  const { status, body } = await w.call('POST', '/business/invoice/create', {
    customerid,
    items: rates.map((rate) => ({ itemid: w.products[0], quantity: 2, rate })),
    duedate: '2031-05-01',
    ...more,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.data
}

const adjust = (id: string, body: object) => w.call('POST', `/business/invoice/${id}/adjustment/add`, body)
const credit = (body: object) => w.call('POST', '/business/credit-note/create', { reason: 'Returned', ...body })
const pay = (id: string, amount: number) => w.call('POST', `/business/invoice/${id}/payment/add`, { amount })
const look = async (id: string) => {
  const { body } = await w.call('GET', `/business/invoice/details/${id}`)
  const { status, amountpaid, adjusted, balance } = body.data
  return { status, amountpaid, adjusted, balance }
}
const creditOf = async (accountId: string) =>
  (await w.call('GET', `/business/account/details/${accountId}`)).body.data.credit
async function ledgerOf(causeId: string) {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ debit: string; debit_ref: string; credit: string; amount: bigint }[]>`
      select debit, debit_ref, credit, amount from postings where cause_id = ${causeId} order by id
    `,
  )
  return rows.map(({ debit, debit_ref, credit, amount }) => [debit, debit_ref, credit, Number(amount) / 100])
}

describe('a B2B invoice with tax withheld', () => {
  test('closes with cash, withheld VAT and withheld income tax, each with its certificate', async () => {
    // The worked example of Kenyan practice: 100,000 + 16,000 VAT; 2 % and 5 % of the value before tax are withheld.
    const { id } = await customer()
    const { _id } = await invoice(id, [50_000], { taxid: w.taxId })
    await pay(_id, 109_000)
    const withhold = (withheld: string, amount: number, certificateno: string) =>
      adjust(_id, { kind: 'withholding', withheld, amount, certificateno, reason: 'Withheld by an appointed agent' })
    const vat = await withhold('vat', 2_000, 'KRAWVAT-1')
    expect([vat.status, vat.body.data.invoice.balance]).toEqual([201, 5_000])
    const income = await withhold('income', 5_000, 'KRAWHT-1')
    expect(income.body.data.invoice.status).toBe('paid')
    expect(await look(_id)).toEqual({ status: 'paid', amountpaid: 109_000, adjusted: 7_000, balance: 0 })
    expect(await ledgerOf(vat.body.data.adjustment._id)).toEqual([['withholding', 'vat', 'receivable', 2_000]])
    const list = await w.call('GET', `/business/invoice/${_id}/adjustment/list`)
    expect(list.body.data.map((one: { certificateno: string }) => one.certificateno)).toEqual(['KRAWHT-1', 'KRAWVAT-1'])
  })

  test('is refused without a certificate', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, [500])
    const answer = await adjust(_id, { kind: 'withholding', withheld: 'vat', amount: 20, reason: 'Agent' })
    expect([answer.status, (await look(_id)).adjusted]).toEqual([400, 0])
  })
})

describe('a write-off', () => {
  test('closes what is left, and taken back opens it again', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, [500])
    await pay(_id, 300)
    const { status, body } = await adjust(_id, { kind: 'write_off', reason: 'Moved abroad' })
    expect([status, body.data.adjustment.amount, (await look(_id)).status]).toEqual([201, 700, 'paid'])
    const adjustmentid = body.data.adjustment._id
    const back = () =>
      w.call('POST', `/business/invoice/${_id}/adjustment/reverse`, { adjustmentid, reason: 'Came back' })
    expect((await back()).body.data.invoice.balance).toBe(700)
    expect(await look(_id)).toEqual({ status: 'partially_paid', amountpaid: 300, adjusted: 0, balance: 700 })
    expect((await back()).status).toBe(409)
  })

  test('above the balance is refused, and so is a rounding of a shilling', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, [500])
    const over = await adjust(_id, { kind: 'write_off', amount: 1000.01, reason: 'x' })
    expect([over.status, over.body.error]).toEqual([400, 'Amount exceeds the invoice balance'])
    expect((await adjust(_id, { kind: 'rounding', amount: 1, reason: 'x' })).status).toBe(400)
    expect((await adjust(_id, { kind: 'rounding', amount: 0.5, reason: 'x' })).body.data.invoice.balance).toBe(999.5)
  })

  test('holds the invoice: it cannot be cancelled, made unpaid or discounted meanwhile', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, [500])
    await adjust(_id, { kind: 'write_off', amount: 100, reason: 'x' })
    for (const change of [{ status: 'cancelled' }, { status: 'draft' }, { discount: 10 }]) {
      const answer = await w.call('PATCH', `/business/invoice/update/${_id}`, change)
      expect([answer.status, answer.body.error], JSON.stringify(change)).toEqual([
        409,
        'Invoice has adjustments: reverse them first',
      ])
    }
  })
})

describe('a credit note', () => {
  test('credits a line with its tax, has a number, and lowers the balance', async () => {
    const { id } = await customer()
    const made = await invoice(id, [100, 250], { taxid: w.taxId })
    const { status, body } = await credit({ invoiceid: made._id, items: [{ line: 2, quantity: 1 }] })
    expect([status, body.data]).toEqual([
      201,
      {
        _id: expect.any(String),
        creditnoteno: expect.stringMatching(/^CN-2031-\d{3}$/),
        invoiceid: made._id,
        invoiceno: made.invoiceno,
        customer: { _id: id, name: `Ministry ${n}` },
        status: 'issued',
        items: [{ line: 2, name: 'Website Development', quantity: 1, amount: 250 }],
        amount: 290,
        taxamount: 40,
        currency: 'KES',
        reason: 'Returned',
        createdat: '2031-03-01T08:15:00Z',
      },
    ])
    expect(await look(made._id)).toEqual({ status: 'unpaid', amountpaid: 0, adjusted: 290, balance: 522 })
    expect(await ledgerOf(body.data._id)).toEqual([
      ['sales', '', 'receivable', 250],
      ['tax', '', 'receivable', 40],
    ])
    const details = await w.call('GET', `/business/credit-note/details/${body.data._id}`)
    expect(details.body.data).toEqual(body.data)
  })

  test('of a paid invoice makes credit, which pays it again when the note is taken back', async () => {
    const { id, accountId } = await customer()
    const { _id } = await invoice(id, [500])
    await pay(_id, 1000)
    const { body } = await credit({ invoiceid: _id, items: [{ line: 1, amount: 400 }] })
    expect(await look(_id)).toEqual({ status: 'paid', amountpaid: 600, adjusted: 400, balance: 0 })
    expect(await creditOf(accountId)).toBe(400)
    const back = await w.call('POST', `/business/credit-note/${body.data._id}/reverse`, { reason: 'Mistake' })
    expect([back.status, back.body.data.status]).toEqual([200, 'cancelled'])
    expect(await look(_id)).toEqual({ status: 'paid', amountpaid: 1000, adjusted: 0, balance: 0 })
    expect(await creditOf(accountId)).toBe(0)
  })

  test('never exceeds its line', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, [100, 900])
    await credit({ invoiceid: _id, items: [{ line: 1, quantity: 1 }] })
    const over = await credit({ invoiceid: _id, items: [{ line: 1, quantity: 2 }] })
    expect([over.status, over.body.error]).toEqual([
      400,
      'A credit note must not exceed what is left of line 1: 100.00',
    ])
  })

  test('numbers have no gap, whatever is refused and however many at once', async () => {
    const { id } = await customer()
    const invoices = await Promise.all(Array.from({ length: 6 }, () => invoice(id, [100])))
    await Promise.all(
      invoices.flatMap(({ _id }) => [
        credit({ invoiceid: _id, items: [{ line: 1, quantity: 1 }] }),
        credit({ invoiceid: _id, items: [{ line: 9 }] }),
        credit({ invoiceid: _id }),
      ]),
    )
    const { body } = await w.call('GET', '/business/credit-note/list?limit=100')
    const serials = body.data.map((one: { creditnoteno: string }) => Number(one.creditnoteno.slice(8)))
    expect(serials.sort((a: number, b: number) => a - b)).toEqual(
      Array.from({ length: body.pagination.total }, (_, index) => index + 1),
    )
    for (const { _id } of invoices) expect((await look(_id)).adjusted).toBe(200)
  })

  test('is taken back as a credit note, not as an adjustment', async () => {
    const { id } = await customer()
    const { _id } = await invoice(id, [100])
    const { body } = await credit({ invoiceid: _id })
    const answer = await w.call('POST', `/business/invoice/${_id}/adjustment/reverse`, {
      adjustmentid: body.data._id,
      reason: 'x',
    })
    expect(answer.status).toBe(409)
  })
})
