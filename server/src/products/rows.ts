import type { Tx } from '../db/sql.ts'
import type { Product, ProductFacts } from './wire.ts'

type ProductRow = Omit<ProductFacts, 'categoryId'> & {
  id: string
  category_id: string | null
  created_at: Date
  updated_at: Date
}

/** The products with these ids, newest first; those that are not the business's are left out. */
export async function findProducts(tx: Tx, businessId: string, ids: string[]): Promise<Product[]> {
  const rows = await tx<ProductRow[]>`
    select id, title, sku, description, price, currency, stock, type, status, featured, category_id, active, created_at, updated_at
    from products where business_id = ${businessId} and id = any (${ids})
    order by created_at desc, id desc
  `
  return rows.map(({ category_id, created_at, updated_at, ...facts }) => ({
    ...facts,
    categoryId: category_id,
    createdAt: created_at,
    updatedAt: updated_at,
  }))
}

/** The same, locked until the transaction ends. */
export async function lockProducts(tx: Tx, businessId: string, ids: string[]): Promise<Product[]> {
  await tx<{ id: string }[]>`
    select id from products where business_id = ${businessId} and id = any (${ids}) order by id for update
  `
  return findProducts(tx, businessId, ids)
}
