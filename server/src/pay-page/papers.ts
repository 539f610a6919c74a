import type { Tx } from '../db/sql.ts'
import type { Context } from '../context.ts'
import { findInvoicePapers, findReceiptPaper, type Manner } from '../documents/find-papers.ts'
import type { Paper } from '../documents/paper.ts'
import { readReceiptNumber } from '../receipts/wire.ts'
import type { Found } from './find-bill.ts'
import { shortName, type View } from './view.ts'

/** Whoever has a payer's link reads a first name and an initial on his documents too, and nothing else of him. */
const manner = ({ language }: View): Manner => ({ language, address: ({ name }) => [shortName(name)] })

/** The invoice of a link; null for a link that stands alone, and for a draft. */
export async function invoicePaperOf(
  tx: Tx,
  ctx: Context,
  { businessId, bill }: Found,
  view: View,
): Promise<Paper | null> {
  if (bill.invoiceId === null || bill.status === 'draft') return null
  const [paper] = await findInvoicePapers(tx, ctx, businessId, [bill.invoiceId], manner(view))
  return paper ?? null
}

/** A receipt of a link's invoice, by the number that is written on it. Those of other invoices are not found. */
export async function receiptPaperOf(
  tx: Tx,
  { businessId, bill }: Found,
  typed: string,
  view: View,
): Promise<Paper | null> {
  const number = readReceiptNumber(typed)
  if (number === null) return null
  const [receipt] = await tx<{ id: string }[]>`
    select id from receipts
    where business_id = ${businessId} and invoice_id = ${bill.invoiceId} and year = ${number.year} and serial = ${number.serial}
  `
  return receipt ? findReceiptPaper(tx, businessId, receipt.id, manner(view)) : null
}
