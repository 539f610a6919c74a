import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { toEndpoint, type Endpoint, type EndpointRow } from './rows.ts'

/** A page of endpoints, newest first, and how many there are in all. */
export async function listEndpoints(
  tx: Tx,
  businessId: string,
  { take, offset, before, counted }: Page,
): Promise<{ endpoints: Endpoint[]; total: bigint }> {
  const [[count], rows] = await Promise.all([
    tx<
      { total: bigint }[]
    >`select count(*) as total from webhook_endpoints where ${counted}::boolean and business_id = ${businessId}`,
    tx<EndpointRow[]>`
      select id, url, description, subscribed, active, failing_since, paused_at, pause_reason, old_secret_until,
        created_at, updated_at
      from webhook_endpoints where business_id = ${businessId} and (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    `,
  ])
  return { endpoints: rows.map(toEndpoint), total: count?.total ?? 0n }
}
