import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** Keeps what is due at endpoints that are paused, for when they are resumed. */
export async function holdDeliveries(tx: Tx, given: Given, businessId: string, endpointIds: string[]): Promise<void> {
  await tx`
    update deliveries set state = 'held', next_attempt_at = null, updated_at = ${given.now()}
    where business_id = ${businessId} and endpoint_id = any (${endpointIds}) and state = 'due'
  `
}
