import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { holdDeliveries } from './hold-deliveries.ts'
import { findEndpoint, lockEndpoint, type Endpoint } from './rows.ts'
import { presentEndpoint } from './wire.ts'

/**
 * Stops sending to an endpoint that has accepted nothing for days, or is gone by its own word. It is neither deleted nor switched off: what waits, and what
 * happens from now on, is held for it. The merchant's other endpoints are told, and the audit trail.
 */
export async function pauseEndpoint(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  reason: string,
): Promise<void> {
  const before = await lockEndpoint(tx, businessId, id)
  if (!before || before.pausedAt) return
  const now = given.now()
  await tx`
    update webhook_endpoints set paused_at = ${now}, pause_reason = ${reason}
    where business_id = ${businessId} and id = ${id}
  `
  await holdDeliveries(tx, given, businessId, [id])
  const endpoint = { ...before, pausedAt: now, pauseReason: reason }
  await recordEvents(tx, given, businessId, [
    { type: 'webhook.paused', subjectId: id, data: presentEndpoint(endpoint) },
  ])
  await recordAudit(tx, given, businessId, [
    {
      actor: 'system',
      reason,
      action: 'webhook.pause',
      subject: { kind: 'webhook', id },
      ...states('active', 'paused'),
    },
  ])
}

/** Sends to a paused endpoint again: what was held goes out now, and it has five days once more. Says how much was held. */
export async function resumeEndpoint(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  by: By,
): Promise<{ endpoint: Endpoint; queued: number }> {
  const before = (await lockEndpoint(tx, businessId, id)) ?? refuse('webhook_not_found')
  if (!before.active) refuse('webhook_inactive')
  if (!before.pausedAt) refuse('webhook_not_paused')
  const now = given.now()
  await tx`
    update webhook_endpoints
    set paused_at = null, pause_reason = null, failing_since = null, busy_until = null, updated_at = ${now}
    where business_id = ${businessId} and id = ${id}
  `
  const { count: queued } = await tx`
    update deliveries set state = 'due', next_attempt_at = ${now}, updated_at = ${now}
    where business_id = ${businessId} and endpoint_id = ${id} and state = 'held'
  `
  await recordAudit(tx, given, businessId, [
    { ...by, action: 'webhook.resume', subject: { kind: 'webhook', id }, ...states('paused', 'active') },
  ])
  return { endpoint: (await findEndpoint(tx, businessId, id)) ?? refuse('webhook_not_found'), queued }
}

function states(before: string, after: string) {
  return { before: { status: before }, after: { status: after } }
}
