import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

async function invoice(rate: number, duedate: string, customerid = w.customer.id) {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate,
  })
  return body.data
}
const list = async (query = '') => (await w.call('GET', `/business/receipt/list?limit=100${query}`)).body
const tell = (transactionId: string, paidAmount: string) =>
  fetch(callbackUrls(w.ctx, w.businessId).bill, {
    method: 'POST',
    body: JSON.stringify({
      transactionId,
      paidAmount,
      msisdn: w.customer.phone,
      dateCreated: '2031-03-01',
      accountReference: w.customer.accountno,
      shortCode: '600984',
    }),
  })

test('each part of a payment on an invoice has a receipt, numbered without gaps, with what the invoice then said', async () => {
  const first = await invoice(300, '2031-04-01')
  const second = await invoice(300, '2031-05-01')
  // All in one batch: the figures are those of each payment's turn.
  await tell('UKN0000001', '100')
  await tell('UKN0000002', '350')
  await tell('UKN0000002', '350')
  await tell('UKN0000003', '500')
  await w.work()
  const { data, pagination } = await list()
  expect(pagination.total).toBe(4)
  const numbers = data.map(({ receiptno }: { receiptno: string }) => receiptno).sort()
  expect(numbers).toEqual(['RCP-2031-001', 'RCP-2031-002', 'RCP-2031-003', 'RCP-2031-004'])
  const details = await Promise.all(
    data.map(async ({ _id }: { _id: string }) => (await w.call('GET', `/business/receipt/details/${_id}`)).body.data),
  )
  const told = details
    .map(({ transactioncode, amount, invoice }) => [
      transactioncode,
      amount,
      invoice.invoiceno,
      invoice.total,
      invoice.amountpaid,
      invoice.balance,
    ])
    .sort()
  expect(told).toEqual([
    ['UKN0000001', 100, first.invoiceno, 300, 100, 200],
    ['UKN0000002', 150, second.invoiceno, 300, 150, 150],
    ['UKN0000002', 200, first.invoiceno, 300, 300, 0],
    ['UKN0000003', 150, second.invoiceno, 300, 300, 0],
  ])
  expect(data[0]).toMatchObject({
    title: expect.stringMatching(/^Receipt for INV-2031-/),
    status: 'issued',
    date: '2031-03-01T00:00:00.000Z',
  })
})

test('a receipt is found by its number, by its title and by its status', async () => {
  expect((await list('&search=rcp-2031-002')).data).toHaveLength(1)
  expect((await list('&search=for%20INV-2031-001')).data).toHaveLength(2)
  expect((await list('&status=issued')).data).toHaveLength(4)
  expect((await list('&status=draft')).data).toHaveLength(0)
})

test('a payment that is taken back leaves its receipt, cancelled', async () => {
  const other = await w.call('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: '0722000111',
    country: 'Kenya',
    currency: 'KES',
  })
  const made = await invoice(900, '2031-06-01', other.body.data._id)
  await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'partially_paid', amountpaid: 100 })
  const before = (await list('&status=cancelled')).data
  await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'unpaid' })
  const after = (await list('&status=cancelled')).data
  expect(after).toHaveLength(before.length + 1)
  expect(after[0]).toMatchObject({ status: 'cancelled', amount: 100, title: `Receipt for ${made.invoiceno}` })
})

test('a receipt that does not exist is not found', async () => {
  const { status, body } = await w.call('GET', `/business/receipt/details/${'0'.repeat(24)}`)
  expect([status, body.error]).toEqual([404, 'Receipt not found'])
})
