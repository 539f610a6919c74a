import type { HappeningType } from '@kusanya/domain/happening.ts'
import type { Place } from '../secrets/vault.ts'
import type { Tx } from '../db/sql.ts'

export type Endpoint = {
  id: string
  url: string
  description: string | null
  subscribed: HappeningType[]
  active: boolean
  createdAt: Date
  updatedAt: Date
}

export type EndpointRow = {
  id: string
  url: string
  description: string | null
  subscribed: HappeningType[]
  active: boolean
  created_at: Date
  updated_at: Date
}

export async function findEndpoint(tx: Tx, businessId: string, id: string): Promise<Endpoint | null> {
  const [row] = await tx<EndpointRow[]>`
    select id, url, description, subscribed, active, created_at, updated_at
    from webhook_endpoints where business_id = ${businessId} and id = ${id}
  `
  return row ? toEndpoint(row) : null
}

export function toEndpoint({ created_at, updated_at, ...row }: EndpointRow): Endpoint {
  return { ...row, createdAt: created_at, updatedAt: updated_at }
}

/** Where the secret of an endpoint is sealed. */
export function secretPlace(businessId: string, endpointId: string): Place {
  return { businessId, table: 'webhook_endpoints', column: 'secret', rowId: endpointId }
}
