import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theBusiness } from '../../server/src/businesses/business.ts'
import { inBusiness } from '../../server/src/db/sql.ts'
import { auditBooks } from '../../server/src/ledger/audit.ts'
import { reversePayment } from '../../server/src/payments/reverse-payment.ts'
import { world, type World } from '../world.ts'
import { issue } from './act.ts'
import { newHousehold } from './household.ts'
import { receiptOf, report } from './report.ts'

/**
 * A month in two orders: the same bills, the same payments by the same roads, told of in another order and repeated
 * otherwise, between other bills. The end is the same to the cent; with reversals among them, what each account owes
 * less its credit is. TEST_ORDERS says how many months.
 */
const months = Number(process.env['TEST_ORDERS'] ?? 8)
const seed = Number(process.env['TEST_SEED'] ?? 20310305)
const ways = { allocationOrder: 'oldest_due', creditPaysInvoices: true, cents: 'keep', confirmedAbove: null } as const

const roads = ['bill', 'c2b', 'stk', 'pull'] as const
const payment = fc.record({
  who: fc.nat({ max: 9 }),
  /** By which it is told; the others were lost. */
  roads: fc.subarray([...roads], { minLength: 1 }),
})
const month = fc.record({
  bills: fc.array(fc.record({ who: fc.nat({ max: 1 }), rate: fc.bigInt(1n, 90_000n), taxed: fc.boolean() }), {
    minLength: 1,
    maxLength: 6,
  }),
  payments: fc.array(payment, { minLength: 1, maxLength: 8 }),
  reversed: fc.array(fc.nat({ max: 7 }), { maxLength: 2 }),
})
type Month = typeof month extends fc.Arbitrary<infer M> ? M : never
type Step = { bill: number } | { told: number; road: (typeof roads)[number] } | { reversed: number }

/** Everything of a month at least once, reports up to three times, in some order; bills stay in theirs. */
const orderOf = ({ bills, payments }: Month): fc.Arbitrary<Step[]> => {
  const told = payments.flatMap(({ roads }, told) =>
    roads.map((road) => fc.constantFrom(1, 2, 3).map((n) => Array<Step>(n).fill({ told, road }))),
  )
  return fc.tuple(...told).chain((groups) => {
    const steps: Step[] = [...bills.map((_, bill) => ({ bill })), ...groups.flat()]
    return fc.shuffledSubarray(steps, { minLength: steps.length }).map((shuffled) => {
      let next = 0
      return shuffled.map((step) => ('bill' in step ? { bill: next++ } : step))
    })
  })
}
const cases = month.chain((one) => fc.tuple(fc.constant(one), orderOf(one), orderOf(one)))

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

test('the end of a month does not depend on order or repetition', { timeout: 60_000 + months * 10_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ([one, first, second]) => {
      const without = { ...one, reversed: [] }
      expect(await endOf(without, second)).toEqual(await endOf(without, first))
      const [here, there] = [await endOf(one, first), await endOf(one, second)]
      expect([there.owed, there.suspense]).toEqual([here.owed, here.suspense])
    }),
    { numRuns: months, seed },
  )
})

async function endOf({ bills, payments, reversed }: Month, steps: Step[]) {
  const home = await newHousehold(w, ways)
  const inTurn = <T>(work: (tx: Parameters<typeof issue>[0]) => Promise<T>) =>
    inBusiness(w.ctx.sql, home.businessId, work)
  for (const step of steps) {
    await inTurn(async (tx) => {
      const business = await theBusiness(tx, home.businessId)
      if ('bill' in step) {
        const bill = bills[step.bill]
        const dueAt = new Date(Date.UTC(2031, 3, 1 + step.bill)) // bills come in the order in which they are due
        if (bill) await issue(tx, w.ctx, business, home, { ...bill, off: 0 }, dueAt)
      } else if ('told' in step) {
        const who = payments[step.told]?.who ?? 0
        await report(tx, w.ctx, business, home, [{ receipt: step.told, who, road: step.road, off: 0n }])
      }
    })
    if ('told' in step && reversed.includes(step.told)) {
      await inTurn(async (tx) => {
        const [unless] = await tx<{ id: string }[]>`
          select p.id from payments p where p.business_id = ${home.businessId} and p.receipt = ${receiptOf(step.told)}
            and exists (select 1 from allocations a where a.business_id = p.business_id and a.payment_id = p.id
              group by a.payment_id having sum(a.amount) > 0)
        `
        const by = { actor: 'system', reason: 'Sent by mistake' }
        if (unless) await reversePayment(tx, w.ctx, await theBusiness(tx, home.businessId), unless.id, by)
      })
    }
  }
  return inTurn(async (tx) => {
    expect(await auditBooks(tx, home.businessId)).toEqual([])
    const invoices = await tx<{ customer: string; total: bigint; paid: bigint; due_at: Date }[]>`
      select c.name as customer, i.total, i.paid, i.due_at from invoices i
      join customers c on c.business_id = i.business_id and c.id = i.customer_id
      where i.business_id = ${home.businessId} order by i.due_at, i.id
    `
    const accounts = await tx<{ customer: string; credit: bigint }[]>`
      select c.name as customer, a.credit from accounts a
      join customers c on c.business_id = a.business_id and c.id = a.customer_id
      where a.business_id = ${home.businessId} order by c.name
    `
    const [suspense] = await tx<{ amount: bigint }[]>`
      select coalesce(sum(amount), 0)::bigint as amount from allocations
      where business_id = ${home.businessId} and target = 'suspense'
    `
    const confirmed = await tx<{ receipt: string }[]>`
      select p.receipt from payments p
      join payment_confirmations c on c.business_id = p.business_id and c.payment_id = p.id
      where p.business_id = ${home.businessId} group by p.receipt order by p.receipt
    `
    const owed = accounts.map(({ customer, credit }) => {
      const own = invoices.filter((one) => one.customer === customer)
      return own.reduce((sum, { total, paid }) => sum + total - paid, 0n) - credit
    })
    return { invoices, accounts, confirmed, suspense: suspense?.amount ?? 0n, owed }
  })
}
