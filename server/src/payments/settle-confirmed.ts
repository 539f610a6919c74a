import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { findTransactions } from './rows.ts'
import { releasePayments } from './release-payments.ts'
import { presentTransaction } from './wire.ts'

/** What follows once Safaricom has confirmed payments: what was held is laid, and it is announced, once for each. */
export async function settleConfirmed(tx: Tx, given: Given, business: Business, paymentIds: string[]): Promise<void> {
  if (paymentIds.length === 0) return
  await releasePayments(tx, given, business, paymentIds, 'confirmation')
  const confirmed = await findTransactions(tx, business.id, paymentIds)
  await recordEvents(
    tx,
    given,
    business.id,
    confirmed.map((one) => ({ type: 'payment.confirmed', subjectId: one.id, data: presentTransaction(one) })),
  )
}
