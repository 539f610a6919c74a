import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import type { Receipt, receiptStatuses } from './wire.ts'

type Filter = { search: string | null; status: (typeof receiptStatuses)[number] | null }

/** A page of receipts, newest first, and how many there are in all. Search looks in receipt number and title. */
export async function listReceipts(
  tx: Tx,
  businessId: string,
  { search, status }: Filter,
  { take, offset, before, counted }: Page,
): Promise<{ receipts: Receipt[]; total: bigint | null }> {
  const like = anywhere(search)
  // As writeReceiptNumber() and presentReceipt() write them; a receipt is never a draft.
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select r.id, r.created_at from receipts r
      join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
      where r.business_id = ${businessId} and ${status}::text is distinct from 'draft'
        and (${status}::text is null or (${status} = 'cancelled') = exists (
          select 1 from allocations a where a.business_id = r.business_id and a.reverses_id = r.allocation_id
        ))
        and (${like}::text is null
          or 'RCP-' || r.year || '-' || lpad(r.serial::text, greatest(3, length(r.serial::text)), '0') ilike ${like}
          or 'Receipt for INV-' || i.year || '-' || lpad(i.serial::text, greatest(3, length(i.serial::text)), '0') ilike ${like})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findReceipts(tx, businessId, ids)).map((one) => [one.id, one]))
  return { receipts: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}

export async function findReceipts(tx: Tx, businessId: string, ids: string[]): Promise<Receipt[]> {
  const rows = await tx<
    {
      id: string
      year: number
      serial: bigint
      amount: bigint
      reversal: string | null
      invoice_id: string
      invoice_year: number | null
      invoice_serial: bigint | null
      invoice_total: bigint
      invoice_paid: bigint
      invoice_balance: bigint
      currency: string
      customer_id: string
      customer_name: string
      payment_id: string
      receipt: string
      channel: 'manual' | 'mpesa'
      paid_at: Date
      created_at: Date
    }[]
  >`
    select r.id, r.year, r.serial, r.amount, a.id as reversal, r.invoice_id, i.year as invoice_year,
      i.serial as invoice_serial, r.invoice_total, r.invoice_paid, r.invoice_balance, i.currency, i.customer_id,
      i.customer_name, r.payment_id, p.receipt, p.channel, p.paid_at, r.created_at
    from receipts r
    join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
    join payments p on p.business_id = r.business_id and p.id = r.payment_id
    left join allocations a on a.business_id = r.business_id and a.reverses_id = r.allocation_id
    where r.business_id = ${businessId} and r.id = any (${ids})
  `
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    serial: row.serial,
    amount: row.amount,
    cancelled: row.reversal !== null,
    invoice: {
      id: row.invoice_id,
      number: { year: row.invoice_year ?? 0, serial: row.invoice_serial ?? 0n },
      total: row.invoice_total,
      paid: row.invoice_paid,
      balance: row.invoice_balance,
    },
    currency: row.currency,
    customer: { id: row.customer_id, name: row.customer_name },
    payment: { id: row.payment_id, receipt: row.receipt, channel: row.channel, paidAt: row.paid_at },
    createdAt: row.created_at,
  }))
}
