import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findTransactions } from './rows.ts'
import { releasePayments } from './release-payments.ts'
import type { Transaction } from './wire.ts'

/** A clerk takes it upon himself that money came which Safaricom has not confirmed: it is laid, and stays unconfirmed. */
export async function releaseByHand(
  tx: Tx,
  given: Given,
  business: Business,
  paymentId: string,
  by: By,
): Promise<Transaction> {
  const [before] = await findTransactions(tx, business.id, [paymentId])
  if (!before) return refuse('payment_not_found')
  if (before.held === 0n) refuse('payment_not_held')
  await releasePayments(tx, given, business, [paymentId], 'clerk')
  const [after] = await findTransactions(tx, business.id, [paymentId])
  assert(after, 'a payment is never deleted')
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: 'payment.release',
      subject: { kind: 'payment', id: paymentId },
      before: { status: 'held' },
      after: { status: 'completed', confirmed: after.confirmed },
    },
  ])
  return after
}
