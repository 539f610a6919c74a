import { writeInstant } from '@kusanya/domain/day.ts'
import { happenings } from '@kusanya/domain/happening.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { Bound, endOf, startOf } from '../http/bounds.ts'
import { named } from '../http/fields.ts'
import type { Event, EventFilter, Told } from './read-events.ts'

const eventFields = {
  _id: Type.String({ description: 'As `webhook-id` names it' }),
  event: Type.Enum(happenings),
  type: Type.Enum(happenings),
  timestamp: Type.String(),
  subjectid: Type.String({ description: 'The `_id` of what it is about' }),
  data: Type.Record(Type.String(), Type.Unknown()),
}
export const EventOnWire = named('Event', eventFields)
export const EventWithDeliveries = named('EventWithDeliveries', {
  ...eventFields,
  deliveries: Type.Array(
    Type.Object({
      webhookid: Type.String(),
      status: Type.Enum(['pending', 'held', 'delivered', 'failed']),
      attempts: Type.Integer(),
      laststatus: Type.Union([Type.Integer(), Type.Null()]),
      nextattemptat: Type.Union([Type.String(), Type.Null()]),
    }),
    { description: 'What became of it at each webhook that was to hear of it' },
  ),
})

/** Unlike other lists it is oldest first, and it has no end: it grows where one stops reading. */
export const EventPage = Type.Object({
  success: Type.Boolean(),
  data: Type.Array(EventOnWire),
  nextcursor: Type.Union([Type.String(), Type.Null()], { description: '`cursor` for what follows; null at the end' }),
  lastcursor: Type.String({ description: 'Where this answer ends: keep it, and ask from there later' }),
})

export const EventQuery = Type.Object({
  cursor: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'A `nextcursor` or `lastcursor`; from the beginning when absent or empty',
    }),
  ),
  limit: Type.Optional(Type.String({ description: 'At most 100; 10 when absent' })),
  event: Type.Optional(Type.Enum(happenings, { wording: `Unknown event. Use ${happenings.join(', ')}` })),
  subjectid: Type.Optional(Type.String({ maxLength: 100 })),
  from: Bound('Happened on this day (YYYY-MM-DD, in the business’s time zone) or later; or from an instant on'),
  to: Bound('Happened on this day or before; or before an instant'),
})

/** Throws a refusal for a cursor that was never given out, and for a date that cannot be read. */
export function readEventFilter(query: Static<typeof EventQuery>, timeZone: string): EventFilter {
  const { cursor, event, subjectid, from, to } = query
  return {
    after: readPlace(cursor ?? ''),
    type: event ?? null,
    subjectId: subjectid ?? null,
    from: startOf(from, 'from', timeZone),
    before: endOf(to, 'to', timeZone),
  }
}

/** Throws a refusal for a place that was never given out. */
export function readPlace(cursor: string): bigint {
  if (cursor === '') return 0n
  const [, place] = /^event (\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  return place === undefined ? refuse('cursor_unreadable') : BigInt(place)
}

/** Opaque to callers: the place of the last event that was read. */
export function writePlace(place: bigint): string {
  return Buffer.from(`event ${place}`).toString('base64url')
}

export function presentEvent({ id, type, subjectId, body }: Event): Static<typeof EventOnWire> {
  const { timestamp, data } = JSON.parse(body) as { timestamp: string; data: Record<string, unknown> }
  return { _id: id, event: type, type, timestamp, subjectid: subjectId, data }
}

const states = { due: 'pending', held: 'held', delivered: 'delivered', given_up: 'failed' } as const

export function presentTold(event: Event, told: Told[]): Static<typeof EventWithDeliveries> {
  return {
    ...presentEvent(event),
    deliveries: told.map(({ endpointId, state, attempts, lastStatus, nextAttemptAt }) => ({
      webhookid: endpointId,
      status: states[state],
      attempts,
      laststatus: lastStatus,
      nextattemptat: nextAttemptAt && writeInstant(nextAttemptAt),
    })),
  }
}
