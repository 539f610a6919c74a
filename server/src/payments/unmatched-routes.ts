import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { tidied } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { findDecision } from '../matching/rows.ts'
import { suggest } from '../matching/suggest.ts'
import { presentDecision } from '../matching/wire.ts'
import { matchPayment } from './match-payment.ts'
import { findTransactions } from './rows.ts'
import { listRefused, presentRefused, RefusedOnWire } from './read-refused.ts'
import { listUnmatched, paidOf } from './read-unmatched.ts'
import { unmatchPayment } from './unmatch-payment.ts'
import { MatchBody, presentUnmatched, readMatch, UnmatchBody, UnmatchedOnWire } from './unmatched-wire.ts'
import { presentTransaction, TransactionDetailsOnWire } from './wire.ts'

const tags = ['Payments']
const params = Type.Object({ id: Type.String() })
const Query = Type.Object({
  ...PageQuery,
  search: Type.Optional(Type.String({ maxLength: 200, description: 'Receipt, what was typed, name or phone' })),
  shortcode: Type.Optional(Type.String()),
  sort: Type.Optional(Type.Enum(['newest', 'oldest'])),
})

/** Money that waits because nobody is sure whose it is, and what a clerk does with it. */
export const unmatchedRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const details = async (tx: Tx, businessId: string, id: string) => {
      const [found] = await findTransactions(tx, businessId, [id])
      if (!found) return refuse('payment_not_found')
      return { ...presentTransaction(found), match: presentDecision(await findDecision(tx, businessId, id)) }
    }

    app.get(
      '/business/payment/unmatched/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List payments that wait for a person, with whose they may be',
          operationId: 'listUnmatchedPayments',
          querystring: Query,
          response: answersPage(UnmatchedOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = {
          search: query.search ?? null,
          shortcode: query.shortcode ?? null,
          sort: query.sort ?? 'newest',
        }
        const { waiting, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          const { transactions, total } = await listUnmatched(tx, businessId, filter, page)
          const asked = transactions.map((one) => ({ id: one.id, paid: paidOf(one) }))
          const suggestions = await suggest(tx, await theBusiness(tx, businessId), asked, ctx.now())
          const waiting = transactions.map((one, place) => ({ ...one, suggestions: suggestions[place] ?? [] }))
          return { waiting, total }
        })
        return presentPage(waiting, total, page, presentUnmatched, byAge)
      },
    )

    app.get(
      '/business/payment/refused/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List payments that were turned away at validation',
          operationId: 'listRefusedPayments',
          querystring: Type.Object({ ...PageQuery, search: Type.Optional(Type.String({ maxLength: 200 })) }),
          response: answersPage(RefusedOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { refused, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listRefused(tx, businessId, query.search ?? null, page),
        )
        return presentPage(refused, total, page, presentRefused, byAge)
      },
    )

    app.post(
      '/business/payment/:id/match',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Say whose an unmatched payment is',
          params,
          body: MatchBody,
          response: answers(200, TransactionDetailsOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body, params } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: tidied(body.reason ?? null) }
          await matchPayment(tx, ctx, await theBusiness(tx, businessId), params.id, readMatch(body), by, 'clerk')
          const data = await details(tx, businessId, params.id)
          return answer(200, { success: true, message: 'Payment matched successfully', data })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/payment/:id/unmatch',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Take a payment off the account it was put on',
          params,
          body: UnmatchBody,
          response: answers(200, TransactionDetailsOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body, params } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: tidied(body.reason ?? null) }
          await unmatchPayment(tx, ctx, await theBusiness(tx, businessId), params.id, by)
          const data = await details(tx, businessId, params.id)
          return answer(200, { success: true, message: 'Payment waits for a person again', data })
        })
        return send(reply, done)
      },
    )
  }
