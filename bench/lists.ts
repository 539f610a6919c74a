import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { connect, inBusiness, type Tx } from '../server/src/db/sql.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { readInvoiceFilter } from '../server/src/invoices/filter-wire.ts'
import { listInvoices } from '../server/src/invoices/read-invoices.ts'
import { readPage } from '../server/src/http/envelope.ts'
import { writeCursor } from '../server/src/http/cursor.ts'
import { makeBusinesses } from './shops.ts'

/**
 * What a page of ten invoices costs of a business that has many, half of them named and described: the first page, one deep
 * inside, the same place by cursor, and each kind of search. `ratio` compares with the plain first page.
 *
 *   node bench/lists.ts [invoices, 100000] [times, 15]
 */
const invoices = Number(process.argv[2] ?? 100_000)
const times = Number(process.argv[3] ?? 15)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({ directory })
const owner = connect(postgres.url, { max: 1 })
const sql = connect(postgres.url, { role: 'kusanya_app', max: 1 })
const start = new Date('2026-01-05T06:00:00Z')

try {
  await migrate(owner)
  const [shop] = await makeBusinesses(sql, 1)
  if (!shop) throw new Error('no business was made')
  await inBusiness(sql, shop.businessId, (tx) => seed(tx, shop.businessId))
  await owner`analyze`

  let plain = 0
  const middle = new Date(start.getTime() + (invoices / 2) * 1000)
  await measure('first page', {})
  await measure('page in the middle', { page: String(invoices / 20) })
  await measure('cursor, the start', { cursor: '' })
  await measure('cursor, in the middle', { cursor: writeCursor({ at: middle, id: '0'.repeat(24) }) })
  await measure('status=overdue,unpaid', { status: 'overdue,unpaid' })
  await measure('one day of due dates', { duefrom: '2026-04-01', dueto: '2026-04-01' })
  await measure('one account', { accountid: 'a77' })
  for (const [kind, search] of [
    ['number', `INV-2025-${Math.round(invoices / 2)}`],
    ['phone', '0712 000 077'],
    ['account number', 'ac-777'],
    ['receipt', 'UKB0000777'],
    ['amount', '12,345.67'],
    ['name, rare', 'Payer Zawadix'],
    ['name, one in fifty', 'wanj'],
    ['text, everywhere', 'school fees'],
    ['text, nowhere', 'quite unknown'],
  ] as const)
    await measure(`search by ${kind}`, { search })

  async function measure(name: string, query: Record<string, string>) {
    const { businessId } = shop ?? { businessId: '' }
    const took: number[] = []
    let found = ''
    for (let n = 0; n < times; n++) {
      const begun = performance.now()
      const { total, invoices } = await inBusiness(sql, businessId, (tx) =>
        listInvoices(tx, businessId, readInvoiceFilter(query, 'Africa/Nairobi'), readPage(query)),
      )
      took.push(performance.now() - begun)
      found = total === null ? `${invoices.length} shown` : `${total} found`
    }
    took.sort((a, b) => a - b)
    const half = took[Math.floor(took.length / 2)] ?? 0
    plain ||= half
    console.log(
      `${name.padEnd(28)} median ${half.toFixed(1).padStart(7)} ms   longest ${(took.at(-1) ?? 0).toFixed(1).padStart(7)} ms   ratio ${(half / plain).toFixed(1).padStart(5)}   ${found}`,
    )
  }
} finally {
  await Promise.all([sql.end(), owner.end()])
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

/** Ten invoices to an account; every hundredth is paid by M-PESA. Families' names are of fifty kinds, one of them rare. */
async function seed(tx: Tx, business: string) {
  const accounts = invoices / 10
  await tx`select set_config('statement_timeout', '0', true)`
  await tx`
    insert into customers (business_id, id, name, phone, msisdn, msisdn_hash, currency, type, active, source, created_at, updated_at)
    select ${business}, 'c' || n, 'Payer ' || case when n = 77 then 'Zawadix' else 'Family' || n % 50 end,
      '0712' || lpad(n::text, 6, '0'), '254712' || lpad(n::text, 6, '0'), encode(sha256(n::text::bytea), 'hex'),
      'KES', 'individual', true, 'import', ${start}, ${start}
    from generate_series(1, ${accounts}::int) as n`
  await tx`
    insert into accounts (business_id, id, customer_id, number, name, is_default, created_at, updated_at)
    select ${business}, 'a' || n, 'c' || n, 'AC' || n, case n % 50 when 7 then 'Wanjiru' else 'Child' end, false, ${start}, ${start}
    from generate_series(1, ${accounts}::int) as n`
  await tx`
    insert into account_words (business_id, word, account_id)
    select ${business}, word, 'a' || n from generate_series(1, ${accounts}::int) as n cross join lateral unnest(array[
      'PAYER', case when n = 77 then 'ZAWADIX' else 'FAMILY' end, case n % 50 when 7 then 'WANJIRU' else 'CHILD' end]) as word`
  await tx`
    insert into invoices (business_id, id, customer_id, account_id, year, serial, title, description, currency, customer_name,
      customer_phone, items, subtotal, discount, tax, total, invoiced_at, due_at, issued_at, created_at, updated_at)
    select ${business}, 'i' || n, 'c' || n % ${accounts}::int + 1, 'a' || n % ${accounts}::int + 1, 2025, n,
      case n % 2 when 0 then 'School fees, term ' || n % 3 + 1 end,
      case n % 2 when 0 then 'Tuition, lunch and transport as agreed with the parents of class ' || n % 8 + 1 end,
      'KES', 'Payer Family' || n % 50, '0712' || lpad((n % ${accounts}::int + 1)::text, 6, '0'),
      '[{"productId": "p", "name": "Tuition", "quantity": 1, "rate": "150000"}]', t.total, 0, 0, t.total, s.at,
      date_trunc('day', s.at + n % 90 * interval '1 day', 'UTC'), s.at, s.at, s.at
    from generate_series(1, ${invoices}::int) as n
    cross join lateral (select ${start}::timestamptz + n * interval '1 second' as at) s
    cross join lateral (select case when n % 5000 = 77 then 1234567 else 150000 + n % 40 * 1000 end::bigint as total) t`
  await tx`
    insert into payment_links (business_id, id, invoice_id, type, currency, active, generation, created_at, updated_at)
    select ${business}, 'k' || n, 'i' || n, 'invoice', 'KES', true, 0, ${start}, ${start}
    from generate_series(1, ${invoices}::int) as n`
  await tx`
    insert into payments (business_id, id, channel, shortcode, receipt, amount, currency, account_typed, paid_at, created_at)
    select ${business}, 'p' || n, 'mpesa', '600984', 'UKB' || lpad(n::text, 7, '0'), 1000, 'KES', 'AC1', ${start}, ${start}
    from generate_series(1, ${invoices}::int / 100) as n`
  await tx`
    insert into allocations (business_id, id, payment_id, target, invoice_id, account_id, amount, created_at)
    select ${business}, 'l' || n, 'p' || n, 'invoice', 'i' || n, 'a' || n % ${accounts}::int + 1, 1000, ${start}
    from generate_series(1, ${invoices}::int / 100) as n`
}
