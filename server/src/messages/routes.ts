import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { smsLength } from '@kusanya/domain/sms.ts'
import { Type, type Static } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { preview } from './preview.ts'
import { hasInvoice, listMessages, type MessageFilter } from './read-messages.ts'
import { findMessages } from './rows.ts'
import { sendByHand } from './send-by-hand.ts'
import {
  InvoiceMessageQuery,
  MessageOnWire,
  MessageQuery,
  presentMessage,
  Preview,
  PreviewBody,
  SendMessageBody,
} from './wire.ts'

const tags = ['Messages']

export const messageRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/message/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List messages to customers',
          querystring: MessageQuery,
          response: answersPage(MessageOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { ...readFilter(query), customerId: query.customerid ?? null }
        const { messages, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listMessages(tx, businessId, filter, page),
        )
        return presentPage(messages, total, page, presentMessage, byAge)
      },
    )

    app.get(
      '/business/invoice/:id/message/list',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'listInvoiceMessages',
          summary: 'List messages about an invoice',
          params: Type.Object({ id: Type.String() }),
          querystring: InvoiceMessageQuery,
          response: answersPage(MessageOnWire),
        },
      },
      async ({ businessId, params: { id }, query }) => {
        const page = readPage(query)
        const { messages, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          if (!(await hasInvoice(tx, businessId, id))) refuse('invoice_not_found')
          return listMessages(tx, businessId, { ...readFilter(query), invoiceId: id }, page)
        })
        return presentPage(messages, total, page, presentMessage, byAge)
      },
    )

    app.post(
      '/business/message/send',
      {
        schema: {
          tags,
          scope: 'write',
          operationId: 'sendMessage',
          summary: 'Send an invoice or a reminder now',
          body: SendMessageBody,
          response: answers(201, Type.Array(MessageOnWire)),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const wish = { invoiceId: body.invoiceid, purpose: body.purpose, channels: body.channels ?? null }
        const done = await once(ctx, request, async (tx) => {
          const ids = await sendByHand(tx, ctx, businessId, wish)
          const messages = await findMessages(tx, businessId, ids)
          return answer(201, { success: true, message: 'Message queued', data: messages.map(presentMessage) })
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/message/preview',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'previewMessage',
          summary: 'Look at a message before it goes out',
          body: PreviewBody,
          response: answers(200, Preview),
        },
      },
      async ({ businessId, body }) => {
        const { purpose, channel, language, title, text: body_ } = body
        const wanted = { purpose, channel, ...(language && { language }) }
        const trial = { ...(title != null && { title }), ...(body_ != null && { body: body_ }) }
        const written = await inBusiness(ctx.sql, businessId, (tx) =>
          preview(tx, ctx, businessId, wanted, { invoiceId: body.invoiceid ?? null, trial }),
        )
        const length = channel === 'sms' ? smsLength(written.body) : null
        const data = {
          title: channel === 'email' ? written.title : null,
          text: written.body,
          encoding: length && length.encoding,
          length: length && length.units,
          parts: length && length.parts,
          left: length && length.left,
          unusual: length ? length.unusual : [],
          recipient: written.recipient,
          reason: written.reason,
        }
        return { success: true, data }
      },
    )
  }

function readFilter({ status, channel, purpose }: Static<typeof InvoiceMessageQuery>): MessageFilter {
  return {
    invoiceId: null,
    customerId: null,
    state: status ?? null,
    channel: channel ?? null,
    purpose: purpose ?? null,
  }
}
