import { knownKeys } from './known.ts'
import { kes, withCents } from './money.ts'
import { dayOf, dashedTime } from './nairobi.ts'
import type { Business, OwnAccount, Transaction } from './state.ts'
import type { World } from './world.ts'

export interface StatementWish {
  /** Default `working`, into which customers pay; B2C is paid from `utility`. */
  account?: OwnAccount
  /** First and last day in Nairobi, `YYYY-MM-DD`; absent means from the beginning, and until now. */
  from?: string
  to?: string
}

/** Amounts are KES; of the two one is 0. */
export interface StatementLine {
  receipt: string
  at: string
  details: string
  /** A payment that was given back stays as it was: the reversal is a line of its own. */
  status: 'Completed'
  paidIn: number
  withdrawn: number
  balance: number
  reason: string
  otherParty: string
  account: string
  /** Of a reversal: the receipt it gives back. */
  linkedReceipt?: string
  /** Of a payment: the receipt that gave it back. */
  reversedBy?: string
}

export interface StatementView {
  shortcode: string
  name: string
  account: OwnAccount
  /** KES before the first line and after the last one. */
  opening: number
  closing: number
  lines: StatementLine[]
}

/** Throws an Error that says what is wrong with the wish. */
export function readStatementWish(wish: StatementWish): StatementWish {
  knownKeys(wish, ['account', 'from', 'to'])
  const { account, from, to } = wish
  if (account !== undefined && account !== 'working' && account !== 'utility')
    throw new Error('account must be working or utility')
  for (const [name, day] of Object.entries({ from, to }))
    if (day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(day)))
      throw new Error(`${name} must be a day, YYYY-MM-DD`)
  return wish
}

const shown = (number: string, name: string) => (name === '' || name === number ? number : `${number} - ${name}`)

/** What a transaction adds to or takes from an account of a business, cents. */
function effect(one: Transaction, shortcode: string, account: OwnAccount): number {
  const { kind, amountCents, from, to } = one
  if (kind === 'transfer') return from !== shortcode ? 0 : one.own === account ? amountCents : -amountCents
  const touched = kind === 'deposit' ? one.own : kind === 'b2c' ? 'utility' : 'working'
  if (touched !== account) return 0
  return (to === shortcode ? amountCents : 0) - (from === shortcode ? amountCents : 0)
}

function wordsOf(one: Transaction, isIn: boolean, linked: string | undefined): { reason: string; details: string } {
  const party = isIn ? `from ${shown(one.from, one.fromName)}` : `to ${shown(one.to, one.toName)}`
  const account = one.account === '' ? '' : ` Acc. ${one.account}`
  const reasons: Record<Transaction['kind'], string> = {
    paybill: one.via === 'menu' ? 'Pay Bill' : 'Pay Bill Online',
    'buy-goods': one.via === 'menu' ? 'Merchant Payment' : 'Merchant Payment Online',
    b2c: 'Business Payment to Customer via API',
    b2b: 'Business Pay Bill via API',
    tax: 'Pay Tax to KRA via API',
    reversal: 'Transaction Reversal via API',
    transfer: `Funds Transfer to ${one.own === 'utility' ? 'Utility' : 'Working'} Account`,
    deposit: isIn ? 'Deposit of Funds' : 'Withdrawal of Funds',
  }
  const reason = reasons[one.kind]
  if (one.kind === 'deposit' || one.kind === 'transfer') return { reason, details: reason }
  if (linked !== undefined) return { reason, details: `Reversal of ${linked} ${party}` }
  return { reason, details: `${reason} ${party}${account}` }
}

/**
 * One account of a business, oldest line first, with the balance after each line; the last one is the balance of now.
 * Lines outside the days asked for count in the opening balance.
 */
export function statementOf(world: World, business: Business, wish: StatementWish = {}): StatementView {
  const { account = 'working', from = '', to = '9999-12-31' } = wish
  const { shortcode } = business
  const all = [...world.state.transactions.values()]
  const linked = new Map(all.flatMap((one) => (one.reversedBy === undefined ? [] : [[one.reversedBy, one.receipt]])))
  const touching = all
    .map((one) => ({ one, cents: effect(one, shortcode, account) }))
    .filter(({ cents }) => cents !== 0)
  const now = account === 'working' ? business.workingCents : business.utilityCents
  let balance = touching.reduce((sum, { cents }) => sum - cents, now)
  let opening = balance
  const lines: StatementLine[] = []
  for (const { one, cents } of touching) {
    const day = dayOf(one.at)
    if (day > to) break
    balance += cents
    if (day < from) opening = balance
    else lines.push(lineOf(one, cents, balance, linked.get(one.receipt)))
  }
  return { shortcode, name: business.name, account, opening: kes(opening), closing: kes(balance), lines }
}

function lineOf(one: Transaction, cents: number, balance: number, linked: string | undefined): StatementLine {
  const isIn = cents > 0
  return {
    receipt: one.receipt,
    at: new Date(one.at).toISOString(),
    ...wordsOf(one, isIn, linked),
    status: 'Completed',
    paidIn: isIn ? kes(cents) : 0,
    withdrawn: isIn ? 0 : kes(-cents),
    balance: kes(balance),
    otherParty: isIn ? shown(one.from, one.fromName) : shown(one.to, one.toName),
    account: one.account,
    ...(linked !== undefined && { linkedReceipt: linked }),
    ...(one.reversedBy !== undefined && { reversedBy: one.reversedBy }),
  }
}

const header = [
  'Receipt No.',
  'Completion Time',
  'Initiation Time',
  'Details',
  'Transaction Status',
  'Paid In',
  'Withdrawn',
  'Balance',
  'Balance Confirmed',
  'Reason Type',
  'Other Party Info',
  'Linked Transaction ID',
  'A/C No.',
]

/** The file of the organisation portal as it has been seen: lines before the header, Nairobi's time, withdrawals below 0. */
export function statementCsv(statement: StatementView): string {
  const { shortcode, name, account, opening, closing } = statement
  const amount = (value: number) => withCents(Math.round(value * 100))
  const rows = statement.lines.map((line) => {
    const time = dashedTime(Date.parse(line.at))
    const paidIn = line.paidIn === 0 ? '' : amount(line.paidIn)
    const withdrawn = line.withdrawn === 0 ? '' : `-${amount(line.withdrawn)}`
    const { receipt, details, status, reason, otherParty, linkedReceipt = '' } = line
    const balance = amount(line.balance)
    const rest = [reason, otherParty, linkedReceipt, line.account]
    return [receipt, time, time, details, status, paidIn, withdrawn, balance, 'true', ...rest]
  })
  const before = [
    ['Short Code:', shortcode],
    ['Organization Name:', name],
    ['Account:', account === 'working' ? 'Working Account' : 'Utility Account'],
    ['Opening Balance:', amount(opening)],
    ['Closing Balance:', amount(closing)],
    [],
  ]
  return [...before, header, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
