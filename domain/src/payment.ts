import { nextDueAt } from './instalment.ts'
import { balanceOf, type Invoice } from './invoice.ts'
import type { Money } from './money.ts'
import type { AllocationOrder } from './settings.ts'

/** The roads by which we hear of a payment. One receipt is one payment, whichever roads it arrives by. */
export const roads = ['bill', 'c2b', 'stk', 'manual', 'pull', 'statement', 'status', 'claim'] as const
export type Road = (typeof roads)[number]

/**
 * What Safaricom says when we ask it, or writes in its statement. Callbacks are unsigned, and confirm nothing. `stk_query`
 * says that a phone paid what it was asked for, and names no receipt.
 */
export const confirmations = ['pull', 'statement', 'status', 'stk_query'] as const
export type Confirmation = (typeof confirmations)[number]

/** How a report confirms the payment it tells of; null when it does not. */
export function confirmationBy(road: Road): Confirmation | null {
  return confirmations.find((one) => one === road) ?? null
}

/** Whether money that was only reported waits until it is confirmed: above what the business trusts a report with. */
export function isHeld(amount: Money, confirmedAbove: Money | null): boolean {
  return confirmedAbove !== null && amount > confirmedAbove
}

export type Room = { invoiceId: string; room: Money }
export type Spread = { parts: { invoiceId: string; amount: Money }[]; excess: Money }

type Waiting = Pick<
  Invoice,
  'id' | 'issuedAt' | 'cancelledAt' | 'overdueAt' | 'dueAt' | 'total' | 'paid' | 'adjusted' | 'instalments'
>

/**
 * The order in which money goes to invoices: those that are named, in the order in which they were named, then the others
 * as the business wants it, by the next instalment of those that have a schedule. Of two that are equal the older one is first, so that the order is always the same.
 */
export function inTurn(order: AllocationOrder, named: string[]): (a: Waiting, b: Waiting) => number {
  const turn = ({ id }: Waiting) => (named.includes(id) ? named.indexOf(id) : named.length)
  const wanted = inOrder[order]
  return (a, b) => turn(a) - turn(b) || wanted(a, b) || inOrder.oldest_due(a, b) || (a.id < b.id ? -1 : 1)
}

const inOrder: Record<AllocationOrder, (a: Waiting, b: Waiting) => number> = {
  oldest_due: (a, b) => nextDueAt(a).getTime() - nextDueAt(b).getTime(),
  newest_due: (a, b) => nextDueAt(b).getTime() - nextDueAt(a).getTime(),
  smallest_balance: (a, b) => compare(balanceOf(a), balanceOf(b)),
  largest_balance: (a, b) => compare(balanceOf(b), balanceOf(a)),
}

function compare(one: Money, other: Money): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/** What of a payment is for which invoice, where the payer was asked for several at once. */
export type Part = { invoiceId: string; amount: Money }

/**
 * Rooms for a payment that was asked for in parts: each part first, as far as its invoice is still open, then what is left of
 * the invoices that are in turn.
 */
export function askedFirst(parts: Part[], open: Map<string, Money>, inTurn: Room[]): Room[] {
  const first = parts.map(({ invoiceId, amount }) => ({ invoiceId, room: least(amount, open.get(invoiceId) ?? 0n) }))
  const taken = new Map(first.map(({ invoiceId, room }) => [invoiceId, room]))
  return [...first, ...inTurn.map((one) => ({ ...one, room: one.room - (taken.get(one.invoiceId) ?? 0n) }))]
}

function least(one: Money, other: Money): Money {
  return one < other ? one : other
}

/**
 * Lays money over open invoices in the order given. What is over is
 * returned as excess, never dropped: parts and excess always add up to the amount.
 */
export function spread(amount: Money, rooms: Room[]): Spread {
  let rest = amount
  const parts = new Map<string, Money>()
  for (const { invoiceId, room } of rooms) {
    const part = least(rest, room)
    if (part <= 0n) continue
    parts.set(invoiceId, (parts.get(invoiceId) ?? 0n) + part)
    rest -= part
  }
  return { parts: [...parts].map(([invoiceId, amount]) => ({ invoiceId, amount })), excess: rest }
}

/** What Daraja's STK result codes mean to a payer (daraja-wire.md 4.4). */
export type AskOutcome = 'paid' | 'cancelled' | 'wrong_pin' | 'no_funds' | 'no_answer' | 'failed'

export function askOutcome(resultCode: string): AskOutcome {
  switch (resultCode) {
    case '0':
      return 'paid'
    case '1031':
    case '1032':
      return 'cancelled'
    case '2001':
      return 'wrong_pin'
    case '1':
      return 'no_funds'
    case '1037':
    case '1019':
      return 'no_answer'
    default:
      return 'failed'
  }
}
