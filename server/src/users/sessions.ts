import type { Scope } from '@kusanya/domain/api-key.ts'
import { scopesOfRole, type Role } from '@kusanya/domain/role.ts'
import { sessionLife } from '@kusanya/domain/sign-in.ts'
import type { Context } from '../context.ts'
import { hashOf } from '../secrets/vault.ts'

/** Who is signed in, and for which business. */
export type Session = {
  id: string
  userId: string
  email: string
  businessId: string
  role: Role
  scopes: readonly Scope[]
  createdAt: Date
  /** When the password was last given. */
  provenAt: Date
}

const seenEveryMs = 60_000

/** Begins a session; returns what its cookie holds: 256 bits of chance that are kept nowhere. */
export async function beginSession(
  ctx: Context,
  { userId, businessId, browser }: { userId: string; businessId: string; browser: string },
): Promise<string> {
  const token = ctx.chance.bytes(32).toString('base64url')
  const now = ctx.now()
  await ctx.sql`
    insert into sessions (hash, id, user_id, business_id, seen_at, proven_at, expires_at, browser, created_at)
    values (${hashOf(token)}, ${ctx.newId()}, ${userId}, ${businessId}, ${now}, ${now}, ${endOf(now, now)},
      ${browser.slice(0, 300)}, ${now})
  `
  return token
}

/** The session of a cookie, if it lives and its user still belongs to the business. Marks it as seen, once a minute. */
export async function findSession(ctx: Context, token: string): Promise<Session | null> {
  const hash = hashOf(token)
  const [row] = await ctx.sql<
    {
      id: string
      user_id: string
      email: string
      business_id: string
      role: 'accountant' | 'auditor' | 'cashier' | 'owner'
      created_at: Date
      proven_at: Date
      seen_at: Date
    }[]
  >`
    select s.id, s.user_id, u.email, s.business_id, m.role, s.created_at, s.proven_at, s.seen_at
    from sessions s
    join users u on u.id = s.user_id
    join memberships m on m.user_id = s.user_id and m.business_id = s.business_id
    where s.hash = ${hash} and s.expires_at > ${ctx.now()}
  `
  if (!row) return null
  if (ctx.now().getTime() - row.seen_at.getTime() >= seenEveryMs) {
    await ctx.sql`
      update sessions set seen_at = ${ctx.now()}, expires_at = ${endOf(ctx.now(), row.created_at)} where hash = ${hash}
    `
  }
  return {
    id: row.id,
    userId: row.user_id,
    email: row.email,
    businessId: row.business_id,
    role: row.role,
    scopes: scopesOfRole(row.role),
    createdAt: row.created_at,
    provenAt: row.proven_at,
  }
}

/** Ends sessions of a user: one, or all but one. */
export async function endSessions(
  { sql }: Context,
  userId: string,
  { only, but }: { only?: string; but?: string },
): Promise<number> {
  const ended = await sql<{ id: string }[]>`
    delete from sessions where user_id = ${userId}
      and (${only ?? null}::text is null or id = ${only ?? null}) and (${but ?? null}::text is null or id <> ${but ?? null})
    returning id
  `
  return ended.length
}

function endOf(seenAt: Date, createdAt: Date): Date {
  return new Date(Math.min(seenAt.getTime() + sessionLife.idleMs, createdAt.getTime() + sessionLife.mostMs))
}
