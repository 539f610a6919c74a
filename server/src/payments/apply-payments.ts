import { withMoney } from '@kusanya/domain/instalment.ts'
import { statusOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { confirmationBy, isHeld } from '@kusanya/domain/payment.ts'
import type { Business } from '../businesses/business.ts'
import { wakeClaims } from '../claims/wake-claims.ts'
import type { Given } from '../context.ts'
import { tellContradictions } from '../contradictions/wire.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents, type Happening } from '../events/record-events.ts'
import { findInvoices } from '../invoices/rows.ts'
import { presentInvoice } from '../invoices/wire.ts'
import { post } from '../ledger/post.ts'
import { writeMatches } from '../matching/write-matches.ts'
import { queueNextBills } from '../pushes/next-bills.ts'
import { tellReceipts } from '../receipts/tell-receipts.ts'
import { queueInquiries } from '../reconciliation/queue-inquiries.ts'
import { followWhatWentBack } from '../reversals/follow-reversal.ts'
import type { Arrival, Payment } from './arrival.ts'
import { decisionsOf, findTargets } from './find-targets.ts'
import { holdPayments } from './holds.ts'
import { lay, lockOpenInvoices } from './lay.ts'
import { ledgerAccountOf, receivedIn } from './place.ts'
import { queueAcknowledgements } from './queue-acknowledgements.ts'
import { happeningsOfPlace, tellArrived, tellHeld } from './tell-placed.ts'
import { settleConfirmed } from './settle-confirmed.ts'
import { writeAllocations, type Allocation } from './write-allocations.ts'
import { writePayments } from './write-payments.ts'

/**
 * Every shilling enters here, from phone, clerk or file. What is news is laid over the open invoices it is for; what is
 * over becomes the account's credit, what belongs to nobody we know waits in suspense. Money is never refused and never
 * counted twice; what is known to have gone back already is taken back at once. Returns the invoices it touched, as they now
 * are.
 */
export async function applyPayments(tx: Tx, given: Given, business: Business, arrivals: Arrival[]): Promise<Invoice[]> {
  await waitForImports(tx, business.id, arrivals)
  const { news, confirmedIds, contradictionIds } = await writePayments(tx, given, business.id, arrivals)
  const touched = news.length > 0 ? await layPayments(tx, given, business, news, new Set(confirmedIds)) : []
  await settleConfirmed(tx, given, business, confirmedIds)
  await tellContradictions(tx, given, business.id, 'payment.contradicted', contradictionIds)
  const newIds = news.map(({ id }) => id)
  const gone = news.length > 0 ? await followWhatWentBack(tx, given, business, newIds) : []
  if (gone.length === 0) return touched
  return findInvoices(
    tx,
    business.id,
    touched.map(({ id }) => id),
  )
}

/**
 * An import of a statement holds its shortcode: whoever books money of it meanwhile waits, before anything else is locked, and
 * then sees which reversals the statement lists.
 */
async function waitForImports(tx: Tx, businessId: string, arrivals: Arrival[]): Promise<void> {
  const shortcodes = [...new Set(arrivals.map(({ shortcode }) => shortcode))]
  await tx<{ shortcode: string }[]>`
    select shortcode from shortcodes where business_id = ${businessId} and shortcode = any (${shortcodes})
    order by shortcode for key share
  `
}

/** Lays payments that are written and lie nowhere yet, and announces them. `confirmed`: the ids of those that are. */
export async function layPayments(
  tx: Tx,
  given: Given,
  business: Business,
  payments: Payment[],
  confirmed: Set<string>,
): Promise<Invoice[]> {
  const reported = payments.filter(({ id, channel }) => channel === 'mpesa' && !confirmed.has(id))
  const held = reported.filter(({ amount }) => isHeld(amount, business.settings.confirmedAbove))
  // Held money waits in suspense, as if it were nobody's.
  const targets = await findTargets(
    tx,
    given,
    business,
    payments.filter((payment) => !held.includes(payment)),
  )
  const open = await lockOpenInvoices(tx, business.id, [...targets.values()])

  const allocations: Allocation[] = []
  const happenings: Happening[] = []
  const touched = new Map<string, Invoice>()
  for (const payment of payments) {
    const laid = lay(business, payment, targets.get(payment.id) ?? { kind: 'nobody' }, open)
    allocations.push(...laid)
    const paid = laid.flatMap(({ invoice, amount }) => {
      if (!invoice) return []
      const now = withMoney(invoice, { paid: invoice.paid + amount }, given.now())
      open.set(invoice.id, now)
      touched.set(invoice.id, now)
      return [now]
    })
    happenings.push(...(held.includes(payment) ? tellHeld(payment, laid) : happeningsOf(payment, laid)))
    for (const invoice of paid) {
      const type = statusOf(invoice) === 'paid' ? 'invoice.paid' : 'invoice.partially_paid'
      happenings.push({ type, subjectId: invoice.id, data: presentInvoice(invoice, given) })
    }
  }

  const receiptIds = await writeAllocations(tx, given, business, allocations, [...touched.values()])
  await post(
    tx,
    given,
    business.id,
    allocations.map((allocation) => ({
      cause: 'payment_received',
      causeId: allocation.payment.id,
      debit: receivedIn(allocation.payment),
      credit: ledgerAccountOf(allocation),
      amount: allocation.amount,
    })),
  )
  await writeMatches(tx, given, business.id, decisionsOf(targets))
  await queueAcknowledgements(tx, given, business.id, allocations)
  await queueNextBills(tx, given, business, [...touched.values()])
  await holdPayments(tx, given, business.id, held)
  const inquiries = reported.map((one) => ({ ...one, isUrgent: held.includes(one) }))
  await queueInquiries(tx, given, business.id, inquiries)
  const told = payments.flatMap(({ channel, receipt }) => (channel === 'mpesa' ? receipt : []))
  await wakeClaims(tx, given, business.id, told)
  await recordEvents(tx, given, business.id, [...happenings, ...(await tellReceipts(tx, business.id, receiptIds))])
  return [...touched.values()]
}

function happeningsOf(payment: Payment, laid: Allocation[]): Happening[] {
  const placed = { ...payment, confirmed: payment.channel === 'manual' || confirmationBy(payment.road) !== null }
  return [...tellArrived(placed, laid), ...happeningsOfPlace(placed, laid)]
}
