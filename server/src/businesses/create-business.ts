import { scopes } from '@kusanya/domain/api-key.ts'
import assert from 'node:assert/strict'
import type { Given } from '../context.ts'
import { inBusiness, type Sql } from '../db/sql.ts'
import { createKeys } from '../keys/create-keys.ts'
import { givePaths } from '../payment-links/give-paths.ts'
import type { Mode } from '../secrets/api-key.ts'

export type NewBusiness = { name: string; currency?: string; timeZone?: string; mode: Mode }

/** Makes a business, the unguessable path on which Safaricom calls it, and its first API key, which is told this once. */
export async function createBusiness(
  sql: Sql,
  given: Given,
  { name, currency = 'KES', timeZone = 'Africa/Nairobi', mode }: NewBusiness,
): Promise<{ businessId: string; apiKey: string }> {
  const businessId = given.newId()
  return inBusiness(sql, businessId, async (tx) => {
    await tx`
      insert into businesses (id, name, currency, time_zone, when_push_unknown, created_at)
      values (${businessId}, ${name}, ${currency}, ${timeZone}, 'resend', ${given.now()})
    `
    const first = { name: 'First key', mode, scopes: [...scopes], expiresAt: null }
    const [made] = await createKeys(tx, given, businessId, [first], { actor: 'system', reason: null })
    assert(made, 'one draft makes one key')
    await tx`insert into book_checks (business_id, next_attempt_at) values (${businessId}, ${given.now()})`
    await givePaths(tx, given, businessId, 'callbacks', [{ id: businessId }])
    return { businessId, apiKey: made.secret }
  })
}
