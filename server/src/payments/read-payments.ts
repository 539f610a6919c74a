import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { findTransactions } from './rows.ts'
import type { Transaction } from './wire.ts'

/** `suspicious`: reported, and not confirmed in three days. */
export const trusts = ['confirmed', 'unconfirmed', 'held', 'suspicious'] as const
type Filter = { search: string | null; channel: string | null; trust: (typeof trusts)[number] | null; now: Date }

const suspiciousAfterMs = 3 * 24 * 3_600_000

/** A page of payments, newest first, and how many there are in all. */
export async function listTransactions(
  tx: Tx,
  businessId: string,
  { search, channel, trust, now }: Filter,
  { take, offset, before, counted }: Page,
): Promise<{ transactions: Transaction[]; total: bigint | null }> {
  const like = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select p.id, p.created_at from payments p
      where p.business_id = ${businessId} and (${channel}::text is null or channel = ${channel})
        and (${like}::text is null or receipt ilike ${like} or account_typed ilike ${like})
        and (${trust}::text is null
          or (${trust} <> 'held' and (${trust} = 'confirmed') = (p.channel = 'manual' or exists (
            select 1 from payment_confirmations f where f.business_id = p.business_id and f.payment_id = p.id
          )) and (${trust} <> 'suspicious' or (p.created_at < ${new Date(now.getTime() - suspiciousAfterMs)} and 0 < (
            select sum(a.amount) from allocations a where a.business_id = p.business_id and a.payment_id = p.id
          ))))
          or (${trust} = 'held' and exists (
            select 1 from holds h where h.business_id = p.business_id and h.payment_id = p.id and h.ended_at is null
          )))
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findTransactions(tx, businessId, ids)).map((one) => [one.id, one]))
  return { transactions: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}
