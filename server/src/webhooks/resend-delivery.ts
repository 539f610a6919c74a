import { refuse } from '@kusanya/domain/refusal.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findDelivery, type Delivery } from './read-deliveries.ts'
import { findEndpoint } from './rows.ts'

/**
 * Makes a delivery due now, whatever became of it. Attempts are counted on: one that was given up is tried once more, and
 * its answer is never mixed up with that of an earlier attempt.
 */
export async function resendDelivery(
  tx: Tx,
  given: Given,
  businessId: string,
  endpointId: string,
  eventId: string,
): Promise<Delivery> {
  const endpoint = (await findEndpoint(tx, businessId, endpointId)) ?? refuse('webhook_not_found')
  if (!endpoint.active) refuse('webhook_inactive')
  if (endpoint.pausedAt) refuse('webhook_paused')
  const now = given.now()
  await tx`
    update deliveries set state = 'due', next_attempt_at = ${now}, updated_at = ${now}
    where business_id = ${businessId} and endpoint_id = ${endpointId} and event_id = ${eventId}
  `
  return (await findDelivery(tx, businessId, endpointId, eventId)) ?? refuse('delivery_not_found')
}
