import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findTaxes } from './rows.ts'
import type { Tax } from './wire.ts'

/** A page of taxes, newest first, and how many there are in all. Search looks in name and code. */
export async function listTaxes(
  tx: Tx,
  businessId: string,
  { search }: { search: string | null },
  { limit, offset }: Page,
): Promise<{ taxes: Tax[]; total: bigint }> {
  const like = anywhere(search)
  const matching = tx`
    business_id = ${businessId} ${like === null ? tx`` : tx`and (name ilike ${like} or code ilike ${like})`}
  `
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from taxes where ${matching}`,
    tx<{ id: string }[]>`
      select id from taxes where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  return {
    taxes: await findTaxes(
      tx,
      businessId,
      ids.map(({ id }) => id),
    ),
    total: count?.total ?? 0n,
  }
}
