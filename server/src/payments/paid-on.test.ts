import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

// Whose payments a list is asked for: of a customer, of an account, of a payment link.

let w: World
let brother: { _id: string; accounts: { _id: string; accountno: string }[] }
beforeAll(async () => {
  w = await world()
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Otieno Ouma',
    email: 'otieno@example.test',
    phone: '0733111222',
    country: 'Kenya',
    currency: 'KES',
  })
  brother = body.data
})
afterAll(() => w.end())

const listed = async (query: Record<string, string>): Promise<string[]> => {
  const { status, body } = await w.call('GET', `/business/transaction/list?${new URLSearchParams(query).toString()}`)
  expect(status).toBe(200)
  return body.data.map(({ _id }: { _id: string }) => _id)
}
async function pay(account: string, amount: number): Promise<string> {
  await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount })
  await w.work()
  const [newest] = await listed({ limit: '1' })
  return newest ?? ''
}
const invoice = async (fields: object = {}) =>
  (
    await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 900 }],
      duedate: '2031-04-01',
      ...fields,
    })
  ).body.data
const deed = (id: string, what: string, body: object) => w.call('POST', `/business/payment/${id}/${what}`, body)

test('a customer’s payments are those on his invoices and in his credit, on whatever account', async () => {
  const room = (await w.call('POST', '/business/account/create', { customerid: w.customer.id, name: 'Room 4' })).body
    .data
  const [credit, other] = [await pay(w.customer.accountno, 70), await pay(brother.accounts[0]?.accountno ?? '', 80)]
  await invoice({ accountid: room._id })
  const onInvoice = await pay(room.accountno, 90)
  expect(await listed({ customerid: w.customer.id })).toEqual([onInvoice, credit])
  expect(await listed({ accountid: room._id })).toEqual([onInvoice])
  expect(await listed({ accountid: room._id, customerid: w.customer.id })).toEqual([onInvoice])
  expect(await listed({ customerid: brother._id })).toEqual([other])
  expect(await listed({ accountid: room._id, customerid: brother._id })).toEqual([])
})

test('one that was moved away is the other’s; one that was taken back altogether stays where it lay', async () => {
  const id = await pay(w.customer.accountno, 110)
  await deed(id, 'move', { reason: 'For her brother', accountid: brother.accounts[0]?._id })
  expect(await listed({ customerid: w.customer.id })).not.toContain(id)
  expect(await listed({ customerid: brother._id })).toContain(id)
  await deed(id, 'reverse', { reason: 'Sent by mistake' })
  expect(await listed({ customerid: brother._id })).toContain(id)
})

test('a link’s payments are what was paid for it, or on its invoice', async () => {
  const link = (await w.call('POST', '/business/payment-link/create', { title: 'Trip', amount: 500 })).body.data
  const alone = await pay(link.accountno, 120)
  expect(await listed({ paymentlinkid: link._id })).toEqual([alone])
  const bill = await invoice({ customerid: brother._id })
  const paid = await pay(brother.accounts[0]?.accountno ?? '', 130)
  expect(await listed({ paymentlinkid: bill.paymentlink._id })).toContain(paid)
  expect(await listed({ paymentlinkid: bill.paymentlink._id, customerid: w.customer.id })).toEqual([])
})

test('what is nobody’s, malformed or a stranger’s finds nothing', async () => {
  const { apiKey } = await w.stranger()
  for (const query of ['customerid=x', 'accountid=x', 'paymentlinkid=x']) {
    expect((await w.call('GET', `/business/transaction/list?${query}`)).body.data).toEqual([])
  }
  const { body } = await w.call('GET', `/business/transaction/list?customerid=${w.customer.id}`, undefined, {
    authorization: apiKey,
  })
  expect(body.data).toEqual([])
})
