import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import { nextReversalLookAt } from '@kusanya/domain/reversal.ts'
import { isPesafyError } from '@kusanya/mpesa'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Context, Given } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { givePaths } from '../payment-links/give-paths.ts'
import { findShortcodes, type Shortcode } from '../payments/daraja.ts'
import { lockStanding } from '../payments/find-standing.ts'
import { findTransactions } from '../payments/rows.ts'
import type { Transaction } from '../payments/wire.ts'
import { findReversals, isRunning, type Reversal } from './rows.ts'
import { tellReversal } from './wire.ts'

export type Requested = { payment: Transaction; reversal: Reversal }
/** What else belongs into the two transactions: the caller's Idempotency-Key. */
type Around = { before: (tx: Tx) => Promise<void>; after: (tx: Tx, requested: Requested) => Promise<void> }
type Request = { id: string; receipt: string; amount: bigint; shortcode: Shortcode }
type Outcome = { state: 'asked' | 'refused' | 'unknown'; conversation: string | null; words: string | null }

/**
 * Asks Safaricom to give a payment back (TransactionReversal). An edge with two transactions around one call, which is made
 * once and never again by itself: what timed out may have been done. The books stay until Safaricom says that it is done.
 * Throws refusals for a payment that was reversed or refunded, is not M-PESA's, has cents, is being reversed, and when there
 * is no operator in whose name to ask.
 */
export async function requestReversal(
  ctx: Context,
  businessId: string,
  paymentId: string,
  by: By & { reason: string },
  around: Around,
): Promise<Requested> {
  const request = await inBusiness(ctx.sql, businessId, async (tx) => {
    await around.before(tx)
    return writeRequest(tx, ctx, businessId, paymentId, by)
  })
  const outcome = await ask(ctx, request)
  return inBusiness(ctx.sql, businessId, async (tx) => {
    await writeOutcome(tx, ctx, businessId, request, outcome)
    const [reversal] = await findReversals(tx, businessId, { id: request.id })
    const [payment] = await findTransactions(tx, businessId, [paymentId])
    assert(reversal && payment, 'neither is ever deleted')
    const type = outcome.state === 'refused' ? 'payment.reversal_failed' : 'payment.reversal_requested'
    await recordEvents(tx, ctx, businessId, [tellReversal(type, payment, reversal)])
    await around.after(tx, { payment, reversal })
    return { payment, reversal }
  })
}

async function writeRequest(
  tx: Tx,
  given: Given,
  businessId: string,
  paymentId: string,
  { actor, reason }: By & { reason: string },
): Promise<Request> {
  const standing = await lockStanding(tx, businessId, paymentId)
  const [payment] = await findTransactions(tx, businessId, [paymentId])
  if (!payment) return refuse('payment_not_found')
  const [first] = standing
  if (!first) return refuse('payment_reversed')
  if (standing.some(({ target }) => target === 'refund')) refuse('payment_refunded')
  if (first.channel !== 'mpesa') refuse('payment_not_of_mpesa')
  if (payment.amount % 100n !== 0n) refuse('amount_not_whole_shillings')
  if (await isRunning(tx, businessId, paymentId)) refuse('reversal_running')
  const shortcode = (await findShortcodes(tx, given, businessId)).find((one) => one.shortcode === first.shortcode)
  if (!shortcode?.initiator) return refuse('operator_missing')
  const id = given.newId()
  const now = given.now()
  await tx`
    insert into reversals (business_id, id, payment_id, state, actor, reason, next_attempt_at, asked_at,
      created_at, updated_at)
    values (${businessId}, ${id}, ${paymentId}, 'asking', ${actor}, ${reason}, ${nextReversalLookAt(0, now)}, ${now},
      ${now}, ${now})
  `
  await givePaths(tx, given, businessId, 'reversal', [{ id }])
  await recordAudit(tx, given, businessId, [
    {
      actor,
      reason,
      action: 'payment.request_reversal',
      subject: { kind: 'payment', id: paymentId },
      before: null,
      after: { reversalid: id },
    },
  ])
  return { id, receipt: payment.receipt, amount: payment.amount, shortcode }
}

async function ask(ctx: Context, { id, receipt, amount, shortcode }: Request): Promise<Outcome> {
  const address = `${ctx.publicUrl}/hooks/${ctx.vault.path('reversal', id)}/reversal`
  try {
    const taken = await ctx.daraja(shortcode).reverseTransaction({
      transactionId: receipt,
      amount: Number(amount / 100n),
      receiverParty: shortcode.shortcode,
      resultUrl: address,
      queueTimeOutUrl: `${address}/expired`,
    })
    return { state: 'asked', conversation: taken.OriginatorConversationID, words: null }
  } catch (error) {
    if (!isPesafyError(error)) throw error
    ctx.log.warn({ reversalId: id, code: error.code, outcome: error.outcome }, 'a reversal was not taken')
    const state = error.outcome === 'unknown' ? 'unknown' : 'refused'
    return { state, conversation: null, words: error.message }
  }
}

/** The result may have been faster than the answer: what it said stays. */
async function writeOutcome(tx: Tx, given: Given, businessId: string, { id }: Request, outcome: Outcome) {
  const { state, conversation, words } = outcome
  await tx`
    update reversals set
      state = case when state = 'asking' then ${state} else state end,
      next_attempt_at = case when state = 'asking' and ${state} = 'refused' then null else next_attempt_at end,
      conversation = ${conversation}, result_text = coalesce(result_text, ${words?.slice(0, 500) ?? null}),
      updated_at = ${given.now()}
    where business_id = ${businessId} and id = ${id}
  `
}
