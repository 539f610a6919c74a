import assert from 'node:assert/strict'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { listProducts } from './read-products.ts'
import { findProducts } from './rows.ts'
import {
  CreateProductBody,
  presentProduct,
  ProductOnWire,
  productStatuses,
  productTypes,
  readProduct,
  readProductChange,
  updatable,
  UpdateProductBody,
} from './wire.ts'
import { changeProduct, createProducts } from './write-products.ts'

const tags = ['Products']
const Id = Type.Object({ id: Type.String() })
const Query = Type.Object({
  ...PageQuery,
  status: Type.Optional(Type.Enum(productStatuses, { wording: 'Invalid status value' })),
  type: Type.Optional(Type.Enum(productTypes)),
  categoryid: Type.Optional(Type.String()),
  search: Type.Optional(Type.String({ maxLength: 200 })),
})

export const productRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/product/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Create a product',
          body: CreateProductBody,
          response: answers(201, ProductOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const done = await once(ctx, request, async (tx) => {
          const [product] = await createProducts(tx, ctx, businessId, [readProduct(body)])
          assert(product, 'one draft has one outcome')
          if (product instanceof Refusal) return refuse(product.code, product.about)
          return answer(201, { success: true, message: 'Product created successfully', data: presentProduct(product) })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/product/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List products',
          querystring: Query,
          response: answersPage(ProductOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { search, status = null, type = null, categoryid = null } = query
        const filter = { search: search ?? null, status, type, categoryId: categoryid }
        const { products, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listProducts(tx, businessId, filter, page),
        )
        return presentPage(products, total, page, presentProduct, byAge)
      },
    )

    app.get(
      '/business/product/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get a product', params: Id, response: answers(200, ProductOnWire) } },
      async ({ businessId, params }) => {
        const [product] = await inBusiness(ctx.sql, businessId, (tx) => findProducts(tx, businessId, [params.id]))
        return { success: true, data: presentProduct(product ?? refuse('product_missing')) }
      },
    )

    app.patch(
      '/business/product/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Update a product',
          params: Id,
          body: UpdateProductBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const change = readProductChange(body)
        const done = await once(ctx, request, async (tx) => {
          const { product, modified } = await changeProduct(tx, ctx, businessId, params.id, change)
          return answerUpdate('Product updated successfully', updatable, body, presentProduct(product), modified)
        })
        return send(reply, done)
      },
    )
  }
