import type { Money } from './money.ts'

/** Where the money of a receipt is. Each receipt counts in exactly one. */
export const closePlaces = ['allocated', 'credit', 'suspense', 'refunded', 'reversed', 'charge', 'settlement'] as const
export type ClosePlace = (typeof closePlaces)[number]

/** A payment as it now stands: what lies on invoices and links, what is credit, in suspense or given back. */
export type DayPayment = {
  receipt: string
  amount: Money
  allocated: Money
  credit: Money
  suspense: Money
  refunded: Money
  confirmed: boolean
  /** The statement has it. */
  listed: boolean
  /** The amount that another report of it gave. */
  contradictedBy: Money | null
}
/** A line of M-PESA's statement. */
export type DayLine = {
  receipt: string
  kind: 'payment' | 'reversal' | 'charge' | 'settlement'
  amount: Money
  balance: Money | null
}
/** Money that left again; `standing`: what the books still hold of the payment, null when they do not know it. */
export type DayReversal = { receipt: string; amount: Money; standing: Money | null }

export type DayFacts = {
  payments: DayPayment[]
  lines: DayLine[]
  reversals: DayReversal[]
  /** What the ledger says of the shortcode when the day begins and when it ends, each thing at the time it happened. */
  opening: Money
  ending: Money
  /** Whether no statement of an earlier day has been closed: what was there before the books is then brought forward. */
  isFirst: boolean
  /** What the close of the day before ended with. */
  closedBefore: Money | null
}

export type DifferenceKind =
  | 'contradicted'
  | 'not_in_statement'
  | 'unconfirmed'
  | 'not_placed'
  | 'reversed_at_mpesa'
  | 'reversed_here'
  | 'opening'
  | 'balance_gap'
  | 'ledger'
/** `ours` and `theirs`: what the books and what M-PESA say. */
export type Difference = { kind: DifferenceKind; receipt: string; ours: Money | null; theirs: Money | null }

export type Close = {
  source: 'statement' | 'books'
  opening: Money
  paidIn: Money
  paidOut: Money
  closing: Money
  /** What the statement began with and the ledger did not know: to be posted. */
  broughtForward: Money
  /** Amounts are signed: money that left again or was charged is below zero. */
  places: Record<ClosePlace, { receipts: number; amount: Money }>
  differences: Difference[]
}

/** Closes a day: opening + in − out = closing, every receipt in one place, and whatever differs. No difference is a tick. */
export function closeDay(facts: DayFacts): Close {
  const { payments, lines, reversals, closedBefore } = facts
  const covered = lines.length > 0
  const amounts = covered ? lines.map(({ amount }) => amount) : booked(payments, reversals)
  const paidIn = sum(amounts.filter((amount) => amount > 0n))
  const paidOut = -sum(amounts.filter((amount) => amount < 0n))
  const balances = readBalances(lines, closedBefore ?? facts.opening)
  const opening = balances?.opening ?? closedBefore ?? facts.opening
  const closing = balances?.closing ?? opening + paidIn - paidOut
  const broughtForward = balances && facts.isFirst ? balances.opening - facts.opening : 0n
  const differences = [
    ...payments.flatMap((payment) => differencesOf(payment, covered, reversals)),
    ...reversals.flatMap(({ receipt, amount, standing }): Difference[] =>
      covered && standing !== 0n ? [{ kind: 'reversed_at_mpesa', receipt, ours: standing, theirs: amount }] : [],
    ),
  ]
  if (balances && closedBefore !== null && closedBefore !== opening) {
    differences.push({ kind: 'opening', receipt: '', ours: closedBefore, theirs: opening })
  }
  if (opening + paidIn - paidOut !== closing || balances?.broken) {
    differences.push({ kind: 'balance_gap', receipt: '', ours: opening + paidIn - paidOut, theirs: closing })
  }
  const ledger = facts.ending + broughtForward
  if (balances && ledger !== closing) differences.push({ kind: 'ledger', receipt: '', ours: ledger, theirs: closing })
  return {
    source: balances ? 'statement' : 'books',
    opening,
    paidIn,
    paidOut,
    closing,
    broughtForward,
    places: placesOf(payments, reversals, lines),
    differences,
  }
}

function booked(payments: DayPayment[], reversals: DayReversal[]): Money[] {
  return [...payments.map(({ amount }) => amount), ...reversals.map(({ amount }) => -amount)]
}

function differencesOf(payment: DayPayment, covered: boolean, reversals: DayReversal[]): Difference[] {
  const { receipt, amount, contradictedBy } = payment
  const standing = standingOf(payment)
  const found: Difference[] = []
  const say = (kind: DifferenceKind, ours: Money | null, theirs: Money | null) =>
    found.push({ kind, receipt, ours, theirs })
  if (contradictedBy !== null) say('contradicted', amount, contradictedBy)
  if (covered && !payment.listed) say('not_in_statement', amount, null)
  else if (!payment.confirmed && contradictedBy === null) say('unconfirmed', amount, null)
  if (standing !== 0n && standing !== amount) say('not_placed', standing, amount)
  if (covered && standing === 0n && !reversals.some((one) => one.receipt === receipt)) say('reversed_here', 0n, amount)
  return found
}

function standingOf({ allocated, credit, suspense, refunded }: DayPayment): Money {
  return allocated + credit + suspense + refunded
}

function placesOf(payments: DayPayment[], reversals: DayReversal[], lines: DayLine[]): Close['places'] {
  const places = Object.fromEntries(closePlaces.map((place) => [place, { receipts: 0, amount: 0n }])) as Close['places']
  for (const payment of payments) {
    const parts = ['allocated', 'credit', 'suspense', 'refunded'] as const
    const main = parts.find((part) => payment[part] > 0n)
    places[main ?? 'reversed'].receipts++
    for (const part of parts) places[part].amount += payment[part]
    if (!main) places.reversed.amount += payment.amount
  }
  for (const { amount } of reversals) places.reversed.amount -= amount
  for (const { kind, amount } of lines) {
    if (kind !== 'charge' && kind !== 'settlement') continue
    places[kind].receipts++
    places[kind].amount += amount
  }
  return places
}

/**
 * The balances before the first line and after the last. Lines of one second come in any order, so it is not the order
 * that tells: of all balances before and after a line, each but those two stands on both sides. Null when a line has none.
 */
function readBalances(lines: DayLine[], expected: Money): { opening: Money; closing: Money; broken: boolean } | null {
  const first = lines[0]
  const last = lines.at(-1)
  if (!first || !last) return null
  const open = new Map<Money, number>()
  const count = (balance: Money, by: number) => open.set(balance, (open.get(balance) ?? 0) + by)
  for (const { balance, amount } of lines) {
    if (balance === null) return null
    count(balance - amount, 1)
    count(balance, -1)
  }
  const begins = [...open].filter(([, times]) => times > 0)
  const ends = [...open].filter(([, times]) => times < 0)
  const begin = (first.balance ?? 0n) - first.amount
  // All of a round: what came in went out again. It may have begun at any of its balances, so at ours if that is one.
  if (begins.length === 0) {
    const at = lines.some(({ balance }) => balance === expected) ? expected : begin
    return { opening: at, closing: at, broken: false }
  }
  const broken = begins.length > 1 || begins[0]?.[1] !== 1
  return {
    opening: broken ? begin : (begins[0]?.[0] ?? begin),
    closing: broken ? (last.balance ?? 0n) : (ends[0]?.[0] ?? 0n),
    broken,
  }
}

function sum(amounts: Money[]): Money {
  return amounts.reduce((total, amount) => total + amount, 0n)
}
