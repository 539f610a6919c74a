import assert from 'node:assert/strict'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { differs } from '../http/updates.ts'
import { reserveSkus } from './reserve-skus.ts'
import { lockProducts } from './rows.ts'
import type { Product, ProductDraft, ProductFacts } from './wire.ts'

/** Makes products. One whose sku is taken is refused, as an outcome of its own; one without a sku is given the next free one. */
export async function createProducts(
  tx: Tx,
  given: Given,
  businessId: string,
  drafts: ProductDraft[],
): Promise<(Product | Refusal)[]> {
  const { currency } = await theBusiness(tx, businessId)
  const now = given.now()
  const products = drafts.map((draft): Product => ({
    ...draft,
    sku: draft.sku ?? '',
    currency: draft.currency ?? currency,
    id: given.newId(),
    createdAt: now,
    updatedAt: now,
  }))
  // Chosen skus go first, so that a given one never takes the place of a chosen one.
  const chosen = products.filter(({ sku }) => sku !== '')
  const refused = new Set(await insertProducts(tx, businessId, chosen))

  let unnamed = products.filter(({ sku }) => sku === '')
  for (let rounds = 0; unnamed.length > 0; rounds++) {
    assert(rounds < 10, 'beyond the greatest sku there is a free one')
    const skus = await reserveSkus(tx, businessId, unnamed.length, { beyond: rounds > 0 })
    for (const [index, product] of unnamed.entries()) product.sku = skus[index] ?? ''
    unnamed = await insertProducts(tx, businessId, unnamed)
  }
  return products.map((product) => (refused.has(product) ? new Refusal('sku_taken') : product))
}

/** Returns those that were not inserted, because their sku is taken. */
async function insertProducts(tx: Tx, businessId: string, products: Product[]): Promise<Product[]> {
  if (products.length === 0) return []
  const rows = products.map((product) => ({
    id: product.id,
    title: product.title,
    sku: product.sku,
    description: product.description,
    price: String(product.price),
    currency: product.currency,
    stock: product.stock === null ? null : String(product.stock),
    type: product.type,
    status: product.status,
    featured: product.featured,
    category_id: product.categoryId,
    active: product.active,
    created_at: product.createdAt.toISOString(),
  }))
  const inserted = await tx<{ id: string }[]>`
    insert into products (
      business_id, id, title, sku, description, price, currency, stock, type, status, featured, category_id, active,
      created_at, updated_at
    )
    select ${businessId}, p.id, p.title, p.sku, p.description, p.price, p.currency, p.stock, p.type, p.status, p.featured,
      p.category_id, p.active, p.created_at, p.created_at
    from jsonb_to_recordset(${tx.json(rows)}) as p (
      id text, title text, sku text, description text, price bigint, currency text, stock bigint, type text, status text,
      featured boolean, category_id text, active boolean, created_at timestamptz
    )
    on conflict on constraint products_sku_unique do nothing
    returning id
  `
  const ids = new Set(inserted.map(({ id }) => id))
  return products.filter(({ id }) => !ids.has(id))
}

/** Changes a product. Invoices that were made keep the name and rate they said. */
export async function changeProduct(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: Partial<ProductFacts>,
): Promise<{ product: Product; modified: boolean }> {
  const [before] = await lockProducts(tx, businessId, [id])
  if (!before) refuse('product_missing')
  if (!differs(before, change)) return { product: before, modified: false }
  const product = { ...before, ...change, updatedAt: given.now() }
  const update = tx`
    update products set
      title = ${product.title}, sku = ${product.sku}, description = ${product.description}, price = ${product.price},
      currency = ${product.currency}, stock = ${product.stock}, type = ${product.type}, status = ${product.status},
      featured = ${product.featured}, category_id = ${product.categoryId}, active = ${product.active},
      updated_at = ${product.updatedAt}
    where business_id = ${businessId} and id = ${id}
  `
  await update.catch((error: { constraint_name?: string }) => {
    if (error.constraint_name === 'products_sku_unique') refuse('sku_taken')
    throw error
  })
  return { product, modified: true }
}
