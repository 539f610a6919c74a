import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { writeInstant } from '@kusanya/domain/day.ts'
import { turns } from '@kusanya/domain/invoice-history.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers } from '../http/envelope.ts'
import { named } from '../http/fields.ts'
import { readTimeline, type Happened } from './read-timeline.ts'
import { findInvoices } from './rows.ts'

const kinds = [
  ...turns,
  ...(['bill_waiting', 'bill_sent', 'bill_refused', 'bill_unknown', 'bill_called_off', 'bill_not_called_off'] as const),
  ...(['seen', 'paid', 'payment_taken_back', 'acknowledged', 'acknowledgement_refused'] as const),
  ...(['credited', 'written_off', 'withheld', 'rounded', 'adjustment_taken_back'] as const),
] as const
const orNull = <T extends ReturnType<typeof Type.String | typeof Type.Number>>(schema: T) =>
  Type.Union([schema, Type.Null()])

const HappenedOnWire = named('InvoiceHappening', {
  kind: Type.Enum(kinds),
  at: Type.String(),
  amount: orNull(Type.Number({ description: 'The total from then on, what was paid, or what was adjusted' })),
  reference: orNull(
    Type.String({ description: 'An M-PESA receipt; the number of a cheque, a credit note or a certificate' }),
  ),
  note: orNull(Type.String({ description: 'Why, or how' })),
  duedate: orNull(Type.String({ description: 'From then on' })),
})

export const timelineRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/invoice/:id/timeline',
      {
        schema: {
          tags: ['Invoices'],
          scope: 'read',
          operationId: 'getInvoiceTimeline',
          summary: 'Get all that happened to an invoice',
          params: Type.Object({ id: Type.String() }),
          response: answers(200, Type.Array(HappenedOnWire, { description: 'The oldest first' })),
        },
      },
      async ({ businessId, params }) => {
        const happened = await inBusiness(ctx.sql, businessId, async (tx) => {
          const [invoice] = await findInvoices(tx, businessId, [params.id])
          return invoice ? readTimeline(tx, businessId, invoice.id) : refuse('invoice_not_found')
        })
        return { success: true, data: happened.map(presentHappened) }
      },
    )
  }

function presentHappened({ kind, at, amount, reference, note, dueAt }: Happened): Static<typeof HappenedOnWire> {
  return {
    kind,
    at: writeInstant(at),
    amount: amount === null ? null : toWire(amount),
    reference,
    note,
    duedate: dueAt && writeInstant(dueAt),
  }
}
