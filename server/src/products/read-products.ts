import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findProducts } from './rows.ts'
import type { Product } from './wire.ts'

export type ProductFilter = {
  search: string | null
  status: Product['status'] | null
  type: Product['type'] | null
  categoryId: string | null
}

/** A page of products, newest first, and how many there are in all. Search looks in title, sku and description. */
export async function listProducts(
  tx: Tx,
  businessId: string,
  { search, status, type, categoryId }: ProductFilter,
  { take, offset, before, counted }: Page,
): Promise<{ products: Product[]; total: bigint | null }> {
  const like = anywhere(search)
  const [found] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from products
      where business_id = ${businessId}
        and (${status}::text is null or status = ${status})
        and (${type}::text is null or type = ${type})
        and (${categoryId}::text is null or category_id = ${categoryId})
        and (${like}::text is null or title ilike ${like} or sku ilike ${like} or description ilike ${like})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  return { products: await findProducts(tx, businessId, found?.ids ?? []), total: found?.total ?? null }
}
