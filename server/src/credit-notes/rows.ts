import type { CreditedLine } from '@kusanya/domain/adjustment.ts'
import type { InvoiceNumber } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

/** A document that takes back lines of an invoice. It shares the id of the adjustment that it documents. */
export type CreditNote = {
  id: string
  number: { year: number; serial: bigint }
  invoice: { id: string; number: InvoiceNumber | null; currency: string }
  customer: { id: string; name: string }
  items: CreditedLine[]
  amount: Money
  tax: Money
  reason: string
  reversed: boolean
  createdAt: Date
}

/** A line as `credit_notes.items` keeps it: the amount in minor units, as text. */
type CreditedLineRow = { line: number; name: string; quantity: number | null; amount: string }

/** The credit notes with these ids, or of an invoice; newest first. */
export async function findCreditNotes(
  tx: Tx,
  businessId: string,
  { ids = [], invoiceId = '' }: { ids?: string[]; invoiceId?: string },
): Promise<CreditNote[]> {
  const rows = await tx<
    {
      id: string
      year: number
      serial: bigint
      invoice_id: string
      invoice_year: number | null
      invoice_serial: bigint | null
      currency: string
      customer_id: string
      customer_name: string
      items: CreditedLineRow[]
      amount: bigint
      tax: bigint
      reason: string
      reversed_by: string | null
      created_at: Date
    }[]
  >`
    select n.id, n.year, n.serial, n.invoice_id, i.year as invoice_year, i.serial as invoice_serial, i.currency,
      i.customer_id, i.customer_name, n.items, n.amount, n.tax, n.reason, r.id as reversed_by, n.created_at
    from credit_notes n
    join invoices i on i.business_id = n.business_id and i.id = n.invoice_id
    left join adjustments r on r.business_id = n.business_id and r.reverses_id = n.id
    where n.business_id = ${businessId} and (n.id = any (${ids}) or n.invoice_id = ${invoiceId})
    order by n.created_at desc, n.id desc
  `
  return rows.map((row) => ({
    id: row.id,
    number: { year: row.year, serial: row.serial },
    invoice: {
      id: row.invoice_id,
      number:
        row.invoice_year === null || row.invoice_serial === null
          ? null
          : { year: row.invoice_year, serial: row.invoice_serial },
      currency: row.currency,
    },
    customer: { id: row.customer_id, name: row.customer_name },
    items: row.items.map((item) => ({ ...item, amount: BigInt(item.amount) })),
    amount: row.amount,
    tax: row.tax,
    reason: row.reason,
    reversed: row.reversed_by !== null,
    createdAt: row.created_at,
  }))
}
