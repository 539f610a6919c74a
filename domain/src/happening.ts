/** Everything that we announce to a merchant's webhook endpoints, in the words of the wire. */
export const happenings = [
  'invoice.created',
  'invoice.updated',
  'invoice.paid',
  'invoice.partially_paid',
  'invoice.overdue',
  'payment.completed',
  'payment.reversed',
] as const

export type HappeningType = (typeof happenings)[number]
