import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Payment } from './arrival.ts'

type Laid = { payment: Pick<Payment, 'id' | 'channel' | 'shortcode'>; invoice: { id: string } | null }

/** M-PESA money that paid an invoice is to be acknowledged to Bill Manager: once for a payment, under its first invoice. */
export async function queueAcknowledgements(
  tx: Tx,
  given: Given,
  businessId: string,
  allocations: Laid[],
): Promise<void> {
  const now = given.now()
  const first = new Map<string, { payment_id: string; invoice_id: string; shortcode: string }>()
  for (const { payment, invoice } of allocations) {
    if (invoice && payment.channel === 'mpesa' && !first.has(payment.id)) {
      first.set(payment.id, { payment_id: payment.id, invoice_id: invoice.id, shortcode: payment.shortcode })
    }
  }
  if (first.size === 0) return
  await tx`
    insert into acknowledgements (business_id, payment_id, invoice_id, state, next_attempt_at, created_at)
    select ${businessId}, a.payment_id, a.invoice_id, 'queued', ${now}, ${now}
    from jsonb_to_recordset(${tx.json([...first.values()])}) as a (payment_id text, invoice_id text, shortcode text)
    join shortcodes s on s.business_id = ${businessId} and s.shortcode = a.shortcode and s.opted_in_at is not null
    on conflict (business_id, payment_id) do nothing
  `
}
