/** Everything that we announce to a merchant's webhook endpoints, in the words of the wire. */
export const happenings = [
  'invoice.created',
  'invoice.updated',
  'invoice.paid',
  'invoice.partially_paid',
  'invoice.overdue',
  'customer.created',
  'customer.updated',
  'payment.initiated',
  'payment.failed',
  'payment.claimed',
  'payment.completed',
  'payment.confirmed',
  'payment.held',
  'payment.received',
  'payment.allocated',
  'payment.unmatched',
  'payment.reversed',
  'payment.reversal_requested',
  'payment.reversal_failed',
  'payment.contradicted',
  'payment.contradiction_resolved',
  'receipt.created',
  'receipt.cancelled',
  'credit_note.created',
  'credit_note.reversed',
  'message.sent',
  'message.failed',
  'shortcode.operator_refused',
  'webhook.paused',
] as const

export type HappeningType = (typeof happenings)[number]

/** News that is announced under another name already: written down only where an endpoint asked for it by this one. */
export const secondNames: readonly HappeningType[] = ['payment.received']

/** What an endpoint hears of that named no events: all there is to know, and nothing twice. */
export const usualHappenings: readonly HappeningType[] = happenings.filter((type) => !secondNames.includes(type))
