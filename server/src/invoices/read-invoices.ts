import { readNumber, type Invoice, type Status } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findInvoices } from './rows.ts'

export type InvoiceFilter = { status: Status | null; search: string | null; customerId: string | null }

/** A page of invoices, newest first, and how many there are in all. */
export async function listInvoices(
  tx: Tx,
  businessId: string,
  { status, search, customerId }: InvoiceFilter,
  { take, offset, before, counted }: Page,
): Promise<{ invoices: Invoice[]; total: bigint | null }> {
  const like = anywhere(search)
  const number = readNumber(search ?? '')
  // The status as statusOf() finds it; the name of an invoice as titleOf() and writeNumber() write it.
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from invoices
      where business_id = ${businessId} and (${customerId}::text is null or customer_id = ${customerId})
        and (
          ${status}::text is null or ${status} = case
            when cancelled_at is not null then 'cancelled'
            when issued_at is null then 'draft'
            when paid + adjusted >= total then 'paid'
            when overdue_at is not null then 'overdue'
            when paid > 0 then 'partially_paid'
            else 'unpaid'
          end
        )
        and (
          ${like}::text is null or title ilike ${like} or description ilike ${like}
          or coalesce(
            case when title is null then 'Invoice ' else '' end
              || 'INV-' || year || '-' || lpad(serial::text, greatest(3, length(serial::text)), '0'),
            case when title is null then 'Draft invoice' end
          ) ilike ${like}
          or (year = ${number?.year ?? null} and serial = ${number?.serial ?? null})
        )
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findInvoices(tx, businessId, ids)).map((invoice) => [invoice.id, invoice]))
  return { invoices: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}

type Stage = 'queued' | 'sending' | 'sent' | 'refused' | 'unknown'
export type PushState = { state: Stage | 'cancelled'; reason: string | null; updatedAt: Date }

/** How far the bill has come on its way to the phone; null when it was never to go there. */
export async function readPush(tx: Tx, businessId: string, invoiceId: string): Promise<PushState | null> {
  const rows = await tx<
    { kind: 'send' | 'cancel'; round: number; state: Stage; reason: string | null; updated_at: Date }[]
  >`
    select kind, round, state, reason, updated_at from pushes
    where business_id = ${businessId} and invoice_id = ${invoiceId} order by round desc
  `
  const bill = rows.find(({ kind }) => kind === 'send')
  if (!bill) return null
  const calledOff = rows.find(({ kind, round, state }) => kind === 'cancel' && round === bill.round && state === 'sent')
  const { state, reason, updated_at } = calledOff ? { ...calledOff, state: 'cancelled' as const } : bill
  return { state, reason, updatedAt: updated_at }
}
