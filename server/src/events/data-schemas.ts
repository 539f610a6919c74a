import type { HappeningType } from '@kusanya/domain/happening.ts'
import type { TSchema } from 'typebox'
import { ShortcodeOnWire } from '../businesses/shortcode-wire.ts'
import { ClaimOnWire } from '../claims/wire.ts'
import { ContradictionOnWire } from '../contradictions/wire.ts'
import { CreditNoteOnWire } from '../credit-notes/wire.ts'
import { CustomerOnWire } from '../customers/wire.ts'
import { InvoiceOnWire } from '../invoices/wire.ts'
import { MessageOnWire } from '../messages/wire.ts'
import { PaymentRequestNewsOnWire } from '../payments/tell-requests.ts'
import { PaymentNewsOnWire, ReversedTransactionOnWire, TransactionOnWire } from '../payments/wire.ts'
import { ReceiptOnWire } from '../receipts/wire.ts'
import { PaymentOnWire } from '../reversals/wire.ts'
import { WebhookOnWire } from '../webhooks/wire.ts'

/** What the `data` of each event is: things with a name in the API's description. */
export const dataSchemas: Record<HappeningType, TSchema> = {
  'invoice.created': InvoiceOnWire,
  'invoice.updated': InvoiceOnWire,
  'invoice.paid': InvoiceOnWire,
  'invoice.partially_paid': InvoiceOnWire,
  'invoice.overdue': InvoiceOnWire,
  'customer.created': CustomerOnWire,
  'customer.updated': CustomerOnWire,
  'payment.initiated': PaymentRequestNewsOnWire,
  'payment.failed': PaymentRequestNewsOnWire,
  'payment.claimed': ClaimOnWire,
  'payment.completed': PaymentNewsOnWire,
  'payment.confirmed': TransactionOnWire,
  'payment.held': PaymentNewsOnWire,
  'payment.received': PaymentNewsOnWire,
  'payment.allocated': PaymentNewsOnWire,
  'payment.unmatched': PaymentNewsOnWire,
  'payment.reversed': ReversedTransactionOnWire,
  'payment.reversal_requested': PaymentOnWire,
  'payment.reversal_failed': PaymentOnWire,
  'payment.contradicted': ContradictionOnWire,
  'payment.contradiction_resolved': ContradictionOnWire,
  'receipt.created': ReceiptOnWire,
  'receipt.cancelled': ReceiptOnWire,
  'credit_note.created': CreditNoteOnWire,
  'credit_note.reversed': CreditNoteOnWire,
  'message.sent': MessageOnWire,
  'message.failed': MessageOnWire,
  'webhook.paused': WebhookOnWire,
  'shortcode.operator_refused': ShortcodeOnWire,
}
