import { passesAt } from './day.ts'
import { balanceOf, statusOf, type Facts, type Status } from './invoice.ts'
import type { Money } from './money.ts'
import { refuse } from './refusal.ts'

/** What has to be done, in this order, so that an invoice has the status that somebody asked for. */
export type Step =
  | { kind: 'reopen' }
  | { kind: 'reverse_manual_payments' }
  | { kind: 'issue' }
  | { kind: 'withdraw' }
  | { kind: 'cancel' }
  | { kind: 'mark_overdue' }
  | { kind: 'record_payment'; amount: Money }

export type Wish = {
  status: Status
  /** A part payment that the caller states, in minor units; null when none is stated. */
  amountPaid: Money | null
}

/**
 * The steps to a wished status, none when it is already true. `partially_paid` and `overdue` follow from money and time
 * and cannot be asserted; nothing may hide money that arrived.
 */
export function stepsTo(wish: Wish, facts: Facts, paidByHandOnly: boolean, now: Date, timeZone: string): Step[] {
  const current = statusOf(facts)
  if (wish.status === current && wish.amountPaid === null) return []
  // What was credited or written off is taken back where it was made, never on the way to a status.
  if (facts.adjusted > 0n && ['unpaid', 'draft', 'cancelled'].includes(wish.status)) refuse('invoice_adjusted')
  switch (wish.status) {
    case 'paid':
      return [...stepsToIssued(facts), ...payment(balanceOf({ ...facts, cancelledAt: null }))]
    case 'partially_paid':
      return stepsToPartPayment(wish.amountPaid, facts)
    case 'overdue':
      return facts.issuedAt && !facts.cancelledAt && balanceOf(facts) > 0n && passesAt(facts.dueAt, timeZone) <= now
        ? [{ kind: 'mark_overdue' }]
        : refuse('invoice_not_overdue')
    case 'unpaid':
      if (current === 'overdue' && (facts.paid === 0n || paidByHandOnly)) return refuse('invoice_past_due')
      if (current === 'paid' && facts.total === 0n) return refuse('invoice_of_nothing')
      return [...withoutMoney(facts, paidByHandOnly), ...stepsToIssued(facts)]
    case 'draft':
      return [...withoutMoney(facts, paidByHandOnly), ...reopened(facts), ...(facts.issuedAt ? [withdraw] : [])]
    case 'cancelled':
      return facts.paid > 0n ? refuse('invoice_has_money') : [{ kind: 'cancel' }]
  }
}

/**
 * Refuses a change by somebody who looked at an invoice before it was last changed. In whole seconds, as the API writes
 * instants; null changes whatever is there.
 */
export function checkUnchanged({ updatedAt }: { updatedAt: Date }, lookedAt: Date | null): void {
  const second = (at: Date) => Math.floor(at.getTime() / 1000)
  if (lookedAt && second(updatedAt) > second(lookedAt)) refuse('invoice_changed_meanwhile')
}

const withdraw: Step = { kind: 'withdraw' }

function stepsToPartPayment(amount: Money | null, facts: Facts): Step[] {
  if (facts.cancelledAt) refuse('invoice_cancelled')
  if (statusOf(facts) === 'paid') refuse('invoice_paid')
  if (amount === null) return refuse(facts.paid > 0n ? 'invoice_past_due' : 'invoice_without_payments')
  if (amount <= 0n) refuse('amount_not_positive', { field: 'amountpaid' })
  if (amount >= facts.total - facts.paid - facts.adjusted) refuse('part_payment_too_large')
  return [...stepsToIssued(facts), ...payment(amount)]
}

function stepsToIssued(facts: Facts): Step[] {
  return [...reopened(facts), ...(facts.issuedAt ? [] : [{ kind: 'issue' } as const])]
}

function reopened(facts: Facts): Step[] {
  return facts.cancelledAt ? [{ kind: 'reopen' }] : []
}

function withoutMoney(facts: Facts, paidByHandOnly: boolean): Step[] {
  if (facts.paid === 0n) return []
  return paidByHandOnly ? [{ kind: 'reverse_manual_payments' }] : refuse('invoice_has_payments')
}

function payment(amount: Money): Step[] {
  return amount > 0n ? [{ kind: 'record_payment', amount }] : []
}
