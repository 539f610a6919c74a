import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** A cancelled invoice must not reach a phone: what still waits is called off, what may have gone is cancelled at Safaricom. */
export async function cancelPushes(tx: Tx, given: Given, businessId: string, invoiceId: string): Promise<void> {
  const now = given.now()
  await tx`
    update pushes set state = 'refused', next_attempt_at = null, reason = 'Cancelled before it was sent', updated_at = ${now}
    where business_id = ${businessId} and invoice_id = ${invoiceId} and kind = 'send' and state = 'queued'
  `
  await tx`
    insert into pushes (business_id, id, invoice_id, kind, state, next_attempt_at, created_at, updated_at)
    select ${businessId}, ${given.newId()}, ${invoiceId}, 'cancel', 'queued', ${now}, ${now}, ${now}
    from pushes
    where business_id = ${businessId} and invoice_id = ${invoiceId} and kind = 'send' and state in ('sending', 'sent', 'unknown')
    on conflict (business_id, invoice_id, kind) do nothing
  `
}
