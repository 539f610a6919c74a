import { dayOf, midnight } from '@kusanya/domain/day.ts'
import { agree } from '@kusanya/domain/instalment.ts'
import { isOpen, statusOf, totals, type Draft, type Invoice, type Item } from '@kusanya/domain/invoice.ts'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import { isRounded } from '@kusanya/domain/settings.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents, type Happening } from '../events/record-events.ts'
import { post, postingsBetween } from '../ledger/post.ts'
import { applyCredit } from '../payments/apply-credit.ts'
import { queueInvoiceMessages } from '../messages/queue-messages.ts'
import { queuePushes } from '../pushes/queue-pushes.ts'
import { billable, type Billable } from './find-billable.ts'
import { insertInvoices } from './insert-invoices.ts'
import { reserveNumbers } from './reserve-numbers.ts'
import { presentInvoice } from './wire.ts'

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
  const rich = accountsWithCredit(found)
  const plain = issued.filter(({ account }) => !rich.has(account.id))
  await Promise.all([
    insertInvoices(tx, given, business, invoices),
    post(
      tx,
      given,
      businessId,
      issued.flatMap((invoice) => postingsBetween(null, invoice, 'invoice_issued')),
    ),
    queuePushes(tx, given, business, plain),
    queueInvoiceMessages(tx, given, business, plain),
    recordEvents(
      tx,
      given,
      businessId,
      invoices.flatMap((invoice) => happeningsOf(invoice, given)),
    ),
  ])
  if (plain.length === issued.length) return outcomes

  const onCredit = issued.filter(({ account }) => rich.has(account.id))
  const paid = new Map((await applyCredit(tx, given, business, onCredit)).map((invoice) => [invoice.id, invoice]))
  const asTheyAre = (invoice: Invoice) => paid.get(invoice.id) ?? invoice
  const owing = onCredit.map(asTheyAre).filter(isOpen)
  await queuePushes(tx, given, business, owing)
  await queueInvoiceMessages(tx, given, business, owing)
  return outcomes.map((outcome) => (outcome instanceof Refusal ? outcome : asTheyAre(outcome)))
}

function accountsWithCredit({ customers, accounts }: Billable): Set<string> {
  const all = [...[...customers.values()].map(({ account }) => account), ...accounts.values()]
  return new Set(all.flatMap(({ id, credit }) => (credit > 0n ? id : [])))
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
  const currency = draft.currency ?? customer.currency
  const whole = isRounded(business.settings.cents, currency)
  const sums = totals(items, draft.discount, taxAs, whole)
  const { dueAt } = draft
  const schedule = { total: sums.total, dueAt, whole, timeZone: business.timeZone }
  return {
    id: given.newId(),
    number: null,
    account: { id: account.id, number: account.number },
    customer: { id: customer.id, name: customer.name, email: customer.email, phone: customer.phone },
    items,
    title: draft.title,
    description: draft.description,
    remark: draft.remark,
    currency,
    discountAs: draft.discount,
    taxId: draft.taxId,
    taxAs,
    ...sums,
    instalments: agree(draft.instalments ?? [], schedule),
    paid: 0n,
    adjusted: 0n,
    invoicedAt: draft.invoicedAt ?? midnight(dayOf(now, business.timeZone)),
    dueAt,
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
