import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { createProducts } from './write-products.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const create = (fields: object, headers = {}) => w.call('POST', '/business/product/create', fields, headers)
const made = async (fields: object = {}) =>
  (await create({ title: 'Borehole survey', price: 1250, ...fields })).body.data
const list = async (query = '') => (await w.call('GET', `/business/product/list?${query}`)).body
const details = (id: string, headers = {}) => w.call('GET', `/business/product/details/${id}`, undefined, headers)
const update = (id: string, change: unknown, headers = {}) =>
  w.call('PATCH', `/business/product/update/${id}`, change, headers)
const titles = async (query: string) => (await list(query)).data.map(({ title }: { title: string }) => title)

describe('POST /business/product/create', () => {
  test('201: answers the product with the next sku and the defaults', async () => {
    const { status, body } = await create({ title: ' Survey day ', price: 1250.509 })
    expect(status).toBe(201)
    expect(body).toEqual({
      success: true,
      message: 'Product created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        title: 'Survey day',
        sku: 'PRD-003', // the world has two
        description: null,
        price: 1250.5,
        currency: 'KES',
        stock: null,
        type: 'product',
        status: 'published',
        featured: false,
        categoryid: null,
        active: true,
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
      },
    })
    expect((await details(body.data._id)).body.data).toEqual(body.data)
  })

  test('201: keeps what it is given, and takes null for left out', async () => {
    const given = {
      title: 'Tank',
      price: 0.01,
      sku: 'TANK-1',
      description: '5000 l',
      currency: 'USD',
      stock: 7,
      type: 'service',
      status: 'draft',
      featured: true,
      categoryid: 'tanks',
      active: false,
    }
    expect((await create(given)).body.data).toMatchObject(given)
    const nulls = Object.fromEntries(
      Object.keys(given)
        .slice(2)
        .map((field) => [field, null]),
    )
    const { status, body } = await create({ ...nulls, title: 'Tank', price: 5 })
    expect(status).toBe(201)
    expect(body.data).toMatchObject({
      sku: expect.stringMatching(/^PRD-/),
      currency: 'KES',
      type: 'product',
      active: true,
    })
  })

  test.each([
    [{}, { title: 'Title is required', price: 'Price is required' }],
    [
      { title: '', price: 0 },
      { title: 'Title is required', price: 'Price must be greater than 0' },
    ],
    [{ price: -1 }, { title: 'Title is required', price: 'Price must be greater than 0' }],
    [{ title: 'x', price: 0.009 }, { price: 'Price must be greater than 0' }],
    [{ title: 'x', price: '12' }, { price: 'Price must be a number' }],
    [{ title: 'x', price: null }, { price: 'Price must be a number' }],
    [{ title: 'x', price: 1, stock: 1.5 }, { stock: 'Stock must be an integer' }],
    [{ title: 'x', price: 1, stock: -1 }, { stock: 'Stock must be at least 0' }],
    [{ title: 'x', price: 1, type: 'thing' }, { type: 'Invalid type. Use product, service, plan' }],
    [{ title: 'x', price: 1, status: 'live' }, { status: 'Invalid status. Use published, draft, archived' }],
    [{ title: 'x', price: 1, currency: 'kes' }, { currency: 'Currency must be a three-letter code such as KES' }],
  ])('400: %j', async (fields, errors) => {
    const before = (await list()).meta.total
    const { status, body } = await create(fields)
    expect(status).toBe(400)
    expect(body).toEqual({ success: false, error: 'There are problems with your submission', errors })
    expect((await list()).meta.total).toBe(before)
  })

  test('401: needs a key', async () => {
    expect((await create({ title: 'x', price: 1 }, { authorization: '' })).status).toBe(401)
  })

  test('409: a sku that is taken, and its Idempotency-Key stays free', async () => {
    await made({ sku: 'TAKEN' })
    const { status, body } = await create({ title: 'x', price: 1, sku: ' TAKEN ' }, { 'idempotency-key': 'taken' })
    expect(status).toBe(409)
    expect(body).toEqual({ success: false, error: 'A product with this sku already exists' })
    expect((await create({ title: 'x', price: 1, sku: 'FREE' }, { 'idempotency-key': 'taken' })).status).toBe(201)
  })

  test('two businesses may use the same sku', async () => {
    await made({ sku: 'SAME' })
    const { apiKey } = await w.stranger()
    expect((await create({ title: 'x', price: 1, sku: 'SAME' }, { authorization: apiKey })).status).toBe(201)
  })

  test('twenty at the same time get twenty skus in a row', async () => {
    const { apiKey } = await w.stranger()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create({ title: 'x', price: 1 }, { authorization: apiKey })),
    )
    const skus = answers.map(({ body }) => body.data.sku).sort()
    expect(skus).toEqual(Array.from({ length: 20 }, (_, index) => `PRD-${String(index + 1).padStart(3, '0')}`))
  })

  test('a given sku goes beyond the ones that the merchant chose himself', async () => {
    const { apiKey } = await w.stranger()
    const make = async (sku?: string) =>
      (await create({ title: 'x', price: 1, sku: sku ?? null }, { authorization: apiKey })).body.data.sku
    await make('PRD-001')
    await make('PRD-0002')
    await make('PRD-999')
    expect(await make()).toBe('PRD-1000')
    expect(await make()).toBe('PRD-1001')
  })

  test('of many at once only the one with a taken sku is refused', async () => {
    const { businessId } = await w.stranger()
    const draft = {
      title: 'x',
      sku: null,
      description: null,
      price: 100n,
      currency: null,
      stock: null,
      type: 'product',
      status: 'published',
      featured: false,
      categoryId: null,
      active: true,
    } as const
    const outcomes = await inBusiness(w.ctx.sql, businessId, (tx) =>
      createProducts(tx, w.ctx, businessId, [draft, { ...draft, sku: 'PRD-002' }, { ...draft, sku: 'PRD-002' }, draft]),
    )
    expect(outcomes.map((outcome) => ('sku' in outcome ? outcome.sku : outcome.code))).toEqual([
      'PRD-001',
      'PRD-002',
      'sku_taken',
      'PRD-003',
    ])
  })

  test('a repeat with the same Idempotency-Key makes one product and answers the same', async () => {
    const before = (await list()).meta.total
    const first = await create({ title: 'x', price: 1 }, { 'idempotency-key': 'once' })
    const second = await create({ title: 'x', price: 1 }, { 'idempotency-key': 'once' })
    expect(second.body).toEqual(first.body)
    expect((await list()).meta.total).toBe(before + 1)
  })
})

describe('GET /business/product/list', () => {
  test('200: newest first, in pages, by status, type and category', async () => {
    await made({ title: 'Maji one', status: 'draft', categoryid: 'water' })
    await made({ title: 'Maji two', type: 'service', categoryid: 'water' })
    await made({ title: 'Maji three', type: 'plan', status: 'archived' })
    expect(await titles('search=maji')).toEqual(['Maji three', 'Maji two', 'Maji one'])
    expect(await titles('search=maji&limit=2&page=2')).toEqual(['Maji one'])
    expect((await list('search=maji&limit=2')).pagination).toEqual({ total: 3, page: 1, limit: 2, pages: 2 })
    expect(await titles('search=maji&status=draft')).toEqual(['Maji one'])
    expect(await titles('search=maji&type=service')).toEqual(['Maji two'])
    expect(await titles('search=maji&categoryid=water')).toEqual(['Maji two', 'Maji one'])
    expect(await titles('search=maji&categoryid=water&status=published')).toEqual(['Maji two'])
  })

  test('200: search finds title, sku and description, and takes %, _ and \\ for themselves', async () => {
    await made({ title: 'Rope 5%', sku: 'RO_PE\\5', description: 'Twisted SISAL' })
    for (const search of ['ROPE 5%', 'o_pe\\', 'twisted sisal']) {
      expect(await titles(`search=${encodeURIComponent(search)}`), search).toEqual(['Rope 5%'])
    }
    expect(await titles('search=ro_e')).toEqual([])
  })

  test('400: an unknown status or type', async () => {
    expect((await w.call('GET', '/business/product/list?status=live')).body.error).toBe('Invalid status value')
    const { status, body } = await w.call('GET', '/business/product/list?type=thing')
    expect(status).toBe(400)
    expect(body.error).toBe('Invalid type. Use product, service, plan')
  })

  test('200: another business sees none of them', async () => {
    const { apiKey } = await w.stranger()
    const { body } = await w.call('GET', '/business/product/list', undefined, { authorization: apiKey })
    expect(body.data).toEqual([])
  })
})

describe('details and update', () => {
  test('200: changes what was sent and leaves the rest', async () => {
    const product = await made({ description: 'before', stock: 3 })
    await w.advance('PT1H')
    const { status, body } = await update(product._id, { price: 99.99, stock: null, sku: null, status: 'archived' })
    expect(status).toBe(200)
    const { data } = (await details(product._id)).body
    expect(data).toEqual({ ...product, price: 99.99, stock: null, status: 'archived', updatedat: data.updatedat })
    expect(data.updatedat).not.toBe(product.updatedat)
    expect(body).toEqual({
      success: true,
      message: 'Product updated successfully',
      data: {
        _id: product._id,
        modified: 1,
        updated: { price: 99.99, stock: null, sku: product.sku, status: 'archived', updatedat: data.updatedat },
      },
    })
  })

  test('200: a product sent back whole changes nothing', async () => {
    for (const product of [await made(), await made({ description: 'd', stock: 0, categoryid: 'c', price: 2499.99 })]) {
      await w.advance('PT1H')
      expect((await update(product._id, product)).body.data.modified).toBe(0)
      expect((await details(product._id)).body.data).toEqual(product)
    }
  })

  test('400: each field that does not fit', async () => {
    const { status, body } = await update(w.products[0], { title: ' ', price: 0 })
    expect(status).toBe(400)
    expect(body).toEqual({
      success: false,
      error: 'There are problems with your submission',
      errors: { title: 'Title is required', price: 'Price must be greater than 0' },
    })
  })

  test('400: nothing to update', async () => {
    expect((await update(w.products[0], { _id: 'x' })).body.error).toBe('No valid fields to update')
  })

  test('409: a sku that is taken, and nothing is changed', async () => {
    const [one, other] = [await made({ sku: 'ONE' }), await made({ sku: 'OTHER' })]
    const { status, body } = await update(other._id, { title: 'Changed', sku: one.sku })
    expect(status).toBe(409)
    expect(body).toEqual({ success: false, error: 'A product with this sku already exists' })
    expect((await details(other._id)).body.data).toEqual(other)
  })

  test('404: a missing, a malformed and a stranger’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const strange = { authorization: apiKey }
    const answers = []
    for (const id of ['ffffffffffffffffffffffff', 'product_123']) {
      answers.push(await details(id), await update(id, { title: 'Mine' }))
    }
    answers.push(await details(w.products[0], strange), await update(w.products[0], { title: 'Mine' }, strange))
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Product not found' })
    }
  })

  test('401: needs a key', async () => {
    expect((await details(w.products[0], { authorization: '' })).status).toBe(401)
    expect((await update(w.products[0], { title: 'x' }, { authorization: '' })).status).toBe(401)
  })
})
