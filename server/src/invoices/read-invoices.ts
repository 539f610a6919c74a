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
  { limit, offset }: Page,
): Promise<{ invoices: Invoice[]; total: bigint }> {
  const like = anywhere(search)
  const number = readNumber(search ?? '')
  // As writeNumber() and titleOf() write them.
  const written = tx`('INV-' || year || '-' || lpad(serial::text, greatest(3, length(serial::text)), '0'))`
  const matching = tx`
    business_id = ${businessId}
    ${customerId === null ? tx`` : tx`and customer_id = ${customerId}`}
    ${status === null ? tx`` : tx`and ${hasStatus(tx, status)}`}
    ${
      like === null
        ? tx``
        : tx`and (title ilike ${like} or description ilike ${like} or ${written} ilike ${like}
             or (title is null and coalesce('Invoice ' || ${written}, 'Draft invoice') ilike ${like})
             ${number ? tx`or (year = ${number.year} and serial = ${number.serial})` : tx``})`
    }
  `
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from invoices where ${matching}`,
    tx<{ id: string }[]>`
      select id from invoices where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  const wanted = ids.map(({ id }) => id)
  const found = new Map((await findInvoices(tx, businessId, wanted)).map((invoice) => [invoice.id, invoice]))
  return { invoices: wanted.flatMap((id) => found.get(id) ?? []), total: count?.total ?? 0n }
}

/** The facts behind a status, as statusOf() reads them (test/schema.test.ts compares the two). */
function hasStatus(tx: Tx, status: Status) {
  const open = tx`issued_at is not null and cancelled_at is null and paid + adjusted < total`
  switch (status) {
    case 'cancelled':
      return tx`cancelled_at is not null`
    case 'draft':
      return tx`issued_at is null and cancelled_at is null`
    case 'paid':
      return tx`issued_at is not null and cancelled_at is null and paid + adjusted >= total`
    case 'overdue':
      return tx`${open} and overdue_at is not null`
    case 'partially_paid':
      return tx`${open} and overdue_at is null and paid > 0`
    case 'unpaid':
      return tx`${open} and overdue_at is null and paid = 0`
  }
}

export type PushState = { state: string; reason: string | null; updatedAt: Date }

/** How far the bill has come on its way to the phone; null when it was never to go there. */
export async function readPush(tx: Tx, businessId: string, invoiceId: string): Promise<PushState | null> {
  const [row] = await tx<{ state: string; reason: string | null; updated_at: Date }[]>`
    select state, reason, updated_at from pushes
    where business_id = ${businessId} and invoice_id = ${invoiceId} and kind = 'send'
  `
  return row ? { state: row.state, reason: row.reason, updatedAt: row.updated_at } : null
}
