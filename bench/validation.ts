import { indexAccounts } from '../domain/src/matching/account-index.ts'
import type { Account, Billed } from '../domain/src/matching/book.ts'
import { usualSettings } from '../domain/src/matching/match.ts'
import { policies, validate } from '../domain/src/matching/validate.ts'
import { bill, Dice, makeWorld } from './matching-book.ts'
import { makePayment } from './matching-payments.ts'

/**
 * What each policy of C2B validation would turn away of the labelled payments of bench/matching.ts: payers who meant a
 * customer and have to type again, and payments that belong to nobody.
 *
 *   node bench/validation.ts [payments, 20000] [seed, 1]
 */
const payments = Number(process.argv[2] ?? 20_000)
const dice = new Dice(Number(process.argv[3] ?? 1) * 7919)
const world = makeWorld(dice, 'checked')
const at = new Date(Date.UTC(2026, 0, 5))
bill(world, dice, at)
const newest = new Map<Account, Billed>(world.billed.map((one) => [one.account, one]))
const book = indexAccounts({ accounts: world.accounts, invoices: world.billed, past: new Map() })
const labelled = Array.from({ length: payments }, () => makePayment(world, dice, at, newest))
const percent = (count: number) => `${((count / payments) * 100).toFixed(2)} %`

for (const policy of policies) {
  const begun = performance.now()
  const refused = labelled.filter(({ paid }) => validate(paid.typed, policy, book, usualSettings) !== '0')
  const perSecond = Math.round((payments / (performance.now() - begun)) * 1000)
  const customers = refused.filter(({ truth }) => truth !== null).length
  console.log(
    `${policy.padEnd(16)} refuses ${percent(refused.length)}: customers ${percent(customers)}, nobody’s ${percent(refused.length - customers)}; ${perSecond}/s`,
  )
}
