import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
let p: Payer

beforeAll(async () => {
  w = await world()
  p = payer(w)
  await w.work()
})
afterAll(() => w.end())
beforeEach(async () => {
  w.simulator.clearTrouble()
  await w.advance('PT1H')
  await w.work()
})

const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const receiptsOf = async (invoiceno: string) =>
  (await w.call('GET', `/business/receipt/list?search=${invoiceno}`)).body.data
const trust = (confirmedabove: number | null) => w.call('PATCH', '/business/settings/update', { confirmedabove })
const noPulls = () => w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })

test('money that is held is told of and is not asked for again, until M-PESA confirms it', async () => {
  await trust(500)
  const { path, _id } = await p.bill()
  const msisdn = p.phone()
  noPulls()
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
  await p.answer(msisdn, { pin: '1234' })
  await w.work()
  const { body } = await p.get(waiting)
  expect(body).toContain('M-PESA has told us of your payment of KES\u00a01,000. Do not pay again.')
  expect(body).toContain('We are waiting for its confirmation.')
  expect(body).not.toMatch(/<form|The receipt is on its way/)
  expect(body).toContain('content="15"')
  expect((await p.get(`${path}.json`)).body.data).toMatchObject({ held: 1000, amountpaid: 0, status: 'unpaid' })
  expect(await details(_id)).toMatchObject({ amountpaid: 0 })

  await w.advance('PT20S')
  await w.work()
  const paid = (await p.get(waiting)).body
  expect(paid).toContain('Thank you, payment received')
  expect(paid).toContain('Confirmed by M-PESA')
  expect(paid).not.toContain('waiting for its confirmation')
  expect((await p.get(`${path}.json`)).body.data).toMatchObject({ held: 0, payments: [{ confirmed: true }] })
  await trust(null)
})

test('money that is held for the account number is told of on its bill, which a forged report does not close', async () => {
  await trust(500)
  const { path, accountno } = await p.bill()
  noPulls()
  await w.simulator.pay({
    phone: w.customer.phone,
    shortcode: '600984',
    account: ` ${accountno.toLowerCase().slice(0, 3)} ${accountno.slice(3)}`,
    amount: 700,
  })
  await w.work()
  const { body } = await p.get(path)
  expect(body).toContain('M-PESA has told us of your payment of KES\u00a0700')
  expect(body).toContain('>Pay now</button>')
  const other = await p.bill({ customerid: (await freshCustomer())._id })
  expect((await p.get(other.path)).body).not.toContain('M-PESA has told us')
  await trust(null)
  w.simulator.clearTrouble()
  await w.advance('PT10M')
  await w.work()
  expect((await p.get(path)).body).not.toContain('M-PESA has told us')
})

test('a receipt says whether M-PESA has confirmed it, on the page and to the business', async () => {
  const { path, invoiceno } = await p.bill({ customerid: (await freshCustomer())._id })
  noPulls()
  const msisdn = p.phone()
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
  await p.answer(msisdn, { pin: '1234' })
  await w.work()
  const early = (await p.get(waiting)).body
  expect(early).toContain('Not confirmed by M-PESA yet')
  const [receipt] = await receiptsOf(invoiceno)
  const shown = async () => (await w.call('GET', `/business/receipt/details/${receipt._id}`)).body.data
  expect(await shown()).toMatchObject({ confirmed: false })
  await w.advance('PT7M')
  await w.work()
  const late = (await p.get(waiting)).body
  expect(late).toContain('Confirmed by M-PESA')
  expect(late).not.toContain('Not confirmed')
  expect(await shown()).toMatchObject({ confirmed: true })
})

test('what a clerk recorded is confirmed, and the page does not say that M-PESA did', async () => {
  const { path, _id, invoiceno } = await p.bill({ customerid: (await freshCustomer())._id })
  await w.call('POST', `/business/invoice/${_id}/payment/add`, { amount: 1000 })
  expect((await p.get(path)).body).not.toContain('onfirmed by M-PESA')
  const [{ _id: id }] = await receiptsOf(invoiceno)
  expect((await w.call('GET', `/business/receipt/details/${id}`)).body.data).toMatchObject({ confirmed: true })
})

/** M-PESA takes the money of a request for this bill, and nothing that it reports arrives. */
async function payUnheard(path: string) {
  const msisdn = p.phone()
  const waiting = await p.pay(path, { amount: '1000', to: 'other', phone: msisdn })
  w.simulator.trouble({ kind: 'callback-lost', endpoint: '*', times: 'always' })
  const { receipt = '' } = await p.answer(msisdn, { pin: '1234' })
  w.simulator.clearTrouble()
  return { waiting, receipt }
}

test('a request that the STK query calls paid is not asked for again while its receipt is on its way', async () => {
  const { path, _id } = await p.bill({ customerid: (await freshCustomer())._id })
  const { waiting } = await payUnheard(path)
  noPulls()
  await w.advance('PT31S')
  await w.work()
  const { body } = await p.get(waiting)
  expect(body).toContain('M-PESA says that you have paid. Do not pay again.')
  expect(body).toContain('The receipt is on its way and will appear here.')
  expect(body).not.toContain('<form')
  expect(await details(_id)).toMatchObject({ amountpaid: 0 })
})

test('a request that the STK query calls paid has the Paybill pulled at once, and is booked once', async () => {
  const { path, _id, invoiceno } = await p.bill({ customerid: (await freshCustomer())._id })
  const { waiting, receipt } = await payUnheard(path)
  // The Paybill was just pulled: its next time would be minutes away.
  await w.advance('PT31S')
  await w.work()
  expect((await p.get(waiting)).body).toContain('Thank you, payment received')
  await w.advance('PT10M')
  await w.work()
  expect(await details(_id)).toMatchObject({ status: 'paid', amountpaid: 1000 })
  expect((await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data).toHaveLength(1)
  expect(await receiptsOf(invoiceno)).toHaveLength(1)
})

let customers = 0
async function freshCustomer() {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: `07221111${String(++customers).padStart(2, '0')}`,
    country: 'Kenya',
    currency: 'KES',
  })
  return body.data
}
