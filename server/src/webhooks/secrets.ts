import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { writeSecret } from './sign.ts'

const secretBytes = 32

export type SealedSecrets = { secret: Buffer; old_secret: Buffer | null; old_secret_until: Date | null }

/** A new secret, as the merchant is shown it. */
export function makeSecret(given: Given): string {
  return writeSecret(given.chance.bytes(secretBytes))
}

/** Seals a secret for one column of one endpoint: it opens nowhere else. */
export function sealSecret(
  given: Given,
  businessId: string,
  id: string,
  column: 'secret' | 'old_secret',
  secret: string,
): Buffer {
  return given.vault.seal(placeOf(businessId, id, column), secret)
}

/** The secrets that sign now: the one that holds, then the one that it replaces while that is still live. */
export function liveSecrets(given: Given, businessId: string, id: string, sealed: SealedSecrets): string[] {
  const { secret, old_secret, old_secret_until } = sealed
  const isOldLive = old_secret !== null && old_secret_until !== null && old_secret_until > given.now()
  return [
    given.vault.open(placeOf(businessId, id, 'secret'), secret),
    ...(isOldLive ? [given.vault.open(placeOf(businessId, id, 'old_secret'), old_secret)] : []),
  ]
}

/** As liveSecrets(), of an endpoint that is looked up. */
export async function openSecrets(tx: Tx, given: Given, businessId: string, id: string): Promise<string[]> {
  const [row] = await tx<SealedSecrets[]>`
    select secret, old_secret, old_secret_until from webhook_endpoints where business_id = ${businessId} and id = ${id}
  `
  return row ? liveSecrets(given, businessId, id, row) : refuse('webhook_not_found')
}

function placeOf(businessId: string, endpointId: string, column: 'secret' | 'old_secret') {
  return { businessId, table: 'webhook_endpoints', column, rowId: endpointId }
}
