import { type Issue, PesafyError } from './error.ts'
import { recordOf } from './failure.ts'
import { isBillDate, isCalendarDay } from './nairobi-time.ts'
import { findPhone } from './phone.ts'

/** The request, or one without fields: what is no object is then refused by the names of the fields it lacks. */
export function given<T extends object>(request: T): T {
  return (recordOf(request) ?? {}) as T
}

/** Collects everything that is wrong with a request, so that the caller hears it all at once and before any HTTP. */
export class Checks {
  readonly issues: Issue[] = []
  #row: number | undefined

  /** All later issues belong to this row of a bulk request (from 0). */
  inRow(row: number): void {
    this.#row = row
  }

  add(field: string, problem: string): void {
    this.issues.push(this.#row === undefined ? { field, problem } : { field, problem, row: this.#row })
  }

  /** Non-empty text, at most `most` characters. Too long is refused: a reference cut short is another reference. */
  text(field: string, value: unknown, most = 255): string {
    if (typeof value !== 'string' || value.trim() === '') this.add(field, 'is required')
    else if (value.length > most) this.add(field, `is longer than ${most} characters`)
    else return value
    return ''
  }

  optionalText(field: string, value: unknown, most = 255): string | undefined {
    return value === undefined || value === '' ? undefined : this.text(field, value, most)
  }

  /** Whole Kenya shillings. A fraction is an error, never a rounding. */
  shillings(field: string, value: unknown, least = 1, most = 999_999_999): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) this.add(field, 'must be a number of KES')
    else if (!Number.isInteger(value)) this.add(field, 'must be whole KES, without cents')
    else if (value < least) this.add(field, `must be at least KES ${least}`)
    else if (value > most) this.add(field, `must be at most KES ${most}`)
    else return value
    return 0
  }

  phone(field: string, value: unknown): string {
    const phone = typeof value === 'string' ? findPhone(value) : null
    if (phone === null) this.add(field, 'is not a Kenyan mobile number (07…, 01…, 2547…, 2541…)')
    return phone ?? ''
  }

  /** Paybill, till or store number: 5 to 7 digits. */
  shortCode(field: string, value: unknown): string {
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && /^[1-9]\d{4,6}$/.test(text)) return text
    this.add(field, 'must be a shortcode of 5 to 7 digits')
    return ''
  }

  billDate(field: string, value: unknown): string {
    if (typeof value === 'string' && isBillDate(value)) return value
    this.add(field, 'must be a date that exists, as YYYY-MM-DD or YYYY-MM-DD HH:MM:SS')
    return ''
  }

  day(field: string, value: unknown): string {
    if (typeof value === 'string' && isCalendarDay(value)) return value
    this.add(field, 'must be a day that exists, as YYYY-MM-DD')
    return ''
  }

  /** An absolute http(s) URL; https only where Safaricom demands it, which is in production. */
  url(field: string, value: unknown, environment: 'sandbox' | 'production'): string {
    const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null
    if (url === null || !/^https?:$/.test(url.protocol)) this.add(field, 'must be an absolute http(s) URL')
    else if (environment === 'production' && url.protocol !== 'https:') this.add(field, 'must be https in production')
    else return value as string
    return ''
  }

  email(field: string, value: unknown): string {
    if (typeof value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return value
    this.add(field, 'must be an e-mail address')
    return ''
  }

  /** Whole KES as text, as reconciliation wants it: `2500`, also given as `2500.00`. */
  amountText(field: string, value: unknown): string {
    const whole = typeof value === 'string' ? /^0*([1-9]\d{0,8})(?:\.00?)?$/.exec(value)?.[1] : undefined
    if (whole === undefined) this.add(field, "must be whole KES as text, such as '2500'")
    return whole ?? ''
  }

  /** A list of objects, also if what was given is none. */
  list<T extends object>(field: string, value: readonly T[]): readonly T[] {
    if (Array.isArray(value) && value.every((item) => recordOf(item))) return value
    this.add(field, 'must be a list of objects')
    return []
  }

  /** Between 1 and `most` rows; none to look at otherwise. */
  rows<T>(field: string, value: readonly T[], most: number): readonly T[] {
    if (Array.isArray(value) && value.length >= 1 && value.length <= most) return Array.from<T>(value)
    this.add(field, `must be a list of 1 to ${most}`)
    return []
  }

  oneOf<T extends string>(field: string, value: unknown, allowed: readonly T[]): T {
    const found = allowed.find((one) => one === value)
    if (found === undefined) this.add(field, `must be one of ${allowed.map((one) => `'${one}'`).join(', ')}`)
    return found ?? (allowed[0] as T)
  }

  /** Throws VALIDATION_ERROR (INVALID_PHONE if phones are all that is wrong) with every issue, if there is one. */
  done(call: string): void {
    const [first] = this.issues
    if (first === undefined) return
    const onlyPhones = this.issues.every((issue) => issue.problem.includes('Kenyan mobile number'))
    const where = first.row === undefined ? first.field : `row ${first.row}, ${first.field}`
    const more = this.issues.length > 1 ? ` (and ${this.issues.length - 1} more, see issues)` : ''
    throw new PesafyError({
      code: onlyPhones ? 'INVALID_PHONE' : 'VALIDATION_ERROR',
      message: `${call}: ${where} ${first.problem}${more}`,
      issues: this.issues,
      outcome: 'not_sent',
    })
  }
}
