import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { tidied } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { listLinks } from './read-links.ts'
import { renewLink } from './renew-link.ts'
import { findLinks } from './rows.ts'
import {
  CreateLinkBody,
  linkKinds,
  LinkOnWire,
  linkStatuses,
  presentWholeLink,
  readLink,
  readLinkChange,
  RenewLinkBody,
  updatable,
  UpdateLinkBody,
} from './wire.ts'
import { changeLink, createLinks } from './write-links.ts'

const tags = ['Payment links']
const Id = Type.Object({ id: Type.String() })
const Query = Type.Object({
  ...PageQuery,
  search: Type.Optional(Type.String({ maxLength: 200 })),
  status: Type.Optional(Type.Enum(linkStatuses, { wording: 'Invalid status value' })),
  type: Type.Optional(Type.String()),
  kind: Type.Optional(Type.Enum(linkKinds, { description: 'Those that stand alone, or those of invoices' })),
})

export const paymentLinkRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/payment-link/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Create a standalone payment link',
          body: CreateLinkBody,
          response: answers(201, LinkOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const done = await once(ctx, request, async (tx) => {
          const { timeZone } = await theBusiness(tx, businessId)
          const [link] = await createLinks(tx, ctx, businessId, [readLink(body, timeZone)])
          assert(link, 'one draft makes one link')
          return answer(201, {
            success: true,
            message: 'Payment link created successfully',
            data: presentWholeLink(link, ctx),
          })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/payment-link/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List payment links',
          querystring: Query,
          response: answersPage(LinkOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = {
          search: query.search?.trim() || null,
          status: query.status ?? null,
          type: query.type ?? null,
          kind: query.kind ?? null,
          now: ctx.now(),
        }
        const { links, total } = await inBusiness(ctx.sql, businessId, (tx) => listLinks(tx, businessId, filter, page))
        return presentPage(links, total, page, (link) => presentWholeLink(link, ctx), byAge)
      },
    )

    app.get(
      '/business/payment-link/details/:id',
      {
        schema: { tags, scope: 'read', summary: 'Get a payment link', params: Id, response: answers(200, LinkOnWire) },
      },
      async ({ businessId, params }) => {
        const [link] = await inBusiness(ctx.sql, businessId, (tx) => findLinks(tx, businessId, [params.id]))
        return { success: true, data: presentWholeLink(link ?? refuse('link_not_found'), ctx) }
      },
    )

    app.patch(
      '/business/payment-link/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Update a payment link',
          params: Id,
          body: UpdateLinkBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, actor, params, body } = request
        const done = await once(ctx, request, async (tx) => {
          const { timeZone } = await theBusiness(tx, businessId)
          const change = readLinkChange(body, timeZone)
          const by = { actor, reason: null }
          const { link, modified } = await changeLink(tx, ctx, businessId, params.id, change, by)
          return answerUpdate(
            'Payment link updated successfully',
            updatable,
            body,
            presentWholeLink(link, ctx),
            modified,
          )
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/payment-link/:id/renew',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Give a payment link a new address',
          params: Id,
          body: RenewLinkBody,
          response: answers(200, LinkOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, params, body } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: tidied(body.reason ?? null) }
          const data = presentWholeLink(await renewLink(tx, ctx, businessId, params.id, by), ctx)
          return answer(200, { success: true, message: 'Payment link renewed successfully', data })
        })
        return send(reply, done)
      },
    )
  }
