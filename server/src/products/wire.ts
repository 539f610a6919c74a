import { writeInstant } from '@kusanya/domain/day.ts'
import { fromWire, toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { Currency, maybe, named, price, submission, text, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'

export const productTypes = ['product', 'service', 'plan'] as const
export const productStatuses = ['published', 'draft', 'archived'] as const

export type ProductFacts = {
  title: string
  sku: string
  description: string | null
  price: Money
  currency: string
  /** Kept for the merchant; invoices do not lower it. */
  stock: bigint | null
  type: (typeof productTypes)[number]
  status: (typeof productStatuses)[number]
  featured: boolean
  categoryId: string | null
  active: boolean
}
/** A product that somebody wants: a sku that is null is given, a currency that is null is the business's. */
export type ProductDraft = Omit<ProductFacts, 'sku' | 'currency'> & { sku: string | null; currency: string | null }
export type Product = ProductFacts & { id: string; createdAt: Date; updatedAt: Date }

const optional = {
  sku: maybe(text(100)),
  description: maybe(text(5000)),
  currency: maybe(Currency),
  stock: maybe(Type.Integer({ minimum: 0, maximum: 1e12 })),
  type: maybe(Type.Enum(productTypes)),
  status: maybe(Type.Enum(productStatuses)),
  featured: maybe(Type.Boolean()),
  categoryid: maybe(text(100)),
  active: maybe(Type.Boolean()),
}
export const CreateProductBody = Type.Object({ title: words(500), price: price(), ...optional }, submission)
export const UpdateProductBody = Type.Object(
  { title: Type.Optional(words(500)), price: Type.Optional(price()), ...optional },
  submission,
)

export const updatable = [
  'title',
  'price',
  'sku',
  'description',
  'currency',
  'stock',
  'type',
  'status',
  'featured',
  'categoryid',
  'active',
] as const

const OrNull = Type.Union([Type.String(), Type.Null()])
export const ProductOnWire = named('Product', {
  _id: Type.String(),
  title: Type.String(),
  sku: Type.String(),
  description: OrNull,
  price: Type.Number(),
  currency: Type.String(),
  stock: Type.Union([Type.Integer(), Type.Null()]),
  type: Type.Enum(productTypes),
  status: Type.Enum(productStatuses),
  featured: Type.Boolean(),
  categoryid: OrNull,
  active: Type.Boolean(),
  createdat: Type.String(),
  updatedat: Type.String(),
})

export function readProduct(body: Static<typeof CreateProductBody>): ProductDraft {
  return {
    title: tidied(body.title),
    sku: tidied(body.sku) ?? null,
    description: tidied(body.description) ?? null,
    price: fromWire(body.price),
    currency: body.currency ?? null,
    stock: typeof body.stock === 'number' ? BigInt(body.stock) : null,
    type: body.type ?? 'product',
    status: body.status ?? 'published',
    featured: body.featured ?? false,
    categoryId: tidied(body.categoryid) ?? null,
    active: body.active ?? true,
  }
}

/** Throws a refusal when nothing is there to be changed. */
export function readProductChange(body: Static<typeof UpdateProductBody>): Partial<ProductFacts> {
  return stated({
    title: tidied(body.title) ?? undefined,
    sku: tidied(body.sku) ?? undefined,
    description: tidied(body.description),
    price: body.price === undefined ? undefined : fromWire(body.price),
    currency: body.currency ?? undefined,
    stock: typeof body.stock === 'number' ? BigInt(body.stock) : body.stock,
    type: body.type ?? undefined,
    status: body.status ?? undefined,
    featured: body.featured ?? undefined,
    categoryId: tidied(body.categoryid),
    active: body.active ?? undefined,
  })
}

export function presentProduct(product: Product): Static<typeof ProductOnWire> {
  return {
    _id: product.id,
    title: product.title,
    sku: product.sku,
    description: product.description,
    price: toWire(product.price),
    currency: product.currency,
    stock: product.stock === null ? null : Number(product.stock),
    type: product.type,
    status: product.status,
    featured: product.featured,
    categoryid: product.categoryId,
    active: product.active,
    createdat: writeInstant(product.createdAt),
    updatedat: writeInstant(product.updatedAt),
  }
}
