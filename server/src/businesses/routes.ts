import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { channels } from '@kusanya/domain/message.ts'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers } from '../http/envelope.ts'
import { named } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { theBusiness } from './business.ts'
import { changeSettings } from './change-settings.ts'
import { presentSettings, readSettingsChange, SettingsOnWire, UpdateSettingsBody } from './wire.ts'

const tags = ['Settings']
const Changed = named('UpdatedSettings', {
  _id: Type.String(),
  modified: Type.Integer(),
  updated: Type.Partial(SettingsOnWire, { title: 'SomeSettings' }),
})

export const businessRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/settings/details',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'Get the settings of the business',
          response: answers(200, SettingsOnWire),
        },
      },
      async ({ businessId }) => {
        const business = await inBusiness(ctx.sql, businessId, (tx) => theBusiness(tx, businessId))
        const availablechannels = channels.filter((channel) => (channel === 'email' ? ctx.mailer : ctx.sms) !== null)
        return { success: true, data: { ...presentSettings(business), availablechannels } }
      },
    )

    app.patch(
      '/business/settings/update',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Change settings of the business',
          body: UpdateSettingsBody,
          response: answers(200, Changed),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const change = readSettingsChange(body)
        const done = await once(ctx, request, async (tx) => {
          const { before, business } = await changeSettings(tx, ctx, businessId, change, { actor, reason: null })
          const now: Record<string, unknown> = presentSettings(business)
          const sent = Object.keys(body).filter((field) => field in now && field !== '_id')
          const updated = Object.fromEntries(sent.map((field) => [field, now[field]]))
          const data = { _id: businessId, modified: before === business ? 0 : 1, updated }
          return answer(200, { success: true, message: 'Settings updated successfully', data })
        })
        return send(reply, done)
      },
    )
  }
