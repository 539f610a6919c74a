import { spokenLanguage } from '../words/say.ts'

const nairobi = 'Africa/Nairobi'
const byDay = { day: 'numeric', month: 'short', year: 'numeric' } as const
const clock = { hour: '2-digit', minute: '2-digit' } as const
const locales = { en: 'en-GB', sw: 'sw-KE' }
const written = (at: Date, form: Intl.DateTimeFormatOptions) =>
  // A day is not broken between its parts where a line ends.
  new Intl.DateTimeFormat(locales[spokenLanguage()], form).format(at).replaceAll(/(?<!,) /g, '\u00a0')

const nairobiDay = new Intl.DateTimeFormat('en-CA', { timeZone: nairobi })

/** The last days, the oldest first, as `2031-02-15` in Nairobi. */
export function lastDays(count: number): string[] {
  const now = Date.now()
  return Array.from({ length: count }, (_, place) => nairobiDay.format(now - (count - 1 - place) * 86_400_000))
}

/** The day, as `2031-02-15` in Nairobi, that is over at an instant or goes on until it. */
export function dayBefore(instant: string): string {
  return nairobiDay.format(Date.parse(instant) - 1)
}

/** The Monday of the week that a day is in, and the first day of its month; each as `2031-02-15`. */
export function startsOf(day: string): { week: string; month: string } {
  const at = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (at.getUTCDay() + 6) % 7
  return {
    week: new Date(at.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10),
    month: `${day.slice(0, 8)}01`,
  }
}

/** Midnight in UTC is a calendar day, and the same one everywhere. */
const isDay = (instant: string) => /T00:00:00(\.0+)?Z$/.test(instant)

/** `15 Feb 2031`. */
export function sayDay(instant: string): string {
  return written(new Date(instant), { ...byDay, timeZone: isDay(instant) ? 'UTC' : nairobi })
}

/** `15 Feb 2031, 13:05`, Nairobi time; only the day of what is known by its day. */
export function sayMinute(instant: string): string {
  if (isDay(instant)) return sayDay(instant)
  return written(new Date(instant), { ...byDay, ...clock, timeZone: nairobi })
}

/** `0712 345 678`, however it was written; what is no Kenyan mobile number stays as it is. */
export function sayPhone(phone: string): string {
  const [, digits] = /^(?:\+?254|0)([17]\d{8})$/.exec(phone.replace(/\s/g, '')) ?? []
  return digits ? `0${digits.slice(0, 3)}\u00a0${digits.slice(3, 6)}\u00a0${digits.slice(6)}` : phone
}
