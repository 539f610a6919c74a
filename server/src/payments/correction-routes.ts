import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { answers, answersPage, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { named, tidied } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { findInvoices } from '../invoices/rows.ts'
import { InvoiceOnWire, presentInvoice } from '../invoices/wire.ts'
import { addPayment } from './add-payment.ts'
import {
  AddPaymentBody,
  InvoicePaymentOnWire,
  MoveBody,
  presentInvoicePayment,
  readDate,
  readDestination,
  ReverseBody,
  ReverseOnInvoiceBody,
} from './correction-wire.ts'
import { moveByHand } from './match-payment.ts'
import { listInvoicePayments } from './read-invoice-payments.ts'
import { findTransactions } from './rows.ts'
import { releaseByHand } from './release-by-hand.ts'
import { reversePayment } from './reverse-payment.ts'
import { presentTransaction, TransactionOnWire } from './wire.ts'

const tags = ['Payments']
const params = Type.Object({ id: Type.String() })
const RecordedPayment = named('RecordedPayment', { transaction: TransactionOnWire, invoice: InvoiceOnWire })

/** What a bookkeeper does with money that arrived, or that he received himself. */
export const correctionRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const transaction = async (tx: Tx, businessId: string, id: string) => {
      const [found] = await findTransactions(tx, businessId, [id])
      return presentTransaction(found ?? refuse('payment_not_found'))
    }

    app.post(
      '/business/invoice/:id/payment/add',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Record money received for an invoice',
          params,
          body: AddPaymentBody,
          response: answers(201, RecordedPayment),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const wanted = {
          amount: fromWire(body.amount),
          paidAt: readDate(body.date, ctx.now()),
          method: tidied(body.method ?? null) ?? 'manual',
          reference: tidied(body.reference ?? null),
          note: tidied(body.note ?? null),
          allowOverpayment: body.allowoverpayment ?? false,
        }
        const done = await once(ctx, request, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const by = { actor, reason: wanted.note }
          if (wanted.amount === 0n) refuse('amount_not_positive', { field: 'amount' })
          const { paymentId, invoice } = await addPayment(tx, ctx, business, request.params.id, wanted, by)
          const data = {
            transaction: await transaction(tx, businessId, paymentId),
            invoice: presentInvoice(invoice, ctx),
          }
          return answer(201, { success: true, message: 'Payment recorded successfully', data })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/invoice/:id/payment/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List the payments of an invoice',
          params,
          querystring: Type.Object(PageQuery),
          response: answersPage(InvoicePaymentOnWire),
        },
      },
      async ({ businessId, params, query }) => {
        const page = readPage(query)
        const { payments, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          const [invoice] = await findInvoices(tx, businessId, [params.id])
          return invoice ? listInvoicePayments(tx, businessId, invoice.id, page) : refuse('invoice_not_found')
        })
        return presentPage(payments, total, page, presentInvoicePayment, ({ created_at, id }) => ({
          at: created_at,
          id,
        }))
      },
    )

    app.post(
      '/business/invoice/:id/payment/reverse',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Take back a payment of an invoice',
          params,
          body: ReverseOnInvoiceBody,
          response: answers(200, TransactionOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const [invoice] = await findInvoices(tx, businessId, [request.params.id])
          if (!invoice) return refuse('invoice_not_found')
          const by = { actor, reason: body.reason }
          const business = await theBusiness(tx, businessId)
          const reversed = await reversePayment(tx, ctx, business, body.transactionid, by, invoice.id)
          return answer(200, {
            success: true,
            message: 'Payment reversed successfully',
            data: presentTransaction(reversed),
          })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/payment/:id/release',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Lay a payment that is held, unconfirmed as it is',
          params,
          body: ReverseBody,
          response: answers(200, TransactionOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: body.reason }
          const business = await theBusiness(tx, businessId)
          const released = await releaseByHand(tx, ctx, business, request.params.id, by)
          return answer(200, {
            success: true,
            message: 'Payment released successfully',
            data: presentTransaction(released),
          })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/payment/:id/move',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Move a payment to other invoices or another account',
          params,
          body: MoveBody,
          response: answers(200, TransactionOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const wanted = {
            paymentId: request.params.id,
            from: body.frominvoiceid ? { invoiceId: body.frominvoiceid } : null,
            to: readDestination(body),
            amount: body.amount ? fromWire(body.amount) : null,
          }
          const business = await theBusiness(tx, businessId)
          await moveByHand(tx, ctx, business, wanted, { actor, reason: body.reason })
          const data = await transaction(tx, businessId, wanted.paymentId)
          return answer(200, { success: true, message: 'Payment moved successfully', data })
        })
        return send(reply, done)
      },
    )
  }
