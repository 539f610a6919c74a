import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

let receipts = 0
const receipt = () => `UKM${String(++receipts).padStart(7, '0')}`
let phones = 0
/** A customer with a phone of its own, which M-PESA masks. */
async function freshCustomer(name = 'Baraka Njoroge') {
  const phone = `2547220${String(++phones).padStart(5, '0')}`
  const facts = { name, email: 'baraka@example.test', phone, country: 'Kenya', currency: 'KES' }
  const { body } = await w.call('POST', '/business/customer/create', facts)
  return { id: body.data._id as string, accountno: body.data.accountno as string, phone }
}

async function invoice(customerid: string, rate: number, extra: object = {}) {
  const items = [{ itemid: w.products[0], quantity: 1, rate }]
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid,
    items,
    duedate: '2033-04-01',
    ...extra,
  })
  return body.data
}
const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data

/** A wrong key where the number begins. */
const slipped = (accountno: string) => (accountno.startsWith('2') ? '3' : '2') + accountno.slice(1)

async function c2b(BillRefNumber: string, TransAmount: string, payer: { phone?: string; name?: string } = {}) {
  const { phone = '254799999999', name = 'BARAKA' } = payer
  const TransID = receipt()
  const answer = await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransactionType: 'Pay Bill',
      TransID,
      TransTime: new Date(w.ctx.now().getTime() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14),
      TransAmount,
      BusinessShortCode: '600984',
      BillRefNumber,
      InvoiceNumber: '',
      OrgAccountBalance: '5.00',
      ThirdPartyTransID: '',
      MSISDN: `${phone.slice(0, 4)} ***** ${phone.slice(-3)}`,
      FirstName: name,
    }),
  })
  expect(answer.status).toBe(200)
  await w.work()
  const [found] = (await w.call('GET', `/business/transaction/list?search=${TransID}`)).body.data
  return found._id as string
}
const transaction = async (id: string) => (await w.call('GET', `/business/transaction/details/${id}`)).body.data

describe('a payment that does not say whole where it belongs', () => {
  test('is put where the rules are sure, and says why', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 700)
    const typed = slipped(customer.accountno)
    const id = await c2b(typed, '700.00', customer)
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
    const found = await transaction(id)
    expect(found).toMatchObject({ unmatched: 0, invoiceid: made._id })
    expect(found.match).toMatchObject({ by: 'rule', accountno: customer.accountno, invoiceid: null })
    expect(found.match.score).toBeGreaterThan(0.99)
    expect(found.match.reasons).toContain(`“${typed}” is account ${customer.accountno} with one wrong key`)
  })

  test('by an invoice number pays that invoice before an older one', async () => {
    const customer = await freshCustomer()
    const older = await invoice(customer.id, 100, { duedate: '2032-03-20' })
    const named = await invoice(customer.id, 100)
    const id = await c2b(named.invoiceno, '100.00', customer)
    expect(await details(named._id)).toMatchObject({ status: 'paid' })
    expect(await details(older._id)).toMatchObject({ status: 'unpaid' })
    expect((await transaction(id)).match).toMatchObject({ by: 'rule', invoiceid: named._id })
  })

  test('waits where the business wants to be surer', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 700)
    await w.call('PATCH', '/business/settings/update', { matchthreshold: 1 })
    const id = await c2b(slipped(customer.accountno), '700.00', customer)
    await w.call('PATCH', '/business/settings/update', { matchthreshold: 0.99 })
    expect(await details(made._id)).toMatchObject({ status: 'unpaid' })
    expect(await transaction(id)).toMatchObject({ unmatched: 700, match: null })
  })
})

describe('a whole account number', () => {
  test('is followed whoever pays, and needs no reason', async () => {
    const [customer, neighbour] = [await freshCustomer(), await freshCustomer('Wambui Kariuki')]
    const [made, another] = [await invoice(customer.id, 900), await invoice(neighbour.id, 900)]
    const id = await c2b(customer.accountno, '900.00', { phone: neighbour.phone, name: 'WAMBUI' })
    expect(await details(made._id)).toMatchObject({ status: 'paid' })
    expect(await details(another._id)).toMatchObject({ status: 'unpaid' })
    expect((await transaction(id)).match).toBeNull()
  })

  test('of an account that nobody billed yet is followed too: the money is its credit', async () => {
    const customer = await freshCustomer()
    const id = await c2b(customer.accountno, '40.00', { name: 'WAMBUI' })
    expect(await transaction(id)).toMatchObject({ credit: 40, match: null })
  })

  test('of somebody who left half a year ago waits when the phone is another customer’s', async () => {
    const left = await freshCustomer()
    await w.advance('P201D')
    const heir = await freshCustomer('Zawadi Mutua')
    for (let n = 0; n < 30; n++) await invoice((await freshCustomer('Juma Ali')).id, 10)
    await invoice(heir.id, 300)
    const id = await c2b(left.accountno, '300.00', { phone: heir.phone, name: 'ZAWADI' })
    expect(await transaction(id)).toMatchObject({ unmatched: 300, match: null })
  })
})
