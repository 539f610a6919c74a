import { match } from '@kusanya/domain/matching/match.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Dice, makeWorld, type World as Town } from '../bench/matching-book.ts'
import { makePayment, type Labelled } from '../bench/matching-payments.ts'
import type { Account, Billed, Past } from '../domain/src/matching/book.ts'
import { theBusiness } from '../server/src/businesses/business.ts'
import { inBusiness } from '../server/src/db/sql.ts'
import { findMatches, matchingOf } from '../server/src/matching/find-matches.ts'
import { billTown, bookOf, confirm, remember, settleTown } from './matching-town.ts'
import { world, type World } from './world.ts'

/**
 * The rules of matching are measured over a book in memory (bench/matching.ts). Here the same payments go through
 * callbacks into a server: it must see the same book, decide the same, and put the money there.
 */
const numbers = ['checked', 'own'] as const

describe.each(numbers)('account numbers that are %s', (kind) => {
  let w: World
  let town: Town
  const dice = new Dice(kind === 'own' ? 4711 : 815)
  const newest = new Map<Account, Billed>()
  const past = new Map<string, Past[]>()
  let receipts = 0

  beforeAll(async () => {
    w = await world()
    const settings = { accountnumbers: kind, accountprefixes: kind === 'own' ? ['ADM'] : [] }
    expect((await w.call('PATCH', '/business/settings/update', settings)).status).toBe(200)
    // Somebody has to have left, for an account of the same family and for one of another.
    const left = (own: boolean) => town.closed.some((one) => one.family.accounts.includes(one.heir) === own)
    do town = makeWorld(dice, kind, { customers: 70, accounts: 90 })
    while (!left(true) || !left(false))
    const own = new Map(town.accounts.map((account) => [account, account.number]))
    await settleTown(w, town)
    if (kind === 'own') await giveOwnNumbers(own)
    await bills()
  }, 120_000)
  afterAll(() => w.end())

  /** The API gives out numbers with a check character only; those of a school's register come with its customers. */
  async function giveOwnNumbers(own: Map<Account, string>) {
    const owner = w.owner()
    await owner.unsafe('alter table accounts no force row level security')
    for (const [account, number] of own) {
      account.number = number
      await owner`update accounts set number = ${number} where id = ${account.id}`
    }
    await owner.unsafe('alter table accounts force row level security')
    await owner.end()
  }

  async function bills() {
    await billTown(w, town, dice)
    for (const one of town.billed) newest.set(one.account, one)
  }

  /** What the server found for each payment, beside what the rules find over the whole book in memory. */
  async function decide(labelled: Labelled[]) {
    const book = await bookOf(w, town, past)
    return inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      const business = await theBusiness(tx, w.businessId)
      const paid = labelled.map((one) => one.paid)
      const inMemory = paid.map((one) => match(one, book, matchingOf(business.settings)))
      return { inMemory, inServer: await findMatches(tx, business, paid, w.ctx.now()) }
    })
  }

  const accountsOf = (receipt: string) =>
    inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx<{ target: string; account_id: string | null; score: number | null }[]>`
        select distinct a.target, a.account_id, m.score from payments p
        join allocations a on a.business_id = p.business_id and a.payment_id = p.id
        left join matches m on m.business_id = p.business_id and m.payment_id = p.id
        where p.business_id = ${w.businessId} and p.receipt = ${receipt}
      `,
    )

  test.each([1, 2, 3])(
    'round %i: the server sees what the rules see in memory, and does it',
    async (round) => {
      const labelled = Array.from({ length: 80 }, () => makePayment(town, dice, w.ctx.now(), newest))
      const { inMemory, inServer } = await decide(labelled)
      for (const [place, found] of inServer.entries())
        expect(found, JSON.stringify(labelled[place]?.paid.typed)).toEqual(inMemory[place])
      const decided = labelled.map(({ paid }, place) => ({
        paid,
        match: inMemory[place],
        receipt: `UKT${String(++receipts).padStart(7, '0')}`,
      }))
      for (const { paid, receipt } of decided) await confirm(w, receipt, paid)
      await w.work()
      for (const { paid, match, receipt } of decided) {
        const lies = await accountsOf(receipt)
        if (match?.kind !== 'certain') {
          expect(lies, paid.typed).toEqual([{ target: 'suspense', account_id: null, score: null }])
          continue
        }
        expect(new Set(lies.map(({ account_id }) => account_id)), paid.typed).toEqual(new Set([match.accountId]))
        const [{ score } = { score: null }] = lies
        if (score !== null) expect(score).toBe(Math.round(match.score * 1_000_000))
        else expect(match.reasons[0]).toMatchObject({ code: 'account_typed' })
        remember(past, paid, match.accountId)
      }
      const kinds = Map.groupBy(inMemory, ({ kind }) => kind)
      expect(kinds.get('certain')?.length).toBeGreaterThan(30)
      expect(kinds.get('suggestions')?.length).toBeGreaterThan(0)
      if (round === 2) await bills()
      await w.advance('P20D')
    },
    60_000,
  )
})
