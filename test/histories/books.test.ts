import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '@kusanya/domain/refusal.ts'
import { theBusiness } from '../../server/src/businesses/business.ts'
import { inBusiness } from '../../server/src/db/sql.ts'
import { auditBooks } from '../../server/src/ledger/audit.ts'
import { world, type World } from '../world.ts'
import { act } from './act.ts'
import { deed, kinds, type Deed } from './deeds.ts'
import { newHousehold } from './household.ts'

/**
 * Random months of small businesses: whatever is issued, paid by any road, imported, moved, reversed, credited, written
 * off, withheld, refunded, scheduled, matched, claimed, held, given back and taken back, in whatever order, the books add up after every step. TEST_STEPS says how many
 * steps in all (the nightly form: a million), TEST_SEED where they come from. A failure names the seed of its life:
 * TEST_SEED=that TEST_STEPS=100 lives it again.
 */
const steps = Number(process.env['TEST_STEPS'] ?? 10_000)
const seed = Number(process.env['TEST_SEED'] ?? 20310302)
const perLife = 100
const atOnce = 6

const life = fc.record({
  ways: fc.record({
    allocationOrder: fc.constantFrom(...(['oldest_due', 'newest_due', 'smallest_balance', 'largest_balance'] as const)),
    creditPaysInvoices: fc.boolean(),
    cents: fc.constantFrom(...(['keep', 'round', 'carry'] as const)),
    confirmedAbove: fc.constantFrom(null, null, 0n, 50_000n),
  }),
  deeds: fc.array(deed, { minLength: perLife, maxLength: perLife, size: 'max' }),
})
type Life = typeof life extends fc.Arbitrary<infer L> ? L : never
const written = (of: object) =>
  JSON.stringify(of, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

test('the books add up after every step of random months', { timeout: 120_000 + steps * 60 }, async () => {
  const done = new Map<Deed['kind'], number>()
  const lives = Math.ceil(steps / perLife)
  let next = 0
  let refused = 0
  const live = async () => {
    for (let number = next++; number < lives; number = next++) {
      const lifeSeed = seed + number
      const [{ ways, deeds }] = fc.sample(life, { numRuns: 1, seed: lifeSeed }) as [Life]
      const home = await newHousehold(w, ways)
      for (const [step, one] of deeds.entries()) {
        const name = written({ lifeSeed, step, ways, one })
        const given = { ...w.ctx, now: () => new Date(w.ctx.now().getTime() + step * 7 * 3_600_000) }
        try {
          await inBusiness(w.ctx.sql, home.businessId, async (tx) => {
            await act(tx, given, await theBusiness(tx, home.businessId), home, one)
            expect(await auditBooks(tx, home.businessId), name).toEqual([])
          })
          done.set(one.kind, (done.get(one.kind) ?? 0) + 1)
        } catch (error) {
          if (!(error instanceof Refusal)) throw new Error(`${name}: ${String(error)}`, { cause: error })
          refused++
        }
      }
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: atOnce }, live))
  const seconds = ((performance.now() - begun) / 1000).toFixed(0)
  console.log(`${lives * perLife} steps in ${seconds} s, ${refused} refused: ${written(Object.fromEntries(done))}`)
  // Nothing is proven by deeds that were always refused.
  for (const kind of kinds) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(lives / 4)
})
