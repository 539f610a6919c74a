import { scopes, statusOfKey, type Scope } from '@kusanya/domain/api-key.ts'
import { readInstant, writeInstant } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import type { Picture } from '../audit/record-audit.ts'
import { maybe, named, words } from '../http/fields.ts'
import type { ApiKey, KeyChange } from './rows.ts'

export const statuses = ['active', 'expired', 'revoked'] as const

const Scopes = Type.Array(Type.Enum(scopes), {
  minItems: 1,
  uniqueItems: true,
  wording: `scopes must be a list without repeats of ${scopes.join(', ')}`,
  description: 'What the key may do. Not more than the key that makes it',
})
const Expiry = Type.Optional(
  Type.Union([Type.String(), Type.Null()], { description: 'When the key ends; never when null or absent' }),
)

export const CreateKeyBody = Type.Object({ name: words(100, 'What it is for'), scopes: Scopes, expiresat: Expiry })

export const UpdateKeyBody = Type.Partial(Type.Object({ name: words(100), scopes: Scopes, expiresat: Expiry }))
export const updatable = ['name', 'scopes', 'expiresat'] as const

export const RotateKeyBody = Type.Object({
  overlaphours: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 720, default: 24, description: 'How long the old key goes on' }),
  ),
  expiresat: Type.Optional(
    Type.Union([Type.String(), Type.Null()], {
      description: 'When the new key ends; after as long as was meant for the old one when absent',
    }),
  ),
})

export const RevokeKeyBody = Type.Object({ reason: maybe(words(500, 'Kept in the audit trail')) })

const orNull = Type.Union([Type.String(), Type.Null()])
const keyFields = {
  _id: Type.String(),
  name: Type.String(),
  lastfour: Type.String({ description: 'The last four characters of the secret' }),
  scopes: Type.Array(Type.Enum(scopes)),
  status: Type.Enum(statuses),
  expiresat: orNull,
  lastusedat: Type.Union([Type.String(), Type.Null()], { description: 'To the minute' }),
  revokedat: orNull,
  replacedby: Type.Union([Type.String(), Type.Null()], { description: 'The key that it was rotated to' }),
  createdat: Type.String(),
  updatedat: Type.String(),
}
export const KeyOnWire = named('ApiKey', keyFields)
export const KeyMade = named('ApiKeyMade', {
  ...keyFields,
  secret: Type.Union([Type.String(), Type.Null()], {
    description: 'What to send as Authorization. Shown here and never again: null in the answer to a repeat',
  }),
})

/** Throws a refusal for what is no instant. Null stands for never, undefined for what was not said. */
export function readExpiry(text: string | null | undefined): Date | null | undefined {
  return typeof text === 'string' ? (readInstant(text) ?? refuse('date_unreadable', { field: 'expiresat' })) : text
}

/** The fields that were sent. Throws a refusal when there are none. */
export function readKeyChange(body: Static<typeof UpdateKeyBody>): KeyChange {
  if (updatable.every((field) => body[field] === undefined)) refuse('nothing_to_update')
  const expiresAt = readExpiry(body.expiresat)
  return {
    ...(body.name !== undefined && { name: body.name.trim() }),
    ...(body.scopes !== undefined && { scopes: inOrder(body.scopes) }),
    ...(expiresAt !== undefined && { expiresAt }),
  }
}

/** Scopes as they are listed everywhere, in whatever order they were sent. */
export function inOrder(sent: Scope[]): Scope[] {
  return scopes.filter((scope) => sent.includes(scope))
}

export function presentKey(key: ApiKey, now: Date): Static<typeof KeyOnWire> {
  return {
    _id: key.id,
    name: key.name,
    lastfour: key.lastFour,
    scopes: key.scopes,
    status: statusOfKey(key, now),
    expiresat: key.expiresAt && writeInstant(key.expiresAt),
    lastusedat: key.lastUsedAt && writeInstant(key.lastUsedAt),
    revokedat: key.revokedAt && writeInstant(key.revokedAt),
    replacedby: key.successorId,
    createdat: writeInstant(key.createdAt),
    updatedat: writeInstant(key.updatedAt),
  }
}

/** A key as the audit trail shows it. */
export function pictureOf(key: ApiKey, now: Date): Picture {
  const { name, lastfour, scopes: held, status, expiresat, replacedby } = presentKey(key, now)
  return { name, lastfour, scopes: held, status, expiresat, replacedby }
}
