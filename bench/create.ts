import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Pool } from 'undici'
import { connect, inBusiness, type Sql } from '../server/src/db/sql.ts'
import { migrate } from '../server/src/db/migrate.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { makeBusinesses, startServer, type Shop } from './shops.ts'

/**
 * Invoices created per second through HTTP at 1, 16 and 64 callers, for one business and for a hundred, beside the
 * floor: the same rows written by the bare driver, one transaction a request, in the same run.
 *
 *   node bench/create.ts [seconds per figure, 4]     COMMIT_DELAY=1000 emulates a disk that needs 1 ms for a flush
 */
let serial = 0
const id = () => `e${(++serial).toString(16).padStart(23, '0')}`
const seconds = Number(process.argv[2] ?? 4)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const delay = Number(process.env['COMMIT_DELAY'] ?? 0)
const postgres = await startPostgres({ directory, settings: { commit_delay: delay, commit_siblings: 0 } })
const owner = connect(postgres.url, { max: 1 })
await migrate(owner)
const sql = connect(postgres.url, { role: 'kusanya_app', max: 10 })
const shops = await makeBusinesses(sql, 100)
const server = await startServer(postgres.url)

try {
  console.log(`${seconds} s a figure; commit_delay ${delay} µs`)
  console.log('businesses callers |  through HTTP  p50 ms  p99 ms |  bare driver  p50 ms  p99 ms | ratio')
  for (const businesses of [1, 100]) {
    for (const callers of [1, 16, 64]) {
      const some = shops.slice(0, businesses)
      const floor = await load(callers, (n) => writeBare(sql, some[n % some.length] as Shop))
      const ours = await throughHttp(callers, some)
      const row = (m: Measured) =>
        `${String(m.perSecond).padStart(9)}/s ${m.p50.toFixed(1).padStart(8)} ${m.p99.toFixed(1).padStart(7)}`
      console.log(
        `${String(businesses).padStart(10)} ${String(callers).padStart(7)} | ${row(ours)} | ${row(floor)} | ${(ours.perSecond / floor.perSecond).toFixed(2)}`,
      )
    }
  }
  console.log(await gaps(owner))
} finally {
  server.stop()
  await sql.end()
  await owner.end()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

type Measured = { perSecond: number; p50: number; p99: number }

async function throughHttp(callers: number, some: Shop[]): Promise<Measured> {
  const pool = new Pool(server.url, { connections: callers })
  const measured = await load(callers, async (n) => {
    const shop = some[n % some.length] as Shop
    const answer = await pool.request({
      method: 'POST',
      path: '/business/invoice/create',
      headers: { authorization: shop.apiKey, 'content-type': 'application/json' },
      body: shop.body,
    })
    const text = await answer.body.text()
    if (answer.statusCode !== 201) throw new Error(text)
  })
  await pool.close()
  return measured
}

async function load(callers: number, once: (n: number) => Promise<void>): Promise<Measured> {
  const took: number[] = []
  let n = 0
  const run = async (until: number, note: boolean) => {
    while (performance.now() < until) {
      const begun = performance.now()
      await once(n++)
      if (note) took.push(performance.now() - begun)
    }
  }
  const all = (until: number, note: boolean) => Promise.all(Array.from({ length: callers }, () => run(until, note)))
  await all(performance.now() + 500, false)
  const begun = performance.now()
  await all(begun + seconds * 1000, true)
  const elapsed = performance.now() - begun
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { perSecond: Math.round((took.length / elapsed) * 1000), p50: at(0.5), p99: at(0.99) }
}

/** The rows of one create, statement by statement, in one transaction: what a plain handler would do. */
function writeBare(pool: Sql, shop: Shop): Promise<void> {
  return inBusiness(pool, shop.businessId, async (tx) => {
    const now = new Date()
    const b = shop.businessId
    const [customer] = await tx<{ name: string; account_id: string }[]>`
      select c.name, a.id as account_id from customers c join accounts a on a.business_id = c.business_id and a.customer_id = c.id and a.is_default
      where c.business_id = ${b} and c.id = ${shop.customerId}`
    await tx`select id, title from products where business_id = ${b} and id = any (${shop.productIds})`
    const [counter] = await tx<{ next: bigint }[]>`
      insert into counters (business_id, series, next) values (${b}, 'invoice 2026', 2)
      on conflict (business_id, series) do update set next = counters.next + 1 returning next`
    const invoice = id()
    const link = id()
    await tx`
      insert into invoices (business_id, id, customer_id, account_id, year, serial, currency, customer_name, items, subtotal, discount,
        tax, total, invoiced_at, due_at, issued_at, passes_at, created_at, updated_at, discount_type, discount_value)
      values (${b}, ${invoice}, ${shop.customerId}, ${customer!.account_id}, 2026, ${counter!.next - 1n}, 'KES', ${customer!.name},
        ${tx.json(shop.items)}, 16200000, 1620000, 0, 14580000, ${now}, ${now}, ${now}, ${now}, ${now}, ${now}, 'percentage', 1000)`
    await tx`
      insert into payment_links (business_id, id, invoice_id, type, currency, active, generation, created_at, updated_at)
      values (${b}, ${link}, ${invoice}, 'invoice', 'KES', true, 0, ${now}, ${now})`
    await tx`insert into secret_paths (hash, kind, business_id, subject_id) values (decode(md5(${link}) || md5(${invoice}), 'hex'), 'payment_link', ${b}, ${link})`
    await tx`
      insert into postings (business_id, id, cause, cause_id, debit, debit_ref, credit, credit_ref, amount, posted_at)
      values (${b}, ${id()}, 'invoice_issued', ${invoice}, 'receivable', ${customer!.account_id}, 'sales', '', 14580000, ${now})`
    await tx`
      insert into events (business_id, id, type, subject_id, body, created_at)
      values (${b}, ${id()}, 'invoice.created', ${invoice}, ${shop.eventBody}, ${now})`
  })
}

async function gaps(pool: Sql): Promise<string> {
  await pool`alter table invoices no force row level security`
  const [row] = await pool<{ total: bigint; gaps: bigint }[]>`
    select coalesce(sum(n), 0)::bigint as total, coalesce(sum(last - n), 0)::bigint as gaps from (
      select count(*) as n, max(serial) as last from invoices where serial is not null group by business_id, year) counted`
  return `${row?.total} invoices, ${row?.gaps} numbers missing`
}
