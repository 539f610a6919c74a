/** The roads on which M-PESA calls a business back. */
export const roads = [
  'stk-callback',
  'c2b-confirmation',
  'bill-payment',
  'result',
  'queue-timeout',
  'b2b-express-callback',
  'standing-order-callback',
] as const
export type Road = (typeof roads)[number]

/** A POST to somebody's server. `firstAt` is when the first try was due (ms). */
export interface Callback {
  kind: 'callback'
  road: Road
  url: string
  body: unknown
  attempt: number
  firstAt: number
  /** Waits until another callback has gone first. */
  heldBack?: boolean
  /** The STK push, receipt or conversation it tells of. */
  about: string
}

/** What waits on the clock; plain values, so that it survives a restart. */
export type Work =
  | Callback
  | { kind: 'phone-answers'; checkoutId: string }
  | { kind: 'prompt-expires'; checkoutId: string }
  | { kind: 'reminders' }
