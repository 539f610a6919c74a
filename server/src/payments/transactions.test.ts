import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoShortcodes } from '@kusanya/simulator'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await c2b({ TransID: 'UKA0000001', BillRefNumber: 'MJI 12', TransAmount: '1500.00', FirstName: 'BARAKA' })
  await w.advance('P1D')
  await bill({ transactionId: 'UKA0000002', accountReference: 'HOUSE 9', paidAmount: '77' })
  await w.work()
})
afterAll(() => w.end())

const post = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) })
const c2b = (said: object) =>
  post(callbackUrls(w.ctx, w.businessId).confirmation, {
    TransactionType: 'Pay Bill',
    TransTime: '20310301111500',
    BusinessShortCode: demoShortcodes.bills,
    InvoiceNumber: '',
    OrgAccountBalance: '5.00',
    ThirdPartyTransID: '',
    // SHA-256 of 254722000111.
    MSISDN: '1289bee2ab5ed70e87dd781f1a645ee732f3b07c6c47502c428a8634cda2ea05',
    ...said,
  })
const bill = (said: object) =>
  post(callbackUrls(w.ctx, w.businessId).bill, {
    msisdn: '254733000222',
    dateCreated: '2031-03-02',
    shortCode: demoShortcodes.bills,
    ...said,
  })

const list = (query: Record<string, string>) =>
  w.call('GET', `/business/transaction/list?${new URLSearchParams(query).toString()}`)
async function receipts(query: Record<string, string>): Promise<string[]> {
  const { status, body } = await list(query)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.data.map(({ transactioncode }: { transactioncode: string }) => transactioncode)
}

test.each<[string, string[]]>([
  ['uka0000001', ['UKA0000001']],
  ['UKA000000', ['UKA0000002', 'UKA0000001']],
  ['mji 12', ['UKA0000001']],
  ['barak', ['UKA0000001']],
  ['+254 733 000 222', ['UKA0000002']],
  ['0733000222', ['UKA0000002']],
  ['0722 000 111', ['UKA0000001']],
  ['KES 1,500', ['UKA0000001']],
  ['77.00', ['UKA0000002']],
  ['0799000000', []],
  ['%', []],
])('200: %s finds %j', async (search, found) => {
  expect(await receipts({ search })).toEqual(found)
})

test('200: by the day of payment in the business’s time zone, both days included', async () => {
  const [late] = (await list({ search: 'UKA0000002' })).body.data
  expect(late.createdat.slice(0, 10)).toBe('2031-03-02')
  expect(await receipts({ paidto: '2031-03-01' })).toEqual(['UKA0000001'])
  expect(await receipts({ paidfrom: '2031-03-02' })).toEqual(['UKA0000002'])
  expect(await receipts({ paidfrom: '2031-03-01', paidto: '2031-03-02', search: '77' })).toEqual(['UKA0000002'])
  expect(await receipts({ paidfrom: '2031-03-01T08:15:01Z', paidto: '2031-03-01' })).toEqual([])
})

test('200: the minute of a payment, once a road tells it, where the first told only the day', async () => {
  const dateOf = async () => (await list({ search: 'UKA0000002' })).body.data[0].date
  expect(await dateOf()).toBe('2031-03-02T00:00:00.000Z')
  const said = { TransID: 'UKA0000002', BillRefNumber: 'HOUSE 9', TransAmount: '77.00', TransTime: '20310302090542' }
  await c2b(said)
  await w.work()
  expect(await dateOf()).toBe('2031-03-02T06:05:42.000Z')
})

test('400: a date that is none', async () => {
  for (const field of ['paidfrom', 'paidto']) {
    const { status, body } = await list({ [field]: 'yesterday' })
    expect([status, body.error]).toEqual([
      400,
      `Invalid ${field} format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)`,
    ])
  }
})
