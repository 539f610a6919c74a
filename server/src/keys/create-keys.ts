import { statusOfKey, type Scope } from '@kusanya/domain/api-key.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { makeApiKey, type Mode } from '../secrets/api-key.ts'
import { hashOf } from '../secrets/vault.ts'
import { lockKeys, type ApiKey } from './rows.ts'
import { pictureOf } from './wire.ts'

const mostKeys = 100

export type KeyDraft = { name: string; mode: Mode; scopes: Scope[]; expiresAt: Date | null }
/** A key with what is sent as `Authorization`. It is written down nowhere and can be had from here only. */
export type MadeKey = { key: ApiKey; secret: string }

/** Makes keys, in the order of their drafts. Refuses the lot when one would be born expired, or the business had more than 100. */
export async function createKeys(
  tx: Tx,
  given: Given,
  businessId: string,
  drafts: KeyDraft[],
  by: By,
  action = 'api_key.create',
): Promise<MadeKey[]> {
  const now = given.now()
  if (drafts.some(({ expiresAt }) => expiresAt !== null && expiresAt <= now)) refuse('expiry_past')
  const others = await lockKeys(tx, businessId)
  const active = others.filter((key) => statusOfKey(key, now) === 'active')
  if (active.length + drafts.length > mostKeys) refuse('api_key_limit_reached')

  const made = drafts.map(({ mode, ...draft }): MadeKey => {
    const secret = makeApiKey(mode, given.chance.bytes(32))
    const unused = { revokedAt: null, lastUsedAt: null, successorId: null, createdAt: now, updatedAt: now }
    return { secret, key: { ...draft, ...unused, id: given.newId(), lastFour: secret.slice(-4) } }
  })
  const rows = made.map(({ key: { id, name, lastFour, scopes, expiresAt }, secret }) => ({
    id,
    name,
    last_four: lastFour,
    scopes,
    expires_at: expiresAt,
    hash: hashOf(secret).toString('hex'),
  }))
  await tx`
    insert into api_keys (id, business_id, name, hash, last_four, scopes, expires_at, created_at, updated_at)
    select k.id, ${businessId}, k.name, decode(k.hash, 'hex'), k.last_four, k.scopes, k.expires_at, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as k (
      id text, name text, hash text, last_four text, scopes text[], expires_at timestamptz
    )
  `
  const lines = made.map(({ key }) => ({
    ...by,
    action,
    subject: { kind: 'api_key', id: key.id },
    before: null,
    after: pictureOf(key, now),
  }))
  await recordAudit(tx, given, businessId, lines)
  return made
}
