import type { Channel, MessageLanguage, MessageWish, Purpose } from '@kusanya/domain/message.ts'
import { readPhone } from '@kusanya/domain/phone.ts'
import type { Business } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { presentLink } from '../payment-links/wire.ts'
import { findReceipts } from '../receipts/rows.ts'
import { findElsewhere } from './find-elsewhere.ts'
import { choicesAddress, giveChoices } from './choices.ts'
import { findTemplates, write, type TemplateKey } from './templates.ts'
import { valuesOf, type Matter } from './values.ts'
import { whether, type Due } from './whether.ts'

export type DueRow = {
  id: string
  customerId: string
  invoiceId: string
  receiptId: string | null
  purpose: Purpose
  channel: Channel
  occasion: string
  attempts: number
  createdAt: Date
}

/** A message as it goes out. `stop` is where its reader stops messages like it. */
export type Composed = TemplateKey & {
  invoiceId: string
  receiptId: string | null
  recipient: string
  title: string
  body: string
  stop: string
}

export type Outcome =
  { kind: 'send'; composed: Composed } | { kind: 'wait' } | { kind: 'suppress' | 'fail'; reason: string }

export const byHand = 'by hand '

/** Decides for each message whether it goes out now, and writes its text as things are now. */
export async function composeMessages(
  tx: Tx,
  given: Given,
  business: Business,
  rows: DueRow[],
): Promise<{ row: DueRow; outcome: Outcome }[]> {
  const idsOf = (of: (row: DueRow) => string | null) => [...new Set(rows.flatMap((row) => of(row) ?? []))]
  const invoiceIds = idsOf(({ invoiceId }) => invoiceId)
  const receiptIds = idsOf(({ receiptId }) => receiptId)
  const [invoices, receipts, customers, elsewhere, templates, paybill] = await Promise.all([
    findInvoices(tx, business.id, invoiceIds),
    findReceipts(tx, business.id, receiptIds),
    findReaders(
      tx,
      business.id,
      idsOf(({ customerId }) => customerId),
    ),
    findElsewhere(tx, business.id, invoiceIds, receiptIds),
    findTemplates(tx, business.id),
    findPaybill(tx, business.id),
  ])
  const invoiceOf = new Map(invoices.map((one) => [one.id, one]))
  const receiptOf = new Map(receipts.map((one) => [one.id, one]))
  const outcomes = rows.map((row) => {
    const { purpose, channel } = row
    const invoice = invoiceOf.get(row.invoiceId)
    const reader = customers.get(row.customerId)
    const receipt = receiptOf.get(row.receiptId ?? '') ?? null
    if (!invoice || !reader) throw new Error(`message ${row.id} is about an invoice or a customer that is not there`)
    const due: Due = {
      ...row,
      invoice,
      timeZone: business.timeZone,
      byHand: row.occasion.startsWith(byHand),
      recipient: channel === 'email' ? reader.email : readPhone(reader.phone ?? ''),
      wish: channel === 'email' ? reader.emails : reader.sms,
      isReceiptCancelled: receipt?.cancelled ?? false,
      bill: elsewhere.bills.get(invoice.id) ?? 'none',
      acknowledgement: elsewhere.acknowledgements.get(row.receiptId ?? '') ?? 'none',
    }
    const verdict = whether(due, given.now())
    if (verdict.kind !== 'send' || due.recipient === null)
      return { row, outcome: verdict as Exclude<typeof verdict, { kind: 'send' }> }
    const key = { purpose, channel, language: reader.language ?? business.settings.messageLanguage }
    const matter: Matter = {
      business: business.name,
      timeZone: business.timeZone,
      customer: reader.name,
      invoice,
      receipt,
      paybill: paybill?.shortcode ?? null,
      link: presentLink(invoice.link, '', given).shorturl,
      stop: choicesAddress(given, row.customerId),
      now: given.now(),
    }
    const { title, body } = write(key, templates(key), valuesOf(matter, key.language))
    const stop = `${matter.stop}/stop?channel=${channel}&purpose=${purpose}`
    const composed = {
      ...key,
      invoiceId: invoice.id,
      receiptId: row.receiptId,
      recipient: due.recipient,
      title,
      body,
      stop,
    }
    return { row, outcome: { kind: 'send' as const, composed } }
  })
  const written = outcomes.flatMap(({ row, outcome }) => (outcome.kind === 'send' ? row.customerId : []))
  await giveChoices(tx, given, business.id, [...new Set(written)])
  return outcomes
}

type Reader = {
  name: string
  email: string | null
  phone: string | null
  language: MessageLanguage | null
  emails: MessageWish
  sms: MessageWish
}

async function findReaders(tx: Tx, businessId: string, ids: string[]): Promise<Map<string, Reader>> {
  const rows = await tx<
    {
      id: string
      name: string
      email: string | null
      phone: string | null
      language: 'en' | 'sw' | null
      emails: 'all' | 'none' | 'receipts'
      sms: 'all' | 'none' | 'receipts'
    }[]
  >`
    select id, name, email, phone, language, emails, sms from customers
    where business_id = ${businessId} and id = any (${ids})
  `
  return new Map(rows.map(({ id, ...reader }) => [id, reader]))
}
