import { isAccountNumber } from '@kusanya/domain/account-number.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { createCustomers } from './write-customers.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const baraka = {
  name: 'Baraka Njoroge',
  email: 'baraka@example.test',
  phone: '0722 000 111',
  country: 'Kenya',
  currency: 'KES',
}
const create = (fields: object = {}, headers = {}) =>
  w.call('POST', '/business/customer/create', { ...baraka, ...fields }, headers)
const made = async (fields: object = {}) => (await create(fields)).body.data
const list = async (query = '') => (await w.call('GET', `/business/customer/list?${query}`)).body
const details = (id: string, headers = {}) => w.call('GET', `/business/customer/details/${id}`, undefined, headers)
const update = (id: string, change: unknown, headers = {}) =>
  w.call('PATCH', `/business/customer/update/${id}`, change, headers)
const named = async (search: string, more = '') =>
  (await list(`search=${encodeURIComponent(search)}${more}`)).data.map(({ name }: { name: string }) => name)

async function invoice(customerid: string, rate: number, extra: object = {}) {
  const items = [{ itemid: w.products[0], quantity: 1, rate }]
  return (await w.call('POST', '/business/invoice/create', { customerid, items, duedate: '2031-04-01', ...extra })).body
    .data
}
const changeInvoice = (id: string, change: object) => w.call('PATCH', `/business/invoice/update/${id}`, change)

/** How many rows a create could have left. */
const rows = () =>
  inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const [counted] = await tx`
      select (select count(*) from customers) as customers, (select count(*) from accounts) as accounts,
        (select count(*) from idempotency_keys) as keys
    `
    return { ...counted }
  })

describe('POST /business/customer/create', () => {
  test('201: answers the customer with the number of an account made for him', async () => {
    const { status, body } = await create({ company: 'Njoroge Ltd', address: ' ', city: null, type: 'business' })
    expect(status).toBe(201)
    const { _id, accountno, accounts } = body.data
    expect(body).toEqual({
      success: true,
      message: 'Customer created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        ...baraka,
        company: 'Njoroge Ltd',
        address: null,
        city: null,
        type: 'business',
        active: true,
        language: null,
        emails: 'all',
        sms: 'all',
        sourceorigin: 'api',
        accountno,
        balance: 0,
        credit: 0,
        accounts: [{ _id: accounts[0]._id, accountno, name: null, isdefault: true, balance: 0, credit: 0 }],
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
      },
    })
    expect(isAccountNumber(accountno)).toBe(true)
    expect((await details(_id)).body.data).toEqual(body.data)
  })

  test('201: two customers may have the same e-mail and phone, and get different numbers', async () => {
    const [one, other] = [await made(), await made()]
    expect(one.accountno).not.toBe(other.accountno)
  })

  test('400: names every missing field, and leaves nothing behind', async () => {
    const before = await rows()
    const { status, body } = await w.call('POST', '/business/customer/create', {}, { 'idempotency-key': 'refused' })
    expect(status).toBe(400)
    expect(body).toEqual({
      success: false,
      error: 'There are problems with your submission',
      errors: {
        name: 'Name is required',
        email: 'Email is required',
        phone: 'Phone is required',
        country: 'Country is required',
        currency: 'Currency is required',
      },
    })
    expect(await rows()).toEqual(before)
  })

  test.each([
    [{ name: '  ' }, { name: 'Name is required' }],
    [{ name: 7 }, { name: 'Name must be a string' }],
    [{ name: 'x'.repeat(201) }, { name: 'Name must be at most 200 characters' }],
    [{ email: '' }, { email: 'Email is required' }],
    [{ email: 'baraka' }, { email: 'Email is not valid' }],
    [{ email: null }, { email: 'Email must be a string' }],
    [{ phone: 'none' }, { phone: 'Phone is not valid' }],
    [{ phone: 254722000111 }, { phone: 'Phone must be a string' }],
    [{ currency: 'shillings' }, { currency: 'Currency must be a three-letter code such as KES' }],
    [{ type: 'school' }, { type: 'Invalid type. Use individual, business' }],
    [{ active: 'yes' }, { active: 'Active must be a boolean' }],
    [
      { company: 5, city: [] },
      { company: 'Company must be a string', city: 'City must be a string' },
    ],
  ])('400: %j', async (fields, errors) => {
    const { status, body } = await create(fields)
    expect(status).toBe(400)
    expect(body).toEqual({ success: false, error: 'There are problems with your submission', errors })
  })

  test('400: a body that is no object says so, without naming a field', async () => {
    const { status, body } = await w.call('POST', '/business/customer/create', '[1]')
    expect(status).toBe(400)
    expect(body.error).toBe('Invalid request body')
  })

  test('401: needs a key', async () => {
    expect((await create({}, { authorization: '' })).status).toBe(401)
  })

  test('a repeat with the same Idempotency-Key makes one customer and answers the same', async () => {
    const before = (await list()).meta.total
    const first = await create({}, { 'idempotency-key': 'once' })
    const second = await create({}, { 'idempotency-key': 'once' })
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect((await list()).meta.total).toBe(before + 1)
  })

  test('three hundred at once are made, each with a default account and a number of its own', async () => {
    const asUsual = { type: 'individual', active: true, language: null, emails: 'all', sms: 'all' } as const
    const facts = { ...baraka, email: null, phone: null, country: null, company: null, address: null, city: null }
    const { businessId } = await w.stranger()
    const customers = await inBusiness(w.ctx.sql, businessId, (tx) =>
      createCustomers(
        tx,
        w.ctx,
        businessId,
        Array.from({ length: 300 }, () => ({ ...facts, ...asUsual })),
        'import',
      ),
    )
    const numbers = customers.map(({ accounts }) => accounts[0]?.number)
    expect(new Set(numbers).size).toBe(300)
    expect(numbers.every((number) => number !== undefined && isAccountNumber(number))).toBe(true)
  })
})

describe('GET /business/customer/list', () => {
  test('200: newest first, in pages, with the page block under both names', async () => {
    const names = ['Zawadi First', 'Zawadi Second', 'Zawadi Third']
    for (const name of names) await made({ name })
    const page = await list('search=zawadi&limit=2&page=2')
    expect(page.data.map(({ name }: { name: string }) => name)).toEqual(['Zawadi First'])
    expect(page.pagination).toEqual({ total: 3, page: 2, limit: 2, pages: 2 })
    expect(page.meta).toEqual(page.pagination)
    expect(await named('zawadi', '&limit=2')).toEqual(['Zawadi Third', 'Zawadi Second'])
    expect((await list('search=zawadi&page=9')).data).toEqual([])
  })

  test('200: search finds name, e-mail, company, account number and phone, however it is written', async () => {
    const company = 'Kilifi Dhow & Sons'
    const dhow = await made({
      name: 'Dhow 100%_\\ Owner',
      email: 'Dhow@Example.test',
      phone: '+254 733 444 555',
      company,
    })
    for (const search of ['dhow 100', 'DHOW@example', 'kilifi dhow &', '0733444555', '254733444555', '733 444 555']) {
      expect(await named(search), search).toEqual([dhow.name])
    }
    const spoken = `${dhow.accountno.slice(0, 3)} ${dhow.accountno.slice(3)}`.toLowerCase()
    expect(await named(spoken)).toEqual([dhow.name])
  })

  test('200: %, _ and \\ in a search are only themselves', async () => {
    for (const search of ['100%_\\', '%', '\\', '%_']) {
      expect(await named(search), search).toEqual(['Dhow 100%_\\ Owner'])
    }
  })

  test('200: filters by type', async () => {
    await made({ name: 'Chai Business', type: 'business' })
    await made({ name: 'Chai Person' })
    expect(await named('chai', '&type=business')).toEqual(['Chai Business'])
    expect(await named('chai', '&type=individual')).toEqual(['Chai Person'])
  })

  test('400: an unknown type', async () => {
    const { status, body } = await w.call('GET', '/business/customer/list?type=school')
    expect(status).toBe(400)
    expect(body.error).toBe('Invalid type. Use individual, business')
  })

  test('200: another business sees none of them', async () => {
    const { apiKey } = await w.stranger()
    const { body } = await w.call('GET', '/business/customer/list', undefined, { authorization: apiKey })
    expect(body).toMatchObject({ data: [], meta: { total: 0, page: 1, limit: 10, pages: 0 } })
  })
})

describe('GET /business/customer/details/:id', () => {
  test('200: the balance is what issued, uncancelled invoices still ask for', async () => {
    const { _id } = await made()
    await invoice(_id, 700)
    await invoice(_id, 50, { status: 'draft' })
    const cancelled = await invoice(_id, 60)
    await changeInvoice(cancelled._id, { status: 'cancelled' })
    const partly = await invoice(_id, 300)
    await changeInvoice(partly._id, { status: 'partially_paid', amountpaid: 100.5 })
    const paid = await invoice(_id, 80)
    await changeInvoice(paid._id, { status: 'paid' })
    expect((await details(_id)).body.data).toMatchObject({ balance: 899.5, credit: 0, accounts: [{ balance: 899.5 }] })
  })

  test('200: balance and credit are those of all accounts, the default one first', async () => {
    const { _id, accountno } = await made()
    const room = await w.call('POST', '/business/account/create', { customerid: _id, name: 'Room 2' })
    await invoice(_id, 400, { accountid: room.body.data._id })
    await payByHand(accountno, '150.00')
    const { data } = (await details(_id)).body
    expect(data).toMatchObject({
      accountno,
      balance: 400,
      credit: 150,
      accounts: [
        { accountno, name: null, isdefault: true, balance: 0, credit: 150 },
        { _id: room.body.data._id, name: 'Room 2', isdefault: false, balance: 400, credit: 0 },
      ],
    })
    const [first] = (await list()).data
    expect(first).toMatchObject({ _id, balance: 400, credit: 150 })
  })

  test('401: needs a key', async () => {
    expect((await details(w.customer.id, { authorization: 'cs_live_wrong' })).status).toBe(401)
  })

  test('404: a missing, a malformed and a stranger’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const answers = [
      await details('ffffffffffffffffffffffff'),
      await details('customer_456'),
      await details(w.customer.id, { authorization: apiKey }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Customer not found' })
    }
  })
})

describe('PATCH /business/customer/update/:id', () => {
  test('200: changes what was sent, tells it as it now stands, and leaves the rest', async () => {
    const customer = await made({ company: 'Before Ltd' })
    await w.advance('PT1H')
    const answer = await update(customer._id, { name: ' Baraka N. ', company: null, active: false, balance: 1e6 })
    expect(answer.status).toBe(200)
    const updatedat = new Date(w.ctx.now()).toISOString().replace(/\.\d+/, '')
    expect(answer.body).toEqual({
      success: true,
      message: 'Customer updated successfully',
      data: {
        _id: customer._id,
        modified: 1,
        updated: { name: 'Baraka N.', company: null, active: false, updatedat },
      },
    })
    expect((await details(customer._id)).body.data).toEqual({
      ...customer,
      name: 'Baraka N.',
      company: null,
      active: false,
      updatedat,
    })
  })

  test('200: a customer sent back whole changes nothing', async () => {
    const { _id } = await made({ company: 'Njoroge Ltd' })
    const before = (await details(_id)).body.data
    await w.advance('PT1H')
    const { status, body } = await update(_id, before)
    expect(status).toBe(200)
    expect(body.data.modified).toBe(0)
    expect((await details(_id)).body.data).toEqual(before)
  })

  test('200: an invoice keeps the name it was made with', async () => {
    const { _id } = await made()
    const { _id: invoiceId } = await invoice(_id, 10)
    await update(_id, { name: 'Another Name' })
    const { body } = await w.call('GET', `/business/invoice/details/${invoiceId}`)
    expect(body.data.customer.name).toBe(baraka.name)
  })

  test('400: each field that does not fit, and nothing is changed', async () => {
    const customer = await made()
    const { status, body } = await update(customer._id, { name: '', email: 'x', currency: null, city: 'Kilifi' })
    expect(status).toBe(400)
    expect(body).toEqual({
      success: false,
      error: 'There are problems with your submission',
      errors: {
        name: 'Name is required',
        email: 'Email is not valid',
        currency: 'Currency must be a three-letter code such as KES',
      },
    })
    expect((await details(customer._id)).body.data).toEqual(customer)
  })

  test.each([[{}], [{ balance: 5, _id: 'x', accountno: 'y', nonsense: true }]])(
    '400: nothing to update in %j',
    async (body) => {
      const answer = await update(w.customer.id, body)
      expect(answer.status).toBe(400)
      expect(answer.body).toEqual({ success: false, error: 'No valid fields to update' })
    },
  )

  test('401: needs a key', async () => {
    expect((await update(w.customer.id, { city: 'Kilifi' }, { authorization: '' })).status).toBe(401)
  })

  test('404: a missing, a malformed and a stranger’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const change = { city: 'Kilifi' }
    const answers = [
      await update('ffffffffffffffffffffffff', change),
      await update('customer_456', change),
      await update(w.customer.id, change, { authorization: apiKey }),
    ]
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Customer not found' })
    }
  })

  test('a repeat with the same Idempotency-Key answers what the first one did', async () => {
    const { _id } = await made()
    const first = await update(_id, { city: 'Kilifi' }, { 'idempotency-key': 'move' })
    await update(_id, { city: 'Malindi' })
    const repeat = await update(_id, { city: 'Kilifi' }, { 'idempotency-key': 'move' })
    expect(repeat.body).toEqual(first.body)
    expect((await details(_id)).body.data.city).toBe('Malindi')
  })
})

async function payByHand(accountno: string, amount: string) {
  const sent = await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransactionType: 'Pay Bill',
      TransID: `UCU${accountno}`,
      TransTime: '20310301111500',
      TransAmount: amount,
      BusinessShortCode: '600984',
      BillRefNumber: accountno,
      MSISDN: '254722000111',
      FirstName: 'BARAKA',
    }),
  })
  expect(sent.status).toBe(200)
  await w.work()
}
