import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, attemptOf, claimKey, keepAnswer, once, send, type Answer } from '../http/once.ts'
import {
  DeliveryOnWire,
  DeliveryQuery,
  presentDelivery,
  presentTried,
  readDeliveryFilter,
  readReplay,
  Replayed,
  ReplayBody,
  ResendBody,
  TestBody,
  TestOnWire,
} from './delivery-wire.ts'
import { listDeliveries } from './read-deliveries.ts'
import { replayDeliveries } from './replay-deliveries.ts'
import { resendDelivery } from './resend-delivery.ts'
import { findEndpoint } from './rows.ts'
import { tryEndpoint, type Tried } from './try-endpoint.ts'

const tags = ['Webhooks']
const Id = Type.Object({ id: Type.String() })

export const deliveryRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/webhook/:id/delivery/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List the deliveries of a webhook',
          params: Id,
          querystring: Type.Object({ ...PageQuery, ...DeliveryQuery }),
          response: answersPage(DeliveryOnWire),
        },
      },
      async ({ businessId, params, query }) => {
        const page = readPage(query)
        const { deliveries, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          if (!(await findEndpoint(tx, businessId, params.id))) refuse('webhook_not_found')
          return listDeliveries(tx, businessId, params.id, readDeliveryFilter(query), page)
        })
        return presentPage(deliveries, total, page, presentDelivery, ({ createdAt, eventId }) => ({
          at: createdAt,
          id: eventId,
        }))
      },
    )

    app.post(
      '/business/webhook/:id/delivery/resend',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Send a delivery again',
          params: Id,
          body: ResendBody,
          response: answers(200, DeliveryOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const done = await once(ctx, request, async (tx) => {
          const delivery = await resendDelivery(tx, ctx, businessId, params.id, body.deliveryid)
          return answer(200, {
            success: true,
            message: 'Delivery queued successfully',
            data: presentDelivery(delivery),
          })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/webhook/:id/delivery/replay',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Send what happened in a span of time again',
          params: Id,
          body: ReplayBody,
          response: answers(200, Replayed),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const wanted = readReplay(body, ctx.now())
        const done = await once(ctx, request, async (tx) => {
          const queued = await replayDeliveries(tx, ctx, businessId, params.id, wanted)
          return answer(200, { success: true, message: 'Deliveries queued successfully', data: { queued } })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/webhook/:id/test',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Send a test event to a webhook and see its answer',
          params: Id,
          body: TestBody,
          response: answers(200, TestOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const attempt = attemptOf(request)
        let done: Answer | null = null
        await tryEndpoint(ctx, businessId, params.id, body.event ?? null, {
          before: async (tx) => {
            done = await claimKey(tx, ctx, businessId, attempt)
            return done === null
          },
          after: (tx, tried) => keepAnswer(tx, businessId, attempt, (done = answerTried(tried))),
        })
        const said = done as Answer | null
        assert(said, 'what was tried, now or before, has an answer')
        return send(reply, said)
      },
    )
  }

function answerTried(tried: Tried): Answer {
  const data = presentTried(tried)
  const message = data.delivered ? 'Test event accepted' : 'Test event not accepted'
  return answer(200, { success: true, message, data })
}
