import type { HappeningType } from '@kusanya/domain/happening.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'

export type Delivery = {
  eventId: string
  type: HappeningType
  state: 'due' | 'held' | 'delivered' | 'given_up'
  attempts: number
  nextAttemptAt: Date | null
  lastStatus: number | null
  lastError: string | null
  lastAnswer: string | null
  createdAt: Date
  updatedAt: Date
  /** Every time that it was sent, the first one first. */
  history: Attempt[]
}

export type Attempt = {
  number: number
  status: number | null
  problem: string | null
  answer: string | null
  tookMs: number
  at: Date
}

export type DeliveryFilter = { state: Delivery['state'] | null; type: HappeningType | null }

/** A page of what was sent, or is to be sent, to an endpoint, newest first, and how many there are in all. */
export async function listDeliveries(
  tx: Tx,
  businessId: string,
  endpointId: string,
  { state, type }: DeliveryFilter,
  { take, offset, before, counted }: Page,
): Promise<{ deliveries: Delivery[]; total: bigint }> {
  const [[count], rows] = await Promise.all([
    tx<{ total: bigint }[]>`
      select count(*) as total from deliveries d join events e on e.business_id = d.business_id and e.id = d.event_id
      where ${counted}::boolean and d.business_id = ${businessId} and d.endpoint_id = ${endpointId}
        and (${state}::text is null or d.state = ${state}) and (${type}::text is null or e.type = ${type})
    `,
    tx<DeliveryRow[]>`
      select d.event_id, e.type, d.state, d.attempts, d.next_attempt_at, d.last_status, d.last_error, d.last_answer,
        d.created_at, d.updated_at
      from deliveries d join events e on e.business_id = d.business_id and e.id = d.event_id
      where d.business_id = ${businessId} and d.endpoint_id = ${endpointId}
        and (${state}::text is null or d.state = ${state}) and (${type}::text is null or e.type = ${type})
        and (d.created_at, d.event_id) < (${before.at}, ${before.id})
      order by d.created_at desc, d.event_id desc limit ${take} offset ${offset}
    `,
  ])
  return { deliveries: await withHistory(tx, businessId, endpointId, rows), total: count?.total ?? 0n }
}

export async function findDelivery(
  tx: Tx,
  businessId: string,
  endpointId: string,
  eventId: string,
): Promise<Delivery | null> {
  const [row] = await tx<DeliveryRow[]>`
    select d.event_id, e.type, d.state, d.attempts, d.next_attempt_at, d.last_status, d.last_error, d.last_answer,
      d.created_at, d.updated_at
    from deliveries d join events e on e.business_id = d.business_id and e.id = d.event_id
    where d.business_id = ${businessId} and d.endpoint_id = ${endpointId} and d.event_id = ${eventId}
  `
  const [delivery] = row ? await withHistory(tx, businessId, endpointId, [row]) : []
  return delivery ?? null
}

async function withHistory(tx: Tx, businessId: string, endpointId: string, rows: DeliveryRow[]): Promise<Delivery[]> {
  if (rows.length === 0) return []
  const attempts = await tx<AttemptRow[]>`
    select event_id, number, status, problem, answer, took_ms, attempted_at from delivery_attempts
    where business_id = ${businessId} and endpoint_id = ${endpointId}
      and event_id = any (${rows.map(({ event_id }) => event_id)})
    order by event_id, number
  `
  const historyOf = Map.groupBy(attempts, ({ event_id }) => event_id)
  return rows.map((row) => toDelivery(row, historyOf.get(row.event_id) ?? []))
}

type DeliveryRow = {
  event_id: string
  type: HappeningType
  state: Delivery['state']
  attempts: number
  next_attempt_at: Date | null
  last_status: number | null
  last_error: string | null
  last_answer: string | null
  created_at: Date
  updated_at: Date
}

type AttemptRow = {
  event_id: string
  number: number
  status: number | null
  problem: string | null
  answer: string | null
  took_ms: number
  attempted_at: Date
}

function toDelivery(row: DeliveryRow, attempts: AttemptRow[]): Delivery {
  return {
    eventId: row.event_id,
    type: row.type,
    state: row.state,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastStatus: row.last_status,
    lastError: row.last_error,
    lastAnswer: row.last_answer,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    history: attempts.map(({ number, status, problem, answer, took_ms, attempted_at }) => ({
      number,
      status,
      problem,
      answer,
      tookMs: took_ms,
      at: attempted_at,
    })),
  }
}
