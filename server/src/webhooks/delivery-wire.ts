import { readInstant, writeInstant } from '@kusanya/domain/day.ts'
import { happenings } from '@kusanya/domain/happening.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { maybe, named } from '../http/fields.ts'
import type { Attempt, Delivery, DeliveryFilter } from './read-deliveries.ts'
import { replayKinds, type Replay } from './replay-deliveries.ts'
import { isSuccess, problemOf } from './settle-deliveries.ts'
import type { Tried } from './try-endpoint.ts'

const unknownEvent = { wording: `Unknown event. Use ${happenings.join(', ')}` }
const states = { due: 'pending', held: 'held', delivered: 'delivered', given_up: 'failed' } as const
const statuses = Object.values(states)

const orNull = <T extends ReturnType<typeof Type.String> | ReturnType<typeof Type.Integer>>(schema: T) =>
  Type.Union([schema, Type.Null()])

export const AttemptOnWire = named('Attempt', {
  attempt: Type.Integer({ description: 'From 1; `x-cashfin-attempt`' }),
  at: Type.String(),
  durationms: Type.Integer(),
  status: orNull(Type.Integer({ description: 'HTTP status of the answer; null when there was none' })),
  error: orNull(Type.String({ description: 'Why it did not succeed' })),
  answer: orNull(Type.String({ description: 'How the answer began, 1,000 characters at most' })),
})

export const DeliveryOnWire = named('Delivery', {
  _id: Type.String({ description: 'The event’s id, which is also the delivery’s' }),
  event: Type.Enum(happenings),
  status: Type.Enum(statuses, { description: 'held: the webhook is paused' }),
  attempts: Type.Integer(),
  nextattemptat: orNull(Type.String()),
  laststatus: orNull(Type.Integer({ description: 'HTTP status of the last answer' })),
  lasterror: orNull(Type.String()),
  lastanswer: orNull(Type.String({ description: 'How the last answer began, 1,000 characters at most' })),
  history: Type.Array(AttemptOnWire, { description: 'Every attempt, the first one first' }),
  createdat: Type.String(),
  updatedat: Type.String(),
})

export const DeliveryQuery = {
  status: Type.Optional(Type.Enum(statuses, { wording: `Invalid status. Use ${statuses.join(', ')}` })),
  event: Type.Optional(Type.Enum(happenings, unknownEvent)),
}

export const ResendBody = Type.Object({ deliveryid: Type.String({ minLength: 1, description: 'The id of the event' }) })

export const ReplayBody = Type.Object({
  from: Type.String({ missing: 'from is required', description: 'ISO 8601; what happened then or later' }),
  to: maybe(Type.String({ description: 'ISO 8601; what happened before then. Now when absent' })),
  events: maybe(Type.Array(Type.Enum(happenings, unknownEvent), { minItems: 1, maxItems: 100 })),
  only: Type.Optional(
    Type.Enum(replayKinds, {
      wording: `Invalid only. Use ${replayKinds.join(', ')}`,
      description:
        'failed: what was given up; missing: what was never meant for this webhook, because it was off or new',
    }),
  ),
})
export const Replayed = named('WebhookReplay', { queued: Type.Integer({ description: 'How many events go out now' }) })

export const TestBody = Type.Object({
  event: maybe(Type.Enum(happenings, { ...unknownEvent, description: 'The example of it; webhook.test when absent' })),
})
export const TestOnWire = named('WebhookTest', {
  _id: Type.String({ description: 'The id that was sent. It is no event, and in no list' }),
  event: Type.String(),
  delivered: Type.Boolean({ description: 'Whether a 2xx came back' }),
  ...AttemptOnWire.properties,
  request: Type.Object({ headers: Type.Record(Type.String(), Type.String()), body: Type.String() }),
})

export function readDeliveryFilter({ status, event }: Static<ReturnType<typeof queryOf>>): DeliveryFilter {
  const [state] = Object.entries(states).find(([, name]) => name === status) ?? []
  return { state: (state as Delivery['state'] | undefined) ?? null, type: event ?? null }
}
const queryOf = () => Type.Object(DeliveryQuery)

/** Throws a refusal for an instant that cannot be read. */
export function readReplay({ from, to, events, only }: Static<typeof ReplayBody>, now: Date): Replay {
  return {
    from: readInstant(from) ?? refuse('date_unreadable', { field: 'from' }),
    to: to ? (readInstant(to) ?? refuse('date_unreadable', { field: 'to' })) : new Date(now.getTime() + 1),
    types: events ?? null,
    kind: only ?? 'all',
  }
}

export function presentDelivery(delivery: Delivery): Static<typeof DeliveryOnWire> {
  return {
    _id: delivery.eventId,
    event: delivery.type,
    status: states[delivery.state],
    attempts: delivery.attempts,
    nextattemptat: delivery.nextAttemptAt && writeInstant(delivery.nextAttemptAt),
    laststatus: delivery.lastStatus,
    lasterror: delivery.lastError,
    lastanswer: delivery.lastAnswer,
    history: delivery.history.map(presentAttempt),
    createdat: writeInstant(delivery.createdAt),
    updatedat: writeInstant(delivery.updatedAt),
  }
}

function presentAttempt({ number, status, problem, answer, tookMs, at }: Attempt): Static<typeof AttemptOnWire> {
  return { attempt: number, at: writeInstant(at), durationms: tookMs, status, error: problem, answer }
}

export function presentTried({ eventId, type, posted, headers, body, at, tookMs }: Tried): Static<typeof TestOnWire> {
  const delivered = isSuccess(posted)
  const problem = delivered ? null : problemOf(posted)
  const answer = posted.status === null ? null : posted.excerpt
  return {
    _id: eventId,
    event: type,
    delivered,
    ...presentAttempt({ number: 1, status: posted.status, problem, answer, tookMs, at }),
    request: { headers, body },
  }
}
