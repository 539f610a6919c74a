import assert from 'node:assert/strict'
import { creditOf, type CreditLine } from '@kusanya/domain/adjustment.ts'
import { dayOf } from '@kusanya/domain/day.ts'
import { yearOfNumber } from '@kusanya/domain/numbering.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { adjustInvoice } from '../adjustments/adjust-invoice.ts'
import { reverseAdjustment } from '../adjustments/reverse-adjustment.ts'
import { findAdjustments } from '../adjustments/rows.ts'
import type { By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { lockInvoices } from '../invoices/rows.ts'
import { reserveSerials } from '../numbering/reserve-serials.ts'
import { findCreditNotes, type CreditNote } from './rows.ts'
import { presentCreditNote } from './wire.ts'

/**
 * Credits lines of an invoice, or all that is left of it: its balance falls, and what was paid beyond that becomes the
 * account's credit. The note gets a number of a sequence without gaps.
 */
export async function createCreditNote(
  tx: Tx,
  given: Given,
  business: Business,
  { invoiceId, lines }: { invoiceId: string; lines: CreditLine[] | null },
  by: By & { reason: string },
): Promise<CreditNote> {
  const [invoice] = await lockInvoices(tx, business.id, [invoiceId])
  if (!invoice) return refuse('invoice_not_found')
  const before = await findCreditNotes(tx, business.id, { invoiceId })
  const credited = creditOf(
    invoice,
    before.filter(({ reversed }) => !reversed),
    lines,
  )
  const { amount, tax } = credited
  const wanted = { kind: 'credit_note', amount, tax, withheld: null, certificate: null, certifiedOn: null } as const
  const { adjustment } = await adjustInvoice(tx, given, business, invoice, wanted, by)
  const number = await reserveNumber(tx, given, business)
  const items = credited.items.map((item) => ({ ...item, amount: String(item.amount) }))
  await tx`
    insert into credit_notes (business_id, id, invoice_id, year, serial, items, amount, tax, reason, created_at)
    values (${business.id}, ${adjustment.id}, ${invoiceId}, ${number.year}, ${number.serial}, ${tx.json(items)}, ${amount},
      ${tax}, ${by.reason}, ${adjustment.createdAt})
  `
  const [note] = await findCreditNotes(tx, business.id, { ids: [adjustment.id] })
  assert(note, 'what was just written is there')
  await tell(tx, given, business.id, 'credit_note.created', note)
  return note
}

/** Takes a credit note back. It keeps its number: documents that were given out do not vanish. */
export async function reverseCreditNote(
  tx: Tx,
  given: Given,
  business: Business,
  id: string,
  by: By & { reason: string },
): Promise<CreditNote> {
  const [note] = await findCreditNotes(tx, business.id, { ids: [id] })
  if (!note) return refuse('credit_note_not_found')
  const [invoice] = await lockInvoices(tx, business.id, [note.invoice.id])
  assert(invoice, 'a credit note belongs to an invoice')
  const adjustment = (await findAdjustments(tx, business.id, invoice.id)).find((one) => one.id === id)
  assert(adjustment, 'a credit note documents an adjustment')
  await reverseAdjustment(tx, given, business, invoice, adjustment, by)
  const reversed = { ...note, reversed: true }
  await tell(tx, given, business.id, 'credit_note.reversed', reversed)
  return reversed
}

function tell(
  tx: Tx,
  given: Given,
  businessId: string,
  type: 'credit_note.created' | 'credit_note.reversed',
  note: CreditNote,
): Promise<void> {
  return recordEvents(tx, given, businessId, [{ type, subjectId: note.id, data: presentCreditNote(note) }])
}

async function reserveNumber(
  tx: Tx,
  given: Given,
  { id, timeZone, settings }: Business,
): Promise<CreditNote['number']> {
  const year = yearOfNumber(dayOf(given.now(), timeZone), settings.numbering)
  return { year, serial: await reserveSerials(tx, id, 'credit_note', year, 1) }
}
