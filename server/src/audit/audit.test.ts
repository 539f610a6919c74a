import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
let room: { _id: string; accountno: string }
beforeAll(async () => {
  w = await world()
  room = (await w.call('POST', '/business/account/create', { customerid: w.customer.id, name: 'Room 4' })).body.data
})
afterAll(() => w.end())

const lines = async (query: string) => (await w.call('GET', `/business/audit/list?${query}`)).body.data
const actions = async (query: string): Promise<string[]> =>
  (await lines(query)).map(({ action }: { action: string }) => action)

test('who changed a customer’s phone is written down, with the fields that differ and no others', async () => {
  const change = (body: object) => w.call('PATCH', `/business/customer/update/${w.customer.id}`, body)
  const { phone } = (await w.call('GET', `/business/customer/details/${w.customer.id}`)).body.data
  await change({ phone: '0733 000 222', name: 'Amina Otieno' })
  await change({ phone: '0733 000 222' })
  expect(await lines(`type=customer&subjectid=${w.customer.id}`)).toMatchObject([
    {
      actor: expect.stringMatching(/^api key /),
      action: 'customer.update',
      before: { phone },
      after: { phone: '0733 000 222' },
    },
  ])
  const [{ after }] = await lines(`subjectid=${w.customer.id}`)
  expect(Object.keys(after)).toEqual(['phone'])
  await change({ phone })
})

test('who renamed an account is written down', async () => {
  await w.call('PATCH', `/business/account/update/${room._id}`, { name: 'Room 5' })
  expect(await lines(`type=account&subjectid=${room._id}`)).toMatchObject([
    { action: 'account.update', before: { name: 'Room 4' }, after: { name: 'Room 5' } },
  ])
})

test('a customer’s lines are those about him, his accounts, his invoices and his payments; an account’s are its own', async () => {
  const invoice = (
    await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      accountid: room._id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 900 }],
      duedate: '2031-04-01',
    })
  ).body.data
  const onIt = `/business/invoice/${invoice._id}`
  await w.call('POST', `${onIt}/payment/add`, { amount: 100, method: 'Cash' })
  await w.call('POST', '/business/credit-note/create', {
    invoiceid: invoice._id,
    reason: 'A week away',
    items: [{ line: 1, amount: 50 }],
  })
  await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account: w.customer.accountno, amount: 70 })
  await w.work()
  const [paid] = (await w.call('GET', '/business/transaction/list?limit=1')).body.data
  await w.call('POST', `/business/payment/${paid._id}/reverse`, { reason: 'Sent by mistake' })
  await w.call('PATCH', '/business/settings/update', { cents: 'round' })

  const ofAccount = await actions(`accountid=${room._id}`)
  expect(ofAccount).toEqual(expect.arrayContaining(['account.update', 'payment.add', 'credit_note.create']))
  expect(ofAccount).not.toContain('payment.reverse')
  const his = await actions(`customerid=${w.customer.id}&limit=100`)
  expect(his).toEqual(expect.arrayContaining([...ofAccount, 'payment.reverse', 'customer.update']))
  expect(his).not.toContain('settings.update')
  expect(await actions(`customerid=${w.customer.id}&type=customer`)).toEqual(['customer.update', 'customer.update'])
})

test('what is nobody’s, malformed or a stranger’s finds nothing', async () => {
  for (const query of ['customerid=x', 'accountid=x', `customerid=x&accountid=${room._id}`])
    expect(await lines(query)).toEqual([])
  const { apiKey } = await w.stranger()
  const asked = `/business/audit/list?customerid=${w.customer.id}`
  expect((await w.call('GET', asked, undefined, { authorization: apiKey })).body.data).toEqual([])
})
