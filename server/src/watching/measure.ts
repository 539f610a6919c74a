import type { Context } from '../context.ts'
import { inBusiness, transactionsOf } from '../db/sql.ts'
import { countDue } from '../db/waiting.ts'
import { readiness } from './readiness.ts'

const unmatchedEveryMs = 60_000

/** Answers the text of /metrics. What only the database knows is looked up now; unmatched money at most once a minute. */
export function metricsOf(ctx: Context): () => Promise<string> {
  let lookedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const { meter } = ctx
    const { waiting, open } = transactionsOf(ctx.sql)
    meter.transactions.set({ state: 'waiting' }, waiting)
    meter.transactions.set({ state: 'open' }, open)
    const { isReady, reasons } = await readiness(ctx)
    meter.up.set(isReady ? 1 : 0)
    if (!reasons.some((reason) => reason.startsWith('database'))) {
      for (const { queue, due, oldestSeconds } of await countDue(ctx)) {
        meter.queueDue.set({ queue }, due)
        meter.queueOldest.set({ queue }, oldestSeconds)
      }
      if (ctx.now().getTime() - lookedAt >= unmatchedEveryMs) {
        lookedAt = ctx.now().getTime()
        meter.unmatched.set(Number(await unmatchedCents(ctx)) / 100)
      }
    }
    return meter.registry.metrics()
  }
}

/** M-PESA pays in shillings, and what is recorded by hand has its invoice: so all that is unmatched is shillings. */
async function unmatchedCents({ sql }: Context): Promise<bigint> {
  let sum = 0n
  for (const { id } of await sql<{ id: string }[]>`select id from businesses order by id`) {
    const [row] = await inBusiness(
      sql,
      id,
      (tx) => tx<{ cents: bigint }[]>`
        select ((select coalesce(sum(amount), 0) from postings where business_id = ${id} and credit = 'suspense')
          - (select coalesce(sum(amount), 0) from postings where business_id = ${id} and debit = 'suspense'))::bigint as cents
      `,
    )
    sum += row?.cents ?? 0n
  }
  return sum
}
