/** A calendar day as `YYYY-MM-DD`. */
export type Day = string

const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day on which an instant falls in a time zone. */
export function dayOf(at: Date, timeZone: string): Day {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(at)
}

/** Midnight UTC of a day: how the API writes a date that has no time. */
export function midnight(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** The first instant after a calendar day in a time zone; the last that can be written for the last day there is. */
export function endOfDay(day: Day, timeZone: string): Date {
  const nextMidnight = midnight(day).getTime() + 24 * hour
  let low = nextMidnight - 15 * hour
  let high = nextMidnight + 15 * hour
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isAfter(dayOf(new Date(middle), timeZone), day)) high = middle
    else low = middle
  }
  return new Date(Math.min(high, lastInstant))
}
const hour = 3_600_000
const lastInstant = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

function isAfter(one: Day, other: Day): boolean {
  return one.length === other.length ? one > other : one.length > other.length
}

/** Whether an instant stands for a date without a time: exactly midnight UTC. */
export function isPlainDay(at: Date): boolean {
  return at.getTime() % (24 * hour) === 0
}

/** The calendar day that an instant of the API names: itself when it is a plain date, else the day in the time zone. */
export function dayNamed(at: Date, timeZone: string): Day {
  return isPlainDay(at) ? at.toISOString().slice(0, 10) : dayOf(at, timeZone)
}

/**
 * When an invoice becomes overdue: a plain date has passed when that day ends in the business's time zone; any other
 * value is the instant it says.
 */
export function passesAt(dueAt: Date, timeZone: string): Date {
  return isPlainDay(dueAt) ? endOfDay(dueAt.toISOString().slice(0, 10), timeZone) : dueAt
}

const isoForm = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * Reads `YYYY-MM-DD` or a date-time with a zone; null for other forms, for days that do not exist and for years outside
 * 1970 to 9999. A fraction of a second is cut: the API shows none, and what is sent back must be what was stored.
 */
export function readInstant(text: string): Date | null {
  const [, year = '', month = '', day = ''] = isoForm.exec(text) ?? []
  const at = new Date(text)
  const written = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || Number.isNaN(written.getTime())) return null
  if (written.toISOString().slice(0, 10) !== `${year}-${month}-${day}`) return null
  if (at.getTime() < 0 || at.getTime() > lastInstant) return null
  return new Date(Math.floor(at.getTime() / 1000) * 1000)
}

/** The day so many days later; earlier when below zero. */
export function addDays(day: Day, days: number): Day {
  return new Date(midnight(day).getTime() + days * 24 * hour).toISOString().slice(0, 10)
}

/** The same day of a month so many months later; its last day where the month has no such day. */
export function addMonths(day: Day, months: number): Day {
  const at = midnight(day)
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0))
  first.setUTCDate(Math.min(at.getUTCDate(), last.getUTCDate()))
  return first.toISOString().slice(0, 10)
}

/** How many days the second day is after the first. */
export function daysBetween(first: Day, second: Day): number {
  return (midnight(second).getTime() - midnight(first).getTime()) / (24 * hour)
}

/** Reads `YYYY-MM-DD`; null for other forms and for days that do not exist. */
export function readDay(text: string): Day | null {
  return text.length === 10 && readInstant(text) ? text : null
}

/** An instant as the API writes it: UTC, whole seconds. */
export function writeInstant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}
