import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../../test/pdf-text.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
let sibling: { id: string; number: string }
const get = async (path: string) => (await w.call('GET', path)).body.data
const csv = async (path: string) => w.call('GET', `${path}${path.includes('?') ? '&' : '?'}format=csv`)

async function invoice(rate: number, duedate: string, more: object = {}) {
  const { status, body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate }],
    duedate,
    ...more,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.data
}
async function pay(account: string, amount: number) {
  const paid = await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount })
  await w.simulator.settled()
  await w.work()
  return paid.receipt
}
let receipts: string[]
let bills: string[]

/** Two months: a bill and a part payment, a month later a second bill for a sibling, then too much money. */
beforeAll(async () => {
  w = await world()
  await w.work()
  const account = await w.call('POST', '/business/account/create', { customerid: w.customer.id, name: '=Room 2' })
  sibling = { id: account.body.data._id, number: account.body.data.accountno }
  const first = await invoice(1000, '2031-03-10')
  await w.advance('P1D')
  const part = await pay(w.customer.accountno, 400)
  await w.advance('P30D')
  const second = await invoice(500, '2031-04-30', { accountid: sibling.id })
  await w.advance('P1D')
  const rest = await pay(w.customer.accountno, 700)
  receipts = [part, rest]
  bills = [first.invoiceno, second.invoiceno]
  await w.work()
}, 60_000)
afterAll(() => w.end())

describe('the statement of a customer', () => {
  test('lists what was charged and paid over all accounts, with a running balance', async () => {
    const statement = await get(`/business/customer/${w.customer.id}/statement?from=2031-03-01&to=2031-04-30`)
    expect(statement).toMatchObject({ from: '2031-03-01', to: '2031-04-30', currency: 'KES', opening: 0, closing: 400 })
    expect(
      statement.entries.map(({ title, reference, charged, paid, balance }: Record<string, unknown>) => [
        title,
        reference,
        charged,
        paid,
        balance,
      ]),
    ).toEqual([
      ['Invoice', bills[0], 1000, 0, 1000],
      ['Payment', receipts[0], 0, 400, 600],
      ['Invoice', bills[1], 500, 0, 1100],
      ['Payment', receipts[1], 0, 700, 400],
    ])
    const { body } = await w.call('GET', `/business/customer/details/${w.customer.id}`)
    expect(statement.closing).toBe(body.data.balance - body.data.credit)
  })

  test('of a range begins with what was owed before it', async () => {
    const statement = await get(`/business/customer/${w.customer.id}/statement?from=2031-04-01&to=2031-04-01`)
    expect(statement).toMatchObject({ opening: 600, closing: 1100, entries: [{ reference: bills[1] }] })
  })

  test('of one account has only its own', async () => {
    const statement = await get(`/business/account/${sibling.id}/statement`)
    expect(statement).toMatchObject({ opening: 0, closing: 500, entries: [{ reference: bills[1] }] })
  })

  test('as CSV has a line for each, and both balances', async () => {
    const { status, headers, body } = await csv(
      `/business/account/${sibling.id}/statement?from=2031-04-01&to=2031-04-30`,
    )
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(body.split('\r\n')).toEqual([
      'date,title,reference,charged,paid,balance',
      '2031-04-01,Opening balance,,,,0.00',
      `2031-04-01T08:15:00Z,Invoice,${bills[1]},500.00,0.00,500.00`,
      '2031-04-30,Closing balance,,,,500.00',
      '',
    ])
  })

  test('of nobody we know is not found', async () => {
    const { status, body } = await w.call('GET', `/business/customer/${'0'.repeat(24)}/statement`)
    expect([status, body.error]).toEqual([404, 'Customer not found'])
  })
})

describe('aging', () => {
  const aging = (date: string) => get(`/business/report/aging?date=${date}`)

  test.each<[string, object[]]>([
    ['2031-02-28', []],
    ['2031-03-01', [{ notdue: 1000, total: 1000 }]],
    ['2031-03-10', [{ notdue: 600, total: 600 }]],
    ['2031-03-11', [{ notdue: 0, days1to30: 600, total: 600 }]],
    [
      '2031-04-01',
      [
        { days1to30: 600, total: 600 },
        { notdue: 500, total: 500 },
      ],
    ],
    ['2031-04-02', [{ notdue: 500, total: 500 }]],
    ['2031-06-01', [{ days31to60: 500, total: 500 }]],
    ['2031-12-31', [{ over90: 500, total: 500 }]],
  ])('at the end of %s', async (date, rows) => {
    const found = await aging(date)
    expect(found).toMatchObject(rows)
    expect(found).toHaveLength(rows.length)
  })

  test('of all accounts together, on the same days', async () => {
    const owed = (date: string) => get(`/business/report/owed?date=${date}`)
    expect(await owed('2031-02-28')).toMatchObject({ total: 0, accounts: 0 })
    const columns = ['notdue', 'days1to30', 'days31to60', 'days61to90', 'over90', 'total']
    for (const date of ['2031-03-11', '2031-04-01', '2031-12-31']) {
      const rows: Record<string, number>[] = await aging(date)
      const sums = columns.map((column) => [column, rows.reduce((sum, row) => sum + (row[column] ?? NaN), 0)])
      expect(await owed(date)).toEqual({ ...Object.fromEntries(sums), accounts: rows.length })
    }
    expect((await owed('2031-04-01')).total).toBe(1100)
  })

  test('adds up to what the ledger says is receivable', async () => {
    const found = await aging('2031-12-31')
    const total = found.reduce((sum: number, row: { total: number }) => sum + row.total, 0)
    const [ledger] = await inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ sum: bigint }[]>`
        select sum(case when debit = 'receivable' then amount else -amount end)::bigint as sum from postings
        where business_id = ${w.businessId} and 'receivable' in (debit, credit)
      `,
    )
    expect(BigInt(total) * 100n).toBe(ledger?.sum)
  })
})

describe('what was collected', () => {
  test('day by day, where the business is', async () => {
    expect(await get('/business/report/collected?from=2031-03-01&to=2031-04-30')).toEqual([
      { date: '2031-03-02', channel: 'mpesa', shortcode: '600984', payments: 1, amount: 400 },
      { date: '2031-04-02', channel: 'mpesa', shortcode: '600984', payments: 1, amount: 700 },
    ])
  })

  test('by channel', async () => {
    expect(await get('/business/report/channels?from=2031-03-01&to=2031-04-30')).toEqual([
      { channel: 'mpesa', shortcode: '600984', payments: 2, amount: 1100 },
    ])
    const { body } = await csv('/business/report/channels?from=2031-03-01&to=2031-04-30')
    expect(body).toBe('channel,shortcode,payments,amount\r\nmpesa,600984,2,1100.00\r\n')
  })
})

test('days sales outstanding, month by month', async () => {
  expect(await get('/business/report/dso?from=2031-03-01&to=2031-04-30')).toEqual([
    { month: '2031-03', sales: 1000, receivable: 600, days: 31, dso: 18.6 },
    { month: '2031-04', sales: 500, receivable: 500, days: 30, dso: 30 },
  ])
})

test('a name that a spreadsheet would run is no formula in a CSV', async () => {
  const other = await w.call('POST', '/business/customer/create', {
    name: '=HYPERLINK("http://x")',
    email: 'x@example.test',
    phone: '0722000111',
    country: 'Kenya',
    currency: 'KES',
  })
  await invoice(5, '2031-05-01', { customerid: other.body.data._id })
  const { body } = await csv('/business/report/aging')
  expect(body).toContain(`"'=HYPERLINK(""http://x"")"`)
})

test.each([
  '/business/report/aging?date=yesterday',
  '/business/report/owed?date=2031-02-30',
  '/business/report/collected?from=2031-02-30',
])('%s names no day', async (path) => {
  const { status, body } = await w.call('GET', path)
  expect([status, body.error]).toEqual([400, expect.stringMatching(/^Invalid (date|from) format/)])
})

describe('a term that is paid in three instalments', () => {
  let customer: { _id: string; accountno: string }
  const ages = async (date: string) => {
    const found: { customer: { _id: string } }[] = await get(`/business/report/aging?date=${date}`)
    return found.find((row) => row.customer._id === customer._id)
  }
  beforeAll(async () => {
    const made = await w.call('POST', '/business/customer/create', {
      name: 'Baraka Njoroge',
      email: 'baraka@example.test',
      phone: '0722000222',
      country: 'Kenya',
      currency: 'KES',
    })
    customer = made.body.data
    const instalments = [
      { duedate: '2031-04-10', amount: 400 },
      { duedate: '2031-05-10', amount: 300 },
      { duedate: '2031-06-10', amount: 300 },
    ]
    await invoice(1000, '2031-06-10', { customerid: customer._id, instalments })
    await pay(customer.accountno, 150)
  })

  test.each([
    ['2031-04-10', { notdue: 850, days1to30: 0, total: 850 }],
    ['2031-04-11', { notdue: 600, days1to30: 250, total: 850 }],
    ['2031-05-11', { notdue: 300, days1to30: 300, days31to60: 250, total: 850 }],
    ['2031-06-11', { notdue: 0, days1to30: 300, days31to60: 300, days61to90: 250, total: 850 }],
    ['2031-12-31', { over90: 850, total: 850 }],
  ])('is as old on %s as each of them', async (date, aged) => {
    expect(await ages(date)).toMatchObject(aged)
  })

  test('and its statement says by when each is to be paid, and what of it is due', async () => {
    const path = `/business/customer/${customer._id}/statement?from=2031-04-01&to=2031-05-11&format=pdf`
    const response = await fetch(w.ctx.publicUrl + path, { headers: { authorization: w.apiKey } })
    expect(response.status).toBe(200)
    const text = await textOf(Buffer.from(await response.arrayBuffer()))
    for (const said of [/KES.850/, /KES.550 of it due by 11 May 2031/, /10 Apr 2031 · Overdue/, /10 Jun 2031/]) {
      expect(text).toMatch(said)
    }
    expect(text).not.toMatch(/10 Jun 2031 · Overdue/)
  })
})
