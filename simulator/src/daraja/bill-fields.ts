import { longestAccount } from '../accounts.ts'
import { readWholeKes } from '../money.ts'
import { readTime, startOfDay } from '../nairobi.ts'
import type { Bill } from '../state.ts'
import { type Fields, text } from './call.ts'

/** A refusal of Bill Manager, which has words of its own: `{Status_Message, resmsg, rescode, errors}`. */
export class BillRefusal extends Error {
  readonly rescode: string
  readonly errors: { externalReference: string; message: string }[]

  constructor(rescode: '400' | '404' | '409', message: string, errors: BillRefusal['errors'] = []) {
    super(message)
    this.rescode = rescode
    this.errors = errors
  }
}

const conflict = (message: string) => new BillRefusal('409', message)
const missing = (field: string) => new BillRefusal('400', `Bad Request - Missing ${field}`)

export const duplicateReference = 'Another entry exist with the same externalReference number'

export function required(fields: Fields, name: string): string {
  const value = text(fields, name)
  if (value === '') throw missing(name)
  return value
}

/** `07…`, `01…` or `254…` as Bill Manager takes them, without a plus. */
export function readBillPhone(value: string): string {
  const match = /^(?:254|0)([17]\d{8})$/.exec(value)
  if (!match) throw conflict('Incorrect phone number format')
  return `254${match[1]}`
}

/** No longer than the menu of a phone takes: a bill that nobody could pay is refused. */
function readAccount(value: string): string {
  if (value.length > longestAccount) throw new BillRefusal('400', 'Bad Request - Invalid accountReference')
  return value
}

/** `YYYY-MM-DD`, alone or with a time of day. */
export function readDueDay(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d)(?: \d\d:\d\d:\d\d(?:\.\d+)?)?$/.exec(value)
  const at = readTime(value.length === 10 ? `${value} 00:00:00` : value)
  if (!match || Number.isNaN(at) || Number.isNaN(startOfDay(match[1]!))) throw conflict('Incorrect due date format')
  return match[1]!
}

export function readBillAmount(value: unknown): number {
  const cents = readWholeKes(value)
  if (!cents) throw new BillRefusal('400', 'Bad Request - Invalid amount')
  return cents
}

/** `[{itemName, amount}]`, or nothing. */
export function readItems(value: unknown): Bill['items'] {
  if (value === undefined || value === null || value === '') return []
  if (!Array.isArray(value)) throw new BillRefusal('400', 'Bad Request - Invalid invoiceItems')
  return value.map((item: unknown) => {
    const fields = (typeof item === 'object' && item !== null ? item : {}) as Fields
    const itemName = text(fields, 'itemName')
    const amountCents = readWholeKes(fields.amount)
    if (itemName === '' || amountCents === undefined) throw new BillRefusal('400', 'Bad Request - Invalid invoiceItems')
    return { itemName, amountCents }
  })
}

/** One invoice as sent to single and bulk invoicing. Throws a BillRefusal. */
export function readBill(shortcode: string, row: unknown, sentAt: number): Bill {
  const fields = (typeof row === 'object' && row !== null ? row : {}) as Fields
  return {
    shortcode,
    externalReference: required(fields, 'externalReference'),
    fullName: required(fields, 'billedFullName'),
    msisdn: readBillPhone(required(fields, 'billedPhoneNumber')),
    period: required(fields, 'billedPeriod'),
    invoiceName: required(fields, 'invoiceName'),
    dueDay: readDueDay(required(fields, 'dueDate')),
    account: readAccount(required(fields, 'accountReference')),
    amountCents: readBillAmount(fields.amount),
    paidCents: 0,
    items: readItems(fields.invoiceItems),
    cancelled: false,
    sentAt,
  }
}
