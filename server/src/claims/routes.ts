import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { dismissClaim } from './dismiss-claim.ts'
import { listClaims } from './read-claims.ts'
import type { ClaimState } from './rows.ts'
import { ClaimOnWire, ClaimStates, DismissBody, presentClaim } from './wire.ts'

const tags = ['Payments']

export const claimRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/claim/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List what payers say that they have paid',
          querystring: Type.Object({
            ...PageQuery,
            search: Type.Optional(Type.String({ maxLength: 200, description: 'M-PESA code' })),
            state: Type.Optional(ClaimStates),
          }),
          response: answersPage(ClaimOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        // The schema let nothing else through.
        const states = query.state === undefined ? null : (query.state.split(/, ?/) as ClaimState[])
        const filter = { states, search: query.search ?? null }
        const { claims, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listClaims(tx, businessId, filter, page),
        )
        return presentPage(claims, total, page, presentClaim, byAge)
      },
    )

    app.post(
      '/business/claim/:id/dismiss',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Say that a claim is dealt with, though no payment answers it',
          params: Type.Object({ id: Type.String() }),
          body: DismissBody,
          response: answers(200, ClaimOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body, params } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: body.reason.trim() }
          const data = presentClaim(await dismissClaim(tx, ctx, businessId, params.id, by))
          return answer(200, { success: true, message: 'Claim dismissed successfully', data })
        })
        return send(reply, done)
      },
    )
  }
