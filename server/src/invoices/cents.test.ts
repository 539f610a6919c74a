import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const set = async (settings: object) => {
  const { status, body } = await w.call('PATCH', '/business/settings/update', settings)
  expect(status, JSON.stringify(body)).toBe(200)
}
async function customer() {
  const phone = '254712345678'
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Amina Otieno',
    email: 'amina@example.test',
    phone,
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
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const update = (id: string, body: object) => w.call('PATCH', `/business/invoice/update/${id}`, body)
const creditOf = async (accountId: string) =>
  (await w.call('GET', `/business/account/details/${accountId}`)).body.data.credit as number
const audit = () => inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))
const page = async (made: { paymentlink: { shorturl: string } }, form = '') =>
  (await fetch(`${made.paymentlink.shorturl}${form}`)).text()

/** What the bill on the phone asks for, and what the pay page proposes. */
async function asked(made: { invoiceno: string; paymentlink: { shorturl: string } }) {
  await w.work()
  const bill = w.simulator
    .phone('254712345678')
    .inbox.find((one) => one.kind === 'bill' && one.bill?.externalReference === made.invoiceno)?.bill
  const proposed = /name="amount"[^>]*value="(\d+)"/.exec((await page(made)).replace(/\s+/g, ' '))?.[1]
  return [Number(bill?.amount), Number(proposed)]
}

describe('a business that rounds', () => {
  test('puts a visible rounding on an invoice at issue, and everybody asks for the same', async () => {
    await set({ cents: 'round' })
    const { id } = await customer()
    const made = await invoice(id, 999.99, { taxid: w.taxId, discount: 12.5, discounttype: 'percentage' })
    expect(made).toMatchObject({ subtotal: 999.99, discount: 125, taxamount: 140, rounding: 0.01, total: 1015 })
    expect([await asked(made), (await details(made._id)).rounding]).toEqual([[1015, 1015], 0.01])
    expect(await page(made)).toContain('Rounded to whole shillings')
    expect(await audit()).toEqual([])
  })

  test('rounds again when the discount changes after issue, and says so in the ledger', async () => {
    await set({ cents: 'round' })
    const { id } = await customer()
    const made = await invoice(id, 1000.4)
    expect([made.rounding, made.total]).toEqual([-0.4, 1000])
    await update(made._id, { discount: 0.8, discounttype: 'fixed' })
    expect(await details(made._id)).toMatchObject({ discount: 0.8, rounding: 0.4, total: 1000, balance: 1000 })
    await update(made._id, { discount: 10.9 })
    expect(await details(made._id)).toMatchObject({ rounding: 0.5, total: 990 })
    expect(await audit()).toEqual([])
  })

  test('rounds a draft by the rule that holds when it is issued', async () => {
    await set({ cents: 'keep' })
    const { id } = await customer()
    const draft = await invoice(id, 100.5, { status: 'draft' })
    expect(draft).toMatchObject({ rounding: 0, total: 100.5 })
    await set({ cents: 'round' })
    await update(draft._id, { status: 'unpaid' })
    expect(await details(draft._id)).toMatchObject({ status: 'unpaid', rounding: 0.5, total: 101 })
    const paid = await invoice(id, 100.5, { status: 'draft' })
    await set({ cents: 'keep' })
    await update(paid._id, { status: 'paid' })
    expect(await details(paid._id)).toMatchObject({ status: 'paid', rounding: 0, total: 100.5, amountpaid: 100.5 })
    expect(await audit()).toEqual([])
  })

  test('leaves what was issued before as it is, and other currencies alone', async () => {
    await set({ cents: 'keep' })
    const { id } = await customer()
    const before = await invoice(id, 100.5)
    await set({ cents: 'round' })
    await update(before._id, { title: 'Rent' })
    expect(await details(before._id)).toMatchObject({ rounding: 0, total: 100.5 })
    expect(await invoice(id, 100.5, { currency: 'USD' })).toMatchObject({ rounding: 0, total: 100.5 })
  })

  test('credits the whole invoice to the cent, its rounding included', async () => {
    await set({ cents: 'round' })
    const { id } = await customer()
    const made = await invoice(id, 333.33, { taxid: w.taxId })
    expect(made).toMatchObject({ taxamount: 53.33, rounding: 0.34, total: 387 })
    const note = await w.call('POST', '/business/credit-note/create', { invoiceid: made._id, reason: 'Returned' })
    expect([note.status, (await details(made._id)).balance]).toEqual([201, 0])
    expect(await audit()).toEqual([])
  })
})

describe('a business that carries cents', () => {
  const pay = async (account: string, amount: number) => {
    await w.simulator.pay({ phone: '254712345678', shortcode: '600984', account, amount })
    await w.work()
  }

  test.each([true, false])(
    'asks for the next shilling, and the cents pay the next bill first (all credit does: %s)',
    async (creditpaysinvoices) => {
      await set({ cents: 'carry', creditpaysinvoices })
      const { id, accountno, accountId } = await customer()
      const shillings = []
      for (let month = 0; month < 6; month++) {
        const made = await invoice(id, 100.4)
        expect([made.rounding, made.total]).toEqual([0, 100.4])
        const [onPhone = 0, onPage] = await asked(made)
        expect(onPage).toBe(onPhone)
        await pay(accountno, onPhone)
        expect((await details(made._id)).status).toBe('paid')
        expect(await creditOf(accountId)).toBeLessThan(1)
        shillings.push(onPhone)
      }
      // Six bills of 100.40 are 602.40, and that is what was asked for in all, to the next shilling.
      expect([shillings, await creditOf(accountId)]).toEqual([[101, 100, 101, 100, 100, 101], 0.6])
      expect(await audit()).toEqual([])
      await set({ creditpaysinvoices: true })
    },
  )

  test('carries no more than the cents when credit is otherwise laid by hand', async () => {
    await set({ cents: 'carry', creditpaysinvoices: false })
    const { id, accountno, accountId } = await customer()
    const first = await invoice(id, 50.25)
    await w.work()
    await pay(accountno, 151)
    expect([(await details(first._id)).status, await creditOf(accountId)]).toEqual(['paid', 100.75])
    const next = await invoice(id, 80)
    expect([next.amountpaid, next.balance, await creditOf(accountId)]).toEqual([0.75, 79.25, 100])
    await set({ creditpaysinvoices: true })
  })
})

test('a business that keeps cents writes them on the bill, and nothing but the lines adds up to it', async () => {
  await set({ cents: 'keep' })
  const { id } = await customer()
  const made = await invoice(id, 100.4)
  expect(made).toMatchObject({ subtotal: 100.4, rounding: 0, total: 100.4, balance: 100.4 })
  expect(await asked(made)).toEqual([101, 101])
})
