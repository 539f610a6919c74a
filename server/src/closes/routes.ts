import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readDay } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import assert from 'node:assert/strict'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { closeShortcodeDay } from './close-day.ts'
import { findCloses, listCloses } from './read-closes.ts'
import { CloseBody, CloseOnWire, presentClose } from './wire.ts'

const tags = ['Daily close']

export const closeRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/close/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Close a day of a shortcode',
          body: CloseBody,
          response: answers(201, CloseOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const day = readDay(body.date) ?? refuse('date_unreadable', { field: 'date' })
        const done = await once(ctx, request, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const id = await closeShortcodeDay(tx, ctx, business, body.shortcode, day, actor)
          const [close] = await findCloses(tx, businessId, [id])
          assert(close, 'what was just written is found')
          const message = close.differences.length === 0 ? 'The day agrees' : 'The day does not agree'
          return answer(201, { success: true, message, data: presentClose(close) })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/close/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List closed days, the newest close of each',
          querystring: Type.Object({ ...PageQuery, shortcode: Type.Optional(Type.String()) }),
          response: answersPage(CloseOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { closes, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listCloses(tx, businessId, { shortcode: query.shortcode ?? null }, page),
        )
        return presentPage(closes, total, page, presentClose, byDay)
      },
    )
  }

/** Closes stand in the order of their days, not of when they were made. */
function byDay({ day, shortcode }: { day: string; shortcode: string }) {
  return { at: new Date(`${day}T00:00:00Z`), id: shortcode }
}
