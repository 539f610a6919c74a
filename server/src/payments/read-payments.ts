import { readSearch } from '@kusanya/domain/search.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { tracesOf } from '../matching/traces.ts'
import { findPaidOnAccounts, findPaidThroughLink } from './find-paid-on.ts'
import { findTransactions } from './rows.ts'
import type { Transaction } from './wire.ts'

/** `suspicious`: reported, and not confirmed in three days. */
export const trusts = ['confirmed', 'unconfirmed', 'held', 'suspicious'] as const
export type TransactionFilter = {
  search: string | null
  channel: string | null
  trust: (typeof trusts)[number] | null
  paidFrom: Date | null
  paidBefore: Date | null
  /** On whose account it lies, on which, and through which link it came; see find-paid-on.ts. */
  customerId: string | null
  accountId: string | null
  linkId: string | null
  now: Date
}

const suspiciousAfterMs = 3 * 24 * 3_600_000

/** A page of payments, newest first, and how many there are in all. */
export async function listTransactions(
  tx: Tx,
  businessId: string,
  { search, channel, trust, paidFrom, paidBefore, customerId, accountId, linkId, now }: TransactionFilter,
  { take, offset, before, counted }: Page,
): Promise<{ transactions: Transaction[]; total: bigint | null }> {
  const like = anywhere(search)
  const sought = readSearch(search ?? '')
  // A search is read as listInvoices() reads one. Who hides a phone from us shows its SHA-256: both are found by it.
  const hash = tracesOf(sought.phone, null).hash
  const isTheirs = customerId !== null || accountId !== null
  const theirs = isTheirs ? await findPaidOnAccounts(tx, businessId, customerId, accountId) : null
  const through = linkId === null ? null : await findPaidThroughLink(tx, businessId, linkId)
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select p.id, p.created_at from payments p
      where p.business_id = ${businessId} and (${channel}::text is null or channel = ${channel})
        and p.paid_at >= coalesce(${paidFrom}::timestamptz, '-infinity')
        and p.paid_at < coalesce(${paidBefore}::timestamptz, 'infinity')
        and (${trust}::text is null
          or (${trust} <> 'held' and (${trust} = 'confirmed') = (p.channel = 'manual' or exists (
            select 1 from payment_confirmations f where f.business_id = p.business_id and f.payment_id = p.id
          )) and (${trust} <> 'suspicious' or (p.created_at < ${new Date(now.getTime() - suspiciousAfterMs)} and 0 < (
            select sum(a.amount) from allocations a where a.business_id = p.business_id and a.payment_id = p.id
          ))))
          or (${trust} = 'held' and exists (
            select 1 from holds h where h.business_id = p.business_id and h.payment_id = p.id and h.ended_at is null
          )))
        and (${theirs}::text[] is null or p.id = any (${theirs}::text[]))
        and (${through}::text[] is null or p.id = any (${through}::text[]))
        and (
          ${like}::text is null or search_text like (select lower(${like}::text)) or amount = ${sought.amount}::bigint
          or phone = ${sought.phone}::text
          or p.id in (
            select r.id from payments r where r.business_id = ${businessId} and r.receipt = any (${sought.receipts}::text[])
            union all
            select e.payment_id from evidence e where e.business_id = ${businessId} and e.payer_hash = ${hash}::text
          )
        )
    ), found as materialized (
      select id, created_at from matching where ${like}::text is not null
    ), page as (
      (select id, created_at from matching
      where ${like}::text is null and (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset})
      union all
      (select id, created_at from found where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset})
    )
    select case
        when not ${counted}::boolean then null
        when ${like}::text is null then (select count(*) from matching)
        else (select count(*) from found)
      end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findTransactions(tx, businessId, ids)).map((one) => [one.id, one]))
  return { transactions: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}
