import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { changeTemplate } from './change-template.ts'
import { allTemplates, presentTemplate, TemplateOnWire, UpdateTemplateBody } from './template-wire.ts'
import { findTemplates } from './templates.ts'

const tags = ['Messages']

export const templateRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/message/templates',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getMessageTemplates',
          summary: 'Get the templates of messages',
          response: answers(200, Type.Array(TemplateOnWire)),
        },
      },
      async ({ businessId }) => {
        const templates = await inBusiness(ctx.sql, businessId, (tx) => findTemplates(tx, businessId))
        return { success: true, data: allTemplates.map((key) => presentTemplate(key, templates)) }
      },
    )

    app.patch(
      '/business/message/template/update',
      {
        schema: {
          tags,
          scope: 'write',
          operationId: 'updateMessageTemplate',
          summary: 'Write a message in words of one’s own',
          body: UpdateTemplateBody,
          response: answers(200, TemplateOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const { purpose, channel, language } = body
        const key = { purpose, channel, language }
        const wanted = body.text === null ? null : { title: body.title ?? '', body: body.text }
        const done = await once(ctx, request, async (tx) => {
          const templates = await changeTemplate(tx, ctx, businessId, key, wanted, { actor, reason: null })
          const data = presentTemplate(key, templates)
          return answer(200, { success: true, message: 'Template updated successfully', data })
        })
        return send(reply, done)
      },
    )
  }
