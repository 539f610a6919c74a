import { readCsv } from './csv.ts'
import { readDecimal, type Money } from './money.ts'
import { readPhone } from './phone.ts'
import { refuse } from './refusal.ts'

export const statementKinds = ['payment', 'reversal', 'charge', 'settlement', 'failed', 'unreadable'] as const
export type StatementKind = (typeof statementKinds)[number]

/** A line of the M-PESA organisation portal's statement. */
export type StatementLine = {
  /** Of the file, counted from 1. */
  row: number
  kind: StatementKind
  receipt: string
  /** The receipt that is reversed. */
  linkedReceipt: string | null
  /** In is above zero, out is below. */
  amount: Money
  balance: Money | null
  accountTyped: string | null
  phone: string | null
  payerName: string | null
  details: string
  completedAt: Date | null
  /** Why it could not be read. */
  problem: string | null
}

export type StatementFile = { shortcode: string | null; lines: StatementLine[] }

/** The portal's columns by their names, in whatever order; letters and digits only count. */
const columns = {
  receipt: ['receiptno', 'receiptnumber', 'receipt', 'transactionid'],
  completed: ['completiontime', 'transactiontime', 'date'],
  initiated: ['initiationtime'],
  details: ['details', 'description'],
  status: ['transactionstatus', 'status'],
  paidIn: ['paidin', 'credit'],
  withdrawn: ['withdrawn', 'paidout', 'debit'],
  balance: ['balance'],
  reason: ['reasontype'],
  otherParty: ['otherpartyinfo', 'otherparty'],
  linked: ['linkedtransactionid'],
  account: ['acno', 'accountno', 'accountnumber'],
}
type Column = keyof typeof columns
type Cells = Partial<Record<Column, string>>

/** Reads the portal's CSV, with `,` `;` or tab between the cells. Throws `statement_unreadable` when no header is found. */
export function readStatement(text: string): StatementFile {
  for (const separator of [',', ';', '\t']) {
    const file = readStatementRows(readCsv(text, separator))
    if (file) return file
  }
  return refuse('statement_unreadable')
}

/**
 * Reads the rows of the portal's statement, be they from its CSV or from its Excel file: preamble lines, columns by header
 * name, three date forms, thousands with commas, withdrawals with or without a minus. Null when no header is found.
 */
export function readStatementRows(rows: string[][]): StatementFile | null {
  const headerAt = rows.slice(0, 50).findIndex(isHeader)
  if (headerAt === -1) return null
  const header = placesOf(rows[headerAt] ?? [])
  const lines = rows.slice(headerAt + 1).flatMap((cells, index) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length
    return filled < 3 ? [] : [readLine(cellsOf(cells, header), headerAt + index + 2)]
  })
  return { shortcode: shortcodeIn(rows.slice(0, headerAt)), lines }
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function isHeader(row: string[]): boolean {
  const places = placesOf(row)
  return places.has('receipt') && places.has('completed') && places.has('paidIn')
}

function placesOf(row: string[]): Map<Column, number> {
  const names = row.map(plain)
  const places = new Map<Column, number>()
  for (const [column, known] of Object.entries(columns) as [Column, string[]][]) {
    const place = names.findIndex((name) => known.includes(name))
    if (place !== -1) places.set(column, place)
  }
  return places
}

function cellsOf(row: string[], places: Map<Column, number>): Cells {
  return Object.fromEntries([...places].map(([column, place]) => [column, (row[place] ?? '').trim()]))
}

/** The preamble names the shortcode as `Short Code:, 600984` or `Short Code: 600984`. */
function shortcodeIn(preamble: string[][]): string | null {
  const text = preamble.map((row) => row.join(' ')).join('\n')
  return /short\s*code\D{0,10}(\d{5,7})\b/i.exec(text)?.[1] ?? null
}

function readLine(cells: Cells, row: number): StatementLine {
  const receipt = (cells.receipt ?? '').toUpperCase()
  const paidIn = readAmount(cells.paidIn ?? '')
  const withdrawn = readAmount(cells.withdrawn ?? '')
  const details = (cells.details ?? '').replace(/\s+/g, ' ')
  const completedAt = readTime(cells.completed || cells.initiated || '')
  const line = {
    row,
    receipt,
    balance: readAmount(cells.balance ?? ''),
    accountTyped: cells.account || accountIn(details),
    ...otherPartyIn(cells.otherParty || details),
    details,
    completedAt,
    linkedReceipt: null,
  }
  const unreadable = (problem: string): StatementLine => ({ ...line, kind: 'unreadable', amount: 0n, problem })
  if (!/^[A-Z0-9]{6,20}$/.test(receipt)) return unreadable('no receipt')
  if (paidIn === null || withdrawn === null) return unreadable('unreadable amount')
  // A line has one of the two; withdrawals are written with a minus in some files and without in others.
  const amount = paidIn !== 0n ? paidIn : withdrawn < 0n ? withdrawn : -withdrawn
  if (cells.status !== undefined && !/^completed$/i.test(cells.status)) {
    return { ...line, kind: 'failed', amount, problem: cells.status || null }
  }
  if (completedAt === null) return unreadable('unreadable time')
  if (amount === 0n) return unreadable('no amount')
  const kind = kindOf(cells.reason || headOf(details), amount)
  const linkedReceipt = kind === 'reversal' ? (cells.linked || reversedIn(details) || receipt).toUpperCase() : null
  return { ...line, kind, amount, linkedReceipt, problem: null }
}

/** What the line says of itself, before the parts that a payer wrote. */
function headOf(details: string): string {
  return details.split(/\s+(?:from|to|by|acc)\b|\s-\s/i)[0] ?? ''
}

/** Money that came in and says nothing else of itself is a payment: better in suspense than lost. */
function kindOf(words: string, amount: Money): StatementKind {
  if (/\b(charges?|tariff|commission|fees?)\b/i.test(words)) return 'charge'
  if (/revers/i.test(words)) return 'reversal'
  if (amount < 0n) return 'settlement'
  return /settlement|funds? transfer|\bfloat\b|\bdeposit\b/i.test(words) ? 'settlement' : 'payment'
}

function reversedIn(details: string): string | undefined {
  return /revers\w*\s+(?:of\s+)?(?:transaction\s+)?([A-Z0-9]{8,12})\b/i.exec(details)?.[1]
}

function accountIn(details: string): string | null {
  return /\bacc(?:ount)?\.?\s*(?:no\.?|number)?\s*[:#]?\s+(\S.*)$/i.exec(details)?.[1]?.trim() ?? null
}

/** `254712345678 - AMINA OTIENO`, with the number in full or masked, and whatever stands in front. */
function otherPartyIn(text: string): { phone: string | null; payerName: string | null } {
  const [, number = '', rest = ''] = /(\+?[\d*]{9,13})\s*-\s*(.+)$/.exec(text) ?? []
  const name = rest.replace(/\s+acc(ount)?\b.*$/i, '').trim()
  return { phone: readPhone(number) ?? (number || null), payerName: name || null }
}

/** `1,234.50`, `-1,234.50`, nothing for 0; null for what is no amount. */
function readAmount(text: string): Money | null {
  const [, sign, digits = ''] = /^(-?)\s*([\d,.]*)$/.exec(text) ?? [null, '', 'x']
  if (digits === '') return 0n
  const amount = readDecimal(digits.replaceAll(',', ''))
  return amount !== null && sign === '-' ? -amount : amount
}

/**
 * `dd-mm-yyyy`, `dd/mm/yyyy` or `yyyy-mm-dd`, with a time of Nairobi, or the days since 1899 by which a spreadsheet counts;
 * null for other forms and for days that do not exist.
 */
function readTime(text: string): Date | null {
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  const [, date = '', hour = '00', minute = '00', second = '00'] =
    /^(\S+)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? []
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(date) ?? []
  const iso = year ? `${year}-${month}-${day}` : date
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  const named = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(named.getTime()) || named.toISOString().slice(0, 10) !== iso) return null
  const at = new Date(`${iso}T${hour.padStart(2, '0')}:${minute}:${second}+03:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** `47908.375` is 2031-03-01 09:00:00 in Nairobi, to the second. */
function fromSerial(days: number): Date {
  const seconds = Math.round(days * 86_400)
  return new Date(Date.UTC(1899, 11, 30, -3) + seconds * 1000)
}
