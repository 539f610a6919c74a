import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const create = (fields: object, headers = {}) => w.call('POST', '/business/tax/create', fields, headers)
const made = async (fields: object = {}) => (await create({ name: 'Levy', rate: 2, ...fields })).body.data
const list = async (query = '') => (await w.call('GET', `/business/tax/list?${query}`)).body
const details = (id: string, headers = {}) => w.call('GET', `/business/tax/details/${id}`, undefined, headers)
const update = (id: string, change: unknown, headers = {}) =>
  w.call('PATCH', `/business/tax/update/${id}`, change, headers)

describe('POST /business/tax/create', () => {
  test('201: answers the tax with the defaults; the rate has two decimals, and more are cut', async () => {
    const { status, body } = await create({ name: ' Catering levy ', rate: 2.559 })
    expect(status).toBe(201)
    expect(body).toEqual({
      success: true,
      message: 'Tax created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        name: 'Catering levy',
        rate: 2.55,
        inclusive: false,
        code: null,
        description: null,
        active: true,
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
      },
    })
    expect((await details(body.data._id)).body.data).toEqual(body.data)
  })

  test('201: keeps what it is given, from 0 to 100 per cent', async () => {
    for (const rate of [0, 100]) {
      const given = { name: 'Edge', rate, inclusive: true, code: 'E', description: 'at the edge', active: false }
      expect((await create(given)).body.data).toMatchObject(given)
    }
  })

  test.each([
    [{}, { name: 'Name is required', rate: 'Rate is required' }],
    [{ name: 'x', rate: -0.01 }, { rate: 'Rate must be at least 0' }],
    [{ name: 'x', rate: 100.01 }, { rate: 'Rate must be at most 100' }],
    [{ name: 'x', rate: '16' }, { rate: 'Rate must be a number' }],
    [
      { name: '', rate: 1, inclusive: 1 },
      { name: 'Name is required', inclusive: 'Inclusive must be a boolean' },
    ],
  ])('400: %j', async (fields, errors) => {
    const before = (await list()).meta.total
    const { status, body } = await create(fields)
    expect(status).toBe(400)
    expect(body).toEqual({ success: false, error: 'There are problems with your submission', errors })
    expect((await list()).meta.total).toBe(before)
  })

  test('401: needs a key', async () => {
    expect((await create({ name: 'x', rate: 1 }, { authorization: '' })).status).toBe(401)
  })

  test('a repeat with the same Idempotency-Key makes one tax and answers the same', async () => {
    const before = (await list()).meta.total
    const first = await create({ name: 'Once', rate: 1 }, { 'idempotency-key': 'once' })
    const second = await create({ name: 'Once', rate: 1 }, { 'idempotency-key': 'once' })
    expect(second.body).toEqual(first.body)
    expect((await list()).meta.total).toBe(before + 1)
  })
})

test('list answers 200: newest first, in pages, by name or code', async () => {
  await made({ name: 'Ushuru one' })
  await made({ name: 'Second', code: 'USHURU_2' })
  const page = await list('search=ushuru&limit=1')
  expect(page).toMatchObject({ data: [{ name: 'Second' }], pagination: { total: 2, page: 1, limit: 1, pages: 2 } })
  expect(page.meta).toEqual(page.pagination)
  expect((await list('search=U_2')).data).toMatchObject([{ code: 'USHURU_2' }])
  expect((await list('search=U%25')).data).toEqual([])
  const { apiKey } = await w.stranger()
  expect((await w.call('GET', '/business/tax/list', undefined, { authorization: apiKey })).body.data).toEqual([])
})

describe('details and update', () => {
  test('200: changes what was sent and leaves the rest', async () => {
    const tax = await made({ code: 'L', description: 'before' })
    await w.advance('PT1H')
    const { status, body } = await update(tax._id, { rate: 2.5, description: null })
    expect(status).toBe(200)
    const { data } = (await details(tax._id)).body
    expect(data).toEqual({ ...tax, rate: 2.5, description: null, updatedat: data.updatedat })
    expect(data.updatedat).not.toBe(tax.updatedat)
    expect(body).toEqual({
      success: true,
      message: 'Tax updated successfully',
      data: { _id: tax._id, modified: 1, updated: { rate: 2.5, description: null, updatedat: data.updatedat } },
    })
  })

  test('200: an invoice keeps the rate it was made with', async () => {
    const tax = await made({ rate: 16 })
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 100 }],
      duedate: '2031-04-01',
      taxid: tax._id,
    })
    await update(tax._id, { rate: 18 })
    const shown = await w.call('GET', `/business/invoice/details/${body.data._id}`)
    expect(shown.body.data).toMatchObject({ taxamount: 16, total: 116 })
  })

  test('200: a tax sent back whole changes nothing', async () => {
    for (const tax of [await made({ rate: 7.25 }), await made({ code: 'C', inclusive: true })]) {
      await w.advance('PT1H')
      expect((await update(tax._id, tax)).body.data.modified).toBe(0)
      expect((await details(tax._id)).body.data).toEqual(tax)
    }
  })

  test('400: what does not fit, and nothing to update', async () => {
    const { status, body } = await update(w.taxId, { name: '', rate: 101 })
    expect(status).toBe(400)
    expect(body.errors).toEqual({ name: 'Name is required', rate: 'Rate must be at most 100' })
    expect((await update(w.taxId, { _id: 'x' })).body).toEqual({ success: false, error: 'No valid fields to update' })
  })

  test('404: a missing, a malformed and a stranger’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const strange = { authorization: apiKey }
    const answers = []
    for (const id of ['ffffffffffffffffffffffff', 'vat']) answers.push(await details(id), await update(id, { rate: 1 }))
    answers.push(await details(w.taxId, strange), await update(w.taxId, { rate: 1 }, strange))
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Tax not found' })
    }
  })

  test('401: needs a key', async () => {
    expect((await details(w.taxId, { authorization: '' })).status).toBe(401)
    expect((await update(w.taxId, { rate: 1 }, { authorization: '' })).status).toBe(401)
  })
})
