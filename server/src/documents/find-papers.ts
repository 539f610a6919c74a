import { type Invoice } from '@kusanya/domain/invoice.ts'
import { localPhone } from '@kusanya/domain/phone.ts'
import qrcode from 'qrcode'
import { theBusiness } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Given } from '../context.ts'
import { findCreditNotes } from '../credit-notes/rows.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { findLogo } from '../logos/logos.ts'
import type { Language } from '../pay-page/words.ts'
import { presentLink } from '../payment-links/wire.ts'
import { findReceipts } from '../receipts/rows.ts'
import { findTaxes } from '../taxes/rows.ts'
import { creditNotePaper } from './credit-note-paper.ts'
import { invoicePaper, type Way } from './invoice-paper.ts'
import type { Paper } from './paper.ts'
import { receiptPaper } from './receipt-paper.ts'
import type { Hand } from './writer.ts'

type Whose = Invoice['customer']

/** How the one who is addressed is named: in full for the business, with less for whoever has a payer's link. */
export type Address = (customer: Whose) => string[]
export const addressed: Address = ({ name, phone, email }) =>
  [name, phone && localPhone(phone), email].flatMap((line) => line || [])

/** In which language, and how much of the customer is told. */
export type Manner = { language: Language; address: Address }

export async function findHand(tx: Tx, businessId: string, language: Language): Promise<Hand> {
  const { name, letterhead, timeZone } = await theBusiness(tx, businessId)
  const logo = await findLogo(tx, businessId)
  return {
    business: { name, letterhead: letterhead?.split(/\r?\n/) ?? [], timeZone, logo: logo?.bytes ?? null },
    language,
  }
}

/** The papers of invoices, in the order of the ids; those that are not the business's are left out. */
export async function findInvoicePapers(
  tx: Tx,
  given: Pick<Given, 'vault' | 'publicUrl' | 'now'>,
  businessId: string,
  ids: string[],
  { language, address }: Manner,
): Promise<Paper[]> {
  const invoices = new Map((await findInvoices(tx, businessId, ids)).map((invoice) => [invoice.id, invoice]))
  const taxIds = [...invoices.values()].flatMap(({ taxId }) => taxId ?? [])
  const taxes = new Map((await findTaxes(tx, businessId, taxIds)).map(({ id, name }) => [id, name]))
  const hand = await findHand(tx, businessId, language)
  const paybill = await findPaybill(tx, businessId)
  const open = await tx<{ invoice_id: string | null }[]>`
    select invoice_id from payment_links where business_id = ${businessId} and invoice_id = any (${ids}) and active
      and (expires_at is null or expires_at > ${given.now()})
  `
  const withPage = new Set(open.map(({ invoice_id }) => invoice_id))
  const wayOf = (invoice: Invoice): Way | null => {
    if (!paybill) return null
    const { shorturl } = presentLink(invoice.link, '', given)
    return { paybill: paybill.shortcode, page: withPage.has(invoice.id) ? pageAt(shorturl) : null }
  }
  return ids.flatMap((id) => {
    const invoice = invoices.get(id)
    if (!invoice) return []
    const taxName = taxes.get(invoice.taxId ?? '') ?? null
    return invoicePaper({ invoice, to: address(invoice.customer), taxName, way: wayOf(invoice) }, hand)
  })
}

function pageAt(address: string): NonNullable<Way['page']> {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
  return { address, drawing: { size: modules.size, dark: modules.data } }
}

export async function findReceiptPaper(
  tx: Tx,
  businessId: string,
  id: string,
  { language, address }: Manner,
): Promise<Paper | null> {
  const [receipt] = await findReceipts(tx, businessId, [id])
  if (!receipt) return null
  const to = address({ ...receipt.customer, phone: null, email: null })
  return receiptPaper({ receipt, to }, await findHand(tx, businessId, language))
}

export async function findCreditNotePaper(
  tx: Tx,
  businessId: string,
  id: string,
  language: Language,
): Promise<Paper | null> {
  const [note] = await findCreditNotes(tx, businessId, { ids: [id] })
  if (!note) return null
  const [invoice] = await findInvoices(tx, businessId, [note.invoice.id])
  const to = [note.customer.name]
  return creditNotePaper({ note, tax: invoice?.taxAs ?? null, to }, await findHand(tx, businessId, language))
}
