import type { Context } from '../context.ts'

type Queue =
  | 'acknowledgements'
  | 'book_checks'
  | 'callbacks'
  | 'deliveries'
  | 'idempotency_keys'
  | 'inquiries'
  | 'invoices'
  | 'payment_requests'
  | 'pulls'
  | 'pushes'
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
  for (const { business_id } of businesses) dealtWith += await work(business_id)
  return dealtWith
}
