import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send, type Answer } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { listDeliveries } from './read-deliveries.ts'
import { listEndpoints } from './read-endpoints.ts'
import { resendDelivery } from './resend-delivery.ts'
import { findEndpoint } from './rows.ts'
import {
  CreateWebhookBody,
  DeliveryOnWire,
  presentDelivery,
  presentEndpoint,
  readChange,
  readEndpoint,
  ResendBody,
  updatable,
  UpdateWebhookBody,
  WebhookMade,
  WebhookOnWire,
} from './wire.ts'
import { changeEndpoint, createEndpoints, openSecret } from './write-endpoints.ts'

const tags = ['Webhooks']
const Id = Type.Object({ id: Type.String() })

export const webhookRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const calling = () => ({ loopback: ctx.config.webhooksToLoopback, publicUrl: ctx.publicUrl })

    app.post(
      '/business/webhook/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Create a webhook',
          body: CreateWebhookBody,
          response: answers(201, WebhookMade),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const draft = readEndpoint(body, calling())
        const done = await once(ctx, request, async (tx) => {
          const [endpoint] = await createEndpoints(tx, ctx, businessId, [draft])
          assert(endpoint, 'one draft makes one endpoint')
          return answer(201, {
            success: true,
            message: 'Webhook created successfully',
            data: presentEndpoint(endpoint),
          })
        })
        return send(reply, await withSecret(ctx, businessId, done))
      },
    )

    app.get(
      '/business/webhook/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List webhooks',
          querystring: Type.Object(PageQuery),
          response: answersPage(WebhookOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { endpoints, total } = await inBusiness(ctx.sql, businessId, (tx) => listEndpoints(tx, businessId, page))
        return presentPage(endpoints, total, page, presentEndpoint, byAge)
      },
    )

    app.get(
      '/business/webhook/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get a webhook', params: Id, response: answers(200, WebhookOnWire) } },
      async ({ businessId, params }) => {
        const endpoint = await inBusiness(ctx.sql, businessId, (tx) => findEndpoint(tx, businessId, params.id))
        return { success: true, data: presentEndpoint(endpoint ?? refuse('webhook_not_found')) }
      },
    )

    app.patch(
      '/business/webhook/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Update a webhook',
          params: Id,
          body: UpdateWebhookBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const change = readChange(body, calling())
        const done = await once(ctx, request, async (tx) => {
          const { endpoint, modified } = await changeEndpoint(tx, ctx, businessId, params.id, change)
          return answerUpdate('Webhook updated successfully', updatable, body, presentEndpoint(endpoint), modified)
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/webhook/:id/delivery/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List the deliveries of a webhook',
          params: Id,
          querystring: Type.Object(PageQuery),
          response: answersPage(DeliveryOnWire),
        },
      },
      async ({ businessId, params, query }) => {
        const page = readPage(query)
        const { deliveries, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          if (!(await findEndpoint(tx, businessId, params.id))) refuse('webhook_not_found')
          return listDeliveries(tx, businessId, params.id, page)
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
  }

/**
 * The answer to a create with the secret in it. An answer is kept in the clear for its Idempotency-Key, so that the secret
 * is put in afterwards, for a repeat too: who lost the first answer has no other way to learn it.
 */
async function withSecret(ctx: Context, businessId: string, done: Answer): Promise<Answer> {
  const { data, ...rest } = JSON.parse(done.text) as { data: { _id: string } }
  const secret = await inBusiness(ctx.sql, businessId, (tx) => openSecret(tx, ctx, businessId, data._id))
  return { ...done, text: JSON.stringify({ ...rest, data: { ...data, secret } }) }
}
