import type { KeyStatus } from '@kusanya/domain/api-key.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { toApiKey, type ApiKey, type ApiKeyRow } from './rows.ts'

/** A page of keys, newest first, and how many there are in all. */
export async function listKeys(
  tx: Tx,
  businessId: string,
  { status, now }: { status: KeyStatus | null; now: Date },
  { take, offset, before, counted }: Page,
): Promise<{ keys: ApiKey[]; total: bigint }> {
  const [[count], rows] = await Promise.all([
    tx<{ total: bigint }[]>`
      select count(*) as total from api_keys
      where ${counted}::boolean and business_id = ${businessId} and (${status}::text is null or ${status} =
        case when revoked_at is not null then 'revoked' when expires_at <= ${now} then 'expired' else 'active' end)
    `,
    tx<ApiKeyRow[]>`
      select id, name, last_four, scopes, expires_at, revoked_at, last_used_at, successor_id, created_at, updated_at
      from api_keys where business_id = ${businessId} and (${status}::text is null or ${status} =
        case when revoked_at is not null then 'revoked' when expires_at <= ${now} then 'expired' else 'active' end)
        and (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    `,
  ])
  return { keys: rows.map(toApiKey), total: count?.total ?? 0n }
}
