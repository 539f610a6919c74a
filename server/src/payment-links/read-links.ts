import { tidyReference } from '@kusanya/domain/account-number.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { hashOf } from '../secrets/vault.ts'
import { findLinks } from './rows.ts'
import type { Link, linkKinds, LinkStatus } from './wire.ts'

export type LinkFilter = {
  search: string | null
  status: LinkStatus | null
  type: string | null
  kind: (typeof linkKinds)[number] | null
  now: Date
}

/**
 * A page of links of both kinds, newest first, and how many there are in all. Search looks in title, invoice number and
 * account number, and finds the code or address that was given out. The status of an invoice is as statusOf() finds it.
 */
export async function listLinks(
  tx: Tx,
  businessId: string,
  { search, status, type, kind, now }: LinkFilter,
  { take, offset, before, counted }: Page,
): Promise<{ links: Link[]; total: bigint | null }> {
  const like = anywhere(search)
  const code = search?.trim().split('/').at(-1) ?? ''
  const [found] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from payment_links
      where business_id = ${businessId} and (${type}::text is null or type = ${type})
        and (${kind}::text is null or (${kind} = 'invoice') = (invoice_id is not null))
        and (
          ${status}::text is null
          or (invoice_id is null and ${status} = case
            when not active then 'inactive' when expires_at <= ${now} then 'expired' else 'active' end)
          or invoice_id in (
            select id from invoices
            where business_id = ${businessId} and ${status} = case
              when cancelled_at is not null then 'cancelled'
              when issued_at is null then 'draft'
              when paid + adjusted >= total then 'paid'
              when overdue_at is not null then 'overdue'
              when paid > 0 then 'partially_paid'
              else 'unpaid'
            end
          )
        )
        and (
          ${search}::text is null or title ilike ${like}
          or invoice_id in (
            select id from invoices
            where business_id = ${businessId} and (
              title ilike ${like}
              or written_number('INV', year, serial) ilike ${like}
            )
          )
          or account_id in (
            select id from accounts where business_id = ${businessId} and number = ${tidyReference(search ?? '')}
          )
          or id in (
            select subject_id from secret_paths
            where hash = ${hashOf(code)} and kind = 'payment_link' and business_id = ${businessId}
          )
        )
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  return { links: await findLinks(tx, businessId, found?.ids ?? []), total: found?.total ?? null }
}
