import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { listContradictions } from './read-contradictions.ts'
import { resolveContradiction } from './resolve-contradiction.ts'
import { ContradictionOnWire, presentContradiction, ResolveBody } from './wire.ts'

const tags = ['Payments']

/** Receipts of which two amounts were told, and what a person decides. */
export const contradictionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/payment/contradiction/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List payments of which another amount was told',
          operationId: 'listPaymentContradictions',
          querystring: Type.Object({
            ...PageQuery,
            state: Type.Optional(Type.Enum(['open', 'resolved'], { wording: 'Invalid state value' })),
            search: Type.Optional(Type.String({ maxLength: 200, description: 'M-PESA receipt' })),
          }),
          response: answersPage(ContradictionOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { state: query.state ?? null, search: query.search ?? null }
        const { contradictions, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listContradictions(tx, businessId, filter, page),
        )
        return presentPage(contradictions, total, page, presentContradiction, byAge)
      },
    )

    app.post(
      '/business/payment/contradiction/:id/resolve',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Decide which of two amounts is true',
          operationId: 'resolvePaymentContradiction',
          params: Type.Object({ id: Type.String() }),
          body: ResolveBody,
          response: answers(200, ContradictionOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body, params } = request
        const done = await once(ctx, request, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const by = { actor, reason: body.reason }
          const resolved = await resolveContradiction(tx, ctx, business, params.id, body.keep, by)
          const data = presentContradiction(resolved)
          return answer(200, { success: true, message: 'Contradiction resolved successfully', data })
        })
        return send(reply, done)
      },
    )
  }
