const eastAfricaMs = 3 * 60 * 60 * 1000

/** `yyyyMMddHHmmss` in Nairobi, wherever the host stands. Daraja reads every time as East Africa Time. */
export function nairobiTimestamp(at: Date): string {
  return shifted(at).replace(/\D/g, '').slice(0, 14)
}

/** `YYYY-MM-DD HH:mm:ss` in Nairobi. */
export function nairobiDateTime(at: Date): string {
  return shifted(at).replace('T', ' ').slice(0, 19)
}

function shifted(at: Date): string {
  return new Date(at.getTime() + eastAfricaMs).toISOString()
}

/** Daraja's `yyyyMMddHHmmss` (Nairobi, text or number) as an ISO instant in UTC; null if it is no such time. */
export function instantOf(timestamp: unknown): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(String(timestamp))
  if (!match) return null
  const [, year, month, day, hour, minute, second] = match
  return isoFromNairobi(`${year}-${month}-${day}`, `${hour}:${minute}:${second}`)
}

function isoFromNairobi(day: string, time: string): string | null {
  if (!isCalendarDay(day)) return null
  const at = new Date(`${day}T${time}+03:00`)
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** True for a `YYYY-MM-DD` that exists: not 2024-02-30. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** True for `YYYY-MM-DD`, or `YYYY-MM-DD HH:MM:SS` with an optional fraction: the forms Bill Manager documents. */
export function isBillDate(text: string): boolean {
  const match = /^(\d{4}-\d\d-\d\d)(?: ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?)?$/.exec(text)
  return match?.[1] !== undefined && isCalendarDay(match[1])
}
