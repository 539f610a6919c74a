import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers } from '../http/envelope.ts'
import { readAttention } from './read-attention.ts'
import { AttentionOnWire, presentAttention } from './wire.ts'

/** What waits for a person, in one look. */
export const attentionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/attention/details',
      {
        schema: {
          tags: ['Attention'],
          scope: 'read',
          summary: 'Count what waits for a person',
          response: answers(200, AttentionOnWire),
        },
      },
      async ({ businessId }) => {
        const attention = await inBusiness(ctx.sql, businessId, (tx) => readAttention(tx, businessId, ctx.now()))
        return { success: true, data: presentAttention(attention) }
      },
    )
  }
