import type { InvoiceNumber } from '../invoice.ts'
import type { Money } from '../money.ts'
import type { PayerPhone } from './payer.ts'

/** An account as matching sees it. */
export type Account = {
  id: string
  number: string
  /** What is billed: a pupil, a unit. */
  name: string | null
  customerName: string | null
  /** All phones of its customer, `254…`, and the lower-case SHA-256 hex of each. */
  phones: string[]
  phoneHashes: string[]
  /** What may still be paid. */
  open: { invoiceId: string; due: Money }[]
  /** When its newest invoice was issued or, if it has none, it was opened; null if that is long ago or not known. */
  billedAt: Date | null
}

/** An account's invoice found by its number. */
export type Billed = { account: Account; invoiceId: string; number: InvoiceNumber }

/** A payment that was applied, by itself or by a clerk, as it is remembered under each of its payer's keys. */
export type Past = { accountId: string; at: Date; tidy: string; by: 'rule' | 'clerk' }

/**
 * What matching asks about one business's accounts. Each look-up takes keys and returns the few accounts that carry
 * them; `keysOf` says beforehand which keys will be asked for, so that they can be fetched for many payments at once.
 */
export type Book = {
  /** How many accounts there are: what decides how likely a hit is chance. */
  size: number
  /** How many of them have an invoice: many businesses only collect and bill nobody here. */
  billed: number
  /** By number as it is typed without marks and lower case (`tidyNumber`). */
  withNumbers(numbers: Iterable<string>): Account[]
  withInvoices(numbers: InvoiceNumber[]): Billed[]
  withPhone(phone: PayerPhone): Account[]
  /** Accounts whose customer's or own name has at least two of the words, or the only one. */
  withNames(words: string[]): Account[]
  /** Accounts with one of the words in their names of which one invoice waits for exactly this amount. */
  owing(amount: Money, words: string[]): Account[]
  withIds(ids: string[]): Account[]
  past(payerKeys: string[]): Past[]
  /** How many accounts carry this word in a name. */
  countNamed(word: string): number
  /** How many accounts have an invoice that waits for exactly this amount. */
  countOwing(amount: Money): number
}

/** An account's number as payers' texts are compared with it: letters and digits only, upper case. The tables say the same. */
export function tidyNumber(number: string): string {
  return number.replace(/[^A-Za-z0-9]+/g, '').toUpperCase()
}

export function owed(account: Account): Money {
  return account.open.reduce((sum, { due }) => sum + due, 0n)
}

/** Whether the amount is what one invoice or the whole account is waiting for. M-PESA takes no cents: they are rounded up. */
export function isOwed(account: Account, amount: Money): boolean {
  return [owed(account), ...account.open.map(({ due }) => due)].some(
    (due) => due > 0n && wholeShillings(due) === wholeShillings(amount),
  )
}

/** Cents rounded up to shillings, in cents. */
export function wholeShillings(amount: Money): Money {
  return ((amount + 99n) / 100n) * 100n
}
