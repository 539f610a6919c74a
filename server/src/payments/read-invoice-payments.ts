import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'

/** A payment as far as one invoice is concerned: what of it lies there now, nothing once it was taken back or moved. */
export type InvoicePayment = {
  id: string
  receipt: string
  channel: 'manual' | 'mpesa'
  method: string | null
  reference: string | null
  note: string | null
  whole: bigint
  applied: bigint
  paid_at: Date
  created_at: Date
}

/** A page of the payments that were ever laid on an invoice, newest first. */
export async function listInvoicePayments(
  tx: Tx,
  businessId: string,
  invoiceId: string,
  { take, offset, before, counted }: Page,
): Promise<{ payments: InvoicePayment[]; total: bigint }> {
  const [[count], payments] = await Promise.all([
    tx<{ total: bigint }[]>`
      select count(distinct payment_id) as total from allocations
      where ${counted}::boolean and business_id = ${businessId} and invoice_id = ${invoiceId}
    `,
    tx<InvoicePayment[]>`
      select p.id, p.receipt, p.channel, p.method, p.account_typed as reference, p.note, p.amount as whole,
        laid.applied, p.paid_at, p.created_at
      from (
        select payment_id, coalesce(sum(amount), 0)::bigint as applied from allocations
        where business_id = ${businessId} and invoice_id = ${invoiceId} group by payment_id
      ) laid
      join payments p on p.business_id = ${businessId} and p.id = laid.payment_id
      where (p.created_at, p.id) < (${before.at}, ${before.id})
      order by p.created_at desc, p.id desc limit ${take} offset ${offset}
    `,
  ])
  return { payments, total: count?.total ?? 0n }
}
