import { checkUnchanged } from '@kusanya/domain/invoice-change.ts'
import type { Draft, Invoice } from '@kusanya/domain/invoice.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { composeInvoice } from './compose-invoice.ts'
import { billable } from './find-billable.ts'
import { instalmentRows, lockInvoices } from './rows.ts'
import { discountValue, presentInvoice } from './wire.ts'

/**
 * Puts a draft in place of a draft: other lines, another customer, another tax. It keeps its id, its link, its day and the
 * number that one which was withdrawn has. What was issued is a document: it is refused.
 */
export async function rewriteDraft(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  draft: Draft,
  lookedAt: Date | null,
): Promise<Invoice> {
  const [business, found, [before]] = await Promise.all([
    theBusiness(tx, businessId),
    billable(tx, businessId, [draft]),
    lockInvoices(tx, businessId, [id]),
  ])
  if (!before) refuse('invoice_not_found')
  checkUnchanged(before, lookedAt)
  if (before.issuedAt || before.cancelledAt) refuse('invoice_not_draft')
  const { link, number, createdAt } = before
  const composed = composeInvoice(given, business, found, { ...draft, issue: false })
  const invoicedAt = draft.invoicedAt ?? before.invoicedAt
  const invoice = { ...composed, id, link, number, createdAt, invoicedAt }
  await store(tx, businessId, invoice)
  await recordEvents(tx, given, businessId, [
    { type: 'invoice.updated', subjectId: id, data: presentInvoice(invoice, given) },
  ])
  return invoice
}

async function store(tx: Tx, businessId: string, invoice: Invoice): Promise<void> {
  const { customer, account, discountAs, taxAs } = invoice
  const items = invoice.items.map((item) => ({ ...item, rate: String(item.rate) }))
  await tx`
    update invoices set
      customer_id = ${customer.id}, account_id = ${account.id}, customer_name = ${customer.name},
      customer_email = ${customer.email}, customer_phone = ${customer.phone}, currency = ${invoice.currency},
      title = ${invoice.title}, description = ${invoice.description}, remark = ${invoice.remark},
      items = ${tx.json(items)}, discount_type = ${discountAs?.type ?? null},
      discount_value = ${discountAs && discountValue(discountAs)}, tax_id = ${invoice.taxId},
      tax_basis_points = ${taxAs?.basisPoints ?? null}, tax_included = ${taxAs?.included ?? null},
      subtotal = ${invoice.subtotal}, discount = ${invoice.discount}, tax = ${invoice.tax},
      rounding = ${invoice.rounding}, total = ${invoice.total}, invoiced_at = ${invoice.invoicedAt},
      due_at = ${invoice.dueAt}, instalments = ${tx.json(instalmentRows(invoice))}, updated_at = ${invoice.updatedAt}
    where business_id = ${businessId} and id = ${invoice.id}
  `
}
