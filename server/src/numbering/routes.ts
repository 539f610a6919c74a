import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { changeNumbers } from './change-numbers.ts'
import { readNumbers } from './read-numbers.ts'
import { NumbersOnWire, presentNumbers, readNumbersChange, UpdateNumbersBody } from './wire.ts'

const tags = ['Settings']

export const numberingRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/settings/numbers',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getNumbers',
          summary: 'Get the next numbers of documents',
          response: answers(200, NumbersOnWire),
        },
      },
      async ({ businessId }) => ({
        success: true,
        data: presentNumbers(await inBusiness(ctx.sql, businessId, (tx) => readNumbers(tx, ctx, businessId))),
      }),
    )

    app.patch(
      '/business/settings/numbers/update',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          operationId: 'updateNumbers',
          summary: 'Change how documents are numbered',
          body: UpdateNumbersBody,
          response: answers(200, NumbersOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const change = readNumbersChange(body)
        const done = await once(ctx, request, async (tx) => {
          const { after } = await changeNumbers(tx, ctx, businessId, change, { actor, reason: null })
          return answer(200, { success: true, message: 'Numbers updated successfully', data: presentNumbers(after) })
        })
        return send(reply, done)
      },
    )
  }
