import { writeInstant } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { lockEndpoint, type Endpoint } from './rows.ts'
import { makeSecret, openSecrets, sealSecret } from './secrets.ts'

/**
 * Gives an endpoint a new secret. The one that held until now signs beside it for `overlapMs`; no more than two are ever
 * live, so that rotating again ends the one before. An overlap of nothing is for a secret that got out.
 */
export async function rotateSecret(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  overlapMs: number,
  by: By,
): Promise<Endpoint> {
  const before = (await lockEndpoint(tx, businessId, id)) ?? refuse('webhook_not_found')
  const now = given.now()
  const [held = ''] = await openSecrets(tx, given, businessId, id)
  const until = overlapMs > 0 ? new Date(now.getTime() + overlapMs) : null
  const sealed = sealSecret(given, businessId, id, 'secret', makeSecret(given))
  const old = until && sealSecret(given, businessId, id, 'old_secret', held)
  await tx`
    update webhook_endpoints set secret = ${sealed}, old_secret = ${old}, old_secret_until = ${until}, updated_at = ${now}
    where business_id = ${businessId} and id = ${id}
  `
  const endpoint = { ...before, oldSecretUntil: until, updatedAt: now }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'webhook.secret_rotate', ...picture(before, endpoint) }])
  return endpoint
}

/** Ends an overlap at once: from now on only the new secret signs. */
export async function retireSecret(tx: Tx, given: Given, businessId: string, id: string, by: By): Promise<Endpoint> {
  const before = (await lockEndpoint(tx, businessId, id)) ?? refuse('webhook_not_found')
  const now = given.now()
  if (before.oldSecretUntil === null || before.oldSecretUntil <= now) refuse('webhook_secret_not_rotating')
  await tx`
    update webhook_endpoints set old_secret = null, old_secret_until = null, updated_at = ${now}
    where business_id = ${businessId} and id = ${id}
  `
  const endpoint = { ...before, oldSecretUntil: null, updatedAt: now }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'webhook.secret_retire', ...picture(before, endpoint) }])
  return endpoint
}

function picture(before: Endpoint, after: Endpoint) {
  const until = ({ oldSecretUntil }: Endpoint) => ({ oldsecretuntil: oldSecretUntil && writeInstant(oldSecretUntil) })
  return { subject: { kind: 'webhook', id: before.id }, before: until(before), after: until(after) }
}
