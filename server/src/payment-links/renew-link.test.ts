import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const made = async () =>
  (await w.call('POST', '/business/payment-link/create', { title: 'Trip', amount: 500 })).body.data
const details = async (id: string) => (await w.call('GET', `/business/payment-link/details/${id}`)).body.data
const renew = (id: string, body: object = {}, headers = {}) =>
  w.call('POST', `/business/payment-link/${id}/renew`, body, headers)
const opened = async (code: string) =>
  Promise.all(
    ['', '.json', '/invoice.pdf'].map(async (page) => (await fetch(`${w.ctx.publicUrl}/pay/${code}${page}`)).status),
  )
const found = async (search: string) =>
  (await w.call('GET', `/business/payment-link/list?search=${search}`)).body.data.map(({ _id }: { _id: string }) => _id)

test('200: the address that was given out leads nowhere, the new one does; everything else stays', async () => {
  const link = await made()
  await w.advance('PT1M')
  const { status, body } = await renew(link._id)
  expect([status, body.message]).toEqual([200, 'Payment link renewed successfully'])
  const { code, shorturl, rawurl, qrcode, updatedat } = body.data
  expect(body.data).toEqual({ ...link, code, shorturl, rawurl, qrcode, updatedat })
  expect(code).not.toBe(link.code)
  expect(await details(link._id)).toEqual(body.data)
  expect(await opened(link.code)).toEqual([404, 404, 404])
  expect((await opened(code)).slice(0, 2)).toEqual([200, 200])
  expect([await found(code), await found(link.code)]).toEqual([[link._id], []])
})

test('200: an invoice shows the new address of its link from then on, also after a second time', async () => {
  const invoice = (
    await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 900 }],
      duedate: '2031-04-01',
    })
  ).body.data
  const first = (await renew(invoice.paymentlink._id)).body.data
  const second = (await renew(invoice.paymentlink._id)).body.data
  expect(second.status).toBe('unpaid')
  for (const { code } of [invoice.paymentlink, first]) expect(await opened(code)).toEqual([404, 404, 404])
  expect(await opened(second.code)).toEqual([200, 200, 200])
  const { body } = await w.call('GET', `/business/invoice/details/${invoice._id}`)
  expect(body.data.paymentlink.code).toBe(second.code)
})

test('a repeat with the same Idempotency-Key gives one new address', async () => {
  const { _id } = await made()
  const [first, second] = [
    await renew(_id, {}, { 'idempotency-key': 'renew' }),
    await renew(_id, {}, { 'idempotency-key': 'renew' }),
  ]
  expect(second.body).toEqual(first.body)
  expect((await details(_id)).code).toBe(first.body.data.code)
})

test('one that is off stays off at its new address', async () => {
  const { _id } = await made()
  await w.call('PATCH', `/business/payment-link/update/${_id}`, { active: false })
  const { data } = (await renew(_id)).body
  expect(data).toMatchObject({ active: false, open: false, status: 'inactive' })
  expect(await opened(data.code)).toEqual([404, 404, 404])
})

test('who did it and why is in the audit trail, without the addresses', async () => {
  const { _id } = await made()
  await renew(_id, { reason: 'Posted in the wrong group' })
  const { body } = await w.call('GET', `/business/audit/list?subjectid=${_id}`)
  expect(body.data).toMatchObject([
    { action: 'payment_link.renew', reason: 'Posted in the wrong group', before: null, after: null },
  ])
})

test('404 for what is not there, 401 without a key', async () => {
  const { _id } = await made()
  for (const id of ['ffffffffffffffffffffffff', 'link_1']) {
    expect((await renew(id)).body).toEqual({ success: false, error: 'Payment link not found' })
  }
  expect((await renew(_id, {}, { authorization: '' })).status).toBe(401)
})
