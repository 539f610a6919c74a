import { largestAmount, nearestShilling, scale, type Money } from './money.ts'
import { readSerials, writeSerial, type Serial } from './numbering.ts'
import { refuse } from './refusal.ts'

export type Item = { productId: string; name: string; quantity: number; rate: Money }
export type Discount = { type: 'fixed'; amount: Money } | { type: 'percentage'; basisPoints: bigint }
export type Tax = { basisPoints: bigint; included: boolean }
/** `rounding` makes the total whole, up or down; nothing where cents are kept. */
export type Totals = { subtotal: Money; discount: Money; tax: Money; rounding: Money; total: Money }

export const statuses = ['draft', 'unpaid', 'partially_paid', 'paid', 'overdue', 'cancelled'] as const
export type Status = (typeof statuses)[number]

/** An invoice that somebody wants. */
export type Draft = {
  customerId: string
  accountId: string | null
  items: { productId: string; name: string | null; quantity: number; rate: Money }[]
  title: string | null
  description: string | null
  remark: string | null
  currency: string | null
  /** The day of the document as midnight UTC; null means the day on which it is made. */
  invoicedAt: Date | null
  dueAt: Date
  discount: Discount | null
  /** A schedule by which it is to be paid; its last day is the due date. */
  instalments?: { dueAt: Date; amount: Money }[]
  taxId: string | null
  /** False keeps it a draft: no number, not sent to anybody. */
  issue: boolean
}

/** The facts from which everything that an invoice is said to be follows. */
export type Facts = {
  issuedAt: Date | null
  cancelledAt: Date | null
  /** When the sweep (or a person) found that the due date had passed; null while it has not. */
  overdueAt: Date | null
  dueAt: Date
  total: Money
  paid: Money
  /** What closes it besides money: credited, written off, withheld, rounded. */
  adjusted: Money
}

/** A part of an invoice that is due earlier than all of it. `passesAt` is when its day has passed where the business is. */
export type Instalment = { dueAt: Date; passesAt: Date; amount: Money }

/** An invoice that exists. */
export type Invoice = Totals &
  Facts & {
    id: string
    number: InvoiceNumber | null
    account: { id: string; number: string }
    customer: { id: string; name: string; email: string | null; phone: string | null }
    items: Item[]
    title: string | null
    description: string | null
    remark: string | null
    currency: string
    discountAs: Discount | null
    /** Empty without a schedule. They add up to the total. */
    instalments: Instalment[]
    taxId: string | null
    taxAs: Tax | null
    invoicedAt: Date
    link: { id: string; generation: number }
    createdAt: Date
    updatedAt: Date
  }

export type InvoiceNumber = Serial

export function writeNumber(number: InvoiceNumber): string {
  return writeSerial('invoice', number)
}

/** The invoice numbers that somebody who typed this may mean. */
export function readNumbers(text: string): InvoiceNumber[] {
  return readSerials('invoice', text)
}

export function titleOf(invoice: Pick<Invoice, 'title' | 'number'>): string {
  return invoice.title ?? (invoice.number ? `Invoice ${writeNumber(invoice.number)}` : 'Draft invoice')
}

/**
 * The only arithmetic: subtotal − discount, then tax on top of what is left, or the tax contained in it; at last, if the
 * total is to be whole, what rounds it to the nearest shilling. Discount and tax are those of the exact amount.
 */
export function totals(
  items: Pick<Item, 'quantity' | 'rate'>[],
  discount: Discount | null,
  tax: Tax | null,
  whole = false,
): Totals {
  if (items.length === 0) refuse('no_items')
  const subtotal = items.reduce((sum, item) => sum + lineTotal(item), 0n)
  const off = discountOf(subtotal, discount)
  const base = subtotal - off
  const taxed = tax ? scale(base, tax.basisPoints, tax.included ? 10_000n + tax.basisPoints : 10_000n) : 0n
  const exact = tax?.included ? base : base + taxed
  const total = whole ? nearestShilling(exact) : exact
  if (subtotal > largestAmount || total > largestAmount) refuse('total_too_large')
  return { subtotal, discount: off, tax: taxed, rounding: total - exact, total }
}

export function lineTotal({ quantity, rate }: Pick<Item, 'quantity' | 'rate'>): Money {
  return rate * BigInt(quantity)
}

function discountOf(subtotal: Money, discount: Discount | null): Money {
  if (!discount) return 0n
  if (discount.type === 'percentage') {
    if (discount.basisPoints > 10_000n) refuse('discount_percentage_too_large')
    return scale(subtotal, discount.basisPoints, 10_000n)
  }
  return discount.amount > subtotal ? refuse('discount_exceeds_subtotal') : discount.amount
}

/** What the facts say. A status is never stored on its own authority. */
export function statusOf(facts: Facts): Status {
  if (facts.cancelledAt) return 'cancelled'
  if (!facts.issuedAt) return 'draft'
  if (facts.paid + facts.adjusted >= facts.total) return 'paid'
  if (facts.overdueAt) return 'overdue'
  return facts.paid > 0n ? 'partially_paid' : 'unpaid'
}

/** What is still to be paid: nothing on a cancelled invoice, and never less than nothing. */
export function balanceOf({
  cancelledAt,
  total,
  paid,
  adjusted,
}: Omit<Facts, 'issuedAt' | 'overdueAt' | 'dueAt'>): Money {
  const settled = paid + adjusted
  return cancelledAt || settled >= total ? 0n : total - settled
}

/** Whether money may still be put on it. */
export function isOpen(facts: Facts): boolean {
  return facts.issuedAt !== null && balanceOf(facts) > 0n
}
