import assert from 'node:assert/strict'
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
import { byHand } from './rows.ts'
import { findTemplates, write, type TemplateKey } from './templates.ts'
import { valuesOf } from './values.ts'
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

/** Decides for each message whether it goes out now, and writes its text as things are now. */
export async function composeMessages(
  tx: Tx,
  given: Given,
  business: Business,
  rows: DueRow[],
): Promise<{ row: DueRow; outcome: Outcome }[]> {
  const outcomes = await tryMessages(tx, given, business, rows)
  const writtenTo = outcomes.flatMap(({ row, outcome }) => (outcome.kind === 'send' ? row.customerId : []))
  await giveChoices(tx, given, business.id, [...new Set(writtenTo)])
  return outcomes
}

/** The same for looking at: what becomes of each message if it went out now. Changes nothing. */
export async function tryMessages(
  tx: Tx,
  given: Given,
  business: Business,
  rows: DueRow[],
): Promise<{ row: DueRow; outcome: Outcome }[]> {
  const about = await gather(tx, business, rows)
  return rows.map((row) => ({ row, outcome: compose(given, business, about, row) }))
}

type About = Awaited<ReturnType<typeof gather>>

/** What the messages are about, in a number of statements that does not depend on how many they are. */
async function gather(tx: Tx, { id }: Business, rows: DueRow[]) {
  const idsOf = (of: (row: DueRow) => string | null) => [...new Set(rows.flatMap((row) => of(row) ?? []))]
  const invoiceIds = idsOf((row) => row.invoiceId)
  const receiptIds = idsOf((row) => row.receiptId)
  const customerIds = idsOf((row) => row.customerId)
  const [invoices, receipts, readers, elsewhere, templates, paybill] = await Promise.all([
    findInvoices(tx, id, invoiceIds),
    findReceipts(tx, id, receiptIds),
    findReaders(tx, id, customerIds),
    findElsewhere(tx, id, invoiceIds, receiptIds),
    findTemplates(tx, id),
    findPaybill(tx, id),
  ])
  return {
    invoices: new Map(invoices.map((one) => [one.id, one])),
    receipts: new Map(receipts.map((one) => [one.id, one])),
    readers,
    elsewhere,
    templates,
    paybill,
  }
}

function compose(given: Given, business: Business, about: About, row: DueRow): Outcome {
  const { purpose, channel } = row
  const invoice = about.invoices.get(row.invoiceId)
  const reader = about.readers.get(row.customerId)
  const receipt = about.receipts.get(row.receiptId ?? '') ?? null
  assert(invoice && reader, 'a message points to its invoice and its customer')
  const { bills, acknowledgements } = about.elsewhere
  const due: Due = {
    ...row,
    invoice,
    timeZone: business.timeZone,
    byHand: row.occasion.startsWith(byHand),
    recipient: channel === 'email' ? reader.email : readPhone(reader.phone ?? ''),
    wish: channel === 'email' ? reader.emails : reader.sms,
    isReceiptCancelled: receipt?.cancelled ?? false,
    bill: bills.get(invoice.id) ?? 'none',
    acknowledgement: acknowledgements.get(row.receiptId ?? '') ?? 'none',
  }
  const verdict = whether(due, given.now())
  if (verdict.kind !== 'send') return verdict
  const key = { purpose, channel, language: reader.language ?? business.settings.messageLanguage }
  const stop = choicesAddress(given, row.customerId)
  const matter = {
    business: business.name,
    timeZone: business.timeZone,
    customer: reader.name,
    invoice,
    receipt,
    paybill: about.paybill?.shortcode ?? null,
    link: presentLink(invoice.link, '', given).shorturl,
    stop,
    now: given.now(),
  }
  const written = write(key, about.templates(key), valuesOf(matter, key.language))
  const { recipient } = verdict
  const stopThis = `${stop}/stop?channel=${channel}&purpose=${purpose}`
  const { invoiceId, receiptId } = row
  return { kind: 'send', composed: { ...key, ...written, invoiceId, receiptId, recipient, stop: stopThis } }
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
