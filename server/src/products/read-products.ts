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
  { limit, offset }: Page,
): Promise<{ products: Product[]; total: bigint }> {
  const like = anywhere(search)
  const matching = tx`
    business_id = ${businessId}
    ${status === null ? tx`` : tx`and status = ${status}`}
    ${type === null ? tx`` : tx`and type = ${type}`}
    ${categoryId === null ? tx`` : tx`and category_id = ${categoryId}`}
    ${like === null ? tx`` : tx`and (title ilike ${like} or sku ilike ${like} or description ilike ${like})`}
  `
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from products where ${matching}`,
    tx<{ id: string }[]>`
      select id from products where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  return {
    products: await findProducts(
      tx,
      businessId,
      ids.map(({ id }) => id),
    ),
    total: count?.total ?? 0n,
  }
}
