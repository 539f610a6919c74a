import type { Money } from '@kusanya/domain/money.ts'
import type { ReversalState } from '@kusanya/domain/reversal.ts'
import type { Tx } from '../db/sql.ts'

/** A reversal at Safaricom, and the payment it is of. */
export type Reversal = {
  id: string
  paymentId: string
  shortcode: string
  /** Of the payment. */
  receipt: string
  amount: Money
  state: ReversalState
  actor: string
  reason: string
  conversation: string | null
  /** The receipt of the money that went back. */
  reversalReceipt: string | null
  resultText: string | null
  attempts: number
  /** When Safaricom was last asked for it, or about it. */
  askedAt: Date | null
  createdAt: Date
  updatedAt: Date
}

/** Reversals of a payment, the newest first; or the one with this id. */
export async function findReversals(
  tx: Tx,
  businessId: string,
  { id = '', paymentId = '' }: { id?: string; paymentId?: string },
): Promise<Reversal[]> {
  const rows = await tx<
    {
      id: string
      payment_id: string
      shortcode: string
      paid_by: string
      amount: bigint
      state: ReversalState
      actor: string
      reason: string
      conversation: string | null
      receipt: string | null
      result_text: string | null
      attempts: number
      asked_at: Date | null
      created_at: Date
      updated_at: Date
    }[]
  >`
    select r.id, r.payment_id, p.shortcode, p.receipt as paid_by, p.amount, r.state, r.actor, r.reason, r.conversation,
      r.receipt, r.result_text, r.attempts, r.asked_at, r.created_at, r.updated_at
    from reversals r join payments p on p.business_id = r.business_id and p.id = r.payment_id
    where r.business_id = ${businessId} and (r.id = ${id} or r.payment_id = ${paymentId})
    order by r.created_at desc, r.id desc
  `
  return rows.map(({ payment_id, paid_by, receipt, result_text, asked_at, created_at, updated_at, ...row }) => ({
    ...row,
    paymentId: payment_id,
    receipt: paid_by,
    reversalReceipt: receipt,
    resultText: result_text,
    askedAt: asked_at,
    createdAt: created_at,
    updatedAt: updated_at,
  }))
}

/** Whether Safaricom is being asked to give a payment back, and has not said what became of it. */
export async function isRunning(tx: Tx, businessId: string, paymentId: string): Promise<boolean> {
  return (await findRunning(tx, businessId, [paymentId])).has(paymentId)
}

/** Which of these payments that is so of. */
export async function findRunning(tx: Tx, businessId: string, paymentIds: string[]): Promise<Set<string>> {
  const rows = await tx<{ payment_id: string }[]>`
    select payment_id from reversals
    where business_id = ${businessId} and payment_id = any (${paymentIds}) and next_attempt_at is not null
  `
  return new Set(rows.map(({ payment_id }) => payment_id))
}
