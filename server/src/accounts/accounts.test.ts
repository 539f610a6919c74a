import { isAccountNumber } from '@kusanya/domain/account-number.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const create = (body: object, headers = {}) => w.call('POST', '/business/account/create', body, headers)
const made = async (name: string | null = 'Pupil', customerid = w.customer.id) =>
  (await create({ customerid, name })).body.data
const list = async (query = '') => (await w.call('GET', `/business/account/list?${query}`)).body
const details = (id: string, headers = {}) => w.call('GET', `/business/account/details/${id}`, undefined, headers)
const update = (id: string, change: unknown, headers = {}) =>
  w.call('PATCH', `/business/account/update/${id}`, change, headers)
const invoice = (accountid: string, rate: number, extra: object = {}) =>
  w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    accountid,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-04-01',
    ...extra,
  })

async function anotherCustomer(): Promise<string> {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone: '0722000111',
    country: 'Kenya',
    currency: 'KES',
  })
  return body.data._id
}

/** The account of a standalone payment link: it belongs to no customer. */
async function linkAccount(): Promise<{ id: string; number: string }> {
  const { body } = await w.call('POST', '/business/payment-link/create', { title: 'Harambee', amount: 100 })
  const number = body.data.accountno
  const [row] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ id: string }[]>`select id from accounts where business_id = ${w.businessId} and number = ${number}`,
  )
  return { id: row?.id ?? '', number }
}

describe('POST /business/account/create', () => {
  test('201: opens a further account with a number of its own', async () => {
    const { status, body } = await create({ customerid: w.customer.id, name: ' Wanjiru, class 4 ' })
    expect(status).toBe(201)
    expect(body).toEqual({
      success: true,
      message: 'Account created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        accountno: body.data.accountno,
        name: 'Wanjiru, class 4',
        customerid: w.customer.id,
        customername: 'Amina Otieno',
        isdefault: false,
        credit: 0,
        balance: 0,
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
      },
    })
    expect(isAccountNumber(body.data.accountno)).toBe(true)
    expect(body.data.accountno).not.toBe(w.customer.accountno)
    expect((await details(body.data._id)).body.data).toEqual(body.data)
  })

  test('201: a name may be left out', async () => {
    expect((await create({ customerid: w.customer.id })).body.data.name).toBeNull()
  })

  test.each([
    [{}, { customerid: 'Customerid is required' }],
    [
      { customerid: '', name: 4 },
      { customerid: 'Customerid is required', name: 'Name must be a string' },
    ],
    [{ customerid: 'x', name: 'x'.repeat(201) }, { name: 'Name must be at most 200 characters' }],
  ])('400: %j', async (fields, errors) => {
    const { status, body } = await create(fields)
    expect(status).toBe(400)
    expect(body).toEqual({ success: false, error: 'There are problems with your submission', errors })
  })

  test('401: needs a key', async () => {
    expect((await create({ customerid: w.customer.id }, { authorization: '' })).status).toBe(401)
  })

  test('404: a missing, a malformed and a stranger’s customer answer the same, and nothing is left behind', async () => {
    const { apiKey } = await w.stranger()
    const before = (await list()).meta.total
    const answers = [
      await create({ customerid: 'ffffffffffffffffffffffff' }, { 'idempotency-key': 'lost' }),
      await create({ customerid: 'customer_456' }),
      await create({ customerid: w.customer.id }, { authorization: apiKey }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Customer not found in this business' })
    }
    expect((await list()).meta.total).toBe(before)
    expect((await create({ customerid: w.customer.id }, { 'idempotency-key': 'lost' })).status).toBe(201)
  })

  test('a repeat with the same Idempotency-Key opens one account and answers the same', async () => {
    const before = (await list()).meta.total
    const body = { customerid: w.customer.id, name: 'Once' }
    const first = await create(body, { 'idempotency-key': 'once' })
    const second = await create(body, { 'idempotency-key': 'once' })
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect((await list()).meta.total).toBe(before + 1)
  })
})

describe('GET /business/account/list', () => {
  test('200: newest first, in pages, by customer', async () => {
    const customerid = await anotherCustomer()
    const first = await made('Room 1', customerid)
    const second = await made('Room 2', customerid)
    const page = await list(`customerid=${customerid}&limit=2`)
    expect(page.data.map(({ _id }: { _id: string }) => _id)).toEqual([second._id, first._id])
    expect(page.pagination).toEqual({ total: 3, page: 1, limit: 2, pages: 2 })
    expect(page.meta).toEqual(page.pagination)
    const last = await list(`customerid=${customerid}&limit=2&page=2`)
    expect(last.data).toMatchObject([{ isdefault: true, name: null, customerid }])
  })

  test('200: search finds names and numbers, even as they are spoken, and takes %, _ and \\ for themselves', async () => {
    const { accountno } = await made('Plot 7_b 50% \\ left')
    const spoken = `${accountno.slice(0, 3)} ${accountno.slice(3)}`.toLowerCase()
    for (const search of ['PLOT 7_', '50%', '% \\ l', accountno, spoken]) {
      const { data } = await list(`search=${encodeURIComponent(search)}`)
      expect(data, search).toMatchObject([{ accountno }])
    }
    expect((await list('search=7%25b')).data).toEqual([])
  })

  test('200: search finds all accounts of a customer by his name', async () => {
    const customerid = await anotherCustomer()
    const name = 'Zawadi 100% Mutiso'
    await w.call('PATCH', `/business/customer/update/${customerid}`, { name })
    const room = await made('Room 9', customerid)
    const { data } = await list(`search=${encodeURIComponent('zawadi 100%')}`)
    expect(data).toMatchObject([
      { _id: room._id, customername: name },
      { isdefault: true, customername: name },
    ])
    expect((await list('search=zawadi%25mutiso')).data).toEqual([])
  })

  test('200: leaves out the accounts of standalone payment links', async () => {
    const { number } = await linkAccount()
    expect(await list(`search=${number}`)).toMatchObject({ data: [], meta: { total: 0 } })
  })

  test('200: of a customer who is not there, or a stranger’s, there are none', async () => {
    const { apiKey } = await w.stranger()
    expect((await list('customerid=customer_456')).data).toEqual([])
    const path = `/business/account/list?customerid=${w.customer.id}`
    expect((await w.call('GET', path, undefined, { authorization: apiKey })).body.data).toEqual([])
  })
})

describe('GET /business/account/details/:id', () => {
  test('200: the balance is what its own open invoices still ask for', async () => {
    const account = await made()
    await invoice(account._id, 250)
    await invoice(account._id, 70, { status: 'draft' })
    await invoice((await made())._id, 30)
    expect((await details(account._id)).body.data).toEqual({ ...account, balance: 250 })
  })

  test('404: a missing, a malformed, a stranger’s and a link’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const { _id } = await made()
    const answers = [
      await details('ffffffffffffffffffffffff'),
      await details('account_1'),
      await details(_id, { authorization: apiKey }),
      await details((await linkAccount()).id),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Account not found' })
    }
  })
})

describe('PATCH /business/account/update/:id', () => {
  test('200: renames, and an empty name is none', async () => {
    const account = await made('Before')
    await w.advance('PT1H')
    const { status, body } = await update(account._id, { name: 'After', credit: 900 })
    expect(status).toBe(200)
    const { data } = (await details(account._id)).body
    expect(body).toEqual({
      success: true,
      message: 'Account updated successfully',
      data: { _id: account._id, modified: 1, updated: { name: 'After', updatedat: data.updatedat } },
    })
    expect(data).toEqual({ ...account, name: 'After', updatedat: data.updatedat })
    expect(data.updatedat).not.toBe(account.updatedat)
    await update(account._id, { name: ' ' })
    expect((await details(account._id)).body.data.name).toBeNull()
  })

  test('200: an account sent back whole changes nothing', async () => {
    for (const account of [await made(), await made(null)]) {
      await w.advance('PT1H')
      expect((await update(account._id, account)).body.data.modified).toBe(0)
      expect((await details(account._id)).body.data).toEqual(account)
    }
  })

  test('400: nothing to update', async () => {
    const { status, body } = await update((await made())._id, { accountno: 'AAAAAAA', isdefault: true })
    expect(status).toBe(400)
    expect(body).toEqual({ success: false, error: 'No valid fields to update' })
  })

  test('404: a missing, a malformed, a stranger’s and a link’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const { _id } = await made()
    const change = { name: 'Mine' }
    const answers = [
      await update('ffffffffffffffffffffffff', change),
      await update('account_1', change),
      await update(_id, change, { authorization: apiKey }),
      await update((await linkAccount()).id, change),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Account not found' })
    }
  })
})
