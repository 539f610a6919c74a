import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { named } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { findInvoices, lockInvoices } from '../invoices/rows.ts'
import { InvoiceOnWire, presentInvoice } from '../invoices/wire.ts'
import { adjustInvoice } from './adjust-invoice.ts'
import { reverseAdjustment } from './reverse-adjustment.ts'
import { findAdjustments } from './rows.ts'
import {
  AddAdjustmentBody,
  AdjustmentOnWire,
  presentAdjustment,
  readAdjustment,
  ReverseAdjustmentBody,
} from './wire.ts'

const tags = ['Adjustments']
const params = Type.Object({ id: Type.String() })
const Outcome = named('AdjustmentOutcome', { adjustment: AdjustmentOnWire, invoice: InvoiceOnWire })

export const adjustmentRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const locked = async (tx: Tx, businessId: string, id: string): Promise<Invoice> => {
      const [invoice] = await lockInvoices(tx, businessId, [id])
      return invoice ?? refuse('invoice_not_found')
    }

    app.post(
      '/business/invoice/:id/adjustment/add',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Write off, round, or record tax withheld',
          params,
          body: AddAdjustmentBody,
          response: answers(201, Outcome),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const before = await locked(tx, businessId, request.params.id)
          const wanted = readAdjustment(body, before)
          const by = { actor, reason: body.reason.trim() }
          const business = await theBusiness(tx, businessId)
          const { adjustment, invoice } = await adjustInvoice(tx, ctx, business, before, wanted, by)
          const data = { adjustment: presentAdjustment(adjustment), invoice: presentInvoice(invoice, ctx) }
          return answer(201, { success: true, message: 'Adjustment recorded successfully', data })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/invoice/:id/adjustment/reverse',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Take an adjustment back',
          params,
          body: ReverseAdjustmentBody,
          response: answers(200, Outcome),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const before = await locked(tx, businessId, request.params.id)
          const all = await findAdjustments(tx, businessId, before.id)
          const adjustment = all.find(({ id }) => id === body.adjustmentid) ?? refuse('adjustment_not_found')
          if (adjustment.kind === 'credit_note') refuse('adjustment_of_credit_note')
          const by = { actor, reason: body.reason.trim() }
          const business = await theBusiness(tx, businessId)
          const invoice = await reverseAdjustment(tx, ctx, business, before, adjustment, by)
          const data = {
            adjustment: presentAdjustment({ ...adjustment, reversed: true }),
            invoice: presentInvoice(invoice, ctx),
          }
          return answer(200, { success: true, message: 'Adjustment reversed successfully', data })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/invoice/:id/adjustment/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List what closed an invoice besides money',
          params,
          querystring: Type.Object(PageQuery),
          response: answersPage(AdjustmentOnWire),
        },
      },
      async ({ businessId, params, query }) => {
        const page = readPage(query)
        const all = await inBusiness(ctx.sql, businessId, async (tx) => {
          const [invoice] = await findInvoices(tx, businessId, [params.id])
          return invoice ? findAdjustments(tx, businessId, invoice.id) : refuse('invoice_not_found')
        })
        const { at, id } = page.before
        const from = all.filter(
          (one) => one.createdAt < at || (one.createdAt.getTime() === at.getTime() && one.id < id),
        )
        const found = from.slice(page.offset, page.offset + page.take)
        return presentPage(found, BigInt(all.length), page, presentAdjustment, byAge)
      },
    )
  }
