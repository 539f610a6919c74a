import { nextDueAt } from '@kusanya/domain/instalment.ts'
import { isOpen, type Invoice } from '@kusanya/domain/invoice.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** Notes, before they go out, up to which instalment the bills of invoices with a schedule ask. */
export async function noteInstalments(
  tx: Tx,
  businessId: string,
  pushes: { id: string; invoiceId: string }[],
  invoices: Invoice[],
): Promise<void> {
  const dueOf = new Map(invoices.filter(inParts).map((invoice) => [invoice.id, nextDueAt(invoice)]))
  const rows = pushes.flatMap(({ id, invoiceId }) => {
    const due = dueOf.get(invoiceId)
    return due ? [{ id, due_at: due.toISOString() }] : []
  })
  if (rows.length === 0) return
  await tx`
    update pushes set due_at = p.due_at
    from jsonb_to_recordset(${tx.json(rows)}) as p (id text, due_at timestamptz)
    where pushes.business_id = ${businessId} and pushes.id = p.id
  `
}

/**
 * Puts the bill of the next instalment on its way, when the one that the last bill asked for has been paid. Bill Manager has
 * no bill in parts, so each is a bill of its own, under the next round's reference.
 */
export async function queueNextBills(tx: Tx, given: Given, business: Business, invoices: Invoice[]): Promise<void> {
  const rows = invoices
    .filter((invoice) => inParts(invoice) && isOpen(invoice) && readPhone(invoice.customer.phone ?? '') !== null)
    .map((invoice) => ({ id: given.newId(), invoice_id: invoice.id, due_at: nextDueAt(invoice).toISOString() }))
  if (!business.billsToPhones || rows.length === 0) return
  const now = given.now()
  await tx`
    insert into pushes (business_id, id, invoice_id, kind, round, state, next_attempt_at, due_at, created_at, updated_at)
    select ${business.id}, p.id, p.invoice_id, 'send', s.round + 1, 'queued', ${now}, p.due_at, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as p (id text, invoice_id text, due_at timestamptz)
    join pushes s on s.business_id = ${business.id} and s.invoice_id = p.invoice_id and s.kind = 'send'
      and s.state in ('sent', 'unknown') and s.due_at < p.due_at
    where s.round = (
      select max(l.round) from pushes l
      where l.business_id = ${business.id} and l.invoice_id = p.invoice_id and l.kind = 'send')
    on conflict (business_id, invoice_id, kind, round) do nothing
  `
}

const inParts = ({ instalments }: Invoice) => instalments.length > 0
