import type { Paid } from '@kusanya/domain/matching/leads.ts'
import type { Tx } from '../db/sql.ts'
import { anywhere } from '../http/fields.ts'
import type { Page } from '../http/envelope.ts'
import { findTransactions } from './read-payments.ts'

export type UnmatchedFilter = { search: string | null; shortcode: string | null; sort: 'newest' | 'oldest' }

/** A page of the ids of payments of which something waits for a person, and how many there are in all. */
export async function listUnmatched(
  tx: Tx,
  businessId: string,
  { search, shortcode, sort }: UnmatchedFilter,
  { limit, offset }: Page,
): Promise<{ ids: string[]; total: bigint }> {
  const like = anywhere(search)
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with waiting as (
      select payment_id from allocations where business_id = ${businessId} and target = 'suspense'
      group by payment_id having sum(amount) > 0
    ), matching as materialized (
      select p.id, case when ${sort}::text = 'oldest' then row_number() over (order by p.created_at, p.id)
        else row_number() over (order by p.created_at desc, p.id desc) end as place
      from waiting w join payments p on p.business_id = ${businessId} and p.id = w.payment_id
      where (${shortcode}::text is null or p.shortcode = ${shortcode})
        and (${like}::text is null or p.receipt ilike ${like} or p.account_typed ilike ${like}
          or p.payer_name ilike ${like} or p.phone ilike ${like})
    ), page as (select id, place from matching order by place limit ${limit} offset ${offset})
    select (select count(*) from matching) as total, (select array_agg(id order by place) from page) as ids
  `
  return { ids: listed?.ids ?? [], total: listed?.total ?? 0n }
}

/** What is known by now of payments that came from M-PESA, as matching wants it; in the order of the ids. */
export async function findPaid(tx: Tx, businessId: string, ids: string[]): Promise<(Paid & { id: string })[]> {
  const found = new Map((await findTransactions(tx, businessId, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const one = found.get(id)
    if (!one) return []
    const { reference, phone, name, amount, paidAt } = one
    return [{ id, typed: reference ?? '', phone, payerName: name, amount, at: paidAt }]
  })
}
