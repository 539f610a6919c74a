import type { By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findNewestEdition } from '../payments/find-by-receipt.ts'
import { lockStanding } from '../payments/find-standing.ts'
import { reversePayment } from '../payments/reverse-payment.ts'

/** `refunded`: part of it was given back already by other ways, so that a person has to look. */
export type Followed = 'reversed' | 'reversed_before' | 'refunded'

/**
 * What Safaricom gave back is taken back in our books too, once, whoever tells of it and however often: the edition of the
 * payment that counts. What was asked of Safaricom meanwhile is over with it.
 */
export async function followReversal(
  tx: Tx,
  given: Given,
  business: Business,
  toldId: string,
  by: By,
): Promise<Followed> {
  const paymentId = await findNewestEdition(tx, business.id, toldId)
  const standing = await lockStanding(tx, business.id, paymentId)
  await tx`
    update reversals set state = 'done', next_attempt_at = null, updated_at = ${given.now()}
    where business_id = ${business.id} and payment_id = any (${[toldId, paymentId]})
      and (next_attempt_at is not null or state = 'unknown')
  `
  if (standing.length === 0) return 'reversed_before'
  if (standing.some(({ target }) => target === 'refund')) return 'refunded'
  await reversePayment(tx, given, business, paymentId, by)
  return 'reversed'
}

/**
 * Takes back those of the payments, booked just now, of whose receipts it is known already that the money went back: a
 * statement listed it, Transaction Status said so, or it was given back under another amount. Returns which.
 */
export async function followWhatWentBack(
  tx: Tx,
  given: Given,
  business: Business,
  paymentIds: string[],
): Promise<string[]> {
  const gone = await tx<{ id: string }[]>`
    select p.id from payments p
    where p.business_id = ${business.id} and p.id = any (${paymentIds}) and p.channel = 'mpesa' and (
      exists (
        select 1 from payments edition
        join reversals r on r.business_id = edition.business_id and r.payment_id = edition.id and r.state = 'done'
        where edition.business_id = p.business_id and edition.shortcode = p.shortcode and edition.receipt = p.receipt
      ) or exists (
        select 1 from statement_lines l
        where l.business_id = p.business_id and l.shortcode = p.shortcode and l.linked_receipt = p.receipt
          and l.kind = 'reversal' and l.fate in ('reversed', 'reversal') and l.amount = -p.amount
      ) or exists (
        select 1 from inquiries i
        where i.business_id = p.business_id and i.shortcode = p.shortcode and i.receipt = p.receipt
          and i.result_text ilike 'reversed'
      )
    )
    order by p.id
  `
  const by = { actor: 'system', reason: 'Reversed at M-PESA before it was booked' }
  for (const { id } of gone) await followReversal(tx, given, business, id, by)
  return gone.map(({ id }) => id)
}
