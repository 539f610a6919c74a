import {
  checkDoorStaysOpen,
  checkHeld,
  endOfPredecessor,
  expiryOfSuccessor,
  statusOfKey,
  type Scope,
} from '@kusanya/domain/api-key.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import assert from 'node:assert/strict'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Mode } from '../secrets/api-key.ts'
import { createKeys, type MadeKey } from './create-keys.ts'
import { findKey, lockKeys, type ApiKey, type KeyChange } from './rows.ts'
import { pictureOf } from './wire.ts'

/** Who changes a key: as the audit trail names them, and what they may do themselves. */
export type KeyHolder = By & { scopes: readonly Scope[] }

/** Changes the name, the scopes or the end of a key that is active. A scope that is taken away is gone within five seconds. */
export async function changeKey(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: KeyChange,
  by: KeyHolder,
): Promise<{ key: ApiKey; modified: boolean }> {
  const now = given.now()
  const { key: before, all } = await lockActive(tx, given, businessId, id, by)
  if (change.scopes) checkHeld(by.scopes, change.scopes)
  if (change.expiresAt && change.expiresAt <= now) refuse('expiry_past')
  const after = { ...before, ...change, updatedAt: now }
  if (isSame(before, after)) return { key: before, modified: false }
  checkDoorStaysOpen(all.map((one) => (one.id === id ? after : one)))
  await write(tx, given, businessId, 'api_key.update', before, after, by)
  return { key: after, modified: true }
}

/** Ends a key, within five seconds. Once more changes nothing. */
export async function revokeKey(tx: Tx, given: Given, businessId: string, id: string, by: KeyHolder): Promise<ApiKey> {
  const all = await lockKeys(tx, businessId)
  const before = (await findKey(tx, businessId, id)) ?? refuse('api_key_not_found')
  checkHeld(by.scopes, before.scopes)
  if (before.revokedAt) return before
  const after = { ...before, revokedAt: given.now(), updatedAt: given.now() }
  if (statusOfKey(before, given.now()) === 'active') checkDoorStaysOpen(all.map((one) => (one.id === id ? after : one)))
  await write(tx, given, businessId, 'api_key.revoke', before, after, by)
  return after
}

export type Rotation = {
  /** How long the old key goes on beside the new one. */
  overlapHours: number
  /** When the new one expires: as given, never when null, after as long as the old one was meant for when absent. */
  expiresAt?: Date | null
  mode: Mode
}

/** Puts a key with the same name and scopes in a key's place; that one ends after the overlap. */
export async function rotateKey(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  { overlapHours, expiresAt, mode }: Rotation,
  by: KeyHolder,
): Promise<MadeKey & { predecessor: ApiKey }> {
  const now = given.now()
  const { key: before, all } = await lockActive(tx, given, businessId, id, by)
  if (before.successorId !== null) refuse('api_key_rotated')
  const draft = {
    name: before.name,
    mode,
    scopes: before.scopes,
    expiresAt: expiresAt === undefined ? expiryOfSuccessor(before, now) : expiresAt,
  }
  const [made] = await createKeys(tx, given, businessId, [draft], { actor: by.actor, reason: by.reason })
  assert(made, 'one draft makes one key')
  const ends = { expiresAt: endOfPredecessor(before, now, overlapHours), successorId: made.key.id }
  const after = { ...before, ...ends, updatedAt: now }
  checkDoorStaysOpen([...all.map((one) => (one.id === id ? after : one)), made.key])
  await write(tx, given, businessId, 'api_key.rotate', before, after, by)
  return { ...made, predecessor: after }
}

async function lockActive(tx: Tx, given: Given, businessId: string, id: string, by: KeyHolder) {
  const all = await lockKeys(tx, businessId)
  const key = (await findKey(tx, businessId, id)) ?? refuse('api_key_not_found')
  checkHeld(by.scopes, key.scopes)
  if (statusOfKey(key, given.now()) !== 'active') refuse('api_key_not_active')
  return { key, all }
}

async function write(
  tx: Tx,
  given: Given,
  businessId: string,
  action: string,
  before: ApiKey,
  after: ApiKey,
  { actor, reason }: By,
): Promise<void> {
  await tx`
    update api_keys set name = ${after.name}, scopes = ${after.scopes}, expires_at = ${after.expiresAt},
      revoked_at = ${after.revokedAt}, successor_id = ${after.successorId}, updated_at = ${after.updatedAt}
    where business_id = ${businessId} and id = ${after.id}
  `
  const pictures = { before: pictureOf(before, given.now()), after: pictureOf(after, given.now()) }
  await recordAudit(tx, given, businessId, [
    { actor, reason, action, subject: { kind: 'api_key', id: after.id }, ...pictures },
  ])
}

function isSame(one: ApiKey, other: ApiKey): boolean {
  const facts = ({ name, scopes, expiresAt }: ApiKey) => JSON.stringify([name, [...scopes].sort(), expiresAt])
  return facts(one) === facts(other)
}
