import { isSameSchedule, nextPassing, reschedule, withMoney } from '@kusanya/domain/instalment.ts'
import { checkUnchanged, stepsTo, type Step, type Wish } from '@kusanya/domain/invoice-change.ts'
import { balanceOf, isOpen, statusOf, titleOf, totals, type Discount, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { isRounded } from '@kusanya/domain/settings.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { post, postingsBetween, type Cause } from '../ledger/post.ts'
import { applyCredit } from '../payments/apply-credit.ts'
import { recordManualPayment } from '../payments/record-manual-payment.ts'
import { reverseManualPayments } from '../payments/reverse-manual-payments.ts'
import { queueInvoiceMessages } from '../messages/queue-messages.ts'
import { cancelPushes } from '../pushes/cancel-pushes.ts'
import { queuePushes } from '../pushes/queue-pushes.ts'
import { reserveNumbers } from './reserve-numbers.ts'
import { instalmentRows, lockInvoices } from './rows.ts'
import { discountValue, presentInvoice } from './wire.ts'

/** What somebody wants changed. A field that is absent stays as it is. */
export type Change = {
  /** When whoever changes it looked at it last. */
  lookedAt?: Date | null
  title?: string | null
  description?: string | null
  dueAt?: Date
  /** Empty takes the schedule away. */
  instalments?: { dueAt: Date; amount: Money }[]
  /** Decided with the invoice at hand, because what a caller sent may be what we showed him. */
  discount?: (invoice: Invoice) => Discount | null
  wish?: (invoice: Invoice) => Wish | null
}

export type Changed = {
  invoice: Invoice
  modified: boolean
  statusBefore: ReturnType<typeof statusOf>
  /** Whether money was recorded by hand, or taken back that had been. */
  movedMoney: boolean
}

/**
 * Changes an invoice: its words, its due date, its discount, then its status. Announces `invoice.updated` once if a
 * stored value really changed, before what follows from it. Refuses what would hide money.
 */
export async function changeInvoice(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: Change,
): Promise<Changed> {
  const business = await theBusiness(tx, businessId)
  const [before] = await lockInvoices(tx, businessId, [id])
  if (!before) refuse('invoice_not_found')
  checkUnchanged(before, change.lookedAt ?? null)
  const steps: Step[] = []
  const after = applyTerms(before, change, business, given.now())
  const wish = change.wish?.(before) ?? null
  if (wish)
    steps.push(...stepsTo(wish, after, await paidByHandOnly(tx, businessId, before), given.now(), business.timeZone))

  let invoice = after
  const takesBack = before.paid > 0n && steps.some(({ kind }) => kind === 'reverse_manual_payments')
  if (steps.some(({ kind }) => kind === 'reverse_manual_payments')) {
    await reverseManualPayments(tx, given, businessId, before)
    invoice = { ...invoice, paid: 0n }
  }
  invoice = steps.reduce((current, step) => applyStep(current, step, given.now()), invoice)
  const payment = steps.find((step) => step.kind === 'record_payment')
  const modified = payment !== undefined || differs(before, invoice)
  const movedMoney = payment !== undefined || takesBack
  if (!modified) return { invoice: before, modified, statusBefore: statusOf(before), movedMoney }

  invoice = withMoney(invoice, {}, given.now())
  await reserveNumbers(tx, business, [invoice])
  await store(tx, business, invoice)
  await post(tx, given, businessId, postingsBetween(before, invoice, causeOf(before, invoice)))
  if (invoice.cancelledAt && !before.cancelledAt) await cancelPushes(tx, given, businessId, id)
  if (!invoice.issuedAt && before.issuedAt) await cancelPushes(tx, given, businessId, id)
  if (billIsStale(before, invoice)) await cancelPushes(tx, given, businessId, id)
  if (payment && before.paid === 0n && payment.amount >= balanceOf(invoice))
    await cancelPushes(tx, given, businessId, id)
  else if (isOpen(invoice) && (!isOpen(before) || billIsStale(before, invoice)))
    await queuePushes(tx, given, business, [invoice])
  const told = withMoney(invoice, { paid: invoice.paid + (payment?.amount ?? 0n) }, given.now())
  await announce(tx, given, businessId, before, invoice, told)
  if (invoice.issuedAt && !before.issuedAt && !payment) {
    invoice = (await applyCredit(tx, given, business, [invoice]))[0] ?? invoice
  }
  if (invoice.issuedAt && !before.issuedAt) await queueInvoiceMessages(tx, given, business, [invoice])
  if (payment) invoice = await recordManualPayment(tx, given, business, invoice, payment.amount)
  return { invoice, modified, statusBefore: statusOf(before), movedMoney }
}

/** The bill on the phone says something else than the invoice now does. Once money is on it, Safaricom takes it back no more. */
function billIsStale(before: Invoice, after: Invoice): boolean {
  const changed =
    after.total !== before.total ||
    after.dueAt.getTime() !== before.dueAt.getTime() ||
    !isSameSchedule(before.instalments, after.instalments)
  return changed && isOpen(before) && before.paid === 0n
}

function applyTerms(invoice: Invoice, change: Change, business: Business, now: Date): Invoice {
  const next = { ...invoice }
  // A title that was made for it and comes back with the whole invoice is not one that somebody chose.
  if (change.title !== undefined && change.title !== titleOf(invoice)) next.title = change.title
  if (change.description !== undefined) next.description = change.description
  const dueAt = change.dueAt ?? change.instalments?.at(-1)?.dueAt
  if (dueAt !== undefined && dueAt.getTime() !== invoice.dueAt.getTime()) {
    next.dueAt = dueAt
    next.overdueAt = null
  }
  const discount = change.discount ? change.discount(invoice) : invoice.discountAs
  const recount = () =>
    totals(invoice.items, discount, invoice.taxAs, isRounded(business.settings.cents, invoice.currency))
  // A draft is rounded by the rule that holds when it is issued.
  if (!invoice.issuedAt && !invoice.cancelledAt) Object.assign(next, recount())
  if (!sameDiscount(discount, invoice.discountAs)) {
    if (invoice.cancelledAt) refuse('invoice_cancelled')
    Object.assign(next, { discountAs: discount }, recount())
    if (next.adjusted > 0n) refuse('invoice_adjusted')
    if (next.total < next.paid) refuse('discount_exceeds_balance')
  }
  const isRescheduled = change.instalments !== undefined && !isSameSchedule(change.instalments, invoice.instalments)
  if (isRescheduled && invoice.cancelledAt) refuse('invoice_cancelled')
  if (isRescheduled) next.overdueAt = null
  next.instalments = reschedule(invoice.instalments, change.instalments ?? invoice.instalments, {
    total: next.total,
    dueAt: next.dueAt,
    whole: isRounded(business.settings.cents, invoice.currency),
    timeZone: business.timeZone,
  })
  // An overdue invoice whose new due date has passed as well stays overdue, without a second announcement.
  const passes = nextPassing(next, business.timeZone)
  if (invoice.overdueAt && !next.overdueAt && passes && passes <= now) {
    next.overdueAt = next.instalments.length > 0 ? now : invoice.overdueAt
  }
  return next
}

function applyStep(invoice: Invoice, step: Step, now: Date): Invoice {
  switch (step.kind) {
    case 'issue':
      return { ...invoice, issuedAt: now }
    case 'withdraw':
      return { ...invoice, issuedAt: null, overdueAt: null }
    case 'cancel':
      return { ...invoice, cancelledAt: now, overdueAt: null }
    case 'reopen':
      return { ...invoice, cancelledAt: null }
    case 'mark_overdue':
      return { ...invoice, overdueAt: now }
    case 'reverse_manual_payments':
    case 'record_payment':
      return invoice
  }
}

async function paidByHandOnly(tx: Tx, businessId: string, invoice: Invoice): Promise<boolean> {
  if (invoice.paid === 0n) return true
  const real = await tx<{ payment_id: string }[]>`
    select a.payment_id from allocations a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id
    where a.business_id = ${businessId} and a.invoice_id = ${invoice.id} and p.channel <> 'manual'
    group by a.payment_id having sum(a.amount) > 0
    limit 1
  `
  return real.length === 0
}

async function store(tx: Tx, { id: businessId, timeZone }: Business, invoice: Invoice) {
  await tx`
    update invoices set
      year = ${invoice.number?.year ?? null}, serial = ${invoice.number?.serial ?? null},
      title = ${invoice.title}, description = ${invoice.description}, due_at = ${invoice.dueAt},
      discount_type = ${invoice.discountAs?.type ?? null},
      discount_value = ${invoice.discountAs && discountValue(invoice.discountAs)},
      subtotal = ${invoice.subtotal}, discount = ${invoice.discount}, tax = ${invoice.tax},
      rounding = ${invoice.rounding}, total = ${invoice.total},
      issued_at = ${invoice.issuedAt}, cancelled_at = ${invoice.cancelledAt}, overdue_at = ${invoice.overdueAt},
      passes_at = ${nextPassing(invoice, timeZone)}, instalments = ${tx.json(instalmentRows(invoice))}, updated_at = ${invoice.updatedAt}
    where business_id = ${businessId} and id = ${invoice.id}
  `
}

/** `told`: the invoice as it will be when the payment is recorded, which announces itself what follows from it. */
async function announce(tx: Tx, given: Given, businessId: string, before: Invoice, after: Invoice, told: Invoice) {
  const data = presentInvoice(told, given)
  const tell = (type: 'invoice.updated' | 'invoice.overdue' | 'invoice.paid') => ({ type, subjectId: after.id, data })
  const settled = statusOf(after) === 'paid' && statusOf(before) !== 'paid'
  await recordEvents(tx, given, businessId, [
    tell('invoice.updated'),
    ...(after.overdueAt && !before.overdueAt ? [tell('invoice.overdue')] : []),
    ...(settled ? [tell('invoice.paid')] : []),
  ])
}

function causeOf(before: Invoice, after: Invoice): Cause {
  if (after.cancelledAt && !before.cancelledAt) return 'invoice_cancelled'
  if (!after.cancelledAt && before.cancelledAt) return 'invoice_reopened'
  if (after.issuedAt && !before.issuedAt) return 'invoice_issued'
  return after.issuedAt ? 'invoice_changed' : 'invoice_cancelled'
}

function differs(before: Invoice, after: Invoice): boolean {
  const facts = (invoice: Invoice): (string | Money | number | null)[] => [
    invoice.title,
    invoice.description,
    invoice.dueAt.getTime(),
    invoice.discountAs?.type ?? null,
    discountValue(invoice.discountAs),
    JSON.stringify(instalmentRows(invoice)),
    invoice.paid,
    balanceOf(invoice),
    invoice.issuedAt?.getTime() ?? null,
    invoice.cancelledAt?.getTime() ?? null,
    invoice.overdueAt?.getTime() ?? null,
  ]
  const [one, other] = [facts(before), facts(after)]
  return one.some((value, index) => value !== other[index])
}

function sameDiscount(one: Discount | null, other: Discount | null): boolean {
  return one?.type === other?.type && discountValue(one) === discountValue(other)
}
