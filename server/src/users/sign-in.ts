import { refuse } from '@kusanya/domain/refusal.ts'
import { tidyEmail } from '@kusanya/domain/sign-in.ts'
import { recordAudit } from '../audit/record-audit.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { countTry, forgetTry, tryOf } from './failures.ts'
import { isPassword } from './passwords.ts'
import { findMemberships, findUser } from './rows.ts'
import { beginSession } from './sessions.ts'
import { useCode } from './totp.ts'

export type SignIn = { email: string; password: string; code: string | null; address: string; browser: string }

/**
 * Signs somebody in by password, and by the code of the authenticator where there is one; returns the cookie's token.
 * An edge. Throws refusals: wrong (whatever was wrong), a code is wanted, too soon after wrong ones, no business left.
 */
export async function signIn(ctx: Context, { password, code, address, browser, ...given }: SignIn): Promise<string> {
  const email = tidyEmail(given.email)
  const attempt = tryOf(email, address)
  await countTry(ctx, attempt)
  const user = await findUser(ctx.sql, { email })
  if (!(await isPassword(password, user?.password ?? null)) || !user) refuse('sign_in_wrong')
  if (user.totpConfirmed) {
    if (code === null) {
      await forgetTry(ctx, attempt)
      refuse('code_wanted')
    }
    if (!(await useCode(ctx, user, code))) refuse('code_wrong')
  }
  await forgetTry(ctx, attempt)
  const [membership] = await findMemberships(ctx.sql, user.id)
  if (!membership) refuse('no_business_left')
  return enter(ctx, user, membership.businessId, browser)
}

/** Begins the session and writes it into the business's audit trail. */
export async function enter(
  ctx: Context,
  user: { id: string; email: string },
  businessId: string,
  browser: string,
): Promise<string> {
  const token = await beginSession(ctx, { userId: user.id, businessId, browser })
  await inBusiness(ctx.sql, businessId, (tx) =>
    recordAudit(tx, ctx, businessId, [
      {
        actor: `user ${user.email}`,
        reason: null,
        action: 'session.create',
        subject: { kind: 'user', id: user.id },
        before: null,
        after: null,
      },
    ]),
  )
  return token
}
