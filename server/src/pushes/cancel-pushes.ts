import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** A cancelled invoice must not reach a phone: what still waits is called off, what may have gone is cancelled at Safaricom. */
export async function cancelPushes(tx: Tx, given: Given, businessId: string, invoiceId: string): Promise<void> {
  const now = given.now()
  await tx`
    update pushes set state = 'refused', next_attempt_at = null, reason = 'Called off before it was sent', updated_at = ${now}
    where business_id = ${businessId} and invoice_id = ${invoiceId} and kind = 'send' and state = 'queued'
  `
  await tx`
    insert into pushes (business_id, id, invoice_id, kind, round, state, next_attempt_at, created_at, updated_at)
    select ${businessId}, ${given.newId()}, ${invoiceId}, 'cancel', s.round, 'queued', ${now}, ${now}, ${now}
    from pushes s
    where s.business_id = ${businessId} and s.invoice_id = ${invoiceId} and s.kind = 'send'
      and s.state in ('sending', 'sent', 'unknown')
      and s.round = (
        select max(l.round) from pushes l
        where l.business_id = ${businessId} and l.invoice_id = ${invoiceId} and l.kind = 'send')
    on conflict (business_id, invoice_id, kind, round) do nothing
  `
}
