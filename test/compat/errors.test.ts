import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { thousand, update, websiteProject } from './examples.ts'

const dateError = (field: string) => `Invalid ${field} format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)`

describe('the published error texts', () => {
  let w: World
  beforeAll(async () => {
    w = await world({ connected: false })
  })
  afterAll(() => w.end())
  const create = async (changes: object) => {
    const { status, body } = await w.call('POST', '/business/invoice/create', { ...websiteProject(w), ...changes })
    return [status, body]
  }

  test('"At least one item is required" without items, with none, and with something else', async () => {
    for (const items of [[], undefined, null, {}, 'one']) {
      const [status, body] = await create({ items })
      expect([status, body.success, body.error], String(items)).toEqual([400, false, 'At least one item is required'])
    }
  })

  test('"Customer not found in this business" for an unknown, a malformed and a stranger’s customer', async () => {
    const { apiKey } = await w.stranger()
    const theirs = await w.call(
      'POST',
      '/business/customer/create',
      { name: 'Otieno', email: 'o@example.test', phone: '0700000001', country: 'Kenya', currency: 'KES' },
      { authorization: apiKey },
    )
    for (const customerid of ['0'.repeat(24), 'customer_456', theirs.body.data._id]) {
      expect(await create({ customerid })).toEqual([
        404,
        { success: false, error: 'Customer not found in this business' },
      ])
    }
  })

  test('"product not found: <id>" for the first that is missing, in the order of the items', async () => {
    const item = (itemid: string) => ({ itemid, quantity: 1, rate: 1 })
    expect(await create({ items: [item(w.products[0]), item('product_123'), item('0'.repeat(24))] })).toEqual([
      404,
      { success: false, error: 'product not found: product_123' },
    ])
  })

  test('"Invoice not found" for an unknown and for any malformed id', async () => {
    for (const id of [
      '0'.repeat(24),
      'invoice_789',
      '%00',
      '%ED%A0%80',
      '%zz',
      '..%2f..',
      'x'.repeat(300),
      '%F0%9F%92%B0',
    ]) {
      const seen = await w.call('GET', `/business/invoice/details/${id}`)
      expect([seen.status, seen.body.success, typeof seen.body.error], id).toEqual([404, false, 'string'])
    }
    for (const id of ['0'.repeat(24), 'invoice_789', '%00']) {
      const seen = await w.call('GET', `/business/invoice/details/${id}`)
      expect([seen.status, seen.body], id).toEqual([404, { success: false, error: 'Invoice not found' }])
      const changed = await update(w, id, { title: 'T' })
      expect([changed.status, changed.body], id).toEqual([404, { success: false, error: 'Invoice not found' }])
    }
  })

  test('"Invalid duedate format. …" for what is no ISO 8601 date or no day of the calendar', async () => {
    const wrong = [
      '15/02/2031',
      '2031-02-30',
      '2031-13-01',
      '2031-02-15 10:00:00',
      '2031-02-15T10:00:00',
      'tomorrow',
      '20310215',
    ]
    for (const duedate of wrong) {
      expect(await create({ duedate }), duedate).toEqual([400, { success: false, error: dateError('duedate') }])
    }
    const made = await thousand(w)
    expect((await update(w, made._id, { duedate: '2031-02-30' })).body.error).toBe(dateError('duedate'))
  })

  test('the same of invoicedate', async () => {
    expect(await create({ invoicedate: '2031-02-30' })).toEqual([
      400,
      { success: false, error: dateError('invoicedate') },
    ])
  })

  test('dates are taken with and without time, fraction and offset', async () => {
    const taken = {
      '2031-02-15': '2031-02-15T00:00:00Z',
      '2031-02-15T10:00:00Z': '2031-02-15T10:00:00Z',
      '2031-02-15T10:00:00.123Z': '2031-02-15T10:00:00Z',
      '2031-02-15T10:00:00+03:00': '2031-02-15T07:00:00Z',
      '2028-02-29': '2028-02-29T00:00:00Z',
      '9999-12-31': '9999-12-31T00:00:00Z',
      '9999-12-31T23:59:59Z': '9999-12-31T23:59:59Z',
    }
    for (const [sent, shown] of Object.entries(taken)) {
      const [status, body] = await create({ duedate: sent })
      expect([status, body.data?.duedate], sent).toEqual([201, shown])
    }
  })

  test('each missing or misshapen field is named, the first of them in `error`', async () => {
    expect((await create({ customerid: undefined }))[1].error).toBe('customerid is required')
    expect((await create({ customerid: '' }))[1].error).toBe('customerid is required')
    expect((await create({ duedate: undefined }))[1].error).toBe('duedate is required')
    expect((await create({ discounttype: 'half' }))[1].error).toBe('Invalid discounttype. Use percentage or fixed')
    expect((await create({ status: 'paid' }))[1].error).toBe('Invalid status value')
    const [status, body] = await create({ customerid: undefined, items: [], duedate: 7, discount: -1 })
    expect([status, body]).toEqual([
      400,
      {
        success: false,
        error: 'customerid is required',
        errors: {
          customerid: 'customerid is required',
          items: 'At least one item is required',
          duedate: 'duedate must be a string',
          discount: 'discount must be at least 0',
        },
      },
    ])
  })

  test.each([
    ['quantity', [0, -1, 1.5, '1', true, null, '0x10', [1]], 'quantity must be a positive integer'],
    ['rate', ['150000', true, null, '0x10', [1], {}], 'rate must be a number'],
  ])('an item’s %s is taken as a number only, never made into one', async (field, wrong, error) => {
    for (const value of wrong) {
      const items = [{ itemid: w.products[0], quantity: 1, rate: 1, [field]: value }]
      const [status, body] = await create({ items })
      expect([status, body.error, body.errors[`items.0.${field}`]], JSON.stringify(value)).toEqual([400, error, error])
    }
  })

  test.each(['discount', 'title', 'description', 'remark', 'taxid', 'invoicedate'])(
    '%s of the wrong type is refused by name',
    async (field) => {
      for (const value of field === 'discount' ? ['10', true, null, '0x10'] : [7, true, null, {}]) {
        const [status, body] = await create({ [field]: value })
        expect([status, body.error], JSON.stringify(value)).toEqual([
          400,
          expect.stringContaining(`${field} must be a`),
        ])
      }
    },
  )

  test('a percentage above 100, a discount above the subtotal, an unknown tax and a negative rate are refused', async () => {
    expect(await create({ discount: 100.01 })).toEqual([
      400,
      { success: false, error: 'A percentage discount must not exceed 100' },
    ])
    expect(await create({ discount: 162000.01, discounttype: 'fixed' })).toEqual([
      400,
      { success: false, error: 'Discount exceeds the subtotal' },
    ])
    expect(await create({ taxid: 'vat' })).toEqual([404, { success: false, error: 'Tax not found' }])
    const items = [{ itemid: w.products[0], quantity: 1, rate: -1 }]
    expect((await create({ items }))[1].error).toBe('rate must be at least 0')
  })

  test('what is looked up is refused in the published order: customer, products, tax', async () => {
    const item = { itemid: 'product_123', quantity: 1, rate: 1 }
    expect((await create({ customerid: 'x', items: [item], taxid: 'x' }))[1].error).toBe(
      'Customer not found in this business',
    )
    expect((await create({ items: [item], taxid: 'x' }))[1].error).toBe('product not found: product_123')
    expect((await create({ customerid: 'x', duedate: 'x' }))[1].error).toBe(dateError('duedate'))
  })

  test('without a key, with a wrong one and with another scheme: 401 with the documented message', async () => {
    for (const authorization of [
      '',
      'cs_your_client_secret',
      `Basic ${w.apiKey}`,
      `${w.apiKey}x`,
      w.apiKey.slice(0, -1),
    ]) {
      const { status, body } = await w.call('GET', '/business/invoice/list', undefined, { authorization })
      expect([status, body]).toEqual([
        401,
        { success: false, error: 'Unauthorized access!', message: 'Unauthorized access!' },
      ])
    }
  })
})
