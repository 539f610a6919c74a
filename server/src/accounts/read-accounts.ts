import { tidyReference } from '@kusanya/domain/account-number.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findAccounts } from './rows.ts'
import type { Account } from './wire.ts'

export type AccountFilter = { search: string | null; customerId: string | null }

/** A page of customers' accounts, newest first, and how many there are in all. Search looks in number and name. */
export async function listAccounts(
  tx: Tx,
  businessId: string,
  { search, customerId }: AccountFilter,
  { limit, offset }: Page,
): Promise<{ accounts: Account[]; total: bigint }> {
  const like = anywhere(search)
  const matching = tx`
    business_id = ${businessId} and customer_id is not null
    ${customerId === null ? tx`` : tx`and customer_id = ${customerId}`}
    ${like === null ? tx`` : tx`and (name ilike ${like} or number ilike ${anywhere(tidyReference(search ?? '')) ?? like})`}
  `
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from accounts where ${matching}`,
    tx<{ id: string }[]>`
      select id from accounts where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  const wanted = ids.map(({ id }) => id)
  const found = new Map((await findAccounts(tx, businessId, { ids: wanted })).map((account) => [account.id, account]))
  return { accounts: wanted.flatMap((id) => found.get(id) ?? []), total: count?.total ?? 0n }
}
