import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send, type Answer } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { resumeEndpoint } from './pause-endpoint.ts'
import { listEndpoints } from './read-endpoints.ts'
import { retireSecret, rotateSecret } from './rotate-secret.ts'
import { findEndpoint } from './rows.ts'
import { openSecrets } from './secrets.ts'
import {
  CreateWebhookBody,
  presentEndpoint,
  readChange,
  readEndpoint,
  readOverlap,
  RotateBody,
  updatable,
  UpdateWebhookBody,
  WebhookMade,
  WebhookOnWire,
  WebhookResumed,
} from './wire.ts'
import { changeEndpoint, createEndpoints } from './write-endpoints.ts'

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
          const [endpoint] = await createEndpoints(tx, ctx, businessId, [draft], by(request))
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
          const { endpoint, modified } = await changeEndpoint(tx, ctx, businessId, params.id, change, by(request))
          return answerUpdate('Webhook updated successfully', updatable, body, presentEndpoint(endpoint), modified)
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/webhook/:id/secret/rotate',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Replace the secret of a webhook',
          params: Id,
          body: RotateBody,
          response: answers(200, WebhookMade),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const done = await once(ctx, request, async (tx) => {
          const endpoint = await rotateSecret(tx, ctx, businessId, params.id, readOverlap(body), by(request))
          const message = 'Secret rotated successfully'
          return answer(200, { success: true, message, data: presentEndpoint(endpoint) })
        })
        return send(reply, await withSecret(ctx, businessId, done))
      },
    )

    app.post(
      '/business/webhook/:id/secret/retire',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'End the overlap of two secrets of a webhook',
          params: Id,
          response: answers(200, WebhookOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, params } = request
        const done = await once(ctx, request, async (tx) => {
          const endpoint = await retireSecret(tx, ctx, businessId, params.id, by(request))
          const message = 'Old secret retired successfully'
          return answer(200, { success: true, message, data: presentEndpoint(endpoint) })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/webhook/:id/resume',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Resume a paused webhook',
          params: Id,
          response: answers(200, WebhookResumed),
        },
      },
      async (request, reply) => {
        const { businessId, params } = request
        const done = await once(ctx, request, async (tx) => {
          const { endpoint, queued } = await resumeEndpoint(tx, ctx, businessId, params.id, by(request))
          const data = { ...presentEndpoint(endpoint), queued }
          return answer(200, { success: true, message: 'Webhook resumed successfully', data })
        })
        return send(reply, done)
      },
    )
  }

const by = ({ actor }: { actor: string }) => ({ actor, reason: null })

/**
 * The answer to a create or a rotation with the secret in it. An answer is kept in the clear for its Idempotency-Key, so that the secret
 * is put in afterwards, for a repeat too: who lost the first answer has no other way to learn it. It is the one that holds now.
 */
async function withSecret(ctx: Context, businessId: string, done: Answer): Promise<Answer> {
  const { data, ...rest } = JSON.parse(done.text) as { data: { _id: string } }
  const [secret] = await inBusiness(ctx.sql, businessId, (tx) => openSecrets(tx, ctx, businessId, data._id))
  return { ...done, text: JSON.stringify({ ...rest, data: { ...data, secret } }) }
}
