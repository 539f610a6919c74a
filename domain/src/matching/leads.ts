import { accountNumberLength, alphabet, isAccountNumber } from '../account-number.ts'
import { writeNumber, type InvoiceNumber } from '../invoice.ts'
import type { Money } from '../money.ts'
import { tidyNumber, type Account, type Book, type Past } from './book.ts'
import { nameWords, namesInCommon } from './names.ts'
import { payerKeys, readPayerPhone, type PayerPhone } from './payer.ts'
import type { Reason } from './reasons.ts'
import { readReference, type Numbering, type Reference, type Way } from './reference.ts'

/** What is known of money that came in. */
export type Paid = {
  /** `BillRefNumber`; empty when there is none. */
  typed: string
  /** As reported: whole, masked, SHA-256 hex, or absent. */
  phone: string | null
  /** Often only the first name, in capitals. */
  payerName: string | null
  amount: Money
  at: Date
}

/** What matching will ask its book about one payment. */
export type Keys = { reference: Reference; phone: PayerPhone | null; payer: string[]; names: string[] }

export function keysOf(paid: Paid, numbering: Numbering): Keys {
  const phone = readPayerPhone(paid.phone)
  return {
    reference: readReference(paid.typed, numbering),
    phone,
    payer: payerKeys(phone, paid.payerName),
    names: nameWords(paid.payerName),
  }
}

/** How what was typed points to an account. `times` says how much likelier this text is if the account was meant. */
export type Pointer = {
  kind: 'number' | 'repaired' | 'guessed' | 'invoice' | 'guessed_invoice' | 'phone' | 'name' | 'remembered' | 'habit'
  times: number
  reason: Reason
  invoiceId?: string
}

/** An account that may have been meant; without a pointer only the payer or the amount leads to it. */
export type Lead = { account: Account; pointer: Pointer | null }

/** How often payers make which slip, and among how many texts it is spread; from the error model in docs/matching.md. */
const slips: Record<Way, { share: number; spread: (length: number, signs: number) => number }> = {
  exact: { share: 0.88, spread: () => 1 },
  dressed: { share: 0.6, spread: () => 1 },
  look_alike: { share: 0.01, spread: () => 4 },
  wrong_key: { share: 0.015, spread: (length, signs) => length * (signs - 1) },
  swapped: { share: 0.01, spread: (length) => length - 1 },
  dropped: { share: 0.006, spread: (length) => length },
  doubled: { share: 0.005, spread: (length) => length },
  extra: { share: 0.002, spread: (length, signs) => (length + 1) * signs },
}
/** So many accounts owing the same say nothing about whose money it is. */
export const commonAmount = 100
/** The share of payments whose text has nothing to do with the account that was meant. */
const unrelated = 0.03

/** Everybody who may have been meant, each account once, with what points to it most strongly. */
export function findLeads(paid: Paid, keys: Keys, past: Past[], book: Book): Lead[] {
  const leads = new Map<string, Lead>()
  const add = (account: Account, pointer: Pointer | null) => {
    const known = leads.get(account.id)
    if (!known || (pointer?.times ?? 0) > (known.pointer?.times ?? 0)) leads.set(account.id, { account, pointer })
  }
  for (const [account, pointer] of pointedTo(paid, keys.reference, past, book)) add(account, pointer)
  if (keys.phone) for (const account of book.withPhone(keys.phone)) add(account, null)
  for (const account of book.withIds(past.map(({ accountId }) => accountId))) add(account, null)
  if (keys.names.length > 0 && book.countOwing(paid.amount) <= commonAmount) {
    for (const account of book.owing(paid.amount, keys.names)) add(account, null)
  }
  return [...leads.values()]
}

function* pointedTo(paid: Paid, reference: Reference, past: Past[], book: Book): Generator<[Account, Pointer]> {
  const size = sizeOf(book)
  const numbered = book.withNumbers(reference.numbers.keys())
  const billed = book.withInvoices(reference.invoices.map(({ number }) => number))
  const chance = unrelated * chanceOfText(reference, numbered, billed.length > 0, size)

  for (const account of numbered) {
    const way = reference.numbers.get(tidyNumber(account.number))
    if (way) yield [account, byNumber(account, way, paid.typed, chance)]
  }
  // In the order of the readings, so that between equals the order of the book does not decide.
  for (const { number, way } of reference.invoices) {
    for (const { account, invoiceId } of billed.filter((one) => isSame(one.number, number)))
      yield [account, { ...byInvoice(number, way, paid.typed, chance), invoiceId }]
  }
  if (reference.phone) {
    const owners = book.withPhone({ kind: 'full', phone: reference.phone })
    const times = (5 * size) / Math.max(1, owners.length)
    for (const account of owners)
      yield [account, { kind: 'phone', times, reason: { code: 'phone_typed', phone: reference.phone } }]
  }
  if (reference.names.length > 0) {
    for (const account of book.withNames(reference.names)) yield [account, byName(account, reference.names, book)]
  }
  yield* rememberedFor(paid.typed, reference, past, book)
}

/** How likely a text that has nothing to do with an account is just this one. */
function chanceOfText({ tidy }: Reference, numbered: Account[], invoiced: boolean, size: number): number {
  // Whoever does not mean the account whose number was typed got hold of somebody else's.
  if (invoiced || numbered.some(({ number }) => tidy.includes(tidyNumber(number)))) return 0.02 / size
  // Ours are spread thinly over millions; numbers given out in a row are as thick as the accounts.
  return numbered.every(({ number }) => isOurs(number)) ? 0.2 / alphabet.length ** accountNumberLength : 0.1 / size
}

function byNumber(account: Account, way: Way, typed: string, chance: number): Pointer {
  const { number } = account
  const ours = isOurs(number)
  const { share, spread } = slips[way]
  const times = share / spread(number.length, ours ? alphabet.length : 10) / chance
  if (way === 'exact') return { kind: 'number', times, reason: { code: 'account_typed', number } }
  if (way === 'dressed') return { kind: 'number', times, reason: { code: 'account_in_text', number, typed } }
  return { kind: ours ? 'repaired' : 'guessed', times, reason: { code: 'account_repaired', number, typed, edit: way } }
}

function byInvoice(invoice: InvoiceNumber, way: Way, typed: string, chance: number): Pointer {
  const number = writeNumber(invoice)
  const { share, spread } = slips[way]
  const times = share / spread(String(invoice.serial).length, 10) / chance
  if (way === 'exact') return { kind: 'invoice', times, reason: { code: 'invoice_typed', number } }
  return { kind: 'guessed_invoice', times, reason: { code: 'invoice_repaired', number, typed } }
}

function byName(account: Account, told: string[], book: Book): Pointer {
  const words = namesInCommon(told, namesOf(account))
  const rarity = words.reduce((product, word) => product * shareNamed(word, book), 1)
  const times = Math.min(1e6, (0.4 * words.length) / told.length / 0.3 / rarity)
  return { kind: 'name', times, reason: { code: 'name_typed', words: words.join(' ') } }
}

/** The same payer typed the same before. */
function* rememberedFor(typed: string, reference: Reference, past: Past[], book: Book): Generator<[Account, Pointer]> {
  if (!reference.tidy) return
  // A phone or a name may mean each of a family's accounts, and `FEES` anything.
  const vague = reference.shape === 'words' || reference.phone !== null
  const hint = reference.names.length > 0 ? 30 : 5
  for (const { accountId, by } of past.filter(({ tidy }) => tidy === reference.tidy)) {
    const times = vague ? hint : sizeOf(book) * (by === 'clerk' ? 300 : 100)
    for (const account of book.withIds([accountId])) {
      yield [account, { kind: vague ? 'habit' : 'remembered', times, reason: { code: 'remembered', typed, by } }]
    }
  }
}

export function namesOf(account: Account): string[] {
  return [...nameWords(account.customerName), ...nameWords(account.name)]
}

/** How many accounts a number or a phone could belong to; very small books are not trusted to be the whole world. */
export function sizeOf(book: Book): number {
  return Math.max(20, book.size)
}

export function shareNamed(word: string, book: Book): number {
  return (book.countNamed(word) + 1) / sizeOf(book)
}

/** One of our numbers; one of all digits may as well be somebody's own. */
export function isOurs(number: string): boolean {
  return isAccountNumber(number) && /[A-Z]/.test(number)
}

function isSame(one: InvoiceNumber, other: InvoiceNumber): boolean {
  return one.year === other.year && one.serial === other.serial
}
