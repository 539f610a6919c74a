import type { Context } from '../context.ts'

/** Forgets sessions, links and wrong passwords that have ended. */
export async function forgetSessions(ctx: Context, limit: number): Promise<number> {
  const { sql } = ctx
  const sessions = await sql`
    delete from sessions where hash in (select hash from sessions where expires_at <= ${ctx.now()} order by expires_at limit ${limit})
  `
  const links = await sql`
    delete from sign_in_links where hash in (
      select hash from sign_in_links where expires_at <= ${ctx.now()} order by expires_at limit ${limit}
    )
  `
  const failures = await sql`
    delete from sign_in_failures where subject in (
      select subject from sign_in_failures where expires_at <= ${ctx.now()} order by expires_at limit ${limit}
    )
  `
  return sessions.count + links.count + failures.count
}
