import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

export type Confirming = { paymentId: string; road: 'pull' | 'statement' }

/** Notes that Safaricom itself told of these payments: we asked, or it wrote them into its statement. Once for each road. */
export async function confirmPayments(
  tx: Tx,
  given: Given,
  businessId: string,
  confirming: Confirming[],
): Promise<void> {
  if (confirming.length === 0) return
  const rows = confirming.map(({ paymentId, road }) => ({ payment_id: paymentId, road }))
  await tx`
    insert into payment_confirmations (business_id, payment_id, road, confirmed_at)
    select ${businessId}, c.payment_id, c.road, ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as c (payment_id text, road text)
    on conflict do nothing
  `
}
