import { askOutcome, type AskOutcome } from '@kusanya/domain/payment.ts'
import { isPesafyError, isStkPending } from '@kusanya/mpesa'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { pullSoon } from '../reconciliation/pull-soon.ts'
import { findShortcodes, type Shortcode } from './daraja.ts'
import { tellRequests } from './tell-requests.ts'

type Open = { id: string; shortcode: string; checkoutRequestId: string | null; attempts: number }
type Learnt =
  { kind: 'answered'; outcome: AskOutcome; code: string; words: string } | { kind: 'pending' } | { kind: 'lost' }

const leaseMs = 60_000
/** When to ask again, counted from the last time; after the last the request is unknown, and a person's. */
const looksMs = [90_000, 180_000, 600_000, 1_800_000]

/** Asks Safaricom about requests that nobody answered. What it cannot learn is called unknown, never guessed. */
export function reconcileRequests(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'payment_requests', 'next_attempt_at', async (businessId) => {
    const { open, shortcodes } = await claim(ctx, businessId, Math.min(limit, 20))
    await Promise.all(
      open.map(async (request) => {
        const shortcode = shortcodes.find((one) => one.shortcode === request.shortcode)
        await write(ctx, businessId, request, await look(ctx, shortcode, request))
      }),
    )
    return open.length
  })
}

function claim(ctx: Context, businessId: string, limit: number): Promise<{ open: Open[]; shortcodes: Shortcode[] }> {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const rows = await tx<{ id: string; shortcode: string; checkout_request_id: string | null; attempts: number }[]>`
      update payment_requests set attempts = attempts + 1, next_attempt_at = ${new Date(ctx.now().getTime() + leaseMs)}
      where business_id = ${businessId} and id in (
        select id from payment_requests
        where business_id = ${businessId} and next_attempt_at <= ${ctx.now()}
        order by next_attempt_at limit ${limit} for update skip locked
      )
      returning id, shortcode, checkout_request_id, attempts
    `
    const open = rows.map((row) => ({
      id: row.id,
      shortcode: row.shortcode,
      checkoutRequestId: row.checkout_request_id,
      attempts: row.attempts,
    }))
    return { open, shortcodes: await findShortcodes(tx, ctx, businessId) }
  })
}

async function look(ctx: Context, shortcode: Shortcode | undefined, { checkoutRequestId }: Open): Promise<Learnt> {
  // A crash between asking and hearing the answer: nothing is known to ask Safaricom by. Only its callback can tell.
  if (!shortcode || checkoutRequestId === null) return { kind: 'lost' }
  try {
    const answer = await ctx.daraja(shortcode).stkQuery({ checkoutRequestId })
    // 4999 is reported as "still under processing" inside a successful answer.
    if (answer.ResultCode === '4999') return { kind: 'pending' }
    return {
      kind: 'answered',
      outcome: askOutcome(answer.ResultCode),
      code: answer.ResultCode,
      words: answer.ResultDesc,
    }
  } catch (error) {
    if (!isPesafyError(error)) throw error
    if (!isStkPending(error)) ctx.log.warn({ code: error.code, outcome: error.outcome }, 'STK query failed')
    return { kind: 'pending' }
  }
}

function write(ctx: Context, businessId: string, { id, shortcode, attempts }: Open, learnt: Learnt): Promise<void> {
  const now = ctx.now()
  const wait = looksMs[attempts - 1]
  return inBusiness(ctx.sql, businessId, async (tx) => {
    if (learnt.kind === 'answered') {
      const written = await tx<{ id: string }[]>`
        update payment_requests set state = ${learnt.outcome}, result_code = ${learnt.code}, result_text = ${learnt.words},
          next_attempt_at = null, updated_at = ${now}
        where business_id = ${businessId} and id = ${id} and state in ('asking', 'asked') returning id
      `
      // Paid, and no callback told of it: no money is booked without a receipt, and pulling brings the receipt.
      if (learnt.outcome === 'paid') await pullSoon(tx, ctx, businessId, [shortcode])
      else if (written.length > 0) await tellRequests(tx, ctx, businessId, 'payment.failed', [id])
    } else if (learnt.kind === 'pending' && wait !== undefined) {
      await tx`
        update payment_requests set next_attempt_at = ${new Date(now.getTime() + wait)}, updated_at = ${now}
        where business_id = ${businessId} and id = ${id} and state in ('asking', 'asked')
      `
    } else {
      await tx`
        update payment_requests set state = 'unknown', next_attempt_at = null, updated_at = ${now}
        where business_id = ${businessId} and id = ${id} and state in ('asking', 'asked')
      `
    }
  })
}
