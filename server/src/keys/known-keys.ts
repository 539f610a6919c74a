import type { Scope } from '@kusanya/domain/api-key.ts'
import type { Role } from '@kusanya/domain/role.ts'
import type { Context } from '../context.ts'
import type { Mode } from '../secrets/api-key.ts'
import { hashOf } from '../secrets/vault.ts'

/** Who asks: a key or a person, for which business, and what they may do. */
export type Caller = {
  businessId: string
  /** Null for a person who is signed in. */
  keyId: string | null
  /** The role of a person; null for a key. */
  role: Role | null
  mode: Mode
  scopes: readonly Scope[]
  expiresAt: Date | null
  /** How many requests a minute the business was given; null when it is the setting's number. */
  requestsPerMinute: number | null
}

export type KeyCaller = Caller & { keyId: string }

const keptForMs = 5_000
const usedEveryMs = 60_000
const mostKept = 10_000

/**
 * Says whose a key is; null for one that is unknown, revoked or expired. What is known is asked for again after five
 * seconds, once however many ask, and written down as used at most once a minute: a request costs no look-up and no write.
 */
export function knownKeys(ctx: Context): (secret: string) => Promise<KeyCaller | null> {
  const known = new Map<string, { caller: Promise<KeyCaller | null>; until: number }>()
  return async (secret) => {
    const now = ctx.now()
    let entry = known.get(secret)
    if (!entry || entry.until <= now.getTime()) {
      if (known.size >= mostKept) known.clear()
      entry = { caller: lookUp(ctx, secret, now), until: now.getTime() + keptForMs }
      known.set(secret, entry)
    }
    try {
      const caller = await entry.caller
      // What is not there is not remembered, so that a key works as soon as it is made.
      if (!caller && known.get(secret) === entry) known.delete(secret)
      return caller?.expiresAt && caller.expiresAt <= now ? null : caller
    } catch (error) {
      if (known.get(secret) === entry) known.delete(secret)
      throw error
    }
  }
}

async function lookUp({ sql }: Context, secret: string, now: Date): Promise<KeyCaller | null> {
  const [row] = await sql<
    {
      id: string
      business_id: string
      scopes: string[]
      expires_at: Date | null
      last_used_at: Date | null
      requests_per_minute: number | null
    }[]
  >`
    select k.id, k.business_id, k.scopes, k.expires_at, k.last_used_at, b.requests_per_minute
    from api_keys k join businesses b on b.id = k.business_id
    where k.hash = ${hashOf(secret)} and k.revoked_at is null
  `
  if (!row || (row.expires_at && row.expires_at <= now)) return null
  const aMinuteAgo = new Date(now.getTime() - usedEveryMs)
  if (!row.last_used_at || row.last_used_at <= aMinuteAgo) {
    await sql`
      update api_keys set last_used_at = ${now}
      where business_id = ${row.business_id} and id = ${row.id} and (last_used_at is null or last_used_at <= ${aMinuteAgo})
    `
  }
  return {
    businessId: row.business_id,
    keyId: row.id,
    role: null,
    mode: secret.startsWith('cs_live_') ? 'live' : 'test',
    scopes: row.scopes as Scope[],
    expiresAt: row.expires_at,
    requestsPerMinute: row.requests_per_minute,
  }
}
