import assert from 'node:assert/strict'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, ErrorBody } from '../http/envelope.ts'
import { answer, attemptOf, claimKey, keepAnswer, once, send, type Answer } from '../http/once.ts'
import { findTransactions } from '../payments/rows.ts'
import { reversePayment } from '../payments/reverse-payment.ts'
import { requestReversal, type Requested } from './request-reversal.ts'
import { findReversals } from './rows.ts'
import { PaymentOnWire, presentReversedPayment, ReversePaymentBody } from './wire.ts'

const tags = ['Payments']
const params = Type.Object({ id: Type.String() })

/** Giving a whole payment back: in the books, or at M-PESA, which the books follow. */
export const reversalRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/payment/:id',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'Get a payment, and how far its reversal is',
          params,
          response: answers(200, PaymentOnWire),
        },
      },
      async ({ businessId, params }) => {
        const data = await inBusiness(ctx.sql, businessId, async (tx) => {
          const [payment] = await findTransactions(tx, businessId, [params.id])
          if (!payment) return refuse('payment_not_found')
          const [newest] = await findReversals(tx, businessId, { paymentId: payment.id })
          return presentReversedPayment(payment, newest ?? null)
        })
        return { success: true, data }
      },
    )

    app.post(
      '/business/payment/:id/reverse',
      {
        schema: {
          tags,
          scope: 'payments',
          summary: 'Take back a payment, wherever it lies',
          params,
          body: ReversePaymentBody,
          response: { ...answers(200, PaymentOnWire), 502: ErrorBody },
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const by = { actor, reason: body.reason }
        if (body.atmpesa) return askSafaricom(ctx, request, reply, request.params.id, by)
        const done = await once(ctx, request, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const payment = await reversePayment(tx, ctx, business, request.params.id, by)
          const [newest] = await findReversals(tx, businessId, { paymentId: payment.id })
          const data = presentReversedPayment(payment, newest ?? null)
          return answer(200, { success: true, message: 'Payment reversed successfully', data })
        })
        return send(reply, done)
      },
    )
  }

/** Ends the first transaction of a repeat: its answer is known, and Safaricom is not asked again. */
class Replay extends Error {}

async function askSafaricom(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  paymentId: string,
  by: { actor: string; reason: string },
): Promise<FastifyReply> {
  const { businessId } = request
  const attempt = attemptOf(request)
  let done: Answer | Refusal | null = null
  try {
    await requestReversal(ctx, businessId, paymentId, by, {
      before: async (tx) => {
        done = await claimKey(tx, ctx, businessId, attempt)
        if (done) throw new Replay()
      },
      after: (tx, requested) => keepAnswer(tx, businessId, attempt, (done = presentRequested(requested))),
    })
  } catch (error) {
    if (!(error instanceof Replay)) throw error
  }
  const said = done as Answer | Refusal | null
  assert(said, 'a request that was made has an answer')
  return said instanceof Refusal ? refuse(said.code, said.about) : send(reply, said)
}

function presentRequested({ payment, reversal }: Requested): Answer | Refusal {
  if (reversal.state === 'refused') return new Refusal('daraja_refused', { reason: reversal.resultText ?? '' })
  const data = presentReversedPayment(payment, reversal)
  return answer(200, { success: true, message: 'M-PESA was asked to give the payment back', data })
}
