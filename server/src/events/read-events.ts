import type { HappeningType } from '@kusanya/domain/happening.ts'
import type { Tx } from '../db/sql.ts'
import { firstIdAt } from './rows.ts'

export type Event = { id: string; type: HappeningType; subjectId: string; body: string; position: bigint }
/** Which events are wanted: those after a place in the list, and of them those to which all of this applies. */
export type EventFilter = {
  after: bigint
  from: Date | null
  before: Date | null
  type: HappeningType | null
  subjectId: string | null
}

type EventRow = { id: string; type: HappeningType; subject_id: string; body: string; position: bigint | null }

/** Ids and places follow each other nearly, but not quite: so far they may be apart. */
const apart = 1000

/** Events in the order of their places, oldest first. */
export async function listEvents(tx: Tx, businessId: string, filter: EventFilter, take: number): Promise<Event[]> {
  const { from, before, type, subjectId } = filter
  const after = from === null || filter.after > 0n ? filter.after : await placeBefore(tx, businessId, from)
  const rows = await tx<EventRow[]>`
    select id, type, subject_id, body, position from events
    where business_id = ${businessId} and position > ${after}
      and (${type}::text is null or type = ${type}) and (${subjectId}::text is null or subject_id = ${subjectId})
      and (${from}::timestamptz is null or created_at >= ${from}) and (${before}::timestamptz is null or created_at < ${before})
    order by position limit ${take}
  `
  return rows.map(toEvent)
}

/** A place before everything that happened from an instant on, so that the list need not be read from its beginning. */
async function placeBefore(tx: Tx, businessId: string, from: Date): Promise<bigint> {
  const [first] = await tx<{ position: bigint | null }[]>`
    select min(position) as position from (
      select position from events where business_id = ${businessId} and id >= ${firstIdAt(from)} order by id limit ${apart}
    ) as next
  `
  const place = (first?.position ?? 0n) - BigInt(apart)
  return place > 0n ? place : 0n
}

/** The last place that was given; 0 when none was. */
export async function lastPlace(tx: Tx, businessId: string): Promise<bigint> {
  const [last] = await tx<{ position: bigint | null }[]>`
    select max(position) as position from events where business_id = ${businessId}
  `
  return last?.position ?? 0n
}

export async function findEvent(tx: Tx, businessId: string, id: string): Promise<Event | null> {
  const [row] = await tx<EventRow[]>`
    select id, type, subject_id, body, position from events where business_id = ${businessId} and id = ${id}
  `
  return row ? toEvent(row) : null
}

export type Told = {
  endpointId: string
  state: 'due' | 'held' | 'delivered' | 'given_up'
  attempts: number
  lastStatus: number | null
  nextAttemptAt: Date | null
}

/** What became of an event at each endpoint that was to hear of it. */
export async function findTold(tx: Tx, businessId: string, eventId: string): Promise<Told[]> {
  const rows = await tx<
    {
      endpoint_id: string
      state: 'due' | 'held' | 'delivered' | 'given_up'
      attempts: number
      last_status: number | null
      next_attempt_at: Date | null
    }[]
  >`
    select endpoint_id, state, attempts, last_status, next_attempt_at from deliveries
    where business_id = ${businessId} and event_id = ${eventId} order by endpoint_id
  `
  return rows.map((row) => ({
    endpointId: row.endpoint_id,
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.last_status,
    nextAttemptAt: row.next_attempt_at,
  }))
}

function toEvent({ subject_id, position, ...row }: EventRow): Event {
  return { ...row, subjectId: subject_id, position: position ?? 0n }
}
