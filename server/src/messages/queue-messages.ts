import { isOpen, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Channel, Purpose } from '@kusanya/domain/message.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** A message that is to go out. `occasion` says for what: a second one for the same is never written. */
export type WantedMessage = {
  invoiceId: string
  customerId: string
  receiptId: string | null
  purpose: Purpose
  channel: Channel
  occasion: string
  atAnyHour: boolean
}

/** Writes messages down with their cause; a sweep composes and sends them. Answers the ids of those that are new. */
export async function queueMessages(
  tx: Tx,
  given: Given,
  businessId: string,
  wanted: WantedMessage[],
): Promise<string[]> {
  if (wanted.length === 0) return []
  const now = given.now()
  const rows = wanted.map((one) => ({
    id: given.newId(),
    customer_id: one.customerId,
    invoice_id: one.invoiceId,
    receipt_id: one.receiptId,
    purpose: one.purpose,
    channel: one.channel,
    occasion: one.occasion,
    at_any_hour: one.atAnyHour,
  }))
  const written = await tx<{ id: string }[]>`
    insert into messages (business_id, id, customer_id, invoice_id, receipt_id, purpose, channel, occasion, at_any_hour,
      state, next_attempt_at, created_at, updated_at)
    select ${businessId}, m.id, m.customer_id, m.invoice_id, m.receipt_id, m.purpose, m.channel, m.occasion, m.at_any_hour,
      'queued', ${now}, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as m (
      id text, customer_id text, invoice_id text, receipt_id text, purpose text, channel text, occasion text, at_any_hour boolean
    )
    on conflict (business_id, invoice_id, purpose, occasion, channel) do nothing
    returning id
  `
  return written.map(({ id }) => id)
}

/** Tells customers of invoices that were issued, if the business wants that: once in an invoice's life. */
export async function queueInvoiceMessages(
  tx: Tx,
  given: Given,
  { id, settings }: Business,
  invoices: Invoice[],
): Promise<void> {
  const wanted = invoices.filter(isOpen).flatMap((invoice) =>
    settings.invoiceChannels.map((channel) => ({
      invoiceId: invoice.id,
      customerId: invoice.customer.id,
      receiptId: null,
      purpose: 'invoice' as const,
      channel,
      occasion: 'issued',
      atAnyHour: false,
    })),
  )
  await queueMessages(tx, given, id, wanted)
}

/** A payment within this time is one that its payer waits to hear of, whatever the hour. */
const justNowMs = 3_600_000

/** Tells customers of receipts that were just given, if the business wants that. Takes what the insert of the receipts knows. */
export async function queueReceiptMessages(
  tx: Tx,
  given: Given,
  businessId: string,
  channels: Channel[],
  receiptIds: string[],
): Promise<void> {
  if (channels.length === 0 || receiptIds.length === 0) return
  const since = new Date(given.now().getTime() - justNowMs)
  const receipts = await tx<{ id: string; invoice_id: string; customer_id: string; just_now: boolean | null }[]>`
    select r.id, r.invoice_id, i.customer_id, p.paid_at >= ${since} as just_now
    from receipts r
    join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
    join payments p on p.business_id = r.business_id and p.id = r.payment_id
    where r.business_id = ${businessId} and r.id = any (${receiptIds})
  `
  const wanted = receipts.flatMap(({ id, invoice_id, customer_id, just_now }) =>
    channels.map((channel) => ({
      invoiceId: invoice_id,
      customerId: customer_id,
      receiptId: id,
      purpose: 'receipt' as const,
      channel,
      occasion: id,
      atAnyHour: just_now === true,
    })),
  )
  await queueMessages(tx, given, businessId, wanted)
}
