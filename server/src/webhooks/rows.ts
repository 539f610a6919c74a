import type { HappeningType } from '@kusanya/domain/happening.ts'
import type { Tx } from '../db/sql.ts'

export type Endpoint = {
  id: string
  url: string
  description: string | null
  subscribed: HappeningType[]
  active: boolean
  /** When the first attempt failed after which none succeeded. */
  failingSince: Date | null
  pausedAt: Date | null
  pauseReason: string | null
  /** Until then the secret that was replaced signs too. */
  oldSecretUntil: Date | null
  createdAt: Date
  updatedAt: Date
}

export type EndpointRow = {
  id: string
  url: string
  description: string | null
  subscribed: HappeningType[]
  active: boolean
  failing_since: Date | null
  paused_at: Date | null
  pause_reason: string | null
  old_secret_until: Date | null
  created_at: Date
  updated_at: Date
}

export async function findEndpoint(tx: Tx, businessId: string, id: string): Promise<Endpoint | null> {
  const [row] = await tx<EndpointRow[]>`
    select id, url, description, subscribed, active, failing_since, paused_at, pause_reason, old_secret_until, created_at,
      updated_at
    from webhook_endpoints where business_id = ${businessId} and id = ${id}
  `
  return row ? toEndpoint(row) : null
}

/** The endpoint, locked until the transaction ends. */
export async function lockEndpoint(tx: Tx, businessId: string, id: string): Promise<Endpoint | null> {
  await tx<{ id: string }[]>`
    select id from webhook_endpoints where business_id = ${businessId} and id = ${id} for no key update
  `
  return findEndpoint(tx, businessId, id)
}

export function toEndpoint(row: EndpointRow): Endpoint {
  return {
    id: row.id,
    url: row.url,
    description: row.description,
    subscribed: row.subscribed,
    active: row.active,
    failingSince: row.failing_since,
    pausedAt: row.paused_at,
    pauseReason: row.pause_reason,
    oldSecretUntil: row.old_secret_until,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
