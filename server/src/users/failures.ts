import { createHash } from 'node:crypto'
import { waitAfter } from '@kusanya/domain/sign-in.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { Context } from '../context.ts'

const forgottenAfterMs = 86_400_000
/** One address may stand for a whole school: it gets as many more tries before it has to wait. */
const patience = { account: 0, address: 45 }
const longest = 80

export type Try = { account: Buffer; address: Buffer }

/** Who is counted: an e-mail address as tried from one network address, and the network address itself. */
export function tryOf(email: string, address: string): Try {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return { account: hash(`account ${email} ${address}`), address: hash(`address ${address}`) }
}

/**
 * Counts a try as failed before it is judged, so that a thousand at once are a thousand. Throws a refusal that says how
 * many seconds to wait when it comes too soon.
 */
export async function countTry(ctx: Context, { account, address }: Try): Promise<void> {
  for (const [subject, patient] of [
    [address, patience.address],
    [account, patience.account],
  ] as const) {
    const now = ctx.now()
    const waits = Array.from({ length: longest }, (_, failures) => waitAfter(failures - patient) / 1000)
    const counted = await ctx.sql<{ failures: number }[]>`
      insert into sign_in_failures as f (subject, failures, wait_until, expires_at)
      values (${subject}, 1, ${now}, ${new Date(now.getTime() + forgottenAfterMs)})
      on conflict (subject) do update set
        failures = case when f.expires_at <= ${now} then 1 else least(f.failures + 1, ${longest - 1}) end,
        wait_until = ${now} + make_interval(secs => case when f.expires_at <= ${now} then 0
          else (${waits}::float8[])[least(f.failures + 1, ${longest - 1}) + 1] end),
        expires_at = excluded.expires_at
      where f.wait_until <= ${now} or f.expires_at <= ${now}
      returning failures
    `
    if (counted.length > 0) continue
    const [row] = await ctx.sql<
      { wait_until: Date }[]
    >`select wait_until from sign_in_failures where subject = ${subject}`
    const seconds = Math.max(1, Math.ceil(((row?.wait_until ?? now).getTime() - now.getTime()) / 1000))
    refuse('sign_in_too_soon', { seconds: String(seconds) })
  }
}

/** It was right after all: the account's count is forgotten; of the address's, this try. */
export async function forgetTry(ctx: Context, { account, address }: Try): Promise<void> {
  await ctx.sql`delete from sign_in_failures where subject = ${account} or (subject = ${address} and failures <= 1)`
  await ctx.sql`update sign_in_failures set failures = failures - 1 where subject = ${address} and failures > 1`
}
