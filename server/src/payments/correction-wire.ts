import { readInstant, writeInstant } from '@kusanya/domain/day.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, price, text, words } from '../http/fields.ts'
import type { InvoicePayment } from './read-invoice-payments.ts'
import type { Refund } from './refund-credit.ts'

const reason = () => words(500, 'Why; kept in the audit trail')

export const AddPaymentBody = Type.Object({
  amount: Type.Number({ exclusiveMinimum: 0, maximum: 1e12, wording: 'amount must be greater than 0' }),
  date: maybe(Type.String({ description: 'When it was received; now when absent' })),
  method: maybe(text(50)),
  reference: maybe(text(100)),
  note: maybe(text(500)),
  allowoverpayment: Type.Optional(Type.Boolean()),
})

export const ReverseOnInvoiceBody = Type.Object({ transactionid: Type.String({ minLength: 1 }), reason: reason() })
export const ReverseBody = Type.Object({ reason: reason() })

export const MoveBody = Type.Object({
  reason: reason(),
  invoiceid: maybe(Type.String({ description: 'Where to; or invoiceids, or accountid' })),
  invoiceids: maybe(
    Type.Array(Type.String(), {
      minItems: 1,
      maxItems: 100,
      description: 'Several, of whatever accounts, in the order in which they are to be paid',
    }),
  ),
  accountid: maybe(Type.String()),
  frominvoiceid: maybe(Type.String({ description: 'Only what lies on this invoice' })),
  amount: maybe(price()),
})

export const ApplyCreditBody = Type.Object({
  amount: maybe(price()),
  reason: maybe(text(500)),
})

export const RefundBody = Type.Object({
  amount: price(),
  method: words(50, 'How it was given back: cash, bank, mpesa'),
  reason: reason(),
  reference: maybe(text(100)),
  date: maybe(Type.String()),
})

export const InvoicePaymentOnWire = named('InvoicePayment', {
  _id: Type.String(),
  transactioncode: Type.String(),
  channel: Type.String(),
  method: Type.String(),
  reference: Type.String(),
  note: Type.String(),
  amount: Type.Number({ description: 'The whole payment' }),
  applied: Type.Number({ description: 'What of it lies on this invoice now' }),
  status: Type.Enum(['completed', 'cancelled']),
  date: Type.String(),
})

export const RefundOnWire = named('Refund', {
  _id: Type.String(),
  accountid: Type.String(),
  amount: Type.Number(),
  method: Type.String(),
  reference: Type.String(),
  date: Type.String(),
  credit: Type.Number({ description: 'What the account has left' }),
})

/** Where a body says that money is to go: named invoices before an account. */
export function readDestination({ invoiceids, invoiceid, accountid }: Static<typeof MoveBody>) {
  const named = invoiceids ?? (invoiceid ? [invoiceid] : [])
  return named.length > 0 ? { invoiceIds: [...new Set(named)] } : { accountId: accountid ?? '' }
}

/** Throws a refusal for a date that cannot be read; `now` when there is none. */
export function readDate(date: string | null | undefined, now: Date): Date {
  if (!date) return now
  return readInstant(date) ?? refuse('date_unreadable', { field: 'date' })
}

export function presentInvoicePayment(one: InvoicePayment): Static<typeof InvoicePaymentOnWire> {
  return {
    _id: one.id,
    transactioncode: one.receipt,
    channel: one.channel,
    method: one.method ?? one.channel,
    reference: one.reference ?? '',
    note: one.note ?? '',
    amount: toWire(one.whole),
    applied: toWire(one.applied),
    status: one.applied > 0n ? 'completed' : 'cancelled',
    date: writeInstant(one.paid_at),
  }
}

export function presentRefund(refund: Refund) {
  return {
    _id: refund.id,
    accountid: refund.accountId,
    amount: toWire(refund.amount),
    method: refund.method,
    reference: refund.reference ?? '',
    date: writeInstant(refund.refundedAt),
    credit: toWire(refund.creditLeft),
  }
}
