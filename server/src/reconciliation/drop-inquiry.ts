import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** Asks no more about a receipt that only a payer has named, unless another payer still waits for it. */
export async function dropInquiry(
  tx: Tx,
  given: Given,
  businessId: string,
  { shortcode, receipt }: { shortcode: string; receipt: string },
): Promise<void> {
  await tx`
    update inquiries q set state = 'given_up', next_attempt_at = null, updated_at = ${given.now()}
    where q.business_id = ${businessId} and q.shortcode = ${shortcode} and q.receipt = ${receipt} and q.state <> 'answered'
      and not exists (
        select 1 from payments p
        where p.business_id = q.business_id and p.shortcode = q.shortcode and p.receipt = q.receipt
      ) and not exists (
        select 1 from claims c
        where c.business_id = q.business_id and c.shortcode = q.shortcode and c.receipt = q.receipt and c.state = 'waiting'
      )
  `
}
