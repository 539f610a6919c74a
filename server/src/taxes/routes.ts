import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { listTaxes } from './read-taxes.ts'
import { findTaxes } from './rows.ts'
import { CreateTaxBody, presentTax, readTax, readTaxChange, TaxOnWire, updatable, UpdateTaxBody } from './wire.ts'
import { changeTax, createTaxes } from './write-taxes.ts'

const tags = ['Taxes']
const Id = Type.Object({ id: Type.String() })
const Query = Type.Object({ ...PageQuery, search: Type.Optional(Type.String({ maxLength: 200 })) })

export const taxRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/tax/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Create a tax',
          body: CreateTaxBody,
          response: answers(201, TaxOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const done = await once(ctx, request, async (tx) => {
          const [tax] = await createTaxes(tx, ctx, businessId, [readTax(body)])
          assert(tax, 'one draft makes one tax')
          return answer(201, { success: true, message: 'Tax created successfully', data: presentTax(tax) })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/tax/list',
      { schema: { tags, scope: 'read', summary: 'List taxes', querystring: Query, response: answersPage(TaxOnWire) } },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { search: query.search ?? null }
        const { taxes, total } = await inBusiness(ctx.sql, businessId, (tx) => listTaxes(tx, businessId, filter, page))
        return presentPage(taxes, total, page, presentTax, byAge)
      },
    )

    app.get(
      '/business/tax/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get a tax', params: Id, response: answers(200, TaxOnWire) } },
      async ({ businessId, params }) => {
        const [tax] = await inBusiness(ctx.sql, businessId, (tx) => findTaxes(tx, businessId, [params.id]))
        return { success: true, data: presentTax(tax ?? refuse('tax_not_found')) }
      },
    )

    app.patch(
      '/business/tax/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Update a tax',
          params: Id,
          body: UpdateTaxBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const change = readTaxChange(body)
        const done = await once(ctx, request, async (tx) => {
          const { tax, modified } = await changeTax(tx, ctx, businessId, params.id, change)
          return answerUpdate('Tax updated successfully', updatable, body, presentTax(tax), modified)
        })
        return send(reply, done)
      },
    )
  }
