import type { InvoiceNumber } from '../invoice.ts'
import type { Money } from '../money.ts'
import { tidyNumber, wholeShillings, type Account, type Billed, type Book, type Past } from './book.ts'
import { nameWords } from './names.ts'
import { hasPhone, type PayerPhone } from './payer.ts'

export type Rows = {
  accounts: Account[]
  invoices: Billed[]
  /** Under each payer's key what was paid before; what is remembered under several is one object. */
  past: Map<string, Past[]>
  /** Of the whole business, when `accounts` are only the candidates of some payments; else they are counted here. */
  counts?: { accounts: number; billed: number; named: Map<string, number>; owing: Map<Money, number> }
}

/** A book in memory: over a whole business, or over the rows that were fetched for the keys of some payments. */
export function indexAccounts({ accounts, invoices, past, counts }: Rows): Book {
  const byId = grouped(accounts, ({ id }) => [id])
  const byNumber = grouped(accounts, ({ number }) => [tidyNumber(number)])
  const byPhone = grouped(accounts, ({ phones }) => phones)
  const byPhoneEnd = grouped(accounts, ({ phones }) => phones.map(phoneEnd))
  const byHash = grouped(accounts, ({ phoneHashes }) => phoneHashes)
  const byWord = grouped(accounts, (account) => [...nameWords(account.name), ...nameWords(account.customerName)])
  const byAmount = grouped(accounts, amountsOf)
  const byInvoice = grouped(invoices, ({ number }) => [invoiceKey(number)])

  const withPhone = (phone: PayerPhone): Account[] => {
    if (phone.kind === 'full') return byPhone.get(phone.phone) ?? []
    if (phone.kind === 'hashed') return byHash.get(phone.sha256) ?? []
    const rows = phone.end.length >= 3 ? byPhoneEnd.get(phone.end.slice(-3)) : accounts
    return (rows ?? []).filter((account) => hasPhone(account, phone))
  }
  const withNames = (words: string[]): Account[] => {
    const times = new Map<Account, number>()
    for (const word of words)
      for (const account of byWord.get(word) ?? []) times.set(account, (times.get(account) ?? 0) + 1)
    return [...times].filter(([, count]) => count >= Math.min(2, words.length)).map(([account]) => account)
  }
  return {
    size: counts?.accounts ?? accounts.length,
    billed: counts?.billed ?? accounts.filter(({ billedAt }) => billedAt).length,
    withNumbers: (numbers) => [...numbers].flatMap((number) => byNumber.get(number) ?? []),
    withInvoices: (numbers) => numbers.flatMap((number) => byInvoice.get(invoiceKey(number)) ?? []),
    withPhone,
    withNames,
    owing: (amount, words) => {
      const named = new Set(words.flatMap((word) => byWord.get(word) ?? []))
      return (byAmount.get(wholeShillings(amount)) ?? []).filter((account) => named.has(account))
    },
    withIds: (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    past: (payerKeys) => [...new Set(payerKeys.flatMap((key) => past.get(key) ?? []))],
    countNamed: (word) => (counts ? counts.named.get(word) : byWord.get(word)?.length) ?? 0,
    countOwing: (amount) => {
      const whole = wholeShillings(amount)
      return (counts ? counts.owing.get(whole) : byAmount.get(whole)?.length) ?? 0
    },
  }
}

function amountsOf(account: Account): Money[] {
  return account.open.map(({ due }) => wholeShillings(due)).filter((due) => due > 0n)
}

function phoneEnd(phone: string): string {
  return phone.slice(-3)
}

function invoiceKey({ year, serial }: InvoiceNumber): string {
  return `${year} ${serial}`
}

function grouped<Row, Key>(rows: Row[], keysOf: (row: Row) => Key[]): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    for (const key of new Set(keysOf(row))) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  return groups
}
