import { dayOf, midnight, passesAt } from '@kusanya/domain/day.ts'
import { isOpen, statusOf, totals, type Draft, type Invoice, type Item } from '@kusanya/domain/invoice.ts'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents, type Happening } from '../events/record-events.ts'
import { post, postingsBetween } from '../ledger/post.ts'
import { givePaths } from '../payment-links/give-paths.ts'
import { queuePushes } from '../pushes/queue-pushes.ts'
import { billable, type Billable } from './find-billable.ts'
import { reserveNumbers } from './reserve-numbers.ts'
import { discountValue, presentInvoice } from './wire.ts'

/**
 * Makes one invoice or a thousand, in a number of statements that does not depend on how many: the API, the importer and
 * the billing run all come here. A draft that is refused is an outcome of its own and takes no number.
 */
export async function issueInvoices(
  tx: Tx,
  given: Given,
  businessId: string,
  drafts: Draft[],
): Promise<(Invoice | Refusal)[]> {
  const [business, found] = await Promise.all([theBusiness(tx, businessId), billable(tx, businessId, drafts)])
  const outcomes = drafts.map((draft) => refusalOr(() => compose(given, business, found, draft)))
  const invoices = outcomes.filter((outcome): outcome is Invoice => !(outcome instanceof Refusal))
  if (invoices.length === 0) return outcomes

  await reserveNumbers(tx, business, invoices)
  const issued = invoices.filter((invoice) => invoice.issuedAt !== null)
  await Promise.all([
    insertInvoices(tx, business, invoices),
    insertLinks(tx, businessId, invoices),
    givePaths(
      tx,
      given,
      businessId,
      'payment_link',
      invoices.map(({ link }) => link),
    ),
    post(
      tx,
      given,
      businessId,
      issued.flatMap((invoice) => postingsBetween(null, invoice, 'invoice_issued')),
    ),
    queuePushes(tx, given, businessId, 'send', issued),
    recordEvents(
      tx,
      given,
      businessId,
      invoices.flatMap((invoice) => happeningsOf(invoice, given)),
    ),
  ])
  return outcomes
}

/** An invoice of nothing is paid as soon as it is issued, and said to be. */
function happeningsOf(invoice: Invoice, given: Given): Happening[] {
  const data = presentInvoice(invoice, given)
  const created: Happening = { type: 'invoice.created', subjectId: invoice.id, data }
  return statusOf(invoice) === 'paid' ? [created, { type: 'invoice.paid', subjectId: invoice.id, data }] : [created]
}

function compose(given: Given, business: Business, found: Billable, draft: Draft): Invoice {
  const customer = found.customers.get(draft.customerId) ?? refuse('customer_not_in_business')
  const items = draft.items.map((item): Item => {
    const product = found.products.get(item.productId) ?? refuse('product_not_found', { itemid: item.productId })
    return { productId: product.id, name: item.name ?? product.title, quantity: item.quantity, rate: item.rate }
  })
  const tax = draft.taxId === null ? null : (found.taxes.get(draft.taxId) ?? refuse('tax_not_found'))
  const account =
    draft.accountId === null ? customer.account : (found.accounts.get(draft.accountId) ?? refuse('account_not_found'))
  if (account.customerId !== customer.id) refuse('account_of_another_customer')
  const now = given.now()
  const taxAs = tax && { basisPoints: tax.basisPoints, included: tax.included }
  return {
    id: given.newId(),
    number: null,
    account: { id: account.id, number: account.number },
    customer: { id: customer.id, name: customer.name, email: customer.email, phone: customer.phone },
    items,
    title: draft.title,
    description: draft.description,
    remark: draft.remark,
    currency: draft.currency ?? customer.currency,
    discountAs: draft.discount,
    taxId: draft.taxId,
    taxAs,
    ...totals(items, draft.discount, taxAs),
    paid: 0n,
    invoicedAt: draft.invoicedAt ?? midnight(dayOf(now, business.timeZone)),
    dueAt: draft.dueAt,
    issuedAt: draft.issue ? now : null,
    cancelledAt: null,
    overdueAt: null,
    link: { id: given.newId(), generation: 0 },
    createdAt: now,
    updatedAt: now,
  }
}

function refusalOr<T>(work: () => T): T | Refusal {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function insertInvoices(tx: Tx, business: Business, invoices: Invoice[]) {
  const rows = invoices.map((invoice) => toRow(invoice, business.timeZone))
  await tx`
    insert into invoices (
      business_id, id, customer_id, account_id, year, serial, title, description, remark, currency, customer_name,
      customer_email, customer_phone, items, discount_type, discount_value, tax_id, tax_basis_points, tax_included, subtotal,
      discount, tax, total, invoiced_at, due_at, issued_at, passes_at, created_at, updated_at
    )
    select ${business.id}, i.id, i.customer_id, i.account_id, i.year, i.serial, i.title, i.description, i.remark, i.currency,
      i.customer_name, i.customer_email, i.customer_phone, i.items, i.discount_type, i.discount_value, i.tax_id,
      i.tax_basis_points, i.tax_included, i.subtotal, i.discount, i.tax, i.total, i.invoiced_at, i.due_at, i.issued_at,
      i.passes_at, i.created_at, i.created_at
    from jsonb_to_recordset(${tx.json(rows)}) as i (
      id text, customer_id text, account_id text, year int, serial bigint, title text, description text, remark text,
      currency text, customer_name text, customer_email text, customer_phone text, items jsonb, discount_type text,
      discount_value bigint, tax_id text, tax_basis_points bigint, tax_included boolean, subtotal bigint, discount bigint,
      tax bigint, total bigint, invoiced_at timestamptz, due_at timestamptz, issued_at timestamptz, passes_at timestamptz,
      created_at timestamptz
    )
  `
}

function toRow(invoice: Invoice, timeZone: string) {
  return {
    id: invoice.id,
    customer_id: invoice.customer.id,
    account_id: invoice.account.id,
    year: invoice.number?.year ?? null,
    serial: invoice.number ? String(invoice.number.serial) : null,
    title: invoice.title,
    description: invoice.description,
    remark: invoice.remark,
    currency: invoice.currency,
    customer_name: invoice.customer.name,
    customer_email: invoice.customer.email,
    customer_phone: invoice.customer.phone,
    items: invoice.items.map((item) => ({ ...item, rate: String(item.rate) })),
    discount_type: invoice.discountAs?.type ?? null,
    discount_value: invoice.discountAs && String(discountValue(invoice.discountAs)),
    tax_id: invoice.taxId,
    tax_basis_points: invoice.taxAs && String(invoice.taxAs.basisPoints),
    tax_included: invoice.taxAs?.included ?? null,
    subtotal: String(invoice.subtotal),
    discount: String(invoice.discount),
    tax: String(invoice.tax),
    total: String(invoice.total),
    invoiced_at: invoice.invoicedAt.toISOString(),
    due_at: invoice.dueAt.toISOString(),
    issued_at: invoice.issuedAt?.toISOString() ?? null,
    passes_at: isOpen(invoice) ? passesAt(invoice.dueAt, timeZone).toISOString() : null,
    created_at: invoice.createdAt.toISOString(),
  }
}

async function insertLinks(tx: Tx, businessId: string, invoices: Invoice[]) {
  const rows = invoices.map(({ id, link, currency, createdAt }) => ({
    id: link.id,
    invoice_id: id,
    currency,
    created_at: createdAt.toISOString(),
  }))
  await tx`
    insert into payment_links (business_id, id, invoice_id, type, currency, active, generation, created_at, updated_at)
    select ${businessId}, l.id, l.invoice_id, 'invoice', l.currency, true, 0, l.created_at, l.created_at
    from jsonb_to_recordset(${tx.json(rows)}) as l (id text, invoice_id text, currency text, created_at timestamptz)
  `
}
