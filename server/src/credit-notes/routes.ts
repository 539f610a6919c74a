import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { listCreditNotes } from './read-credit-notes.ts'
import { findCreditNotes } from './rows.ts'
import { CreateCreditNoteBody, CreditNoteOnWire, presentCreditNote, readLines, ReverseCreditNoteBody } from './wire.ts'
import { createCreditNote, reverseCreditNote } from './write-credit-notes.ts'

const tags = ['Credit notes']
const params = Type.Object({ id: Type.String() })

export const creditNoteRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/credit-note/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Credit lines of an invoice',
          body: CreateCreditNoteBody,
          response: answers(201, CreditNoteOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const wanted = { invoiceId: body.invoiceid, lines: readLines(body.items) }
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: body.reason.trim() }
          const note = await createCreditNote(tx, ctx, await theBusiness(tx, businessId), wanted, by)
          return answer(201, {
            success: true,
            message: 'Credit note created successfully',
            data: presentCreditNote(note),
          })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/credit-note/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List credit notes',
          querystring: Type.Object({ ...PageQuery, invoiceid: Type.Optional(Type.String()) }),
          response: answersPage(CreditNoteOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { notes, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listCreditNotes(tx, businessId, query.invoiceid ?? null, page),
        )
        return presentPage(notes, total, page, presentCreditNote, byAge)
      },
    )

    app.get(
      '/business/credit-note/details/:id',
      {
        schema: { tags, scope: 'read', summary: 'Get a credit note', params, response: answers(200, CreditNoteOnWire) },
      },
      async ({ businessId, params }) => {
        const [note] = await inBusiness(ctx.sql, businessId, (tx) =>
          findCreditNotes(tx, businessId, { ids: [params.id] }),
        )
        return { success: true, data: presentCreditNote(note ?? refuse('credit_note_not_found')) }
      },
    )

    app.post(
      '/business/credit-note/:id/reverse',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Take a credit note back',
          params,
          body: ReverseCreditNoteBody,
          response: answers(200, CreditNoteOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: body.reason.trim() }
          const note = await reverseCreditNote(tx, ctx, await theBusiness(tx, businessId), request.params.id, by)
          return answer(200, {
            success: true,
            message: 'Credit note reversed successfully',
            data: presentCreditNote(note),
          })
        })
        return send(reply, done)
      },
    )
  }
