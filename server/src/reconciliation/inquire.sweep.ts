import { nextInquiryAt, nextTurnAt } from '@kusanya/domain/inquiry.ts'
import { isPesafyError, isStkPending } from '@kusanya/mpesa'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { findShortcodes, type Shortcode } from '../payments/daraja.ts'
import { settleConfirmed } from '../payments/settle-confirmed.ts'
import { confirmPayments } from './confirm-payments.ts'
import { claimInquiries, findAskedFor, putBack, writeAsked, writeAttempt, type Inquiry } from './inquiries.ts'
import { giveBackTurn, takeTurn, type Turn } from './operator-turn.ts'

const leaseMs = 60_000

/**
 * Asks Safaricom about receipts of which it has not spoken: by the request that the phone answered, which needs no
 * operator; else by Transaction Status, whose answer comes later. Ever more seldom, and for a week. An operator whom Safaricom
 * may not take is tried with one question, while the others wait.
 */
export function inquire(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'inquiries', 'next_attempt_at', async (businessId) => {
    const { due, shortcodes } = await inBusiness(ctx.sql, businessId, async (tx) => ({
      due: await claimInquiries(tx, businessId, ctx.now(), leaseMs, Math.min(limit, 20)),
      shortcodes: await findShortcodes(tx, ctx, businessId),
    }))
    await Promise.all(
      due.map(async (one) => {
        const shortcode = shortcodes.find(({ shortcode }) => shortcode === one.shortcode)
        if (shortcode) await ask(ctx, shortcode, one)
      }),
    )
    return due.length
  })
}

async function ask(ctx: Context, shortcode: Shortcode, inquiry: Inquiry): Promise<void> {
  const { businessId } = shortcode
  if (await confirmsRequest(ctx, shortcode, inquiry)) return
  const turn = shortcode.initiator === null ? 'none' : await begin(ctx, shortcode, inquiry)
  if (turn === 'later') return
  const isAsked = turn === 'now' && (await askStatus(ctx, shortcode, inquiry))
  await inBusiness(ctx.sql, businessId, async (tx) => {
    if (turn === 'now' && !isAsked) await giveBackTurn(tx, businessId, shortcode.shortcode)
    const nextAt = nextInquiryAt(inquiry.attempts, ctx.now(), inquiry.urgent)
    await writeAttempt(tx, ctx, businessId, inquiry, { state: isAsked ? 'asked' : 'waiting', nextAt })
  })
}

/** Takes a turn in the operator's name; a question that has to wait for his first answer is put back. */
function begin(ctx: Context, { businessId, shortcode }: Shortcode, inquiry: Inquiry): Promise<Turn> {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const turn = await takeTurn(tx, ctx, businessId, shortcode)
    if (turn === 'now') await writeAsked(tx, ctx, businessId, inquiry)
    if (turn === 'later') await putBack(tx, businessId, inquiry, nextTurnAt(ctx.now()))
    return turn
  })
}

/** Whether the phone's request, of which this payment is the one answer, was paid; then the payment is confirmed. */
async function confirmsRequest(ctx: Context, shortcode: Shortcode, { id }: Inquiry): Promise<boolean> {
  const { businessId } = shortcode
  const find = () => inBusiness(ctx.sql, businessId, (tx) => findAskedFor(tx, businessId, id))
  const askedFor = shortcode.passkey === null ? null : await find()
  if (!askedFor) return false
  try {
    const answer = await ctx.daraja(shortcode).stkQuery({ checkoutRequestId: askedFor.checkoutRequestId })
    if (answer.ResultCode !== '0') {
      ctx.log.warn({ businessId, code: answer.ResultCode }, 'a callback said paid, and Safaricom says otherwise')
      return false
    }
  } catch (error) {
    if (!isPesafyError(error)) throw error
    if (!isStkPending(error)) ctx.log.warn({ businessId, code: error.code }, 'STK query failed')
    return false
  }
  return inBusiness(ctx.sql, businessId, async (tx) => {
    // Another payment may have come meanwhile that says it answers the same request: then this says which no longer.
    const still = await findAskedFor(tx, businessId, id)
    if (!still) return false
    const first = await confirmPayments(tx, ctx, businessId, [{ paymentId: still.paymentId, by: 'stk_query' }])
    await settleConfirmed(tx, ctx, await theBusiness(tx, businessId), first)
    return true
  })
}

async function askStatus(ctx: Context, shortcode: Shortcode, { id, receipt }: Inquiry): Promise<boolean> {
  const address = `${ctx.publicUrl}/hooks/${ctx.vault.path('inquiry', id)}/status`
  try {
    await ctx.daraja(shortcode).transactionStatus({
      transactionId: receipt,
      partyA: shortcode.shortcode,
      identifierType: '4',
      resultUrl: address,
      queueTimeOutUrl: `${address}/expired`,
    })
    return true
  } catch (error) {
    if (!isPesafyError(error)) throw error
    ctx.log.warn({ businessId: shortcode.businessId, code: error.code }, 'Transaction Status was not asked')
    return false
  }
}
