import type { KeyTerms, Scope } from '@kusanya/domain/api-key.ts'
import type { Tx } from '../db/sql.ts'

export type ApiKey = Omit<KeyTerms, 'scopes'> & {
  id: string
  name: string
  lastFour: string
  scopes: Scope[]
  lastUsedAt: Date | null
  /** The key that took its place when it was rotated. */
  successorId: string | null
  updatedAt: Date
}

export type KeyChange = { name?: string; scopes?: Scope[]; expiresAt?: Date | null }

export type ApiKeyRow = {
  id: string
  name: string
  last_four: string
  scopes: string[]
  expires_at: Date | null
  revoked_at: Date | null
  last_used_at: Date | null
  successor_id: string | null
  created_at: Date
  updated_at: Date
}

export async function findKey(tx: Tx, businessId: string, id: string): Promise<ApiKey | null> {
  const [row] = await tx<ApiKeyRow[]>`
    select id, name, last_four, scopes, expires_at, revoked_at, last_used_at, successor_id, created_at, updated_at
    from api_keys where business_id = ${businessId} and id = ${id}
  `
  return row ? toApiKey(row) : null
}

/** All keys of a business that are not revoked. Who changes keys comes here first, so that two do it one after the other. */
export async function lockKeys(tx: Tx, businessId: string): Promise<ApiKey[]> {
  await tx<{ id: string }[]>`select id from businesses where id = ${businessId} for no key update`
  const rows = await tx<ApiKeyRow[]>`
    select id, name, last_four, scopes, expires_at, revoked_at, last_used_at, successor_id, created_at, updated_at
    from api_keys where business_id = ${businessId} and revoked_at is null order by id
  `
  return rows.map(toApiKey)
}

export function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    lastFour: row.last_four,
    scopes: row.scopes as Scope[],
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    successorId: row.successor_id,
    updatedAt: row.updated_at,
  }
}
