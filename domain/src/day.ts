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

/** The first instant after a calendar day in a time zone. */
export function endOfDay(day: Day, timeZone: string): Date {
  const nextDay = dayOf(new Date(midnight(day).getTime() + 36 * hour), 'UTC')
  let low = midnight(nextDay).getTime() - 15 * hour
  let high = midnight(nextDay).getTime() + 15 * hour
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (dayOf(new Date(middle), timeZone) >= nextDay) high = middle
    else low = middle
  }
  return new Date(high)
}
const hour = 3_600_000

/**
 * When an invoice becomes overdue. Exactly midnight UTC means a plain date, which has passed when that day ends
 * in the business's time zone; any other value is the instant it says.
 */
export function passesAt(dueAt: Date, timeZone: string): Date {
  return dueAt.getTime() % (24 * hour) === 0 ? endOfDay(dueAt.toISOString().slice(0, 10), timeZone) : dueAt
}

const isoForm = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2}))?$/

/** Reads `YYYY-MM-DD` or a date-time with a zone, with or without a fraction; null for other forms and days that do not exist. */
export function readInstant(text: string): Date | null {
  const parts = isoForm.exec(text)
  if (!parts) return null
  const [, year = '', month = '', day = ''] = parts
  const at = new Date(text)
  if (Number.isNaN(at.getTime()) || Number(year) < 1970) return null
  const written = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(written.getTime()) && written.toISOString().startsWith(`${year}-${month}-${day}`) ? at : null
}

/** An instant as the API writes it: UTC, whole seconds. */
export function writeInstant(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}
