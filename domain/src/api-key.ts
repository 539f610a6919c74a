import { refuse } from './refusal.ts'

/** `read`: whatever only shows. `payments`: what says that money came, moved or left, and asking for it. `write`: the rest. */
export const scopes = ['read', 'write', 'payments'] as const
export type Scope = (typeof scopes)[number]

export type KeyTerms = { scopes: readonly Scope[]; createdAt: Date; expiresAt: Date | null; revokedAt: Date | null }
export type KeyStatus = 'active' | 'expired' | 'revoked'

export function statusOfKey({ expiresAt, revokedAt }: Pick<KeyTerms, 'expiresAt' | 'revokedAt'>, now: Date): KeyStatus {
  if (revokedAt) return 'revoked'
  return expiresAt && expiresAt <= now ? 'expired' : 'active'
}

/** Refuses to let a key hand out, or have power over, more than it may do itself. */
export function checkHeld(own: readonly Scope[], wanted: readonly Scope[]): void {
  if (!wanted.every((scope) => own.includes(scope))) refuse('scope_not_held')
}

/**
 * Refuses to leave a business without a key that may do everything and never expires: no other key could make one again.
 * `keys` is how they would all stand.
 */
export function checkDoorStaysOpen(keys: KeyTerms[]): void {
  const lasting = keys.some(
    (key) => !key.revokedAt && !key.expiresAt && scopes.every((one) => key.scopes.includes(one)),
  )
  if (!lasting) refuse('api_key_last')
}

/** Until when the key lives that takes another's place: as long, counted from now; for ever if that one did. */
export function expiryOfSuccessor(
  { createdAt, expiresAt }: Pick<KeyTerms, 'createdAt' | 'expiresAt'>,
  now: Date,
): Date | null {
  return expiresAt && new Date(now.getTime() + expiresAt.getTime() - createdAt.getTime())
}

/** When the key ends that was replaced: after the overlap, and no later than it would have. */
export function endOfPredecessor({ expiresAt }: Pick<KeyTerms, 'expiresAt'>, now: Date, overlapHours: number): Date {
  const overlapped = new Date(now.getTime() + overlapHours * 3_600_000)
  return expiresAt && expiresAt < overlapped ? expiresAt : overlapped
}
