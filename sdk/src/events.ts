import type { Schemas } from './types.ts'

export type EventType = NonNullable<Schemas['CreateWebhook']['events']>[number]

/** News of a payment as it stood: what it paid, what of it is credit, what belongs to nobody yet. */
export type PaymentNews = {
  _id: string
  /** Shillings. */
  amount: number
  currency: string
  channel: string
  status: string
  date: string
  /** M-PESA's receipt; not there before the money is. */
  transactioncode?: string
  reference?: string | null
  phone?: string | null
  name?: string | null
  shortcode?: string | null
  allocations?: { invoiceid: string; invoiceno: string; amount: number }[]
  credit?: number
  unmatched?: number
  [more: string]: unknown
}

type DataOf<T extends EventType> = T extends `invoice.${string}`
  ? Schemas['Invoice']
  : T extends `customer.${string}`
    ? Schemas['Customer']
    : T extends `receipt.${string}`
      ? Schemas['Receipt']
      : T extends `credit_note.${string}`
        ? Schemas['CreditNote']
        : T extends 'webhook.paused'
          ? Schemas['Webhook']
          : T extends 'payment.claimed'
            ? Schemas['Claim']
            : T extends `payment.contradict${string}`
              ? Schemas['Contradiction']
              : T extends `shortcode.${string}`
                ? Schemas['Shortcode']
                : T extends `payment.${string}`
                  ? PaymentNews
                  : { _id: string; [field: string]: unknown }

/** What arrives at a webhook. `event` and `type` say the same; a `switch` over either narrows `data`. */
export type KusanyaEvent = {
  [T in EventType]: { id: string; event: T; type: T; timestamp: string; data: DataOf<T> }
}[EventType]
