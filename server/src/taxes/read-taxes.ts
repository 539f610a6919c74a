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
  { take, offset, before, counted }: Page,
): Promise<{ taxes: Tax[]; total: bigint | null }> {
  const like = anywhere(search)
  const [found] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from taxes
      where business_id = ${businessId} and (${like}::text is null or name ilike ${like} or code ilike ${like})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  return { taxes: await findTaxes(tx, businessId, found?.ids ?? []), total: found?.total ?? null }
}
