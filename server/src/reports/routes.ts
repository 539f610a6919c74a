import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readDay, dayOf } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness, type Business } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { Format, sendCsv } from '../http/csv.ts'
import { answers } from '../http/envelope.ts'
import { addAged, readAging } from './read-aging.ts'
import { byChannel, readCollected, readDaysOutstanding } from './read-collected.ts'
import { readSpan, SpanQuery } from './span.ts'
import * as wire from './wire.ts'

const AgedOn = Type.Optional(Type.String({ description: 'YYYY-MM-DD; today when absent' }))
const Query = Type.Object({ ...SpanQuery, format: Format })

export const reportRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const read = <T>(businessId: string, work: (tx: Tx, business: Business) => Promise<T>) =>
      inBusiness(ctx.sql, businessId, async (tx) => work(tx, await theBusiness(tx, businessId)))
    const agedOn = (date: string | undefined, { timeZone }: Business) =>
      date === undefined ? dayOf(ctx.now(), timeZone) : (readDay(date) ?? refuse('date_unreadable', { field: 'date' }))
    const tags = ['Reports']
    app.get(
      '/business/report/aging',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getAgingReport',
          summary: 'Who owes how much since when, as of any day',
          querystring: Type.Object({
            date: AgedOn,
            format: Format,
          }),
          response: answers(200, Type.Array(wire.AgedOnWire)),
        },
      },
      async ({ businessId, query }, reply) => {
        const aged = await read(businessId, (tx, business) => readAging(tx, business, agedOn(query.date, business)))
        if (query.format === 'csv') return sendCsv(reply, 'aging', wire.agedRows(aged))
        return { success: true, data: aged.map(wire.presentAged) }
      },
    )

    app.get(
      '/business/report/owed',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getOwedReport',
          summary: 'How much is owed since when, of all accounts together, as of any day',
          querystring: Type.Object({ date: AgedOn }),
          response: answers(200, wire.OwedOnWire),
        },
      },
      async ({ businessId, query: { date } }) => {
        const aged = await read(businessId, (tx, business) => readAging(tx, business, agedOn(date, business)))
        return { success: true, data: wire.presentOwed(addAged(aged), aged.length) }
      },
    )

    app.get(
      '/business/report/collected',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getCollectedReport',
          summary: 'What was collected on each day; the last 30 days when none are named',
          querystring: Query,
          response: answers(200, Type.Array(wire.CollectedOnWire)),
        },
      },
      async ({ businessId, query }, reply) => {
        const collected = await read(businessId, (tx, business) =>
          readCollected(tx, business, readSpan(query, ctx.now(), business.timeZone, 30)),
        )
        if (query.format === 'csv') return sendCsv(reply, 'collected', wire.collectedRows(collected))
        return { success: true, data: collected.map(wire.presentCollected) }
      },
    )

    app.get(
      '/business/report/channels',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getChannelReport',
          summary: 'What was collected by each channel; the last 30 days when none are named',
          querystring: Query,
          response: answers(200, Type.Array(wire.ChannelOnWire)),
        },
      },
      async ({ businessId, query }, reply) => {
        const collected = await read(businessId, (tx, business) =>
          readCollected(tx, business, readSpan(query, ctx.now(), business.timeZone, 30)),
        )
        const channels = byChannel(collected)
        if (query.format === 'csv') {
          return sendCsv(
            reply,
            'channels',
            wire.collectedRows(channels).map(([, ...cells]) => cells),
          )
        }
        return { success: true, data: channels.map(wire.presentCollected) }
      },
    )

    app.get(
      '/business/report/dso',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getDaysOutstandingReport',
          summary: 'Days sales outstanding, month by month; the last year when no days are named',
          querystring: Query,
          response: answers(200, Type.Array(wire.MonthOnWire)),
        },
      },
      async ({ businessId, query }, reply) => {
        const months = await read(businessId, (tx, business) =>
          readDaysOutstanding(tx, business, readSpan(query, ctx.now(), business.timeZone, 365)),
        )
        if (query.format === 'csv') return sendCsv(reply, 'dso', wire.monthRows(months))
        return { success: true, data: months.map(wire.presentMonth) }
      },
    )
  }
