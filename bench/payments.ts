import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Pool } from 'undici'
import { migrate } from '../server/src/db/migrate.ts'
import { connect, inBusiness, type Sql } from '../server/src/db/sql.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { createVault } from '../server/src/secrets/vault.ts'
import { writeBare } from './bare-payment.ts'
import { makeBusinesses, masterKey, startServer, type Shop } from './shops.ts'

/**
 * Payments a second from Safaricom's callback to its money on the invoice and its events written, by an API and a worker
 * in processes of their own: for one account that gets everything, and for a hundred businesses. Beside it the bare
 * driver writing the least that this can be, a transaction a payment, in the same run. And how long Safaricom waits.
 *
 *   node bench/payments.ts [payments a figure, 5000] [callers, 64]     COMMIT_DELAY=1000 emulates a disk of 1 ms a flush
 */
const payments = Number(process.argv[2] ?? 5000)
const callers = Number(process.argv[3] ?? 64)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const delay = Number(process.env['COMMIT_DELAY'] ?? 0)
const postgres = await startPostgres({ directory, settings: { commit_delay: delay, commit_siblings: 0 } })
const owner = connect(postgres.url, { max: 1 })
await migrate(owner)
const sql = connect(postgres.url, { role: 'kusanya_app', max: 10 })
const shops = await makeBusinesses(sql, 100)
for (const shop of shops) await connectPaybill(sql, shop)
const server = await startServer(postgres.url)
const worker = await startServer(postgres.url, 'worker')
const vault = createVault(masterKey)
let serial = 0

try {
  console.log(`${payments} payments a figure, ${callers} callers; commit_delay ${delay} µs`)
  console.log('accounts |  settled  200: p50 ms  p99 ms |  bare driver | ratio')
  for (const [name, some] of [
    ['one', shops.slice(0, 1)],
    ['hundred', shops],
  ] as const) {
    const floor = await bare(some)
    const ours = await throughCallbacks(some)
    console.log(
      `${name.padStart(8)} | ${rate(ours.perSecond)} ${ours.p50.toFixed(1).padStart(11)} ${ours.p99.toFixed(1).padStart(7)} | ${rate(floor).padStart(12)} | ${(ours.perSecond / floor).toFixed(2)}`,
    )
  }
} finally {
  server.stop()
  worker.stop()
  await sql.end()
  await owner.end()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

function rate(perSecond: number): string {
  return `${Math.round(perSecond)}/s`.padStart(8)
}

/** Callbacks as fast as they are answered; done when the last has its allocation and its event. */
async function throughCallbacks(some: readonly Shop[]) {
  const pool = new Pool(server.url, { connections: callers })
  const took: number[] = []
  const before = await settled(some)
  const begun = performance.now()
  await inParallel(async (n) => {
    const shop = some[n % some.length] as Shop
    const started = performance.now()
    const answer = await pool.request({
      method: 'POST',
      path: `/hooks/${vault.path('callbacks', shop.businessId)}/bill`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        transactionId: `P${String(++serial).padStart(9, '0')}`,
        paidAmount: '1',
        msisdn: '254712345678',
        dateCreated: '2026-11-23',
        accountReference: shop.accountno,
        shortCode: '600984',
      }),
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
    took.push(performance.now() - started)
  })
  while ((await settled(some)) < before + payments) await new Promise((resolve) => setTimeout(resolve, 20))
  const perSecond = payments / ((performance.now() - begun) / 1000)
  await pool.close()
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { perSecond, p50: at(0.5), p99: at(0.99) }
}

async function bare(some: readonly Shop[]): Promise<number> {
  const begun = performance.now()
  await inParallel((n) => writeBare(sql, some[n % some.length] as Shop, ++serial))
  return payments / ((performance.now() - begun) / 1000)
}

async function inParallel(once: (n: number) => Promise<void>): Promise<void> {
  let next = 0
  const run = async () => {
    for (let n = next++; n < payments; n = next++) await once(n)
  }
  await Promise.all(Array.from({ length: callers }, run))
}

/** Payments with their money laid and their event written: both are in one transaction, so the event tells. */
async function settled(some: readonly Shop[]): Promise<number> {
  let sum = 0
  for (const { businessId } of some) {
    const [row] = await inBusiness(
      sql,
      businessId,
      (tx) => tx<{ n: bigint }[]>`
        select count(*) as n from events where business_id = ${businessId} and type = 'payment.completed'
      `,
    )
    sum += Number(row?.n ?? 0)
  }
  return sum
}

/** A Paybill that calls nobody, so that callbacks of it are believed; and a bill that is never paid off. */
async function connectPaybill(pool: Sql, shop: Shop): Promise<void> {
  await inBusiness(pool, shop.businessId, async (tx) => {
    const sealed = Buffer.from('nobody is called')
    await tx`
      insert into shortcodes (business_id, shortcode, environment, consumer_key, consumer_secret, created_at)
      values (${shop.businessId}, '600984', 'sandbox', ${sealed}, ${sealed}, ${new Date()})
    `
    // The audit would rightly say that bare payments have no receipts.
    await tx`update book_checks set next_attempt_at = '2099-01-01' where business_id = ${shop.businessId}`
  })
}
