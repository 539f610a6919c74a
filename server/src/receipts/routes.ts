import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { listReceipts } from './read-receipts.ts'
import { findReceipts } from './rows.ts'
import { presentReceipt, ReceiptInList, ReceiptOnWire, receiptStatuses } from './wire.ts'

const tags = ['Receipts']

export const receiptRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/receipt/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List receipts',
          querystring: Type.Object({
            ...PageQuery,
            search: Type.Optional(Type.String({ maxLength: 200 })),
            status: Type.Optional(Type.Enum(receiptStatuses, { wording: 'Invalid status value' })),
          }),
          response: answersPage(ReceiptInList),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { search: query.search ?? null, status: query.status ?? null }
        const { receipts, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listReceipts(tx, businessId, filter, page),
        )
        return presentPage(receipts, total, page, presentReceipt, byAge)
      },
    )

    app.get(
      '/business/receipt/details/:id',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'Get a receipt',
          params: Type.Object({ id: Type.String() }),
          response: answers(200, ReceiptOnWire),
        },
      },
      async ({ businessId, params }) => {
        const [receipt] = await inBusiness(ctx.sql, businessId, (tx) => findReceipts(tx, businessId, [params.id]))
        return { success: true, data: presentReceipt(receipt ?? refuse('receipt_not_found')) }
      },
    )
  }
