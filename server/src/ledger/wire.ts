import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'
import { causes, ledgerAccounts, type Cause, type LedgerKind } from './post.ts'
import type { AccountLedger, LedgerEntry } from './read-account-ledger.ts'
import type { TrialBalance } from './read-trial-balance.ts'

export const causeTitles: Record<Cause, string> = {
  invoice_issued: 'Invoice',
  invoice_changed: 'Invoice changed',
  invoice_cancelled: 'Invoice cancelled',
  invoice_reopened: 'Invoice reopened',
  payment_received: 'Payment',
  payment_reversed: 'Payment reversed',
  payment_moved: 'Payment moved',
  credit_applied: 'Credit used',
  credit_refunded: 'Credit refunded',
  invoice_adjusted: 'Adjustment',
  adjustment_reversed: 'Adjustment undone',
  charged: 'M-PESA charge',
  settled: 'Settlement',
  brought_forward: 'Balance brought forward',
}

const accountTitles: Record<LedgerKind, string> = {
  receivable: 'Receivable',
  mpesa: 'M-PESA',
  cash: 'Received by hand',
  bank: 'Bank',
  withholding: 'Tax withheld by customers',
  suspense: 'Unmatched payments',
  credit: 'Credit of customers',
  refund: 'Refunds',
  tax: 'Tax',
  opening: 'Balances brought forward',
  sales: 'Sales',
  rounding: 'Rounding',
  write_off: 'Written off',
  fees: 'M-PESA charges',
}

export const LedgerKindOnWire = Type.Enum(ledgerAccounts)

export const TrialBalanceOnWire = named('TrialBalance', {
  date: Type.String(),
  currency: Type.String(),
  accounts: Type.Array(
    Type.Object({
      account: LedgerKindOnWire,
      reference: Type.String({
        description: 'The shortcode, or which tax was withheld; empty where there is one only',
      }),
      title: Type.String(),
      debit: Type.Number(),
      credit: Type.Number(),
    }),
  ),
  debit: Type.Number({ description: 'All debits: as much as all credits' }),
  credit: Type.Number(),
})

const debitOf = (amount: Money) => (amount > 0n ? amount : 0n)
const creditOf = (amount: Money) => (amount < 0n ? -amount : 0n)
const sum = (amounts: Money[]) => amounts.reduce((total, amount) => total + amount, 0n)

export function presentTrialBalance({ day, currency, lines }: TrialBalance): Static<typeof TrialBalanceOnWire> {
  return {
    date: day,
    currency,
    accounts: lines.map(({ kind, ref, balance }) => ({
      account: kind,
      reference: ref,
      title: accountTitles[kind],
      debit: toWire(debitOf(balance)),
      credit: toWire(creditOf(balance)),
    })),
    debit: toWire(sum(lines.map(({ balance }) => debitOf(balance)))),
    credit: toWire(sum(lines.map(({ balance }) => creditOf(balance)))),
  }
}

type Rows = (string | number | Money)[][]

export function trialBalanceRows({ lines }: TrialBalance): Rows {
  return [
    ['account', 'reference', 'title', 'debit', 'credit'],
    ...lines.map(({ kind, ref, balance }) => [kind, ref, accountTitles[kind], debitOf(balance), creditOf(balance)]),
    [
      'total',
      '',
      '',
      sum(lines.map(({ balance }) => debitOf(balance))),
      sum(lines.map(({ balance }) => creditOf(balance))),
    ],
  ]
}

export const AccountLedgerOnWire = named('AccountLedger', {
  account: LedgerKindOnWire,
  from: Type.String(),
  to: Type.String(),
  currency: Type.String(),
  opening: Type.Number({ description: 'Debit is above zero' }),
  closing: Type.Number(),
  entries: Type.Array(
    Type.Object({
      date: Type.String(),
      type: Type.Enum(causes),
      title: Type.String(),
      reference: Type.String({ description: 'Invoice number or M-PESA receipt' }),
      against: LedgerKindOnWire,
      debit: Type.Number(),
      credit: Type.Number(),
      balance: Type.Number(),
    }),
  ),
})

export function presentAccountLedger(one: AccountLedger): Static<typeof AccountLedgerOnWire> {
  const { kind, span, currency, opening, closing, entries } = one
  return {
    account: kind,
    from: span.from,
    to: span.to,
    currency,
    opening: toWire(opening),
    closing: toWire(closing),
    entries: entries.map((entry) => ({
      date: writeInstant(entry.at),
      type: entry.cause,
      title: causeTitles[entry.cause],
      reference: entry.reference,
      against: entry.against,
      debit: toWire(debitOf(entry.amount)),
      credit: toWire(creditOf(entry.amount)),
      balance: toWire(entry.balance),
    })),
  }
}

export function accountLedgerRows({ span, opening, closing, entries }: AccountLedger): Rows {
  const row = (entry: LedgerEntry) => [
    writeInstant(entry.at),
    causeTitles[entry.cause],
    entry.reference,
    entry.against,
    debitOf(entry.amount),
    creditOf(entry.amount),
    entry.balance,
  ]
  return [
    ['date', 'title', 'reference', 'against', 'debit', 'credit', 'balance'],
    [span.from, 'Opening balance', '', '', '', '', opening],
    ...entries.map(row),
    [span.to, 'Closing balance', '', '', '', '', closing],
  ]
}
