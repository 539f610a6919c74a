import type { Confirmation } from '@kusanya/domain/payment.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

export type Confirming = { paymentId: string; by: Confirmation }

/**
 * Notes that Safaricom itself told of these payments, and ends the inquiries about them. Returns those of which it had not
 * spoken before: each is returned once, also when two confirmations arrive together, because a unique index decides.
 */
export async function confirmPayments(
  tx: Tx,
  given: Given,
  businessId: string,
  confirming: Confirming[],
): Promise<string[]> {
  if (confirming.length === 0) return []
  const now = given.now()
  const rows = confirming
    .map(({ paymentId, by }) => ({ payment_id: paymentId, road: by }))
    .sort((a, b) => (a.payment_id < b.payment_id ? -1 : 1))
  const inserted = await tx<{ payment_id: string }[]>`
    insert into payment_confirmations (business_id, payment_id, road, confirmed_at, first)
    select ${businessId}, c.payment_id, c.road, ${now}, true
    from jsonb_to_recordset(${tx.json(rows)}) as c (payment_id text, road text)
    on conflict do nothing
    returning payment_id
  `
  const first = inserted.map(({ payment_id }) => payment_id)
  await tx`
    insert into payment_confirmations (business_id, payment_id, road, confirmed_at, first)
    select ${businessId}, c.payment_id, c.road, ${now}, false
    from jsonb_to_recordset(${tx.json(rows)}) as c (payment_id text, road text)
    on conflict do nothing
  `
  await tx`
    update inquiries i set state = 'answered', next_attempt_at = null, updated_at = ${now}
    from payments p
    where p.business_id = ${businessId} and p.id = any (${first})
      and i.business_id = p.business_id and i.shortcode = p.shortcode and i.receipt = p.receipt and i.state <> 'answered'
  `
  return first
}
