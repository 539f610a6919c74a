import type { Tx } from '../db/sql.ts'
import type { Receipt } from './wire.ts'

/** The receipts with these ids, in any order; those that are not the business's are left out. */
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
      confirmation: string | null
      created_at: Date
    }[]
  >`
    select r.id, r.year, r.serial, r.amount, a.id as reversal, r.invoice_id, i.year as invoice_year,
      i.serial as invoice_serial, r.invoice_total, r.invoice_paid, r.invoice_balance, i.currency, i.customer_id,
      i.customer_name, r.payment_id, p.receipt, p.channel, p.paid_at, sure.payment_id as confirmation, r.created_at
    from receipts r
    join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
    join payments p on p.business_id = r.business_id and p.id = r.payment_id
    left join payment_confirmations sure on sure.business_id = p.business_id and sure.payment_id = p.id and sure.first
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
    payment: {
      id: row.payment_id,
      receipt: row.receipt,
      channel: row.channel,
      paidAt: row.paid_at,
      confirmed: row.channel === 'manual' || row.confirmation !== null,
    },
    createdAt: row.created_at,
  }))
}
