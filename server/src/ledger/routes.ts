import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { dayOf, readDay } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { Format, sendCsv } from '../http/csv.ts'
import { answers } from '../http/envelope.ts'
import { Currency } from '../http/fields.ts'
import { readSpan, SpanQuery } from '../reports/span.ts'
import { readAccountLedger } from './read-account-ledger.ts'
import { readTrialBalance } from './read-trial-balance.ts'
import {
  AccountLedgerOnWire,
  accountLedgerRows,
  LedgerKindOnWire,
  presentAccountLedger,
  presentTrialBalance,
  TrialBalanceOnWire,
  trialBalanceRows,
} from './wire.ts'

const tags = ['Reports']
const common = { currency: Type.Optional(Currency), format: Format }

export const ledgerRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/report/trial-balance',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'What every account of the ledger says, as of any day',
          operationId: 'getTrialBalance',
          querystring: Type.Object({
            date: Type.Optional(Type.String({ description: 'YYYY-MM-DD; today when absent' })),
            ...common,
          }),
          response: answers(200, TrialBalanceOnWire),
        },
      },
      async ({ businessId, query }, reply) => {
        const { date } = query
        const named = date === undefined ? null : (readDay(date) ?? refuse('date_unreadable', { field: 'date' }))
        const balance = await inBusiness(ctx.sql, businessId, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const day = named ?? dayOf(ctx.now(), business.timeZone)
          return readTrialBalance(tx, business, day, query.currency ?? business.currency)
        })
        if (query.format === 'csv') return sendCsv(reply, 'trial-balance', trialBalanceRows(balance))
        return { success: true, data: presentTrialBalance(balance) }
      },
    )

    app.get(
      '/business/report/ledger',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'The postings of an account of the ledger; the last 30 days when none are named',
          operationId: 'getAccountLedger',
          querystring: Type.Object({
            account: LedgerKindOnWire,
            reference: Type.Optional(
              Type.String({ description: 'Of which billing account (its id), shortcode or tax; of all when absent' }),
            ),
            ...SpanQuery,
            ...common,
          }),
          response: answers(200, AccountLedgerOnWire),
        },
      },
      async ({ businessId, query }, reply) => {
        const ledger = await inBusiness(ctx.sql, businessId, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const span = readSpan(query, ctx.now(), business.timeZone, 30)
          const currency = query.currency ?? business.currency
          return readAccountLedger(
            tx,
            businessId,
            { kind: query.account, ref: query.reference ?? null, currency },
            span,
          )
        })
        if (query.format === 'csv') return sendCsv(reply, 'ledger', accountLedgerRows(ledger))
        return { success: true, data: presentAccountLedger(ledger) }
      },
    )
  }
