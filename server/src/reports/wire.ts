import { agingBuckets, type AgingBucket } from '@kusanya/domain/aging.ts'
import { writeInstant, type Day } from '@kusanya/domain/day.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'
import type { Cause } from '../ledger/post.ts'
import { causeTitles } from '../ledger/wire.ts'
import type { Collected, Month } from './read-collected.ts'
import type { Span } from './span.ts'

/** What happened between a business and an account. Above zero is owed to the business, below is paid to it. */
export type Entry = { at: Date; cause: Cause; reference: string; amount: Money; balance: Money }
export type AccountStatement = { opening: Money; closing: Money; entries: Entry[] }

/** A part of an invoice that was open, and the day by which it had to be paid. */
export type OpenPart = {
  customer: { id: string; name: string }
  account: { id: string; number: string }
  reference: string
  dueOn: Day
  balance: Money
}

export const AccountStatementOnWire = named('AccountStatement', {
  from: Type.String(),
  to: Type.String(),
  currency: Type.String(),
  opening: Type.Number({ description: 'What was owed less credit; below zero is the customer’s' }),
  closing: Type.Number(),
  entries: Type.Array(
    Type.Object({
      date: Type.String(),
      type: Type.String(),
      title: Type.String(),
      reference: Type.String({ description: 'Invoice number or M-PESA receipt' }),
      charged: Type.Number(),
      paid: Type.Number(),
      balance: Type.Number(),
    }),
  ),
})

export const charged = ({ amount }: Entry) => (amount > 0n ? amount : 0n)
export const paid = ({ amount }: Entry) => (amount < 0n ? -amount : 0n)

export function presentAccountStatement(
  { opening, closing, entries }: AccountStatement,
  { from, to }: Span,
  currency: string,
): Static<typeof AccountStatementOnWire> {
  return {
    from,
    to,
    currency,
    opening: toWire(opening),
    closing: toWire(closing),
    entries: entries.map((entry) => ({
      date: writeInstant(entry.at),
      type: entry.cause,
      title: causeTitles[entry.cause],
      reference: entry.reference,
      charged: toWire(charged(entry)),
      paid: toWire(paid(entry)),
      balance: toWire(entry.balance),
    })),
  }
}

type Rows = (string | number | Money)[][]

export function accountStatementRows({ opening, closing, entries }: AccountStatement, { from, to }: Span): Rows {
  return [
    ['date', 'title', 'reference', 'charged', 'paid', 'balance'],
    [from, 'Opening balance', '', '', '', opening],
    ...entries.map((entry) => [
      writeInstant(entry.at),
      causeTitles[entry.cause],
      entry.reference,
      charged(entry),
      paid(entry),
      entry.balance,
    ]),
    [to, 'Closing balance', '', '', '', closing],
  ]
}

export type Aged = Record<AgingBucket | 'total', Money> & {
  customer: { id: string; name: string }
  account: { id: string; number: string }
}

const ageColumns = [...agingBuckets, 'total'] as const
const Amounts = Type.Object(
  Object.fromEntries(ageColumns.map((column) => [column, Type.Number()])) as Record<
    AgingBucket | 'total',
    ReturnType<typeof Type.Number>
  >,
)
export const AgedOnWire = named('AgedAccount', {
  customer: Type.Object({ _id: Type.String(), name: Type.String() }),
  accountid: Type.String(),
  accountno: Type.String(),
  ...Amounts.properties,
})

export function presentAged(aged: Aged): Static<typeof AgedOnWire> {
  return {
    customer: { _id: aged.customer.id, name: aged.customer.name },
    accountid: aged.account.id,
    accountno: aged.account.number,
    ...presentAmounts(aged),
  }
}

export const OwedOnWire = named('Owed', {
  ...Amounts.properties,
  accounts: Type.Integer({ description: 'How many owe something' }),
})

export function presentOwed(sums: Record<AgingBucket | 'total', Money>, accounts: number): Static<typeof OwedOnWire> {
  return { ...presentAmounts(sums), accounts }
}

const presentAmounts = (aged: Record<AgingBucket | 'total', Money>) =>
  Object.fromEntries(ageColumns.map((column) => [column, toWire(aged[column])])) as Record<
    AgingBucket | 'total',
    number
  >

export function agedRows(aged: Aged[]): Rows {
  return [
    ['customer', 'accountno', ...ageColumns],
    ...aged.map((one) => [one.customer.name, one.account.number, ...ageColumns.map((column) => one[column])]),
  ]
}

export const CollectedOnWire = named('Collected', {
  date: Type.String(),
  channel: Type.String(),
  shortcode: Type.String(),
  payments: Type.Integer(),
  amount: Type.Number(),
})
export const ChannelOnWire = named('CollectedByChannel', {
  channel: Type.String(),
  shortcode: Type.String(),
  payments: Type.Integer(),
  amount: Type.Number(),
})

export function presentCollected({ day, amount, ...one }: Collected): Static<typeof CollectedOnWire> {
  return { date: day, ...one, amount: toWire(amount) }
}

export function collectedRows(collected: Collected[]): Rows {
  return [
    ['date', 'channel', 'shortcode', 'payments', 'amount'],
    ...collected.map((one) => [one.day, one.channel, one.shortcode, one.payments, one.amount]),
  ]
}

export const MonthOnWire = named('DaysSalesOutstanding', {
  month: Type.String(),
  sales: Type.Number({ description: 'Invoiced in the month, tax included' }),
  receivable: Type.Number({ description: 'Owed at its end' }),
  days: Type.Integer(),
  dso: Type.Union([Type.Number(), Type.Null()], { description: 'receivable ÷ sales × days' }),
})

export function presentMonth({ sales, receivable, ...one }: Month): Static<typeof MonthOnWire> {
  return { ...one, sales: toWire(sales), receivable: toWire(receivable) }
}

export function monthRows(months: Month[]): Rows {
  return [
    ['month', 'sales', 'receivable', 'days', 'dso'],
    ...months.map((one) => [one.month, one.sales, one.receivable, one.days, one.dso ?? '']),
  ]
}
