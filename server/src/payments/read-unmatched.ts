import type { Paid } from '@kusanya/domain/matching/leads.ts'
import type { Tx } from '../db/sql.ts'
import { top } from '../http/cursor.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findTransactions } from './rows.ts'
import type { Transaction } from './wire.ts'

export type UnmatchedFilter = { search: string | null; shortcode: string | null; sort: 'newest' | 'oldest' }

/** A page of the payments of which something waits for a person, and how many there are in all. */
export async function listUnmatched(
  tx: Tx,
  businessId: string,
  { search, shortcode, sort }: UnmatchedFilter,
  { take, offset, before, counted }: Page,
): Promise<{ transactions: Transaction[]; total: bigint | null }> {
  const like = anywhere(search)
  const oldest = sort === 'oldest'
  // The start of a list is a place in the future: in the other direction nothing comes before it.
  const fromStart = before.at.getTime() === top.at.getTime()
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with waiting as (
      select payment_id from allocations where business_id = ${businessId} and target = 'suspense'
      group by payment_id having sum(amount) > 0
    ), matching as materialized (
      select p.id, p.created_at, row_number() over (order by p.created_at, p.id) * case when ${oldest}::boolean then 1 else -1 end as place
      from waiting w join payments p on p.business_id = ${businessId} and p.id = w.payment_id
      where (${shortcode}::text is null or p.shortcode = ${shortcode})
        and (${like}::text is null or p.receipt ilike ${like} or p.account_typed ilike ${like}
          or p.payer_name ilike ${like} or p.phone ilike ${like})
        -- What is held waits for M-PESA, and not for a person.
        and not exists (
          select 1 from holds h where h.business_id = p.business_id and h.payment_id = p.id and h.ended_at is null
        )
    ), page as (
      select id, place from matching
      where ${fromStart}::boolean or (${oldest}::boolean and (created_at, id) > (${before.at}, ${before.id}))
        or (not ${oldest}::boolean and (created_at, id) < (${before.at}, ${before.id}))
      order by place limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by place) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findTransactions(tx, businessId, ids)).map((one) => [one.id, one]))
  return { transactions: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}

/** What is known by now of a payment, as matching wants it. */
export function paidOf({ reference, phone, name, amount, paidAt }: Transaction): Paid {
  return { typed: reference ?? '', phone, payerName: name, amount, at: paidAt }
}
