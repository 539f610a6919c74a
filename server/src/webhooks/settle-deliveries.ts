import { hasFailedTooLong, isUnwell, nextDeliveryAt, readRetryAfter } from '@kusanya/domain/retry.ts'
import type { Given, Posted } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { atOnce, type Claimed, type Round } from './claim-deliveries.ts'
import { pauseEndpoint } from './pause-endpoint.ts'
import { recoverEndpoint } from './recover-endpoint.ts'

export type Outcome = { delivery: Claimed; posted: Posted; at: Date; tookMs: number }

const restMs = 60_000

/**
 * Writes down how a round went, each attempt of it, and what that says of the endpoint; and lets go of the endpoint. What
 * somebody else has claimed since, because we were late, is left to him.
 */
export async function settleDeliveries(
  tx: Tx,
  given: Given,
  businessId: string,
  round: Round,
  outcomes: Outcome[],
): Promise<void> {
  const { endpointId } = round
  await writeOutcomes(tx, given, businessId, endpointId, outcomes)
  await writeAttempts(tx, businessId, endpointId, outcomes)
  const refused = outcomes.filter(({ posted }) => !isSuccess(posted))
  await letGo(tx, given, businessId, round, refused.length === outcomes.length ? refused : [])
  await leaveInPeace(tx, given, businessId, endpointId, outcomes)
  const [last] = refused
  if (refused.length < outcomes.length) {
    const refusedIds = refused.map(({ delivery }) => delivery.eventId)
    if (round.failingSince) {
      await recoverEndpoint(tx, given, businessId, { id: endpointId, failingSince: round.failingSince }, refusedIds)
    }
  } else if (last && round.failingSince && hasFailedTooLong(round.failingSince, given.now())) {
    const reason = `It accepted nothing for five days. Last: ${problemOf(last.posted)}`
    await pauseEndpoint(tx, given, businessId, endpointId, reason)
  }
  if (outcomes.some(({ posted }) => posted.status === 410)) {
    await pauseEndpoint(tx, given, businessId, endpointId, 'It answered 410: it is gone')
  }
}

async function writeOutcomes(tx: Tx, given: Given, businessId: string, endpointId: string, outcomes: Outcome[]) {
  const now = given.now()
  const rows = outcomes.map(({ delivery, posted }) => {
    const delivered = isSuccess(posted)
    const ours = delivered ? null : nextDeliveryAt(delivery.attempt, delivery.createdAt, now, given.chance.fraction())
    const asked = askedUntil(posted, now)
    const next = ours && asked && asked > ours ? asked : ours
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
}

/** Also those of which the outcome came too late to count: they were made. */
async function writeAttempts(tx: Tx, businessId: string, endpointId: string, outcomes: Outcome[]): Promise<void> {
  const rows = outcomes.map(({ delivery, posted, at, tookMs }) => ({
    event_id: delivery.eventId,
    number: delivery.attempt,
    status: posted.status,
    problem: isSuccess(posted) ? null : problemOf(posted),
    answer: posted.status === null ? null : posted.excerpt,
    took_ms: tookMs,
    attempted_at: at.toISOString(),
  }))
  await tx`
    insert into delivery_attempts (business_id, endpoint_id, event_id, number, status, problem, answer, took_ms, attempted_at)
    select ${businessId}, ${endpointId}, a.event_id, a.number, a.status, a.problem, a.answer, a.took_ms, a.attempted_at
    from jsonb_to_recordset(${tx.json(rows)}) as a (
      event_id text, number int, status int, problem text, answer text, took_ms int, attempted_at timestamptz
    )
  `
}

/** `allFailed`: the outcomes of a round in which nothing was accepted; empty when something was, or nothing was sent. */
async function letGo(
  tx: Tx,
  given: Given,
  businessId: string,
  { endpointId, until, failingSince }: Round,
  allFailed: Outcome[],
): Promise<void> {
  const now = given.now()
  const isDown = allFailed.length > 0 && allFailed.every(({ posted }) => isUnwell(posted.status))
  // Twice in a row, or so many at once: the rest of a long queue would fare no better.
  const restUntil = isDown && (failingSince || allFailed.length === atOnce) ? new Date(now.getTime() + restMs) : null
  await tx`
    update webhook_endpoints set
      busy_until = case when busy_until = ${until} then ${restUntil}::timestamptz else busy_until end,
      failing_since = case when ${allFailed.length > 0}::boolean then coalesce(failing_since, ${now}) else failing_since end
    where business_id = ${businessId} and id = ${endpointId}
  `
}

/** Sends nothing more to an endpoint until the time for which it has asked, when it is not well. */
async function leaveInPeace(tx: Tx, given: Given, businessId: string, endpointId: string, outcomes: Outcome[]) {
  const asked = outcomes.flatMap(({ posted }) => askedUntil(posted, given.now()) ?? [])
  if (asked.length === 0) return
  const until = new Date(Math.max(...asked.map((one) => one.getTime())))
  await tx`
    update webhook_endpoints set busy_until = greatest(busy_until, ${until}::timestamptz)
    where business_id = ${businessId} and id = ${endpointId}
  `
}

function askedUntil(posted: Posted, now: Date): Date | null {
  return posted.status !== null && isUnwell(posted.status) ? readRetryAfter(posted.retryAfter, now) : null
}

export function isSuccess({ status }: Posted): boolean {
  return status !== null && status >= 200 && status < 300
}

export function problemOf(posted: Posted): string {
  return posted.status === null ? posted.problem : `The receiver answered ${posted.status}`
}
