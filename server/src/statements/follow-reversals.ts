import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findByReceipt, keyOf } from '../payments/find-by-receipt.ts'
import { followReversal } from '../reversals/follow-reversal.ts'
import type { FatedLine } from './write-lines.ts'

/**
 * What the statement says that Safaricom gave back is taken back in our books, once; the payments of the file must be
 * booked. A part of a payment is a person's, and a payment that comes later is taken back when it does. Returns the lines,
 * those that were followed as `reversed`.
 */
export async function followReversals(
  tx: Tx,
  given: Given,
  business: Business,
  shortcode: string,
  fated: FatedLine[],
): Promise<FatedLine[]> {
  const listed = fated.flatMap(({ id, line, fate }) =>
    fate === 'reversal' && line.linkedReceipt !== null ? [{ id, line, receipt: line.linkedReceipt }] : [],
  )
  const payments = await findByReceipt(
    tx,
    business.id,
    listed.map(({ receipt }) => receipt),
  )
  const followed = new Set<string>()
  for (const { id, line, receipt } of listed) {
    const payment = payments.get(keyOf({ shortcode, receipt }))
    if (!payment || payment.amount !== -line.amount) continue
    const by = { actor: 'system', reason: `Reversed at M-PESA by ${line.receipt}, which its statement lists` }
    if ((await followReversal(tx, given, business, payment.id, by)) === 'reversed') followed.add(id)
  }
  return fated.map((one) => (followed.has(one.id) ? { ...one, fate: 'reversed' } : one))
}
