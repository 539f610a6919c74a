import assert from 'node:assert/strict'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import { checkTemplate } from '@kusanya/domain/message.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { presentLink } from '../payment-links/wire.ts'
import { choicesAddress } from './choices.ts'
import { tryMessages } from './compose-messages.ts'
import type { Template } from './english.ts'
import { exampleInvoice, exampleReceipt } from './example.ts'
import { rowByHand } from './send-by-hand.ts'
import { findTemplates, write, type TemplateKey } from './templates.ts'
import { valuesOf } from './values.ts'

/**
 * A message as it would be read. About an invoice: to whom it goes if somebody sends it now, or why it does not. Both are null
 * of an example, and of receipts, which nobody sends by hand.
 */
export type Preview = Template & { recipient: string | null; reason: string | null }

/**
 * A message as it would be read: of a template to try, or of the one in use; about an invoice, or an example; in the language
 * that is wanted, else the customer's, else the business's. Refuses an invoice that is not there, and unknown placeholders.
 */
export async function preview(
  tx: Tx,
  given: Given,
  businessId: string,
  wanted: Omit<TemplateKey, 'language'> & Partial<TemplateKey>,
  { invoiceId, trial }: { invoiceId: string | null; trial: Partial<Template> },
): Promise<Preview> {
  const business = await theBusiness(tx, businessId)
  const now = given.now()
  const [found] = invoiceId === null ? [] : await findInvoices(tx, businessId, [invoiceId])
  const invoice = found ?? (invoiceId === null ? exampleInvoice(now) : refuse('invoice_not_found'))
  const tried = found && wanted.purpose !== 'receipt' ? await tryByHand(tx, given, business, found, wanted) : nobody
  const key: TemplateKey = {
    ...wanted,
    language: wanted.language ?? tried.language ?? business.settings.messageLanguage,
  }
  const inUse = (await findTemplates(tx, businessId))(key)
  const template = { title: trial.title ?? inUse.title, body: trial.body ?? inUse.body }
  checkTemplate(template.title, key.purpose)
  checkTemplate(template.body, key.purpose)
  const paybill = await findPaybill(tx, businessId)
  const values = valuesOf(
    {
      business: business.name,
      timeZone: business.timeZone,
      customer: invoice.customer.name,
      invoice,
      receipt: key.purpose === 'receipt' ? exampleReceipt(invoice, now) : null,
      paybill: paybill?.shortcode ?? null,
      link: presentLink(invoice.link, '', given).shorturl,
      stop: choicesAddress(given, invoice.customer.id),
      now,
    },
    key.language,
  )
  return { ...write(key, template, values), recipient: tried.recipient, reason: tried.reason }
}

const nobody = { recipient: null, reason: null, language: null }

async function tryByHand(
  tx: Tx,
  given: Given,
  business: Business,
  invoice: Invoice,
  wanted: Pick<TemplateKey, 'purpose' | 'channel'>,
) {
  const [tried] = await tryMessages(tx, given, business, [rowByHand(invoice, wanted, given.now())])
  assert(tried, 'what is tried has an outcome')
  const { outcome } = tried
  if (outcome.kind === 'send') return { ...outcome.composed, reason: null }
  return { ...nobody, reason: 'reason' in outcome ? outcome.reason : null }
}
