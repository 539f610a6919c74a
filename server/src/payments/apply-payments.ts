import { balanceOf, isOpen, statusOf, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { inTurn, spread } from '@kusanya/domain/payment.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents, type Happening } from '../events/record-events.ts'
import { lockInvoices } from '../invoices/rows.ts'
import { presentInvoice } from '../invoices/wire.ts'
import { post } from '../ledger/post.ts'
import { tellReceipts } from '../receipts/tell-receipts.ts'
import type { Arrival, Payment } from './arrival.ts'
import { findTargets, type Target } from './find-targets.ts'
import { ledgerAccountOf, receivedIn } from './place.ts'
import { queueAcknowledgements } from './queue-acknowledgements.ts'
import { happeningsOfPlace } from './tell-placed.ts'
import { presentPayment } from './wire.ts'
import { writeAllocations, type Allocation } from './write-allocations.ts'
import { writePayments } from './write-payments.ts'

/**
 * Every shilling enters here, from phone, clerk or file. What is news is laid over the open invoices it is for; what is
 * over becomes the account's credit, what belongs to nobody we know waits in suspense. Money is never refused and never
 * counted twice. Returns the invoices it touched, as they now are.
 */
export async function applyPayments(tx: Tx, given: Given, business: Business, arrivals: Arrival[]): Promise<Invoice[]> {
  const payments = await writePayments(tx, given, business.id, arrivals)
  if (payments.length === 0) return []
  const targets = await findTargets(tx, given, business.id, payments)
  const open = await lockOpenInvoices(tx, business.id, [...targets.values()])

  const allocations: Allocation[] = []
  const happenings: Happening[] = []
  const touched = new Map<string, Invoice>()
  for (const payment of payments) {
    const laid = lay(business, payment, targets.get(payment.id) ?? { kind: 'nobody' }, open)
    allocations.push(...laid)
    const paid = laid.flatMap(({ invoice, amount }) => {
      if (!invoice) return []
      const now = { ...invoice, paid: invoice.paid + amount, updatedAt: given.now() }
      open.set(invoice.id, now)
      touched.set(invoice.id, now)
      return [now]
    })
    happenings.push(...happeningsOf(payment, laid))
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
  await queueAcknowledgements(tx, given, business.id, allocations)
  await recordEvents(tx, given, business.id, [...happenings, ...(await tellReceipts(tx, business.id, receiptIds))])
  return [...touched.values()]
}

/** `payment.completed` and `payment.received` are one piece of news under two names; the second is for who asked for it. */
function happeningsOf(payment: Payment, laid: Allocation[]): Happening[] {
  const confirmed = payment.channel === 'manual' || payment.road === 'pull' || payment.road === 'statement'
  const data = presentPayment({ ...payment, confirmed }, laid)
  return [
    { type: 'payment.completed', subjectId: payment.id, data },
    { type: 'payment.received', subjectId: payment.id, data },
    ...happeningsOfPlace({ ...payment, confirmed }, laid),
  ]
}

/** All invoices that the money may touch, locked: those that were meant, and the open ones of the accounts. */
async function lockOpenInvoices(tx: Tx, businessId: string, targets: Target[]): Promise<Map<string, Invoice>> {
  const accountIds = [...new Set(targets.flatMap((target) => (target.kind === 'account' ? target.accountId : [])))]
  if (accountIds.length === 0) return new Map()
  const ids = await tx<{ id: string }[]>`
    select id from invoices
    where business_id = ${businessId} and account_id = any (${accountIds})
      and issued_at is not null and cancelled_at is null and paid + adjusted < total
  `
  const invoices = await lockInvoices(
    tx,
    businessId,
    ids.map(({ id }) => id),
  )
  return new Map(invoices.map((invoice) => [invoice.id, invoice]))
}

function lay({ settings }: Business, payment: Payment, target: Target, open: Map<string, Invoice>): Allocation[] {
  const nothing = { payment, invoice: null, accountId: null, linkId: null }
  switch (target.kind) {
    case 'nobody':
      return [{ ...nothing, target: 'suspense', amount: payment.amount }]
    case 'link':
      return [{ ...nothing, target: 'link', linkId: target.linkId, amount: payment.amount }]
    case 'account': {
      const invoices = [...open.values()]
        .filter(
          (invoice) =>
            invoice.account.id === target.accountId && invoice.currency === payment.currency && isOpen(invoice),
        )
        .sort(inTurn(settings.allocationOrder, target.invoiceId === null ? [] : [target.invoiceId]))
      const { parts, excess } = spread(
        payment.amount,
        invoices.map((one) => ({ invoiceId: one.id, room: balanceOf(one) })),
      )
      const { accountId } = target
      // Credit is kept in shillings: what is over of another currency waits for a person.
      const over = (amount: Money): Allocation =>
        payment.currency === 'KES'
          ? { ...nothing, target: 'credit', accountId, amount }
          : { ...nothing, target: 'suspense', amount }
      return [
        ...parts.map(({ invoiceId, amount }): Allocation => ({
          ...nothing,
          target: 'invoice',
          invoice: open.get(invoiceId) ?? null,
          accountId,
          amount,
        })),
        ...(excess > 0n ? [over(excess)] : []),
      ]
    }
  }
}
