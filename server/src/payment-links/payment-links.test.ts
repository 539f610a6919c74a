import { isAccountNumber } from '@kusanya/domain/account-number.ts'
import { statuses } from '@kusanya/domain/invoice.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { hashOf, isLinkCode } from '../secrets/vault.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const create = (fields: object, headers = {}) => w.call('POST', '/business/payment-link/create', fields, headers)
const made = async (fields: object = {}) => (await create({ title: 'Harambee', amount: 500, ...fields })).body.data
const list = async (query = '') => (await w.call('GET', `/business/payment-link/list?${query}`)).body
const details = (id: string, headers = {}) => w.call('GET', `/business/payment-link/details/${id}`, undefined, headers)
const update = (id: string, change: unknown, headers = {}) =>
  w.call('PATCH', `/business/payment-link/update/${id}`, change, headers)
const found = async (search: string) =>
  (await list(`search=${encodeURIComponent(search)}`)).data.map(({ _id }: { _id: string }) => _id)

async function invoice(fields: object = {}) {
  const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items,
    duedate: '2031-04-01',
    ...fields,
  })
  return body.data
}
const changeInvoice = (id: string, change: object) => w.call('PATCH', `/business/invoice/update/${id}`, change)

/** How many rows a create could have left. */
const rows = () =>
  inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const [counted] = await tx`
      select (select count(*) from payment_links) as links, (select count(*) from accounts) as accounts,
        (select count(*) from secret_paths where business_id = ${w.businessId}) as paths,
        (select count(*) from idempotency_keys) as keys
    `
    return { ...counted }
  })

describe('POST /business/payment-link/create', () => {
  test('201: answers a link with an unguessable address and an account number of its own', async () => {
    const { status, body } = await create({ title: ' Deposit, plot 7 ', amount: 2500.509, type: 'deposit' })
    expect(status).toBe(201)
    const { code, accountno } = body.data
    const url = `${w.ctx.publicUrl}/pay/${code}`
    expect(body).toEqual({
      success: true,
      message: 'Payment link created successfully',
      data: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        title: 'Deposit, plot 7',
        amount: 2500.5,
        amountpaid: 0,
        type: 'deposit',
        status: 'active',
        active: true,
        open: true,
        expiresat: null,
        shorturl: url,
        rawurl: url,
        code,
        qrcode: `${w.ctx.publicUrl}/qr/${code}.png`,
        currency: 'KES',
        accountno,
        invoiceid: null,
        createdat: '2031-03-01T08:15:00Z',
        updatedat: '2031-03-01T08:15:00Z',
      },
    })
    expect(isLinkCode(code)).toBe(true)
    expect(isAccountNumber(accountno)).toBe(true)
    expect((await details(body.data._id)).body.data).toEqual(body.data)
  })

  test('201: is of the type general when none is named', async () => {
    for (const type of [undefined, null, ' ']) expect((await made({ type })).type).toBe('general')
  })

  test('its code leads to it, and the tables hold only the hash', async () => {
    const { _id, code } = await made()
    const paths = await w.ctx.sql`
      select kind, business_id, subject_id from secret_paths where hash = ${hashOf(code)}
    `
    expect(paths).toEqual([{ kind: 'payment_link', business_id: w.businessId, subject_id: _id }])
  })

  test('money sent to its account number is its own', async () => {
    const { _id, accountno } = await made()
    const sent = await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
      method: 'POST',
      body: JSON.stringify({
        TransactionType: 'Pay Bill',
        TransID: 'UCU0000001',
        TransTime: '20310301111500',
        TransAmount: '120.50',
        BusinessShortCode: '600984',
        BillRefNumber: accountno,
        MSISDN: '254722000111',
        FirstName: 'BARAKA',
      }),
    })
    expect(sent.status).toBe(200)
    await w.work()
    expect((await details(_id)).body.data).toMatchObject({ amount: 500, amountpaid: 120.5, status: 'active' })
  })

  test.each([
    [{}, { title: 'Title is required', amount: 'Amount is required' }],
    [
      { title: ' ', amount: 0 },
      { title: 'Title is required', amount: 'Amount must be greater than 0' },
    ],
    [{ title: 'x', amount: 0.001 }, { amount: 'Amount must be greater than 0' }],
    [{ title: 'x', amount: '500' }, { amount: 'Amount must be a number' }],
    [{ title: 'x', amount: 1e13 }, { amount: 'Amount must be at most 1000000000000' }],
    [{ title: 'x', amount: 1, type: 'invoice' }, { type: 'Invalid type' }],
    [{ title: 'x', amount: 1, type: ' invoice ' }, { type: 'Invalid type' }],
  ])('400: %j, and leaves nothing behind', async (fields, errors) => {
    const before = await rows()
    const { status, body } = await create(fields, { 'idempotency-key': 'refused' })
    expect(status).toBe(400)
    expect(body).toEqual({ success: false, error: 'There are problems with your submission', errors })
    expect(await rows()).toEqual(before)
  })

  test('401: needs a key', async () => {
    expect((await create({ title: 'x', amount: 1 }, { authorization: '' })).status).toBe(401)
  })

  test('a repeat with the same Idempotency-Key makes one link and answers the same', async () => {
    const first = await create({ title: 'Once', amount: 1 }, { 'idempotency-key': 'once' })
    const before = await rows()
    const second = await create({ title: 'Once', amount: 1 }, { 'idempotency-key': 'once' })
    expect(second.body).toEqual(first.body)
    expect(await rows()).toEqual(before)
  })
})

describe('the link of an invoice', () => {
  test('says what the invoice says, at the address that the invoice shows', async () => {
    const { _id, paymentlink, title, accountno } = await invoice()
    await changeInvoice(_id, { status: 'partially_paid', amountpaid: 300 })
    expect((await details(paymentlink._id)).body.data).toMatchObject({
      ...paymentlink,
      title,
      accountno,
      amount: 900,
      amountpaid: 300,
      type: 'invoice',
      status: 'partially_paid',
      invoiceid: _id,
    })
  })

  test('is listed by each status that an invoice can have, and only by its own', async () => {
    const made = await Promise.all([
      invoice({ status: 'draft' }),
      invoice(),
      invoice(),
      invoice(),
      invoice({ duedate: '2031-03-02' }),
      invoice(),
    ])
    const [, , partly, paid, , cancelled] = made
    await changeInvoice(partly._id, { status: 'partially_paid', amountpaid: 1 })
    await changeInvoice(paid._id, { status: 'paid' })
    await changeInvoice(cancelled._id, { status: 'cancelled' })
    await w.advance('P3D')
    await w.work()
    for (const [index, status] of statuses.entries()) {
      const { data } = await list(`status=${status}&limit=100`)
      expect(
        data.every((link: { status: string }) => link.status === status),
        status,
      ).toBe(true)
      expect(data.map(({ invoiceid }: { invoiceid: string }) => invoiceid)).toContain(made[index]._id)
    }
  })

  test('200: sent back whole it changes nothing', async () => {
    const { paymentlink } = await invoice({ title: ' Term 1 ' })
    const link = (await details(paymentlink._id)).body.data
    await w.advance('PT1H')
    expect((await update(link._id, link)).body.data.modified).toBe(0)
    expect((await details(link._id)).body.data).toEqual(link)
  })

  test('409: its words and amount are changed on the invoice', async () => {
    const { paymentlink } = await invoice()
    for (const change of [{ title: 'Other' }, { amount: 1 }]) {
      const { status, body } = await update(paymentlink._id, change)
      expect(status).toBe(409)
      expect(body.error).toBe('This payment link belongs to an invoice: change the invoice instead')
    }
  })

  test('200: it can be switched off and on', async () => {
    const { paymentlink } = await invoice()
    await update(paymentlink._id, { active: false })
    expect((await details(paymentlink._id)).body.data).toMatchObject({ active: false, status: 'unpaid' })
    expect((await update(paymentlink._id, { active: true })).body.data.updated.active).toBe(true)
  })
})

describe('GET /business/payment-link/list', () => {
  test('200: newest first, in pages, both kinds or one', async () => {
    const standalone = await made({ title: 'Sukuma', type: 'sukuma-type' })
    const { _id, paymentlink } = await invoice({ title: 'Sukuma too' })
    expect(await found('sukuma')).toEqual([paymentlink._id, standalone._id])
    const page = await list('search=sukuma&limit=1&page=2')
    expect(page).toMatchObject({
      data: [{ _id: standalone._id }],
      pagination: { total: 2, page: 2, limit: 1, pages: 2 },
    })
    expect(page.meta).toEqual(page.pagination)
    expect((await list('search=sukuma&type=invoice')).data).toMatchObject([{ invoiceid: _id }])
    expect((await list('type=sukuma-type')).data).toMatchObject([{ _id: standalone._id }])
  })

  test('200: search finds invoice numbers, account numbers, codes and addresses, and takes %, _ for themselves', async () => {
    const { _id, code, shorturl, accountno } = await made({ title: 'Pika_100%' })
    for (const search of ['PIKA_', '100%', accountno, accountno.toLowerCase(), code, shorturl]) {
      expect(await found(search), search).toEqual([_id])
    }
    expect(await found('Pika%100')).toEqual([])
    const { invoiceno, paymentlink } = await invoice()
    expect(await found(invoiceno.toLowerCase())).toEqual([paymentlink._id])
  })

  test('200: by status of standalone links', async () => {
    const { _id } = await made()
    await update(_id, { active: false })
    expect((await list('status=inactive')).data).toMatchObject([{ _id, status: 'inactive', active: false }])
    const active = (await list('status=active&limit=100')).data
    expect(active.length).toBeGreaterThan(0)
    expect(active.every((link: { status: string }) => link.status === 'active')).toBe(true)
  })

  test('400: an unknown status', async () => {
    const { status, body } = await w.call('GET', '/business/payment-link/list?status=open')
    expect(status).toBe(400)
    expect(body.error).toBe('Invalid status value')
  })

  test('200: another business sees none of them, not even by code', async () => {
    const { apiKey } = await w.stranger()
    const { code } = await made()
    for (const query of ['', `?search=${code}`]) {
      const { body } = await w.call('GET', `/business/payment-link/list${query}`, undefined, { authorization: apiKey })
      expect(body.data).toEqual([])
    }
  })
})

describe('details and update of a standalone link', () => {
  test('200: changes what was sent and leaves the rest', async () => {
    const link = await made()
    await w.advance('PT1H')
    const { status, body } = await update(link._id, { title: 'Changed ', amount: 750.25, active: false })
    expect(status).toBe(200)
    const { data } = (await details(link._id)).body
    const changed = { title: 'Changed', amount: 750.25, active: false, updatedat: data.updatedat }
    expect(data).toEqual({ ...link, ...changed, status: 'inactive', open: false })
    expect(data.updatedat).not.toBe(link.updatedat)
    expect(body).toEqual({
      success: true,
      message: 'Payment link updated successfully',
      data: { _id: link._id, modified: 1, updated: changed },
    })
  })

  test('200: a link sent back whole changes nothing', async () => {
    const link = await made({ amount: 99.99 })
    await w.advance('PT1H')
    expect((await update(link._id, link)).body.data.modified).toBe(0)
    expect((await details(link._id)).body.data).toEqual(link)
  })

  test('400: what does not fit, and nothing to update', async () => {
    const { _id } = await made()
    const wrong = await update(_id, { title: '', amount: -1, active: 'no' })
    expect(wrong.status).toBe(400)
    expect(wrong.body.errors).toEqual({
      title: 'Title is required',
      amount: 'Amount must be at least 0',
      active: 'Active must be a boolean',
    })
    expect((await update(_id, { amount: 0 })).body.error).toBe('amount must be greater than 0')
    expect((await update(_id, { code: 'x' })).body).toEqual({ success: false, error: 'No valid fields to update' })
  })

  test('404: a missing, a malformed and a stranger’s id answer the same', async () => {
    const { apiKey } = await w.stranger()
    const strange = { authorization: apiKey }
    const { _id, code } = await made()
    const change = { title: 'Mine' }
    const answers = []
    for (const id of ['ffffffffffffffffffffffff', 'link_1', code])
      answers.push(await details(id), await update(id, change))
    answers.push(await details(_id, strange), await update(_id, change, strange))
    for (const { status, body } of answers) {
      expect(status).toBe(404)
      expect(body).toEqual({ success: false, error: 'Payment link not found' })
    }
  })

  test('401: needs a key', async () => {
    const { _id } = await made()
    expect((await details(_id, { authorization: '' })).status).toBe(401)
    expect((await update(_id, { title: 'x' }, { authorization: '' })).status).toBe(401)
  })
})
