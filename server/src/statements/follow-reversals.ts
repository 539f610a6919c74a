import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findByReceipt, keyOf } from '../payments/find-by-receipt.ts'
import { followReversal } from '../reversals/follow-reversal.ts'
import type { FatedLine } from './write-lines.ts'

/**
 * What the statement says that Safaricom gave back is taken back in our books, once; the payments of the file must be
 * booked. A part of a payment is a person's. Earlier files may have listed reversals of payments that only this one brought.
 * Returns the lines, those that were followed as `reversed`.
 */
export async function followReversals(
  tx: Tx,
  given: Given,
  business: Business,
  shortcode: string,
  fated: FatedLine[],
): Promise<FatedLine[]> {
  const earlier = await findEarlier(tx, business.id, shortcode, fated)
  const here = fated.flatMap(({ id, line, fate }) =>
    fate === 'reversal' && line.linkedReceipt !== null
      ? [{ id, receipt: line.linkedReceipt, linked: line.receipt, amount: line.amount }]
      : [],
  )
  const payments = await findByReceipt(
    tx,
    business.id,
    [...earlier, ...here].map(({ receipt }) => receipt),
  )
  const followed = new Set<string>()
  for (const { id, receipt, linked, amount } of [...earlier, ...here]) {
    const payment = payments.get(keyOf({ shortcode, receipt }))
    if (!payment || payment.amount !== -amount) continue
    const by = { actor: 'system', reason: `Reversed at M-PESA by ${linked}, which its statement lists` }
    if ((await followReversal(tx, given, business, payment.id, by)) === 'reversed') followed.add(id)
  }
  return fated.map((one) => (followed.has(one.id) ? { ...one, fate: 'reversed' } : one))
}

/** A reversal that a statement lists: its own receipt is `linked`, that of the payment `receipt`. */
type Listed = { id: string; receipt: string; linked: string; amount: bigint }

async function findEarlier(tx: Tx, businessId: string, shortcode: string, fated: FatedLine[]): Promise<Listed[]> {
  const booked = fated.flatMap(({ line, fate }) => (fate === 'booked' ? line.receipt : []))
  const rows = await tx<{ id: string; linked_receipt: string | null; receipt: string; amount: bigint }[]>`
    select id, linked_receipt, receipt, amount from statement_lines
    where business_id = ${businessId} and shortcode = ${shortcode} and linked_receipt = any (${booked}) and fate = 'reversal'
    order by id
  `
  return rows.map(({ id, linked_receipt, receipt, amount }) => ({
    id,
    receipt: linked_receipt ?? '',
    linked: receipt,
    amount,
  }))
}
