import { readSearch } from '@kusanya/domain/search.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findCustomers } from './rows.ts'
import type { Customer } from './wire.ts'

export type CustomerFilter = { search: string | null; type: Customer['type'] | null }

/**
 * A page of customers, newest first, and how many there are in all. Search looks in name, e-mail, phone, company and
 * account number.
 */
export async function listCustomers(
  tx: Tx,
  businessId: string,
  { search, type }: CustomerFilter,
  { take, offset, before, counted }: Page,
): Promise<{ customers: Customer[]; total: bigint | null }> {
  const like = anywhere(search)
  // A search is read as listInvoices() reads one; a Kenyan phone is found however either side writes it.
  const { phone, account } = readSearch(search ?? '')
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from customers
      where business_id = ${businessId} and (${type}::text is null or type = ${type})
        and (
          ${like}::text is null or search_text like (select lower(${like}::text)) or msisdn = ${phone}
          or id in (
            select customer_id from accounts
            where business_id = ${businessId} and customer_id is not null and tidy_number = ${account}
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
  return { customers: await findCustomers(tx, businessId, listed?.ids ?? []), total: listed?.total ?? null }
}
