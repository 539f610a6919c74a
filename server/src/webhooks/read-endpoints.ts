import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { toEndpoint, type Endpoint, type EndpointRow } from './rows.ts'

/** A page of endpoints, newest first, and how many there are in all. */
export async function listEndpoints(
  tx: Tx,
  businessId: string,
  { limit, offset }: Page,
): Promise<{ endpoints: Endpoint[]; total: bigint }> {
  const [[counted], rows] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from webhook_endpoints where business_id = ${businessId}`,
    tx<EndpointRow[]>`
      select id, url, description, subscribed, active, created_at, updated_at
      from webhook_endpoints where business_id = ${businessId} order by id desc limit ${limit} offset ${offset}
    `,
  ])
  return { endpoints: rows.map(toEndpoint), total: counted?.total ?? 0n }
}
