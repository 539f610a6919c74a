import { refuse } from '@kusanya/domain/refusal.ts'
import { checkTemplate } from '@kusanya/domain/message.ts'
import { theBusiness } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { presentLink } from '../payment-links/wire.ts'
import { choicesAddress } from './choices.ts'
import type { Template } from './english.ts'
import { exampleInvoice, exampleReceipt } from './example.ts'
import { findTemplates, write, type TemplateKey } from './templates.ts'
import { valuesOf } from './values.ts'

/** A message as it would be read: of a template to try, or of the one in use; about an invoice, or an example. */
export async function preview(
  tx: Tx,
  given: Given,
  businessId: string,
  wanted: Omit<TemplateKey, 'language'> & Partial<TemplateKey>,
  { invoiceId, trial }: { invoiceId: string | null; trial: Partial<Template> },
): Promise<Template> {
  const business = await theBusiness(tx, businessId)
  const now = given.now()
  const [found] = invoiceId === null ? [exampleInvoice(now)] : await findInvoices(tx, businessId, [invoiceId])
  const invoice = found ?? refuse('invoice_not_found')
  const key: TemplateKey = { ...wanted, language: wanted.language ?? business.settings.messageLanguage }
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
  return write(key, template, values)
}
