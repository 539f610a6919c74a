import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { answers } from '../http/envelope.ts'
import { named, tidied } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { InvoiceOnWire, presentInvoice } from '../invoices/wire.ts'
import { ApplyCreditBody, presentRefund, readDate, RefundBody, RefundOnWire } from './correction-wire.ts'
import { refundCredit } from './refund-credit.ts'
import { spendCredit } from './spend-credit.ts'

const params = Type.Object({ id: Type.String() })
const Applied = named('CreditApplied', {
  invoice: InvoiceOnWire,
  applied: Type.Number(),
  credit: Type.Number({ description: 'What the account has left' }),
})

/** What is done with credit by hand: laid on an invoice, or given back. */
export const creditRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/invoice/:id/credit/apply',
      {
        schema: {
          tags: ['Payments'],
          scope: 'payments',
          summary: 'Pay an invoice from the credit of its account',
          params,
          body: ApplyCreditBody,
          response: answers(200, Applied),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const wanted = { invoiceId: request.params.id, amount: body.amount ? fromWire(body.amount) : null }
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: tidied(body.reason ?? null) }
          const { invoice, spent, creditLeft } = await spendCredit(
            tx,
            ctx,
            await theBusiness(tx, businessId),
            wanted,
            by,
          )
          const data = { invoice: presentInvoice(invoice, ctx), applied: toWire(spent), credit: toWire(creditLeft) }
          return answer(200, { success: true, message: 'Credit applied successfully', data })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/account/:id/credit/refund',
      {
        schema: {
          tags: ['Accounts'],
          scope: 'payments',
          summary: 'Record that credit was given back',
          params,
          body: RefundBody,
          response: answers(201, RefundOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const wanted = {
          accountId: request.params.id,
          amount: fromWire(body.amount),
          method: body.method.trim(),
          reference: tidied(body.reference ?? null),
          refundedAt: readDate(body.date, ctx.now()),
        }
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: body.reason }
          const refund = await refundCredit(tx, ctx, await theBusiness(tx, businessId), wanted, by)
          return answer(201, { success: true, message: 'Refund recorded successfully', data: presentRefund(refund) })
        })
        return send(reply, done)
      },
    )
  }
