import { theBusiness } from '../server/src/businesses/business.ts'
import { inBusiness, type Tx } from '../server/src/db/sql.ts'
import { findMatches } from '../server/src/matching/find-matches.ts'
import { validatePayment } from '../server/src/matching/validate-payment.ts'
import { openTown } from './open-town.ts'

/**
 * What it costs to match in the server, over a business of many accounts with two bills each: a batch of 200 payments as
 * people type them (error model of matching-payments.ts), one payment alone, and a validation, beside one bare query.
 *
 *   node bench/match-server.ts [accounts, 100000] [batches, 10]
 */
const batches = Number(process.argv[3] ?? 10)
const town = await openTown(Number(process.argv[2] ?? 100_000))
const { sql, businessId, world, at, pay } = town

try {
  const business = await inBusiness(sql, businessId, (tx) => theBusiness(tx, businessId))
  await measure(
    'bare query',
    200,
    (tx) => tx`select id from accounts where business_id = ${businessId} and number = 'X'`,
  )
  await measure('a batch of 200, those not told whole', batches, (tx) => {
    const told = new Set(world.accounts.map(({ number }) => number))
    const paid = pay(200).filter(({ typed }) => !told.has(typed.replace(/[\s\-_./]+/g, '').toUpperCase()))
    return findMatches(tx, business, paid, at)
  })
  await measure('one payment', 200, (tx) => findMatches(tx, business, pay(1), at))
  for (const validationPolicy of ['check_character', 'known_only'] as const) {
    const strict = { ...business, settings: { ...business.settings, validationPolicy } }
    await measure(`validation, ${validationPolicy}`, 400, (tx) => validatePayment(tx, strict, pay(1)[0]?.typed ?? ''))
  }
} finally {
  await town.close()
}

async function measure(name: string, times: number, work: (tx: Tx) => Promise<unknown>) {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const begun = performance.now()
    await inBusiness(sql, businessId, work)
    took.push(performance.now() - begun)
  }
  took.sort((a, b) => a - b)
  const share = (of: number) => (took[Math.min(took.length - 1, Math.floor(took.length * of))] ?? 0).toFixed(1)
  console.log(`${name.padEnd(38)} p50 ${share(0.5)} ms   p99 ${share(0.99)} ms   of ${times}`)
}
