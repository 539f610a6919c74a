import { dayNamed, dayOf, isPlainDay } from '@kusanya/domain/day.ts'
import { fromWire, readable, type Money } from '@kusanya/domain/money.ts'

const zone = 'Africa/Nairobi'
const day = new Intl.DateTimeFormat('en-KE', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })

/** An amount of the API's, such as `KES 145,800` or `KES 1,234.56`. */
export function money(major: number, currency = 'KES'): string {
  return moneyOf(fromWire(major), currency)
}

export function moneyOf(amount: Money, currency: string): string {
  return `${currency} ${readable(amount)}`
}

/** An instant of the API's as the day it names in Nairobi: `15 Mar 2031`. */
export function date(instant: string | null): string {
  if (instant === null) return ''
  return day.format(new Date(`${dayNamed(new Date(instant), zone)}T00:00:00Z`))
}

/** The same with the time in Nairobi. */
export function moment(instant: string | null): string {
  if (instant === null) return ''
  const at = new Date(instant)
  if (isPlainDay(at)) return date(instant)
  return `${day.format(new Date(`${dayOf(at, zone)}T00:00:00Z`))}, ${time.format(at)}`
}

/** `1 row`, `2 rows`. */
export function count(many: number, one: string, more = `${one}s`): string {
  return `${many.toLocaleString('en-KE')} ${many === 1 ? one : more}`
}
