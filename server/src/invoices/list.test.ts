import { demoShortcodes } from '@kusanya/simulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'

let w: World
let fees: Made
let rent: Made
let water: Made
let draft: Made
let recorded: string

type Made = { id: string; customerId: string; accountId: string; accountno: string }

beforeAll(async () => {
  w = await world()
  fees = await billed({ name: 'Wanjiru Kamau', phone: '0722 000 111' }, { rate: 1250, title: 'Term 2 fees 100%' })
  await w.advance('P1D')
  rent = await billed({ name: 'Otieno Were', phone: '+254733000222' }, { rate: 40_000, duedate: '2031-05-31' })
  await w.advance('P1D')
  water = await billed({ name: 'Halima Noor', phone: '0110000333' }, { rate: 999.5, description: 'Meter 7781' })
  draft = await billed({ name: 'Kiptoo Rono', phone: '0110000444' }, { rate: 77, status: 'draft' })
  const paid = await w.call('POST', `/business/invoice/${fees.id}/payment/add`, {
    amount: 250,
    reference: 'UKQ9ZX81AB',
  })
  expect(paid.status, JSON.stringify(paid.body)).toBe(201)
  recorded = paid.body.data.transaction.transactioncode
  const arrived = await fetch(callbackUrls(w.ctx, w.businessId).bill, {
    method: 'POST',
    body: JSON.stringify({
      transactionId: 'UKQ9ZX81AB',
      paidAmount: '50',
      msisdn: '254722000111',
      dateCreated: '2031-03-03',
      accountReference: fees.accountno,
      shortCode: demoShortcodes.bills,
    }),
  })
  expect(arrived.status).toBe(200)
  await w.work()
})
afterAll(() => w.end())

async function billed(customer: object, { rate, ...more }: { rate: number; [field: string]: unknown }): Promise<Made> {
  const email = 'payer@example.test'
  const { body: who } = await w.call('POST', '/business/customer/create', {
    email,
    country: 'Kenya',
    currency: 'KES',
    ...customer,
  })
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: who.data._id,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate: '2031-04-01',
    ...more,
  })
  const { _id: id, accountid, accountno } = body.data
  return { id, customerId: who.data._id, accountId: accountid, accountno }
}

const list = (query: string) => w.call('GET', `/business/invoice/list?${query}`)
async function ids(query: Record<string, string>): Promise<string[]> {
  const { status, body } = await list(new URLSearchParams(query).toString())
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body.pagination.total).toBe(body.data.length)
  return body.data.map(({ _id }: { _id: string }) => _id)
}

describe('GET /business/invoice/list, search', () => {
  test.each(['Term 2', 'FEES', '100%', 'inv-2031-001', 'INV2031001', 'v-2031-001'])(
    '200: %s, by what it is called',
    async (search) => expect(await ids({ search })).toEqual([fees.id]),
  )

  test.each(['0733000222', '+254 733 000 222', '254733000222', '733-000-222'])('200: %s, by phone', async (search) =>
    expect(await ids({ search })).toEqual([rent.id]),
  )

  test('200: by a phone that the customer has had only since', async () => {
    const { status } = await w.call('PATCH', `/business/customer/update/${water.customerId}`, { phone: '0110000999' })
    expect(status).toBe(200)
    expect(await ids({ search: '0110 000 999' })).toEqual([water.id])
  })

  test.each(['were', 'Were Otieno', 'otie wer', 'tieno W'])('200: %s, by name', async (search) =>
    expect(await ids({ search })).toEqual([rent.id]),
  )

  test('200: by account number, however it is written, by receipt and by amount, the total or what is open', async () => {
    expect(await ids({ search: `${rent.accountno.slice(0, 3)}-${rent.accountno.slice(3)}`.toLowerCase() })).toEqual([
      rent.id,
    ])
    for (const search of ['ukq9zx81ab', recorded]) expect(await ids({ search }), search).toEqual([fees.id])
    for (const search of ['1250', 'KES 1,250.00', '950']) expect(await ids({ search }), search).toEqual([fees.id])
    expect(await ids({ search: '999.50' })).toEqual([water.id])
  })

  test('200: what is in nothing finds nothing, and neither does a half receipt, a stranger’s, one with a wildcard or across two fields', async () => {
    for (const search of ['Zebra', 'UKQ9ZX81', '0799999999', '1251', '%e%', 'Were Zebra', 'Were+254']) {
      expect(await ids({ search }), search).toEqual([])
    }
    const { apiKey } = await w.stranger()
    const theirs = await w.call('GET', '/business/invoice/list?search=UKQ9ZX81AB', undefined, { authorization: apiKey })
    expect([theirs.status, theirs.body.data]).toEqual([200, []])
  })

  test('200: a search is turned page by page, by number and by cursor', async () => {
    const all = await ids({ search: 'INV-2031' })
    expect(all).toEqual([water.id, rent.id, fees.id])
    const { body: second } = await list('search=INV-2031&limit=1&page=2')
    expect([second.data[0]._id, second.pagination.total]).toEqual([rent.id, 3])
    const { body: first } = await list('search=INV-2031&limit=2&cursor=')
    const { body: rest } = await list(`search=INV-2031&limit=2&cursor=${first.nextcursor}`)
    expect([...first.data, ...rest.data].map(({ _id }) => _id)).toEqual(all)
  })
})

describe('GET /business/invoice/list, filters', () => {
  test('200: one status, and any of several', async () => {
    expect(await ids({ status: 'partially_paid' })).toEqual([fees.id])
    expect(await ids({ status: 'draft,partially_paid' })).toEqual([draft.id, fees.id])
    expect(await ids({ status: 'unpaid, draft', search: 'rono' })).toEqual([draft.id])
  })

  test('400: a status that is none', async () => {
    for (const status of ['sent', 'unpaid,sent', 'unpaid,', ',', '', 'UNPAID']) {
      const { status: code, body } = await list(`status=${status}`)
      expect([code, body.error], status).toEqual([400, 'Invalid status value'])
    }
  })

  test('200: by customer and by account; malformed and foreign ids find nothing', async () => {
    expect(await ids({ customerid: rent.customerId })).toEqual([rent.id])
    expect(await ids({ accountid: rent.accountId })).toEqual([rent.id])
    for (const id of ['x', '0'.repeat(24), w.businessId, "'"]) {
      expect(await ids({ accountid: id }), id).toEqual([])
      expect(await ids({ customerid: id }), id).toEqual([])
    }
  })

  test('200: by the day it was made, in the business’s time zone, both days included', async () => {
    expect(await ids({ createdto: '2031-03-01' })).toEqual([fees.id])
    expect(await ids({ createdfrom: '2031-03-02', createdto: '2031-03-02' })).toEqual([rent.id])
    expect(await ids({ createdfrom: '2031-03-03' })).toEqual([draft.id, water.id])
    expect(await ids({ createdfrom: '2031-03-01T08:15:00Z', createdto: '2031-03-02T08:15:00Z' })).toEqual([fees.id])
  })

  test('200: by the day it is due; a due time falls on its day in the business’s time zone', async () => {
    expect(await ids({ duefrom: '2031-04-02' })).toEqual([rent.id])
    expect(await ids({ duefrom: '2031-05-31', dueto: '2031-05-31' })).toEqual([rent.id])
    expect(await ids({ dueto: '2031-03-31' })).toEqual([])
    const late = await billed({ name: 'Late', phone: '0110000555' }, { rate: 5, duedate: '2031-06-30T22:30:00Z' })
    expect(await ids({ duefrom: '2031-07-01', dueto: '2031-07-01' })).toEqual([late.id])
    expect(await ids({ dueto: '2031-06-30', duefrom: '2031-06-01' })).toEqual([])
  })

  test('400: a date that is none', async () => {
    for (const field of ['createdfrom', 'createdto', 'duefrom', 'dueto'])
      for (const text of ['2031-02-30', '1/3/2031', '']) {
        const { status, body } = await list(`${field}=${text}`)
        expect([status, body.error]).toEqual([
          400,
          `Invalid ${field} format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)`,
        ])
      }
  })
})

test('a search by cursor stays where it is while invoices are added that it finds too', async () => {
  const all = await ids({ search: 'INV-2031' })
  const { body: first } = await list('search=INV-2031&limit=2&cursor=')
  const added = await billed({ name: 'Otieno Were', phone: '0733000777' }, { rate: 10 })
  const { body: rest } = await list(`search=INV-2031&cursor=${first.nextcursor}`)
  expect([...first.data, ...rest.data].map(({ _id }) => _id)).toEqual(all)
  expect(await ids({ search: 'INV-2031' })).toEqual([added.id, ...all])
})
