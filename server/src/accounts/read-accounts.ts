import { tidyReference } from '@kusanya/domain/account-number.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findAccounts } from './rows.ts'
import type { Account } from './wire.ts'

export type AccountFilter = { search: string | null; customerId: string | null }

/** A page of customers' accounts, newest first, and how many there are in all. Search looks in number, name, and the customer's name. */
export async function listAccounts(
  tx: Tx,
  businessId: string,
  { search, customerId }: AccountFilter,
  { take, offset, before, counted }: Page,
): Promise<{ accounts: Account[]; total: bigint | null }> {
  const like = anywhere(search)
  const number = anywhere(tidyReference(search ?? '')) ?? like
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from accounts
      where business_id = ${businessId} and customer_id is not null
        and (${customerId}::text is null or customer_id = ${customerId})
        and (${like}::text is null or search_text like (select lower(${like}::text))
          or search_text like (select lower(${number}::text))
          or customer_id in (
            select id from customers where business_id = ${businessId} and name ilike ${like}
          ))
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findAccounts(tx, businessId, { ids })).map((account) => [account.id, account]))
  return { accounts: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}
