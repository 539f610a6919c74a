import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, readPage } from '../http/envelope.ts'
import { placeEvents } from './place-events.ts'
import { findEvent, findTold, lastPlace, listEvents } from './read-events.ts'
import {
  EventPage,
  EventQuery,
  EventWithDeliveries,
  presentEvent,
  presentTold,
  readEventFilter,
  writePlace,
} from './wire.ts'

const tags = ['Events']

export const eventRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/event/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List what happened, oldest first',
          querystring: EventQuery,
          response: { 200: EventPage },
        },
      },
      async ({ businessId, query }) => {
        const { limit } = readPage({ ...(query.limit !== undefined && { limit: query.limit }) })
        return inBusiness(ctx.sql, businessId, async (tx) => {
          const { timeZone } = await theBusiness(tx, businessId)
          const filter = readEventFilter(query, timeZone)
          const { more } = await placeEvents(tx, businessId)
          const end = await lastPlace(tx, businessId)
          const found = await listEvents(tx, businessId, filter, limit + 1)
          const shown = found.slice(0, limit)
          const follows = found.length > limit
          // Up to the end nothing is left that was asked for: it need not be looked through again.
          const reached = [filter.after, end, shown.at(-1)?.position ?? 0n]
          const place = follows
            ? (shown.at(-1)?.position ?? end)
            : reached.reduce((one, other) => (one > other ? one : other))
          const cursor = writePlace(place)
          return {
            success: true,
            data: shown.map(presentEvent),
            nextcursor: follows || more ? cursor : null,
            lastcursor: cursor,
          }
        })
      },
    )

    app.get(
      '/business/event/details/:id',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'Get an event and what became of it',
          params: Type.Object({ id: Type.String() }),
          response: answers(200, EventWithDeliveries),
        },
      },
      async ({ businessId, params }) => {
        const data = await inBusiness(ctx.sql, businessId, async (tx) => {
          const event = (await findEvent(tx, businessId, params.id)) ?? refuse('event_not_found')
          return presentTold(event, await findTold(tx, businessId, event.id))
        })
        return { success: true, data }
      },
    )
  }
