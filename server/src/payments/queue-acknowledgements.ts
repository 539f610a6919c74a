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
    on conflict (business_id, payment_id) do update
      set invoice_id = excluded.invoice_id, state = 'queued', attempts = 0, next_attempt_at = excluded.next_attempt_at,
        last_error = null
      -- Taken back before, or refused for the invoice that it was on.
      where acknowledgements.state = 'refused'
  `
}

/**
 * Payments were taken off invoices: what Safaricom has not been told yet is told of the invoice on which they lie now, and
 * of none not at all, so that no payer is thanked for what was taken back.
 */
export async function redirectAcknowledgements(tx: Tx, businessId: string, paymentIds: string[]): Promise<void> {
  if (paymentIds.length === 0) return
  await tx`
    with lies as (
      select payment_id, invoice_id, min(created_at) as since from allocations
      where business_id = ${businessId} and payment_id = any (${paymentIds}) and invoice_id is not null
      group by payment_id, invoice_id having sum(amount) > 0
    ), first as (
      select distinct on (payment_id) payment_id, invoice_id from lies order by payment_id, since, invoice_id
    )
    update acknowledgements k set
      invoice_id = coalesce(first.invoice_id, k.invoice_id),
      state = case when first.invoice_id is null then 'refused' else k.state end,
      next_attempt_at = case when first.invoice_id is null then null else k.next_attempt_at end,
      last_error = case when first.invoice_id is null then 'Taken off its invoice before Safaricom was told' else k.last_error end
    from unnest(${paymentIds}::text[]) as told (payment_id)
    left join first on first.payment_id = told.payment_id
    where k.business_id = ${businessId} and k.payment_id = told.payment_id and k.state = 'queued'
      and not exists (select 1 from lies where lies.payment_id = k.payment_id and lies.invoice_id = k.invoice_id)
  `
}
