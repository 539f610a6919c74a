import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Pool } from 'undici'
import { migrate } from '../server/src/db/migrate.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { startPostgres } from '../server/src/embedded/postgres.ts'
import { createVault } from '../server/src/secrets/vault.ts'
import { atRate, type Measured } from './at-rate.ts'
import { makeBusinesses, masterKey, startServer, type Shop } from './shops.ts'

/**
 * How long Safaricom waits for our 200 to a payment notification, at a steady rate, beside the floor: the same body
 * written by the bare driver, one transaction each, at the same rate, in the same run.
 *
 *   node bench/callbacks.ts [notifications per second, 1000] [seconds, 10] [businesses, 1]
 */
const rate = Number(process.argv[2] ?? 1000)
const seconds = Number(process.argv[3] ?? 10)
const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-bench-'))
const postgres = await startPostgres({
  directory,
  settings: { commit_delay: Number(process.env['COMMIT_DELAY'] ?? 0), commit_siblings: 0 },
})
const owner = connect(postgres.url, { max: 1 })
await migrate(owner)
const sql = connect(postgres.url, { role: 'kusanya_app', max: 10 })
const shops = await makeBusinesses(sql, Number(process.argv[4] ?? 1))
const server = await startServer(postgres.url)
const vault = createVault(masterKey)
const pool = new Pool(server.url, { connections: 64 })

try {
  const bodyOf = (n: number, shop: Shop) =>
    JSON.stringify({
      transactionId: `B${String(n).padStart(9, '0')}`,
      paidAmount: '50',
      msisdn: '254712345678',
      dateCreated: '2026-11-23',
      accountReference: shop.accountno,
      shortCode: '600984',
    })
  const floor = await atRate(rate, seconds, async (n) => {
    const shop = shops[n % shops.length] as Shop
    await inBusiness(sql, shop.businessId, async (tx) => {
      await tx`
        insert into callbacks (business_id, id, road, body, remote_address, received_at, next_attempt_at)
        values (${shop.businessId}, ${n.toString(16).padStart(24, '0')}, 'bill', ${Buffer.from(bodyOf(n, shop))}, '127.0.0.1', ${new Date()}, ${new Date()})`
    })
  })
  const ours = await atRate(rate, seconds, async (n) => {
    const shop = shops[n % shops.length] as Shop
    const answer = await pool.request({
      method: 'POST',
      path: `/hooks/${vault.path('callbacks', shop.businessId)}/bill`,
      body: bodyOf(n, shop),
      headers: { 'content-type': 'application/json' },
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
  })
  const row = (name: string, m: Measured) =>
    console.log(
      `${name.padEnd(14)} ${String(m.perSecond).padStart(6)}/s   p50 ${m.p50.toFixed(1)} ms   p99 ${m.p99.toFixed(1)} ms   worst ${m.worst.toFixed(1)} ms`,
    )
  console.log(`${rate} a second for ${seconds} s, ${shops.length} business(es)`)
  row('through HTTP', ours)
  row('bare driver', floor)
  console.log(`p99 ratio ${(ours.p99 / floor.p99).toFixed(2)}`)
} finally {
  await pool.close()
  server.stop()
  await sql.end()
  await owner.end()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}
