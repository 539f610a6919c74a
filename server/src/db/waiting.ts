import type { Context } from '../context.ts'
import { traced } from '../watching/tracer.ts'
import type { Sql } from './sql.ts'

/** Where work waits, and by which column it is due. */
const queues = {
  acknowledgements: 'next_attempt_at',
  book_checks: 'next_attempt_at',
  callbacks: 'next_attempt_at',
  claims: 'next_attempt_at',
  deliveries: 'next_attempt_at',
  idempotency_keys: 'expires_at',
  inquiries: 'next_attempt_at',
  invoices: 'passes_at',
  mails: 'next_attempt_at',
  messages: 'next_attempt_at',
  payment_requests: 'next_attempt_at',
  pulls: 'next_attempt_at',
  pushes: 'next_attempt_at',
  reminder_rounds: 'next_attempt_at',
  reversals: 'next_attempt_at',
} as const satisfies Record<string, DueColumn>

type Queue = keyof typeof queues
type DueColumn = 'expires_at' | 'next_attempt_at' | 'passes_at'

/**
 * Finds the businesses that have due rows in a table, as a role that may see nothing else of it, and does `work` for
 * each. Returns how many rows were dealt with. It hops from business to business in the index: a million waiting rows
 * of one cost no more than one.
 */
export async function eachBusinessWithWork(
  ctx: Context,
  queue: Queue,
  due: DueColumn,
  work: (businessId: string) => Promise<number>,
): Promise<number> {
  const now = ctx.now()
  const businesses = await ctx.sql.begin(async (tx) => {
    await tx`set local role kusanya_sweep`
    /* eslint-disable @ts-safeql/check-sql -- SafeQL cannot follow a table's name; Queue and DueColumn stand guard. */
    return tx<{ business_id: string }[]>`
      with recursive waiting (business_id) as (
        (select business_id from ${tx(queue)} where ${tx(due)} <= ${now} order by business_id limit 1)
        union all
        select (
          select next.business_id from ${tx(queue)} as next
          where next.${tx(due)} <= ${now} and next.business_id > waiting.business_id
          order by next.business_id limit 1
        )
        from waiting where waiting.business_id is not null
      )
      select business_id from waiting where business_id is not null
    `
    /* eslint-enable @ts-safeql/check-sql */
  })
  let dealtWith = 0
  for (const { business_id } of businesses) {
    const attributes = { 'kusanya.queue': queue, 'kusanya.business_id': business_id }
    dealtWith += await traced(ctx.tracer, `work on ${queue}`, { kind: 'consumer', attributes }, async (span) => {
      const rows = await work(business_id)
      span?.set({ 'kusanya.rows': rows })
      return rows
    })
  }
  return dealtWith
}

/** How much is due in each queue, of all businesses, and for how long the first of it has been. */
export async function countDue(ctx: Context): Promise<{ queue: string; due: number; oldestSeconds: number }[]> {
  const now = ctx.now()
  return ctx.sql.begin(async (tx) => {
    await tx`set local role kusanya_sweep`
    return Promise.all(
      Object.entries(queues).map(async ([queue, column]) => {
        /* eslint-disable @ts-safeql/check-sql -- SafeQL cannot follow a table's name; `queues` stands guard. */
        const [row] = await tx<{ due: bigint; oldest: Date | null }[]>`
          select count(*) as due, min(${tx(column)}) as oldest from ${tx(queue)} where ${tx(column)} <= ${now}
        `
        /* eslint-enable @ts-safeql/check-sql */
        const oldestSeconds = row?.oldest ? (now.getTime() - row.oldest.getTime()) / 1000 : 0
        return { queue, due: Number(row?.due ?? 0), oldestSeconds }
      }),
    )
  })
}

/** How far the list of events goes, and whether there are some that have no place in it yet. */
export type News = { businessId: string; last: bigint; unplaced: boolean }

/** Asks for many businesses at once, as the role that may see this and nothing else of what happened. */
export async function newsOf(sql: Sql, businessIds: string[]): Promise<News[]> {
  const rows = await sql.begin(async (tx) => {
    await tx`set local role kusanya_sweep`
    return tx<{ business_id: string | null; last: bigint | null; unplaced: boolean }[]>`
      select asked.id as business_id,
        (
          select position from events where business_id = asked.id and position is not null
          order by position desc limit 1
        ) as last,
        exists (select from events where business_id = asked.id and position is null) as unplaced
      from unnest(${businessIds}::text[]) as asked (id)
    `
  })
  return rows.map(({ business_id, last, unplaced }) => ({ businessId: business_id ?? '', last: last ?? 0n, unplaced }))
}
