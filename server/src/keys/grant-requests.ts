import assert from 'node:assert/strict'
import type { Tx } from '../db/sql.ts'

const rememberedForMs = 600_000

/** `given`: what all processes together were given of this minute; `granted`: what this one now gets of it. */
export type Grant = { given: number; granted: number }

/**
 * Gives a process up to `wanted` of the requests that a key has in a minute. What all get together is never more than
 * `perMinute`. Forgets what is ten minutes old.
 */
export async function grantRequests(
  tx: Tx,
  businessId: string,
  { keyId, minute, perMinute, wanted }: { keyId: string; minute: Date; perMinute: number; wanted: number },
): Promise<Grant> {
  const [row] = await tx<Grant[]>`
    with forgotten as (
      delete from request_minutes
      where business_id = ${businessId} and key_id = ${keyId}
        and minute_at < ${new Date(minute.getTime() - rememberedForMs)}
    )
    insert into request_minutes as m (business_id, key_id, minute_at, given, granted)
    values (${businessId}, ${keyId}, ${minute}, least(${wanted}::int, ${perMinute}::int), least(${wanted}::int, ${perMinute}::int))
    on conflict (business_id, key_id, minute_at) do update set
      given = greatest(m.given, least(m.given + ${wanted}::int, ${perMinute}::int)),
      granted = greatest(0, least(m.given + ${wanted}::int, ${perMinute}::int) - m.given)
    returning given, granted
  `
  assert(row, 'an upsert returns its row')
  return row
}
