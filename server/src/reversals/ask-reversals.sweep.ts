import { nextTurnAt } from '@kusanya/domain/inquiry.ts'
import { nextReversalLookAt } from '@kusanya/domain/reversal.ts'
import { isPesafyError } from '@kusanya/mpesa'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { findShortcodes, type Shortcode } from '../payments/daraja.ts'
import { giveBackTurn, takeTurn, type Turn } from '../reconciliation/operator-turn.ts'
import { findReversals, type Reversal } from './rows.ts'
import { tellFailed } from './settle-reversal.ts'

const leaseMs = 60_000

/**
 * Asks Safaricom what became of reversals whose result did not come, by Transaction Status; never reverses again. What it
 * cannot learn is called unknown, and left to a person.
 */
export function askReversals(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'reversals', 'next_attempt_at', async (businessId) => {
    const { due, shortcodes } = await inBusiness(ctx.sql, businessId, async (tx) => ({
      due: await claim(tx, ctx, businessId, Math.min(limit, 20)),
      shortcodes: await findShortcodes(tx, ctx, businessId),
    }))
    for (const one of due) {
      const shortcode = shortcodes.find(({ shortcode }) => shortcode === one.shortcode)
      const turn = shortcode?.initiator ? await begin(ctx, shortcode, one) : 'none'
      if (turn === 'later') continue
      const isAsked = turn === 'now' && shortcode !== undefined && (await ask(ctx, shortcode, one))
      await inBusiness(ctx.sql, businessId, async (tx) => {
        if (turn === 'now' && !isAsked) await giveBackTurn(tx, businessId, one.shortcode)
        await writeAttempt(tx, ctx, businessId, one)
      })
    }
    return due.length
  })
}

async function claim(tx: Tx, ctx: Context, businessId: string, limit: number): Promise<Reversal[]> {
  const now = ctx.now()
  const rows = await tx<{ id: string }[]>`
    update reversals set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + leaseMs)}
    where business_id = ${businessId} and id in (
      select id from reversals
      where business_id = ${businessId} and next_attempt_at <= ${now}
      order by next_attempt_at limit ${limit} for update skip locked
    )
    returning id
  `
  const found = await Promise.all(rows.map(({ id }) => findReversals(tx, businessId, { id })))
  return found.flat()
}

/** Takes a turn in the operator's name; a question that has to wait for his first answer is put back, as no attempt. */
function begin(ctx: Context, { businessId, shortcode }: Shortcode, { id }: Reversal): Promise<Turn> {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const turn = await takeTurn(tx, ctx, businessId, shortcode)
    if (turn === 'now') {
      await tx`update reversals set asked_at = ${ctx.now()} where business_id = ${businessId} and id = ${id}`
    } else if (turn === 'later') {
      await tx`
        update reversals set attempts = attempts - 1, next_attempt_at = ${nextTurnAt(ctx.now())}
        where business_id = ${businessId} and id = ${id} and next_attempt_at is not null
      `
    }
    return turn
  })
}

/** By the conversation that Safaricom named; after a call that nobody answered only by the receipt of the payment. */
async function ask(ctx: Context, shortcode: Shortcode, { id, conversation, receipt }: Reversal): Promise<boolean> {
  const base = `${ctx.publicUrl}/hooks/${ctx.vault.path('reversal', id)}/reversal`
  try {
    await ctx.daraja(shortcode).transactionStatus({
      ...(conversation === null ? { transactionId: receipt } : { originalConversationId: conversation }),
      partyA: shortcode.shortcode,
      identifierType: '4',
      resultUrl: `${base}/status`,
      queueTimeOutUrl: `${base}/expired`,
    })
    return true
  } catch (error) {
    if (!isPesafyError(error)) throw error
    ctx.log.warn({ reversalId: id, code: error.code }, 'it could not be asked what became of a reversal')
    return false
  }
}

/** What was answered meanwhile stays answered. */
async function writeAttempt(tx: Tx, ctx: Context, businessId: string, { id, attempts }: Reversal): Promise<void> {
  const next = nextReversalLookAt(attempts, ctx.now())
  const ended = await tx<{ id: string }[]>`
    update reversals set next_attempt_at = ${next}, updated_at = ${ctx.now()},
      state = case when ${next}::timestamptz is null then 'unknown' else state end
    where business_id = ${businessId} and id = ${id} and next_attempt_at is not null
    returning id
  `
  if (next === null && ended.length > 0) await tellFailed(tx, ctx, businessId, id)
}
