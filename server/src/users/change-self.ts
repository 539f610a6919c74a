import { refuse } from '@kusanya/domain/refusal.ts'
import type { Context } from '../context.ts'
import type { Session } from './sessions.ts'

/** Changes what somebody is called, and the language they are spoken to in. */
export async function changeSelf(
  ctx: Context,
  { userId }: Session,
  { name, language }: { name?: string; language?: 'en' | 'sw' },
): Promise<void> {
  await ctx.sql`
    update users set name = coalesce(${name?.trim() ?? null}, name), language = coalesce(${language ?? null}, language),
      updated_at = ${ctx.now()}
    where id = ${userId}
  `
}

/** Lets the session act for another business of the same person. Refuses one that is not theirs like one that is not there. */
export async function switchBusiness({ sql }: Context, session: Session, businessId: string): Promise<void> {
  const switched = await sql<{ id: string }[]>`
    update sessions set business_id = ${businessId}
    where id = ${session.id} and exists (
      select 1 from memberships where user_id = ${session.userId} and business_id = ${businessId}
    )
    returning id
  `
  if (switched.length === 0) refuse('business_not_found')
}
