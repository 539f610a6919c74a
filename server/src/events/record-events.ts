import { writeInstant } from '@kusanya/domain/day.ts'
import { secondNames, type HappeningType } from '@kusanya/domain/happening.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

export type Happening = { type: HappeningType; subjectId: string; data: unknown }

/**
 * Writes what happened, and one delivery for each endpoint that asked to hear of it, in the transaction that made it
 * happen. What rolls back is never announced; what commits always is, with these bytes. For an endpoint that is paused the
 * delivery is held.
 */
export async function recordEvents(tx: Tx, given: Given, businessId: string, happenings: Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const now = given.now()
  const rows = happenings.map(({ type, subjectId, data }) => {
    const id = `evt_${given.newId()}`
    return {
      id,
      type,
      subject: subjectId,
      body: JSON.stringify({ id, event: type, type, timestamp: writeInstant(now), data }),
    }
  })
  await tx`
    with happened as (
      insert into events (business_id, id, type, subject_id, body, trace_parent, created_at)
      select ${businessId}, e.id, e.type, e.subject, e.body, ${given.tracer?.here() ?? null}, ${now}
      from jsonb_to_recordset(${tx.json(rows)}) as e (id text, type text, subject text, body text)
      where e.type <> all (${[...secondNames]}) or exists (
        select 1 from webhook_endpoints w
        where w.business_id = ${businessId} and w.active and e.type = any (w.subscribed)
      )
      returning id, type
    )
    insert into deliveries (business_id, event_id, endpoint_id, state, next_attempt_at, created_at, updated_at)
    select ${businessId}, happened.id, endpoint.id, case when endpoint.paused_at is null then 'due' else 'held' end,
      case when endpoint.paused_at is null then ${now}::timestamptz end, ${now}, ${now}
    from happened
    join webhook_endpoints endpoint
      on endpoint.business_id = ${businessId} and endpoint.active and happened.type = any (endpoint.subscribed)
  `
}
