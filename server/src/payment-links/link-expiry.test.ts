import { afterAll, beforeAll, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const create = (fields: object) =>
  w.call('POST', '/business/payment-link/create', { title: 'Trip', amount: 500, ...fields })
const made = async (fields: object = {}) => (await create(fields)).body.data
const update = (id: string, change: object) => w.call('PATCH', `/business/payment-link/update/${id}`, change)
const details = async (id: string) => (await w.call('GET', `/business/payment-link/details/${id}`)).body.data
const listed = async (query: string) =>
  (await w.call('GET', `/business/payment-link/list?${query}`)).body.data.map(({ _id }: { _id: string }) => _id)
const opened = async (code: string) =>
  Promise.all(['', '.json'].map(async (form) => (await fetch(`${w.ctx.publicUrl}/pay/${code}${form}`)).status))
const invoice = async (fields: object = {}) =>
  (
    await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 900 }],
      duedate: '2031-12-01',
      ...fields,
    })
  ).body.data

test('a link ends with the last hour of its day in Nairobi, and its page is then not to be found', async () => {
  const link = await made({ expiresat: '2031-03-02' })
  expect(link).toMatchObject({ expiresat: '2031-03-02T21:00:00Z', status: 'active', active: true })
  await w.advance('PT36H44M')
  expect(await opened(link.code)).toEqual([200, 200])
  await w.advance('PT1M')
  expect(await opened(link.code)).toEqual([404, 404])
  expect(await details(link._id)).toMatchObject({ status: 'expired', active: true, open: false })
  expect(await listed('status=expired')).toEqual([link._id])
  expect(await listed('status=active')).not.toContain(link._id)
})

test('200: one that has ended is opened again, for a time or for ever', async () => {
  const link = await made({ expiresat: new Date(w.ctx.now().getTime() + 1_000).toISOString() })
  await w.advance('PT1S')
  expect(await opened(link.code)).toEqual([404, 404])
  const later = await update(link._id, { expiresat: '2031-12-31' })
  expect(later.body.data.updated).toMatchObject({ expiresat: '2031-12-31T21:00:00Z' })
  expect(await opened(link.code)).toEqual([200, 200])
  expect((await update(link._id, { expiresat: null })).body.data).toMatchObject({
    modified: 1,
    updated: { expiresat: null },
  })
  expect((await details(link._id)).status).toBe('active')
})

test('200: one that has ended and is sent back whole changes nothing', async () => {
  const { _id } = await made({ expiresat: new Date(w.ctx.now().getTime() + 1_000).toISOString() })
  await w.advance('PT1H')
  const ended = await details(_id)
  expect((await update(_id, ended)).body.data.modified).toBe(0)
  expect(await details(_id)).toEqual(ended)
})

test('one that is off stays off, whenever it ends', async () => {
  const link = await made({ expiresat: '2031-12-31' })
  await update(link._id, { active: false })
  expect(await details(link._id)).toMatchObject({ status: 'inactive', active: false })
  expect(await opened(link.code)).toEqual([404, 404])
})

test('400: an end that has passed, or is no date', async () => {
  const before = await listed('limit=100')
  const { _id } = await made()
  for (const expiresat of ['2031-02-28', w.ctx.now().toISOString()]) {
    expect((await create({ expiresat })).body).toEqual({ success: false, error: 'expiresat must be in the future' })
    expect((await update(_id, { expiresat })).body.error).toBe('expiresat must be in the future')
  }
  for (const { status } of [await create({ expiresat: 'soon' }), await update(_id, { expiresat: 'soon' })]) {
    expect(status).toBe(400)
  }
  expect(await listed('limit=100')).toEqual([_id, ...before])
  expect((await details(_id)).expiresat).toBeNull()
})

test('the link of an invoice ends too: neither its page nor another bill’s shows it any more', async () => {
  const [one, other] = [await invoice(), await invoice({ title: 'Lunch' })]
  const page = async () => (await fetch(other.paymentlink.rawurl)).text()
  expect(await page()).toContain(one.paymentlink.code)
  const { status } = await update(one.paymentlink._id, {
    expiresat: new Date(w.ctx.now().getTime() + 1_000).toISOString(),
  })
  expect(status).toBe(200)
  await w.advance('PT1S')
  expect(await opened(one.paymentlink.code)).toEqual([404, 404])
  expect(await details(one.paymentlink._id)).toMatchObject({ status: 'unpaid', active: true, open: false })
  expect(await page()).not.toContain(one.paymentlink.code)
})

test('200: those that stand alone and those of invoices are listed apart', async () => {
  const [{ _id }, { paymentlink }] = [await made({ title: 'Alone' }), await invoice({ title: 'Alone not' })]
  expect(await listed('kind=standalone&search=alone')).toEqual([_id])
  expect(await listed('kind=invoice&search=alone')).toEqual([paymentlink._id])
  expect((await w.call('GET', '/business/payment-link/list?kind=other')).status).toBe(400)
})

test('who switched a link off is in the audit trail', async () => {
  const { _id } = await made()
  await update(_id, { active: false, title: 'Trip' })
  await update(_id, { active: false })
  const { body } = await w.call('GET', `/business/audit/list?type=payment_link&subjectid=${_id}`)
  expect(body.data).toMatchObject([
    {
      actor: expect.stringMatching(/^api key /),
      action: 'payment_link.update',
      before: { active: true },
      after: { active: false },
    },
  ])
  expect(Object.keys(body.data[0].after)).toEqual(['active'])
})
