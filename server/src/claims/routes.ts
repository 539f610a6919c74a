import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { listClaims } from './read-claims.ts'
import { claimStates } from './rows.ts'
import { ClaimOnWire, presentClaim } from './wire.ts'

export const claimRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/claim/list',
      {
        schema: {
          tags: ['Payments'],
          scope: 'read',
          summary: 'List what payers say that they have paid',
          querystring: Type.Object({
            ...PageQuery,
            search: Type.Optional(Type.String({ maxLength: 200, description: 'M-PESA code' })),
            state: Type.Optional(Type.Enum(claimStates, { wording: 'Invalid state value' })),
          }),
          response: answersPage(ClaimOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { state: query.state ?? null, search: query.search ?? null }
        const { claims, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listClaims(tx, businessId, filter, page),
        )
        return presentPage(claims, total, page, presentClaim, byAge)
      },
    )
  }
