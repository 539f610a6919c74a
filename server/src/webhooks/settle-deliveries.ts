import { nextDeliveryAt } from '@kusanya/domain/retry.ts'
import type { Given, Posted } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { atOnce, type Claimed, type Round } from './claim-deliveries.ts'

export type Outcome = { delivery: Claimed; posted: Posted }

const restMs = 60_000

/**
 * Writes down how a round went, and lets go of the endpoint. What somebody else has claimed since, because we were late, is
 * left to him.
 */
export async function settleDeliveries(
  tx: Tx,
  given: Given,
  businessId: string,
  { endpointId, until }: Round,
  outcomes: Outcome[],
): Promise<void> {
  const now = given.now()
  const rows = outcomes.map(({ delivery, posted }) => {
    const delivered = isSuccess(posted)
    const next = delivered ? null : nextDeliveryAt(delivery.attempt, now, given.chance.fraction())
    return {
      event_id: delivery.eventId,
      attempts: delivery.attempt,
      state: delivered ? 'delivered' : next ? 'due' : 'given_up',
      next_attempt_at: next?.toISOString() ?? null,
      last_status: posted.status,
      last_error: delivered ? null : problemOf(posted),
      last_answer: posted.status === null ? null : posted.excerpt,
    }
  })
  await tx`
    update deliveries d set
      state = o.state, next_attempt_at = o.next_attempt_at, last_status = o.last_status, last_error = o.last_error,
      last_answer = o.last_answer, updated_at = ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as o (
      event_id text, attempts int, state text, next_attempt_at timestamptz, last_status int, last_error text, last_answer text
    )
    where d.business_id = ${businessId} and d.endpoint_id = ${endpointId} and d.event_id = o.event_id
      and d.attempts = o.attempts and d.state = 'due'
  `
  const restUntil = needsRest(outcomes) ? new Date(now.getTime() + restMs) : null
  await tx`
    update webhook_endpoints set busy_until = ${restUntil}
    where business_id = ${businessId} and id = ${endpointId} and busy_until = ${until}
  `
}

export function isSuccess({ status }: Posted): boolean {
  return status !== null && status >= 200 && status < 300
}

function problemOf(posted: Posted): string {
  return posted.status === null ? posted.problem : `The receiver answered ${posted.status}`
}

/** A whole round without an answer, or with "not now": the rest of a long queue would fare no better. */
function needsRest(outcomes: Outcome[]): boolean {
  const isUnwell = ({ status }: Posted) => status === null || [429, 502, 503, 504].includes(status)
  return outcomes.length === atOnce && outcomes.every(({ posted }) => isUnwell(posted))
}
