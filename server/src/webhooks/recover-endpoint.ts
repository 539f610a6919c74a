import { unwellStatuses } from '@kusanya/domain/retry.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

const longMs = 5 * 60_000
const early = 3

/**
 * An endpoint that had been failing has accepted something. What found it down, or waits behind what did, is due now, in the
 * order in which it happened, instead of hours from now; what it answered something else to keeps its own time. `exceptIds`:
 * events that it was told of just now and did not take. After a short while of failing only early attempts are brought
 * forward: one event at which a receiver hangs, among many that it takes, is not sent again with each of them.
 */
export async function recoverEndpoint(
  tx: Tx,
  given: Given,
  businessId: string,
  { id, failingSince }: { id: string; failingSince: Date },
  exceptIds: string[],
): Promise<void> {
  const now = given.now()
  const forLong = now.getTime() - failingSince.getTime() >= longMs
  await tx`
    update webhook_endpoints set failing_since = null where business_id = ${businessId} and id = ${id}
  `
  await tx`
    update deliveries set next_attempt_at = ${now}, updated_at = ${now}
    where business_id = ${businessId} and endpoint_id = ${id} and next_attempt_at > ${now}
      and (last_status is null or last_status = any (${unwellStatuses}))
      and (${forLong}::boolean or attempts < ${early}) and event_id <> all (${exceptIds})
  `
}
