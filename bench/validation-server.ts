import { Pool } from 'undici'
import { inBusiness } from '../server/src/db/sql.ts'
import { createVault } from '../server/src/secrets/vault.ts'
import { atRate } from './at-rate.ts'
import { openTown } from './open-town.ts'
import { masterKey, startServer } from './shops.ts'

/**
 * How long M-PESA waits, with the payer on the phone, for our word whether a payment may go on: C2B validation through
 * HTTP at a steady rate, over a business of many accounts, by each policy. Safaricom allows 8 s, our goal is 1 s at p99.
 *
 *   node bench/validation-server.ts [accounts, 100000] [a second, 100] [seconds, 10]
 */
const accounts = Number(process.argv[2] ?? 100_000)
const rate = Number(process.argv[3] ?? 100)
const seconds = Number(process.argv[4] ?? 10)
const town = await openTown(accounts)
const server = await startServer(town.url)
const pool = new Pool(server.url, { connections: 64 })
const path = `/hooks/${createVault(masterKey).path('callbacks', town.businessId)}/c2b/validation`

try {
  console.log(`${accounts} accounts, ${rate} a second for ${seconds} s; goal: p99 within 1000 ms`)
  const everybody = await ask('accept_all')
  for (const policy of ['check_character', 'known_only'] as const) {
    const { p99 } = await ask(policy)
    console.log(`${' '.repeat(16)} p99 ${(p99 / everybody.p99).toFixed(2)} of accept_all’s`)
  }
} finally {
  await pool.close()
  server.stop()
  await town.close()
}

async function ask(policy: string) {
  await inBusiness(
    town.sql,
    town.businessId,
    (tx) => tx`update businesses set validation_policy = ${policy} where id = ${town.businessId}`,
  )
  const paid = town.pay(rate * seconds)
  const answered = { accepted: 0, refused: 0 }
  const took = await atRate(rate, seconds, async (n) => {
    const payment = paid[n - 1]
    const answer = await pool.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        TransactionType: 'Pay Bill',
        TransID: `V${policy.charAt(0).toUpperCase()}${String(n).padStart(8, '0')}`,
        TransTime: '20261126120000',
        TransAmount: '100.00',
        BusinessShortCode: '600984',
        BillRefNumber: payment?.typed ?? '',
        MSISDN: '2547 ***** 126',
        FirstName: 'PAYER',
      }),
    })
    const said = (await answer.body.json()) as { ResultCode: string | number }
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`)
    answered[String(said.ResultCode) === '0' ? 'accepted' : 'refused']++
  })
  console.log(
    `${policy.padEnd(16)} p50 ${took.p50.toFixed(1)} ms   p99 ${took.p99.toFixed(1)} ms   worst ${took.worst.toFixed(1)} ms   accepted ${answered.accepted}, refused ${answered.refused}`,
  )
  return took
}
