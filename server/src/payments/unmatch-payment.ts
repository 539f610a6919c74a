import { toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import { doubtClaims } from '../claims/wake-claims.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { tellMoney } from '../invoices/store-money.ts'
import { undoMatches } from '../matching/write-matches.ts'
import { lockStanding } from './find-standing.ts'
import { asSuspense } from './place.ts'
import { reallocate } from './reallocate.ts'

/**
 * Takes a payment off the account it was put on, with everything that this caused: its parts on invoices, what became
 * credit and what that credit paid later, the receipts, the memory of the payer. It waits again, for a person.
 */
export async function unmatchPayment(
  tx: Tx,
  given: Given,
  business: Business,
  paymentId: string,
  by: By,
): Promise<void> {
  const [payment] = await tx<{ channel: 'manual' | 'mpesa' }[]>`
    select channel from payments where business_id = ${business.id} and id = ${paymentId}
  `
  if (!payment) return refuse('payment_not_found')
  if (payment.channel === 'manual') refuse('payment_recorded_by_hand')
  const standing = await lockStanding(tx, business.id, paymentId)
  if (standing.some(({ target }) => target === 'refund')) refuse('payment_refunded')
  const laid = standing.filter(({ accountId }) => accountId !== null)
  if (laid.length === 0) refuse('payment_not_matched')
  const moves = laid.map((from) => ({ from, to: [{ ...asSuspense, amount: from.amount }] }))
  const changes = await reallocate(tx, given, business, 'payment_moved', moves)
  await undoMatches(tx, given, business.id, paymentId)
  await doubtClaims(tx, given, business.id, paymentId)
  await recordEvents(tx, given, business.id, tellMoney(given, changes))
  const places = laid.map(({ target, invoiceId, amount }) => ({ target, invoiceid: invoiceId, amount: toWire(amount) }))
  const waits = {
    target: 'suspense',
    invoiceid: null,
    amount: toWire(laid.reduce((sum, { amount }) => sum + amount, 0n)),
  }
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: 'payment.unmatch',
      subject: { kind: 'payment', id: paymentId },
      before: { allocations: places },
      after: { allocations: [waits] },
    },
  ])
}
