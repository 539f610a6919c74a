import { isOpen, statusOf, type Draft, type Invoice } from '@kusanya/domain/invoice.ts'
import { Refusal } from '@kusanya/domain/refusal.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents, type Happening } from '../events/record-events.ts'
import { post, postingsBetween } from '../ledger/post.ts'
import { applyCredit } from '../payments/apply-credit.ts'
import { queueInvoiceMessages } from '../messages/queue-messages.ts'
import { queuePushes } from '../pushes/queue-pushes.ts'
import { composeInvoice } from './compose-invoice.ts'
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
  const outcomes = drafts.map((draft) => refusalOr(() => composeInvoice(given, business, found, draft)))
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

function refusalOr<T>(work: () => T): T | Refusal {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
