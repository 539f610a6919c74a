import type { EventData } from './events.gen.ts'
import type { Schemas } from './types.ts'

export type EventType = keyof EventData

/** News of a payment as it stood: what it paid, what of it is credit, what belongs to nobody yet. */
export type PaymentNews = Schemas['PaymentNews']

/** What arrives at a webhook under one name: `EventOf<'invoice.paid'>`. */
export type EventOf<T extends EventType> = { id: string; event: T; type: T; timestamp: string; data: EventData[T] }

/** What arrives at a webhook. `event` and `type` say the same; a `switch` over either narrows `data`. */
export type KusanyaEvent = { [T in EventType]: EventOf<T> }[EventType]
