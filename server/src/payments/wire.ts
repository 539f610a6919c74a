import { writeInstant } from '@kusanya/domain/day.ts'
import { writeNumber } from '@kusanya/domain/invoice.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import type { Confirmation } from '@kusanya/domain/payment.ts'
import { Type } from 'typebox'
import { named } from '../http/fields.ts'
import { MatchOnWire } from '../matching/wire.ts'
import type { Payment } from './arrival.ts'
import type { Place } from './place.ts'

/** A payment as its events tell of it. Callbacks are unsigned: confirmed is only what we asked for, or read in a statement. */
export type PlacedPayment = Pick<
  Payment,
  'id' | 'receipt' | 'amount' | 'currency' | 'channel' | 'shortcode' | 'accountTyped' | 'phone' | 'payerName' | 'paidAt'
> & { confirmed: boolean }
export type PlacedPart = Pick<Place, 'target'> & {
  amount: Money
  invoice: { id: string; number: { year: number; serial: bigint } | null } | null
}

/** What events tell of a payment. */
export const PaymentNewsOnWire = named('PaymentNews', {
  _id: Type.String(),
  transactioncode: Type.String({ description: 'M-PESA’s receipt, or the number given to a manual payment' }),
  amount: Type.Number(),
  currency: Type.String(),
  channel: Type.Enum(['mpesa', 'manual']),
  status: Type.Enum(['completed', 'held']),
  confirmed: Type.Boolean({ description: 'M-PESA said so when we asked, or in its statement' }),
  shortcode: Type.String(),
  reference: Type.String({ description: 'What the payer typed' }),
  phone: Type.String(),
  name: Type.String(),
  date: Type.String(),
  allocations: Type.Array(
    Type.Object({
      invoiceid: Type.String(),
      invoiceno: Type.Union([Type.String(), Type.Null()]),
      amount: Type.Number(),
    }),
    { description: 'How it lies on invoices now' },
  ),
  credit: Type.Number({ description: 'What of it no invoice has asked for yet' }),
  unmatched: Type.Number({ description: 'What of it belongs to nobody we know' }),
  held: Type.Optional(Type.Number({ description: 'With `payment.held`: laid on nothing until it is confirmed' })),
})

/** What `payment.completed`, `.received`, `.allocated` and `.unmatched` say: the money, and where it lies. */
export function presentPayment(payment: PlacedPayment, parts: PlacedPart[]) {
  const sum = (target: PlacedPart['target']) =>
    toWire(parts.filter((one) => one.target === target).reduce((total, { amount }) => total + amount, 0n))
  return {
    _id: payment.id,
    transactioncode: payment.receipt,
    amount: toWire(payment.amount),
    currency: payment.currency,
    channel: payment.channel,
    status: 'completed',
    confirmed: payment.confirmed,
    shortcode: payment.shortcode,
    reference: payment.accountTyped ?? '',
    phone: payment.phone ?? '',
    name: payment.payerName ?? '',
    date: writeInstant(payment.paidAt),
    allocations: parts.flatMap(({ invoice, amount }) =>
      invoice
        ? [{ invoiceid: invoice.id, invoiceno: invoice.number && writeNumber(invoice.number), amount: toWire(amount) }]
        : [],
    ),
    credit: sum('credit'),
    unmatched: sum('suspense'),
  }
}

export const MobileRequestBody = Type.Object({
  amount: Type.Number({ minimum: 1, maximum: 250_000 }),
  phone: Type.String({ minLength: 1 }),
  channel: Type.Optional(Type.String()),
  referenceid: Type.Optional(Type.String({ maxLength: 100 })),
})

export const MobileRequestOnWire = named('MobileRequest', {
  checkoutrequestid: Type.String(),
  merchantrequestid: Type.String(),
  transactionid: Type.String(),
  status: Type.String(),
})

export const TransactionOnWire = named('Transaction', {
  _id: Type.String(),
  title: Type.String(),
  transactioncode: Type.String(),
  reference: Type.String(),
  amount: Type.Number(),
  currency: Type.String(),
  type: Type.String(),
  channel: Type.String(),
  status: Type.String(),
  confirmed: Type.Boolean({
    description: 'Safaricom said so when we asked, or in its statement; callbacks are unsigned',
  }),
  held: Type.Number({ description: 'Laid on nothing until it is confirmed' }),
  confirmedby: Type.String({ description: 'pull, statement, status or stk_query, whichever was first; else empty' }),
  confirmedat: Type.Union([Type.String(), Type.Null()]),
  phone: Type.String(),
  name: Type.String(),
  invoiceid: Type.Union([Type.String(), Type.Null()]),
  customerid: Type.Union([Type.String(), Type.Null()]),
  credit: Type.Number(),
  unmatched: Type.Number(),
  date: Type.String(),
  createdat: Type.String(),
})

export const TransactionDetailsOnWire = named('TransactionDetails', {
  ...TransactionOnWire.properties,
  match: MatchOnWire,
})

export const ReversedTransactionOnWire = named('ReversedTransaction', {
  ...TransactionOnWire.properties,
  reason: Type.String(),
})

export type Transaction = {
  id: string
  receipt: string
  reference: string | null
  amount: Money
  currency: string
  channel: string
  phone: string | null
  name: string | null
  invoiceId: string | null
  customerId: string | null
  credit: Money
  unmatched: Money
  /** What waits to be confirmed before it is laid anywhere. */
  held: Money
  reversed: boolean
  confirmed: boolean
  /** How Safaricom confirmed it first; null for what a clerk recorded. */
  confirmation: { by: Confirmation; at: Date } | null
  paidAt: Date
  createdAt: Date
}

/** The published page writes these instants with milliseconds, unlike those of invoices. */
export function presentTransaction(one: Transaction) {
  return {
    _id: one.id,
    title: one.channel === 'mpesa' ? 'M-PESA payment' : 'Manual payment',
    transactioncode: one.receipt,
    reference: one.reference ?? '',
    amount: toWire(one.amount),
    currency: one.currency,
    type: 'credit',
    channel: one.channel,
    status: one.reversed ? 'cancelled' : one.held > 0n ? 'held' : 'completed',
    confirmed: one.confirmed,
    confirmedby: one.confirmation?.by ?? '',
    confirmedat: one.confirmation?.at.toISOString() ?? null,
    phone: one.phone ?? '',
    name: one.name ?? '',
    invoiceid: one.invoiceId,
    customerid: one.customerId,
    credit: toWire(one.credit),
    unmatched: toWire(one.unmatched),
    held: toWire(one.held),
    date: one.paidAt.toISOString(),
    createdat: one.createdAt.toISOString(),
  }
}
