import assert from 'node:assert/strict'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readNumbers } from '@kusanya/domain/invoice.ts'
import { fromWire } from '@kusanya/domain/money.ts'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { Bound, endOf, startOf } from '../http/bounds.ts'
import { answers, answersPage, byAge, ErrorBody, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, attemptOf, claimKey, keepAnswer, send, type Answer } from '../http/once.ts'
import { findDecision } from '../matching/rows.ts'
import { presentDecision } from '../matching/wire.ts'
import { hashOf } from '../secrets/vault.ts'
import { listTransactions, trusts } from './read-payments.ts'
import { findTransactions } from './rows.ts'
import { requestPayment, type Asked } from './request-payment.ts'
import {
  MobileRequestBody,
  MobileRequestOnWire,
  presentTransaction,
  TransactionDetailsOnWire,
  TransactionOnWire,
} from './wire.ts'

const tags = ['Payments']

export const paymentRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/payments/mobile/request',
      {
        schema: {
          tags,
          scope: 'payments',
          operationId: 'requestMobilePayment',
          summary: 'Ask a phone to pay',
          body: MobileRequestBody,
          response: { ...answers(200, MobileRequestOnWire), 502: ErrorBody },
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        if ((body.channel ?? 'mpesa') !== 'mpesa') refuse('channel_unknown')
        const attempt = attemptOf(request)
        const link = await inBusiness(ctx.sql, businessId, (tx) => findLink(tx, businessId, body.referenceid ?? ''))
        const wanted = { link, phone: body.phone, amount: fromWire(body.amount) }
        let done: Answer | Refusal | null = null
        try {
          await requestPayment(ctx, businessId, wanted, {
            before: async (tx) => {
              done = await claimKey(tx, ctx, businessId, attempt)
              if (done) throw new Replay()
            },
            after: (tx, asked) => keepAnswer(tx, businessId, attempt, (done = presentAsked(asked))),
          })
        } catch (error) {
          if (!(error instanceof Replay)) throw error
        }
        const said = done as Answer | Refusal | null
        assert(said, 'a request that was made has an answer')
        return said instanceof Refusal ? refuse(said.code, said.about) : send(reply, said)
      },
    )

    app.get(
      '/business/transaction/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List transactions',
          querystring: Type.Object({
            ...PageQuery,
            search: Type.Optional(
              Type.String({
                maxLength: 200,
                description:
                  'A part of receipt, reference typed, payer’s name or phone; or a whole phone in any form, or an amount',
              }),
            ),
            channel: Type.Optional(Type.String()),
            trust: Type.Optional(Type.Enum(trusts)),
            paidfrom: Bound(
              'Paid on this day (YYYY-MM-DD, in the business’s time zone) or later; or from an instant on',
            ),
            paidto: Bound('Paid on this day or before; or before an instant'),
            customerid: Type.Optional(Type.String({ description: 'On an account of this customer' })),
            accountid: Type.Optional(Type.String({ description: 'On this account' })),
            paymentlinkid: Type.Optional(Type.String({ description: 'For what this payment link is for' })),
          }),
          response: answersPage(TransactionOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { transactions, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          const { timeZone } = await theBusiness(tx, businessId)
          const filter = {
            search: query.search ?? null,
            channel: query.channel ?? null,
            trust: query.trust ?? null,
            paidFrom: startOf(query.paidfrom, 'paidfrom', timeZone),
            paidBefore: endOf(query.paidto, 'paidto', timeZone),
            customerId: query.customerid ?? null,
            accountId: query.accountid ?? null,
            linkId: query.paymentlinkid ?? null,
            now: ctx.now(),
          }
          return listTransactions(tx, businessId, filter, page)
        })
        return presentPage(transactions, total, page, presentTransaction, byAge)
      },
    )

    app.get(
      '/business/transaction/details/:id',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'Get a transaction',
          params: Type.Object({ id: Type.String() }),
          response: answers(200, TransactionDetailsOnWire),
        },
      },
      async ({ businessId, params }) => {
        const data = await inBusiness(ctx.sql, businessId, async (tx) => {
          const [found] = await findTransactions(tx, businessId, [params.id])
          if (!found) return refuse('payment_not_found')
          return { ...presentTransaction(found), match: presentDecision(await findDecision(tx, businessId, found.id)) }
        })
        return { success: true, data }
      },
    )
  }

/** Ends the first transaction of a repeat: its answer is known, and no phone is asked again. */
class Replay extends Error {}

function presentAsked(asked: Asked): Answer | Refusal {
  if (asked.state === 'failed') return new Refusal('daraja_refused', { reason: asked.reason ?? '' })
  return answer(200, {
    success: true,
    message: 'Payment request sent successfully',
    data: {
      checkoutrequestid: asked.checkoutRequestId ?? '',
      merchantrequestid: asked.merchantRequestId ?? '',
      transactionid: asked.id,
      status: asked.state === 'unknown' ? 'unknown' : 'pending',
    },
  })
}

/** The link that a reference means: an invoice number, an invoice's or a link's id, or a link's code. */
async function findLink(tx: Tx, businessId: string, reference: string): Promise<string> {
  const numbers = readNumbers(reference)
  const years = numbers.map(({ year }) => year)
  const serials = numbers.map(({ serial }) => String(serial))
  const [link] = await tx<{ id: string }[]>`
    select l.id from payment_links l
    left join invoices i on i.business_id = l.business_id and i.id = l.invoice_id
    where l.business_id = ${businessId} and (
      l.id = ${reference} or l.invoice_id = ${reference}
      or (i.year, i.serial) in (
              select n.year, n.serial::bigint from unnest(${years}::int[], ${serials}::text[]) as n (year, serial))
      or l.id = (select subject_id from secret_paths where hash = ${hashOf(reference)} and kind = 'payment_link')
    )
    order by i.year desc nulls last
    limit 1
  `
  return link?.id ?? refuse('link_not_found')
}
