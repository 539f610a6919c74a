import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, ErrorBody } from '../http/envelope.ts'
import { named } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { findLogo, removeLogo, setLogo } from './logos.ts'
import { LogoOnWire, presentLogo, SetLogoBody } from './wire.ts'

const tags = ['Settings']
const Removed = named('RemovedLogo', { removed: Type.Boolean() })

export const logoRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/settings/logo',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getLogo',
          summary: 'Get the logo',
          response: { ...answers(200, LogoOnWire), 404: ErrorBody },
        },
      },
      async ({ businessId }) => {
        const logo = await inBusiness(ctx.sql, businessId, (tx) => findLogo(tx, businessId))
        return { success: true, data: presentLogo(logo ?? refuse('logo_not_found')) }
      },
    )

    app.post(
      '/business/settings/logo/set',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          operationId: 'setLogo',
          summary: 'Give the business a logo, shown on documents and pay pages',
          body: SetLogoBody,
          response: answers(200, LogoOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const bytes = Buffer.from(body.image, 'base64')
        const done = await once(ctx, request, async (tx) => {
          const logo = await setLogo(tx, ctx, businessId, bytes, { actor, reason: null })
          return answer(200, { success: true, message: 'Logo set successfully', data: presentLogo(logo) })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/settings/logo/remove',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          operationId: 'removeLogo',
          summary: 'Take the logo away',
          response: answers(200, Removed),
        },
      },
      async (request, reply) => {
        const { businessId, actor } = request
        const done = await once(ctx, request, async (tx) => {
          const removed = await removeLogo(tx, ctx, businessId, { actor, reason: null })
          return answer(200, { success: true, message: 'Logo removed successfully', data: { removed } })
        })
        return send(reply, done)
      },
    )
  }
