import type { Given } from '../context.ts'
import { inBusiness, type Sql } from '../db/sql.ts'
import { givePaths } from '../payment-links/give-paths.ts'
import { makeApiKey, type Mode } from '../secrets/api-key.ts'
import { hashOf } from '../secrets/vault.ts'

export type NewBusiness = { name: string; currency?: string; timeZone?: string; mode: Mode }

/** Makes a business, the unguessable path on which Safaricom calls it, and its first API key, which is told this once. */
export async function createBusiness(
  sql: Sql,
  given: Given,
  { name, currency = 'KES', timeZone = 'Africa/Nairobi', mode }: NewBusiness,
): Promise<{ businessId: string; apiKey: string }> {
  const businessId = given.newId()
  const apiKey = makeApiKey(mode, given.chance.bytes(32))
  await inBusiness(sql, businessId, async (tx) => {
    await tx`
      insert into businesses (id, name, currency, time_zone, when_push_unknown, created_at)
      values (${businessId}, ${name}, ${currency}, ${timeZone}, 'resend', ${given.now()})
    `
    await tx`
      insert into api_keys (id, business_id, name, hash, last_four, created_at)
      values (${given.newId()}, ${businessId}, 'First key', ${hashOf(apiKey)}, ${apiKey.slice(-4)}, ${given.now()})
    `
    await tx`insert into book_checks (business_id, next_attempt_at) values (${businessId}, ${given.now()})`
    await givePaths(tx, given, businessId, 'callbacks', [{ id: businessId }])
  })
  return { businessId, apiKey }
}
