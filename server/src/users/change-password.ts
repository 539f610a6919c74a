import { refuse } from '@kusanya/domain/refusal.ts'
import { tidyEmail } from '@kusanya/domain/sign-in.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { queueMails } from '../mail/queue-mails.ts'
import { letters } from './letters.ts'
import { makeLink, readLink, useLink } from './links.ts'
import { checkPassword, hashPassword, isPassword } from './passwords.ts'
import { findMemberships, findUser, type User } from './rows.ts'
import { endSessions, type Session } from './sessions.ts'

/** Edges: a password is hashed between reading and writing, which takes too long for a transaction. */

/** Changes the password of who is signed in, and ends their other sessions. */
export async function changePassword(ctx: Context, session: Session, current: string, wanted: string): Promise<void> {
  const user = await findUser(ctx.sql, { id: session.userId })
  if (!user || !(await isPassword(current, user.password))) refuse('password_wrong')
  await setPassword(ctx, user, session.businessId, wanted, 'password.change')
  await endSessions(ctx, user.id, { but: session.id })
}

/** Sends the link for a new password to who is known; says nothing about who is not. */
export async function askReset(ctx: Context, email: string): Promise<void> {
  const user = await findUser(ctx.sql, { email: tidyEmail(email) })
  const [membership] = user ? await findMemberships(ctx.sql, user.id) : []
  if (!user || !membership) return
  const { businessId } = membership
  await inBusiness(ctx.sql, businessId, async (tx) => {
    const link = `${ctx.publicUrl}/reset/${await makeLink(tx, ctx, { kind: 'reset', userId: user.id, businessId })}`
    const letter = letters[user.language].reset({ name: user.name, link })
    await queueMails(tx, ctx, businessId, [{ kind: 'reset', subjectId: user.id, recipient: user.email, ...letter }])
  })
}

/**
 * Sets the password by a link that was mailed, and ends every session; a second factor stays as it is. Returns whom the
 * link was for. A password that is refused leaves the link as it was.
 */
export async function choosePassword(
  ctx: Context,
  kind: 'reset' | 'invitation',
  token: string,
  wanted: string,
): Promise<{ user: User; businessId: string }> {
  const { userId } = await readLink(ctx.sql, ctx, kind, token)
  const user = (await findUser(ctx.sql, { id: userId })) ?? refuse('link_ended')
  // Who has a password proves it at sign-in: an invitation to one more business must not replace it.
  if (kind === 'invitation' && user.password !== null) refuse('link_ended')
  await checkPassword(wanted, user)
  const { businessId } = await useLink(ctx.sql, ctx, kind, token)
  await setPassword(ctx, user, businessId, wanted, kind === 'reset' ? 'password.reset' : 'user.accept')
  await endSessions(ctx, user.id, {})
  return { user, businessId }
}

async function setPassword(
  ctx: Context,
  user: User,
  businessId: string,
  wanted: string,
  action: string,
): Promise<void> {
  await checkPassword(wanted, user)
  const password = await hashPassword(wanted, ctx.chance.bytes(16))
  await inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`update users set password = ${password}, updated_at = ${ctx.now()} where id = ${user.id}`
    const subject = { kind: 'user', id: user.id }
    const actor = `user ${user.email}`
    await recordAudit(tx, ctx, businessId, [{ actor, reason: null, action, subject, before: null, after: null }])
  })
}
