import { balanceOf, lineTotal, type Facts, type Item, type Totals } from './invoice.ts'
import { scale, toDecimal, type Money } from './money.ts'
import { refuse } from './refusal.ts'

/** What closes an invoice besides money. */
export const adjustmentKinds = ['credit_note', 'write_off', 'withholding', 'rounding'] as const
export type AdjustmentKind = (typeof adjustmentKinds)[number]

/** What was withheld at the source: VAT or income tax, each with a certificate. */
export const withholdings = ['vat', 'income'] as const
export type Withholding = (typeof withholdings)[number]

/** Refuses what an invoice cannot bear. Only a credit note may go below what is paid already: that money is set free. */
export function checkAdjustment(facts: Facts, kind: AdjustmentKind, amount: Money): void {
  if (facts.cancelledAt) refuse('invoice_cancelled')
  if (!facts.issuedAt) refuse('invoice_not_issued')
  if (amount <= 0n) refuse('amount_not_positive', { field: 'amount' })
  if (kind === 'rounding' && amount >= 100n) refuse('rounding_too_large')
  const room = kind === 'credit_note' ? facts.total - facts.adjusted : balanceOf(facts)
  if (amount > room) refuse('amount_exceeds_balance')
}

/** What has to leave an invoice, as credit of its account, so that an adjustment has room. */
export function setFreeBy(amount: Money, { total, paid, adjusted }: Pick<Facts, 'total' | 'paid' | 'adjusted'>): Money {
  const excess = paid + adjusted + amount - total
  return excess > 0n ? excess : 0n
}

/** A line to be credited, counted from 1: so many of it, or so much at the prices of the invoice, or what is left. */
export type CreditLine = { line: number; quantity: number | null; amount: Money | null }
/** A credited line: `amount` at the prices of the invoice, before its discount and any tax on top. */
export type CreditedLine = { line: number; name: string; quantity: number | null; amount: Money }
/** A credit note that stands. */
export type Credited = { items: CreditedLine[]; amount: Money; tax: Money }

/**
 * What crediting lines comes to: their share of the total, with their share of discount and tax. Shares are taken of all
 * that is credited so far, so that notes for everything add up to the invoice to the cent. Null credits what is left.
 */
export function creditOf(
  invoice: Totals & { items: Item[] },
  before: Credited[],
  lines: CreditLine[] | null,
): Credited {
  const left = invoice.items.map((item, index) => lineTotal(item) - creditedOn(index + 1, before))
  const rest = left.flatMap((amount, index) => (amount > 0n ? [{ line: index + 1, quantity: null, amount: null }] : []))
  const items = (lines ?? rest).map((wanted): CreditedLine => {
    const [item, there] = [invoice.items[wanted.line - 1], left[wanted.line - 1]]
    if (!item || there === undefined) return refuse('line_not_found', { line: String(wanted.line) })
    const amount = wanted.quantity !== null ? item.rate * BigInt(wanted.quantity) : (wanted.amount ?? there)
    if (amount > there) refuse('credit_note_exceeds_line', { line: String(wanted.line), left: toDecimal(there) })
    left[wanted.line - 1] = there - amount
    return { line: wanted.line, name: item.name, quantity: wanted.quantity, amount }
  })
  const all = sum([...before.flatMap((note) => note.items), ...items])
  const share = (whole: Money) => (invoice.subtotal === 0n ? 0n : scale(whole, all, invoice.subtotal))
  const amount = share(invoice.total) - sum(before)
  const tax = share(invoice.tax) - before.reduce((total, note) => total + note.tax, 0n)
  return { items, amount, tax: tax < 0n ? 0n : tax > amount && amount >= 0n ? amount : tax }
}

function creditedOn(line: number, before: Credited[]): Money {
  return sum(before.flatMap(({ items }) => items.filter((item) => item.line === line)))
}

function sum(parts: { amount: Money }[]): Money {
  return parts.reduce((total, { amount }) => total + amount, 0n)
}
