import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readAttention } from '../server/src/attention/read-attention.ts'
import { connect, inBusiness, type Tx } from '../server/src/db/sql.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { readInvoiceFilter } from '../server/src/invoices/filter-wire.ts'
import { listInvoices } from '../server/src/invoices/read-invoices.ts'
import { listCustomers } from '../server/src/customers/read-customers.ts'
import { listTransactions } from '../server/src/payments/read-payments.ts'
import { readPage } from '../server/src/http/envelope.ts'
import { writeCursor } from '../server/src/http/cursor.ts'
import { seedInvoices } from './seed-invoices.ts'
import { seedWaiting } from './seed-waiting.ts'
import { makeBusinesses } from './shops.ts'

/**
 * What a page of ten costs of a business that has many invoices, half of them named and described, a payment for each, and a
 * customer for ten: the first page, one deep inside, the same place by cursor, and each kind of search. `ratio` compares with
 * the plain first page of the same list; a search is to stay below 3. And what it costs to count what waits for a person.
 *
 *   node bench/lists.ts [invoices, 100000] [times, 15]
 */
const invoices = Number(process.argv[2] ?? 100_000)
const times = Number(process.argv[3] ?? 15)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({ directory })
const owner = connect(postgres.url, { max: 1 })
const sql = connect(postgres.url, { role: 'kusanya_app', max: 1 })
type Query = Record<string, string>
type List = (tx: Tx, query: Query) => Promise<{ total: bigint | null; [shown: string]: unknown }>
const start = new Date('2026-01-05T06:00:00Z')

try {
  await migrate(owner)
  const [shop] = await makeBusinesses(sql, 1)
  if (!shop) throw new Error('no business was made')
  await inBusiness(sql, shop.businessId, (tx) => seedInvoices(tx, shop.businessId, invoices, start))
  await inBusiness(sql, shop.businessId, (tx) => seedWaiting(tx, shop.businessId, invoices, start))
  await owner`analyze`

  const { businessId } = shop
  const middle = writeCursor({ at: new Date(start.getTime() + (invoices / 2) * 1000), id: '0'.repeat(24) })
  const ofInvoices = async (tx: Tx, query: Query) =>
    listInvoices(tx, businessId, readInvoiceFilter(query, 'Africa/Nairobi'), readPage(query))
  const ofPayments = async (tx: Tx, query: Query) => {
    const anything = { channel: null, trust: null, paidFrom: null, paidBefore: null, now: start }
    const whose = { customerId: query['customerid'] ?? null, accountId: query['accountid'] ?? null, linkId: null }
    const filter = { ...anything, ...whose, search: query['search'] ?? null }
    return listTransactions(tx, businessId, filter, readPage(query))
  }
  const ofCustomers = async (tx: Tx, query: Query) =>
    listCustomers(tx, businessId, { search: query['search'] ?? null, type: null }, readPage(query))

  await compare(`${invoices} invoices`, ofInvoices, [
    ['first page', {}],
    ['page in the middle', { page: String(invoices / 20) }],
    ['cursor, the start', { cursor: '' }],
    ['cursor, in the middle', { cursor: middle }],
    ['status=overdue,unpaid', { status: 'overdue,unpaid' }],
    ['one day of due dates', { duefrom: '2026-04-01', dueto: '2026-04-01' }],
    ['one account', { accountid: 'a77' }],
    ['search by number', { search: `INV-2025-${Math.round(invoices / 2)}` }],
    ['search by phone', { search: '0712 000 077' }],
    ['search by account number', { search: 'ac-777' }],
    ['search by receipt', { search: 'UKB0000777' }],
    ['search by amount', { search: '12,345.67' }],
    ['search by name, rare', { search: 'Payer Zawadix' }],
    ['search by name, one in fifty', { search: 'wanj' }],
    ['search by name, everybody’s', { search: 'payer' }],
    ['search by text, everywhere', { search: 'school fees' }],
    ['search by text, nowhere', { search: 'quite unknown' }],
    ['the same by cursor', { search: 'quite unknown', cursor: '' }],
  ])
  await compare(`${invoices} payments`, ofPayments, [
    ['first page', {}],
    ['one account', { accountid: 'a77' }],
    ['one customer', { customerid: 'c77' }],
    ['search by receipt', { search: 'UKB0000777' }],
    ['search by phone', { search: '0712 000 077' }],
    ['search by amount', { search: '12,345.67' }],
    ['search by text, everywhere', { search: 'ukb' }],
    ['search by text, nowhere', { search: 'quite unknown' }],
  ])
  await compare(`${invoices / 10} customers`, ofCustomers, [
    ['first page', {}],
    ['search by phone', { search: '0712 000 077' }],
    ['search by account number', { search: 'ac-777' }],
    ['search by text, everywhere', { search: 'payer' }],
    ['search by text, nowhere', { search: 'quite unknown' }],
  ])

  const dayAfter = new Date(start.getTime() + 2 * 86_400_000)
  const waiting = async (tx: Tx) => {
    const { unmatched, ...others } = await readAttention(tx, businessId, dayAfter)
    return { total: BigInt(unmatched), others }
  }
  await compare('what waits for a person', waiting, [['counted', {}]])

  /** The first of the cases is what the others are compared with. */
  async function compare(title: string, list: List, cases: [name: string, query: Query][]) {
    console.log(`\n${title}`)
    let plain = 0
    for (const [name, query] of cases) {
      const took: number[] = []
      let found = ''
      for (let n = 0; n < times; n++) {
        const begun = performance.now()
        const { total, ...shown } = await inBusiness(sql, businessId, (tx) => list(tx, query))
        took.push(performance.now() - begun)
        const [page] = Object.values(shown) as unknown[][]
        found = total === null ? `${page?.length} shown` : `${total} found`
      }
      took.sort((a, b) => a - b)
      const half = took[Math.floor(took.length / 2)] ?? 0
      plain ||= half
      console.log(
        `${name.padEnd(28)} median ${half.toFixed(1).padStart(7)} ms   longest ${(took.at(-1) ?? 0).toFixed(1).padStart(7)} ms   ratio ${(half / plain).toFixed(1).padStart(5)}   ${found}`,
      )
    }
  }
} finally {
  await Promise.all([sql.end(), owner.end()])
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}
