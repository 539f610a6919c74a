// Generated from server/openapi.json by `npm run gen`: do not edit.

import type { Schemas } from './types.ts'

/** What the `data` of each event is. */
export type EventData = {
  'invoice.created': Schemas['Invoice']
  'invoice.updated': Schemas['Invoice']
  'invoice.paid': Schemas['Invoice']
  'invoice.partially_paid': Schemas['Invoice']
  'invoice.overdue': Schemas['Invoice']
  'customer.created': Schemas['Customer']
  'customer.updated': Schemas['Customer']
  'payment.initiated': Schemas['PaymentRequestNews']
  'payment.failed': Schemas['PaymentRequestNews']
  'payment.claimed': Schemas['Claim']
  'payment.completed': Schemas['PaymentNews']
  'payment.confirmed': Schemas['Transaction']
  'payment.held': Schemas['PaymentNews']
  'payment.received': Schemas['PaymentNews']
  'payment.allocated': Schemas['PaymentNews']
  'payment.unmatched': Schemas['PaymentNews']
  'payment.reversed': Schemas['ReversedTransaction']
  'payment.reversal_requested': Schemas['Payment']
  'payment.reversal_failed': Schemas['Payment']
  'payment.contradicted': Schemas['Contradiction']
  'payment.contradiction_resolved': Schemas['Contradiction']
  'receipt.created': Schemas['Receipt']
  'receipt.cancelled': Schemas['Receipt']
  'credit_note.created': Schemas['CreditNote']
  'credit_note.reversed': Schemas['CreditNote']
  'message.sent': Schemas['Message']
  'message.failed': Schemas['Message']
  'shortcode.operator_refused': Schemas['Shortcode']
  'webhook.paused': Schemas['Webhook']
}
