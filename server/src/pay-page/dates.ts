import { dayOf, type Day } from '@kusanya/domain/day.ts'
import type { Language } from './words.ts'

const wholeDayMs = 24 * 3_600_000
const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  sw: ['Jan', 'Feb', 'Mac', 'Apr', 'Mei', 'Jun', 'Jul', 'Ago', 'Sep', 'Okt', 'Nov', 'Des'],
}
const weekdays = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  sw: ['Jumapili', 'Jumatatu', 'Jumanne', 'Jumatano', 'Alhamisi', 'Ijumaa', 'Jumamosi'],
}

/** The day by which to pay: `Saturday 15 Feb 2031`. A due date at midnight UTC is a plain day, in whatever time zone. */
export function deadline(dueAt: Date, timeZone: string, language: Language): string {
  const on = dueAt.getTime() % wholeDayMs === 0 ? dayOf(dueAt, 'UTC') : dayOf(dueAt, timeZone)
  return `${weekdays[language][new Date(on).getUTCDay()]} ${writtenDay(on, language)}`
}

/** When something happened, to the minute: `15 Feb 2031, 11:15`. A report without a time (midnight UTC) stays a day. */
export function moment(at: Date, timeZone: string, language: Language): string {
  if (at.getTime() % wholeDayMs === 0) return writtenDay(dayOf(at, 'UTC'), language)
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
  return `${writtenDay(dayOf(at, timeZone), language)}, ${clock}`
}

/** `15 Feb 2031`. */
export function writtenDay(on: Day, language: Language): string {
  const [year, month, day] = on.split('-').map(Number)
  return `${day} ${months[language][(month ?? 1) - 1]} ${year}`
}
