import { refuse } from '@kusanya/domain/refusal.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { tellMoney } from '../invoices/store-money.ts'
import { lockStanding } from './find-standing.ts'
import { endHolds } from './holds.ts'
import { findTransactions } from './rows.ts'
import { reallocate } from './reallocate.ts'
import { tellReversed } from './tell-placed.ts'
import type { Transaction } from './wire.ts'

/**
 * Takes a whole payment back, wherever it lies, and reopens what it paid. With `onInvoiceId` only if some of it lies on
 * that invoice. Refuses a payment of which something was refunded. The payment itself stays, as everything ever written.
 */
export async function reversePayment(
  tx: Tx,
  given: Given,
  business: Business,
  paymentId: string,
  by: By,
  onInvoiceId: string | null = null,
): Promise<Transaction> {
  const standing = await lockStanding(tx, business.id, paymentId)
  const [before] = await findTransactions(tx, business.id, [paymentId])
  if (!before) return refuse('payment_not_found')
  if (standing.length === 0) refuse('payment_reversed')
  if (onInvoiceId !== null && !standing.some(({ invoiceId }) => invoiceId === onInvoiceId)) refuse('payment_not_found')
  if (standing.some(({ target }) => target === 'refund')) refuse('payment_refunded')
  await endHolds(tx, given, business.id, [paymentId], 'reversal')

  const changes = await reallocate(
    tx,
    given,
    business,
    'payment_reversed',
    standing.map((from) => ({ from, to: [] })),
  )
  const after: Transaction = { ...before, credit: 0n, unmatched: 0n, held: 0n, reversed: true }
  await recordEvents(tx, given, business.id, [tellReversed(after, by.reason ?? ''), ...tellMoney(given, changes)])
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: 'payment.reverse',
      subject: { kind: 'payment', id: paymentId },
      before: {
        status: 'completed',
        allocations: standing.map(({ target, invoiceId, amount }) => ({
          target,
          invoiceid: invoiceId,
          amount: toWire(amount),
        })),
      },
      after: { status: 'reversed', allocations: [] },
    },
  ])
  return after
}
