import { readInstant, writeInstant } from '@kusanya/domain/day.ts'
import { statusOf, type Discount, type Invoice, type Status } from '@kusanya/domain/invoice.ts'
import type { Wish } from '@kusanya/domain/invoice-change.ts'
import { fromWire } from '@kusanya/domain/money.ts'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type, type Static } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { requireScope } from '../http/auth.ts'
import { answers, answersPage, byAge, presentPage, readPage } from '../http/envelope.ts'
import { named } from '../http/fields.ts'
import { answer, attemptOf, once, send } from '../http/once.ts'
import { lookedAt, LookedAt } from '../http/looked-at.ts'
import { changeInvoice, type Change } from './change-invoice.ts'
import { createLane } from './create-lane.ts'
import { InvoiceQuery, readInvoiceFilter } from './filter-wire.ts'
import { listInvoices, readPush } from './read-invoices.ts'
import { readSeenAt } from './read-timeline.ts'
import { findInvoices } from './rows.ts'
import { presentInstalments, readInstalments } from './schedule-wire.ts'
import {
  CreateInvoiceBody,
  discountValue,
  InvoiceInList,
  InvoiceOnWire,
  presentInvoice,
  presentSummary,
  readDiscount,
  readInvoice,
  UpdateInvoiceBody,
} from './wire.ts'

const tags = ['Invoices']
const Id = Type.Object({ id: Type.String() })

export const invoiceRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const create = createLane(ctx)

    app.post(
      '/business/invoice/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Create an invoice',
          body: CreateInvoiceBody,
          response: answers(201, InvoiceOnWire),
        },
      },
      async (request, reply) => {
        const done = await create(request.businessId, { attempt: attemptOf(request), draft: readInvoice(request.body) })
        return done instanceof Refusal ? refuse(done.code, done.about) : send(reply, done)
      },
    )

    app.get(
      '/business/invoice/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List invoices',
          querystring: InvoiceQuery,
          response: answersPage(InvoiceInList),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { invoices, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          const { timeZone } = await theBusiness(tx, businessId)
          return listInvoices(tx, businessId, readInvoiceFilter(query, timeZone), page)
        })
        return presentPage(invoices, total, page, presentSummary, byAge)
      },
    )

    app.get(
      '/business/invoice/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get an invoice', params: Id, response: answers(200, InvoiceOnWire) } },
      async ({ businessId, params }) =>
        inBusiness(ctx.sql, businessId, async (tx) => {
          const [invoice] = await findInvoices(tx, businessId, [params.id])
          if (!invoice) return refuse('invoice_not_found')
          const [push, seenAt] = await Promise.all([
            readPush(tx, businessId, invoice.id),
            readSeenAt(tx, businessId, invoice.id),
          ])
          return {
            success: true,
            data: {
              ...presentInvoice(invoice, ctx),
              ...(push && {
                push: { state: push.state, reason: push.reason, updatedat: writeInstant(push.updatedAt) },
              }),
              ...(seenAt && { seenat: writeInstant(seenAt) }),
            },
          }
        }),
    )

    app.patch(
      '/business/invoice/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Update an invoice',
          params: Id,
          headers: LookedAt,
          body: UpdateInvoiceBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const change = { ...readChange(body), lookedAt: lookedAt(request.headers) }
        const done = await once(ctx, request, async (tx) => {
          const { invoice, modified, statusBefore, movedMoney } = await changeInvoice(
            tx,
            ctx,
            businessId,
            params.id,
            change,
          )
          // `paid`, say, records the balance as received: only here is it known. What is refused rolls back.
          if (movedMoney) requireScope(request, 'payments')
          return answer(200, {
            success: true,
            message: 'Invoice updated successfully',
            data: {
              _id: invoice.id,
              invoiceno: presentSummary(invoice).invoiceno,
              updated: presentUpdated(body, invoice, statusBefore),
              modified: modified ? 1 : 0,
            },
          })
        })
        return send(reply, done)
      },
    )
  }

const Updated = named('UpdatedInvoice', {
  _id: Type.String(),
  invoiceno: Type.Union([Type.String(), Type.Null()]),
  updated: Type.Record(Type.String(), Type.Unknown()),
  modified: Type.Integer(),
})

type Body = Static<typeof UpdateInvoiceBody>
const updatable = [
  'title',
  'description',
  'status',
  'duedate',
  'instalments',
  'discount',
  'discounttype',
  'discountvalue',
] as const
/** A body with one of these is an invoice that we showed, sent back whole. */
const readOnly = ['_id', 'invoiceno', 'balance', 'createdat', 'subtotal']

function readChange(body: Body): Change {
  if (updatable.every((field) => body[field] === undefined)) refuse('nothing_to_update')
  const sentBack = readOnly.some((field) => field in body)
  return {
    ...(body.title !== undefined && { title: body.title?.trim() || null }),
    ...(body.description !== undefined && { description: body.description || null }),
    ...(body.duedate !== undefined && {
      dueAt: readInstant(body.duedate) ?? refuse('date_unreadable', { field: 'duedate' }),
    }),
    ...(body.instalments !== undefined && { instalments: readInstalments(body.instalments ?? []) }),
    ...(hasDiscount(body) && { discount: (invoice: Invoice) => changedDiscount(body, invoice, sentBack) }),
    ...(body.status !== undefined && {
      wish: (invoice: Invoice) => readWish(body.status as Status, body, invoice, sentBack),
    }),
  }
}

function hasDiscount({ discount, discounttype, discountvalue }: Body): boolean {
  return discount !== undefined || discounttype !== undefined || discountvalue !== undefined
}

/** `discount` is shown as the computed amount, so that an invoice sent back whole must not have it read as a percentage. */
function changedDiscount(body: Body, invoice: Invoice, sentBack: boolean): Discount | null {
  const type = body.discounttype ?? invoice.discountAs?.type ?? 'fixed'
  const stored = Number(discountValue(invoice.discountAs)) / 100
  if (body.discountvalue !== undefined) return readDiscount(body.discountvalue, type)
  if (body.discount === undefined) return readDiscount(stored, type)
  if (sentBack && fromWire(body.discount) === invoice.discount) return invoice.discountAs
  return readDiscount(body.discount, type)
}

function readWish(status: Status, body: Body, invoice: Invoice, sentBack: boolean): Wish | null {
  const current = statusOf(invoice)
  if (sentBack && status === current) return null
  const stated = status === 'partially_paid' && !sentBack ? body.amountpaid : undefined
  return { status, amountPaid: stated === undefined ? null : fromWire(stated) }
}

/** What was asked for, as it now stands, and the status when it followed. */
function presentUpdated(body: Body, invoice: Invoice, statusBefore: Status) {
  const now = presentSummary(invoice)
  const updated: Record<string, unknown> = {}
  for (const field of updatable) if (body[field] !== undefined) updated[field] = body[field]
  if (body.title !== undefined) updated.title = now.title
  if (body.duedate !== undefined) updated.duedate = now.duedate
  if (body.instalments !== undefined) updated.instalments = presentInstalments(invoice)
  if (body.status !== undefined || now.status !== statusBefore) updated.status = now.status
  return { ...updated, updatedat: now.updatedat }
}
