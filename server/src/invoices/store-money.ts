import { nextPassing } from '@kusanya/domain/instalment.ts'
import { statusOf, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Happening } from '../events/record-events.ts'
import { presentInvoice } from './wire.ts'

export type Changed = { before: Invoice; after: Invoice }

/** Carries what was paid and adjusted on invoices that are locked. One that is open again can become overdue again. */
export async function storeMoney(tx: Tx, business: Business, invoices: Invoice[]): Promise<void> {
  if (invoices.length === 0) return
  const rows = invoices.map((invoice) => ({
    id: invoice.id,
    paid: String(invoice.paid),
    adjusted: String(invoice.adjusted),
    overdue_at: invoice.overdueAt?.toISOString() ?? null,
    passes_at: nextPassing(invoice, business.timeZone)?.toISOString() ?? null,
    updated_at: invoice.updatedAt.toISOString(),
  }))
  await tx`
    update invoices set paid = m.paid, adjusted = m.adjusted, overdue_at = m.overdue_at, passes_at = m.passes_at,
      updated_at = m.updated_at
    from jsonb_to_recordset(${tx.json(rows)}) as m (
      id text, paid bigint, adjusted bigint, overdue_at timestamptz, passes_at timestamptz, updated_at timestamptz
    )
    where invoices.business_id = ${business.id} and invoices.id = m.id
  `
}

/** What is announced of invoices whose money changed: paid, paid in part, or merely changed. */
export function tellMoney(given: Given, changes: Changed[]): Happening[] {
  return changes.map(({ before, after }) => {
    const settled = statusOf(after) === 'paid' && statusOf(before) !== 'paid'
    const type = settled ? 'invoice.paid' : after.paid > before.paid ? 'invoice.partially_paid' : 'invoice.updated'
    return { type, subjectId: after.id, data: presentInvoice(after, given) }
  })
}
