import { refuse } from '@kusanya/domain/refusal.ts'
import { linkLifeMs } from '@kusanya/domain/sign-in.ts'
import type { Given } from '../context.ts'
import type { Sql, Tx } from '../db/sql.ts'
import { hashOf } from '../secrets/vault.ts'

type Kind = keyof typeof linkLifeMs

/** Makes a link's secret part, which stands for a password once. Earlier ones of the kind end. */
export async function makeLink(
  sql: Sql | Tx,
  given: Given,
  { kind, userId, businessId }: { kind: Kind; userId: string; businessId: string },
): Promise<string> {
  const token = given.chance.bytes(32).toString('base64url')
  const now = given.now()
  await sql`delete from sign_in_links where user_id = ${userId} and kind = ${kind} and business_id = ${businessId}`
  await sql`
    insert into sign_in_links (hash, kind, user_id, business_id, expires_at, created_at)
    values (${hashOf(token)}, ${kind}, ${userId}, ${businessId}, ${new Date(now.getTime() + linkLifeMs[kind])}, ${now})
  `
  return token
}

/** Whom a link is for, without using it up. Throws a refusal when it was used, has ended, or is none. */
export async function readLink(
  sql: Sql,
  given: Given,
  kind: Kind,
  token: string,
): Promise<{ userId: string; businessId: string }> {
  const [row] = await sql<{ user_id: string; business_id: string }[]>`
    select user_id, business_id from sign_in_links
    where hash = ${hashOf(token)} and kind = ${kind} and used_at is null and expires_at > ${given.now()}
  `
  return row ? { userId: row.user_id, businessId: row.business_id } : refuse('link_ended')
}

/** Uses a link up: of two at once one wins. The demo's may be used again and again. */
export async function useLink(
  sql: Sql,
  given: Given,
  kind: Kind,
  token: string,
): Promise<{ userId: string; businessId: string }> {
  if (kind === 'demo') return readLink(sql, given, kind, token)
  const [row] = await sql<{ user_id: string; business_id: string }[]>`
    update sign_in_links set used_at = ${given.now()}
    where hash = ${hashOf(token)} and kind = ${kind} and used_at is null and expires_at > ${given.now()}
    returning user_id, business_id
  `
  return row ? { userId: row.user_id, businessId: row.business_id } : refuse('link_ended')
}
