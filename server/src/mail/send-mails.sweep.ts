import { nextCallAt } from '@kusanya/domain/retry.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import type { Letter, Mailed } from './mailer.ts'

const leaseMs = 60_000
const mostAttempts = 12

/** Hands waiting letters to the mail server. Without one they wait: nothing is lost, and it is said in the log once. */
export function sendMails(ctx: Context, limit: number): Promise<number> {
  const { mailer } = ctx
  if (!mailer) return Promise.resolve(0)
  return eachBusinessWithWork(ctx, 'mails', 'next_attempt_at', async (businessId) => {
    const letters = await claim(ctx, businessId, Math.min(limit, 10))
    for (const letter of letters) await settle(ctx, businessId, letter, await mailer(letter))
    return letters.length
  })
}

function claim(ctx: Context, businessId: string, limit: number): Promise<(Letter & { attempts: number })[]> {
  const leasedTo = new Date(ctx.now().getTime() + leaseMs)
  return inBusiness(
    ctx.sql,
    businessId,
    (tx) => tx<{ id: string; recipient: string; title: string; body: string; attempts: number }[]>`
      update mails set state = 'sending', attempts = attempts + 1, next_attempt_at = ${leasedTo}
      where business_id = ${businessId} and id in (
        select id from mails where business_id = ${businessId} and next_attempt_at <= ${ctx.now()}
        order by next_attempt_at limit ${limit} for update skip locked
      )
      returning id, recipient, title, body, attempts
    `,
  )
}

async function settle(ctx: Context, businessId: string, letter: Letter & { attempts: number }, mailed: Mailed) {
  const now = ctx.now()
  // A letter to a user is rather had twice than not at all; its Message-ID lets the server drop the second.
  const again = (mailed.kind === 'later' || mailed.kind === 'unknown') && letter.attempts < mostAttempts
  const state = mailed.kind === 'sent' ? 'sent' : again ? 'queued' : 'refused'
  const next = again ? nextCallAt(letter.attempts, now, ctx.chance.fraction()) : null
  if (mailed.kind !== 'sent')
    ctx.log.warn({ businessId, mailId: letter.id, state, problem: mailed.problem }, 'a mail was not taken')
  await inBusiness(
    ctx.sql,
    businessId,
    (tx) => tx`
    update mails set state = ${state}, next_attempt_at = ${next}, updated_at = ${now},
      last_error = ${mailed.kind === 'sent' ? null : mailed.problem}
    where business_id = ${businessId} and id = ${letter.id}
  `,
  )
}
