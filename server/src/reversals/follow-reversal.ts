import type { By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { lockStanding } from '../payments/find-standing.ts'
import { reversePayment } from '../payments/reverse-payment.ts'

/** `refunded`: part of it was given back already by other ways, so that a person has to look. */
export type Followed = 'reversed' | 'reversed_before' | 'refunded'

/**
 * What Safaricom gave back is taken back in our books too, once, whoever tells of it and however often. What was asked of
 * Safaricom meanwhile is over with it.
 */
export async function followReversal(
  tx: Tx,
  given: Given,
  business: Business,
  paymentId: string,
  by: By,
): Promise<Followed> {
  const standing = await lockStanding(tx, business.id, paymentId)
  await tx`
    update reversals set state = 'done', next_attempt_at = null, updated_at = ${given.now()}
    where business_id = ${business.id} and payment_id = ${paymentId}
      and (next_attempt_at is not null or state = 'unknown')
  `
  if (standing.length === 0) return 'reversed_before'
  if (standing.some(({ target }) => target === 'refund')) return 'refunded'
  await reversePayment(tx, given, business, paymentId, by)
  return 'reversed'
}
