/** Nairobi is UTC+3 all the year round: every time on Daraja's wire is written in it, without an offset. */
const eastOfGreenwichMs = 3 * 3_600_000

const two = (n: number) => String(n).padStart(2, '0')

function parts(at: number) {
  const d = new Date(at + eastOfGreenwichMs)
  return {
    year: d.getUTCFullYear(),
    month: d.getUTCMonth() + 1,
    day: d.getUTCDate(),
    hour: d.getUTCHours(),
    minute: d.getUTCMinutes(),
    second: d.getUTCSeconds(),
    ms: d.getUTCMilliseconds(),
    weekday: d.getUTCDay(),
  }
}

/** `yyyyMMddHHmmss`, as in `Timestamp`, `TransTime` and `TransactionDate`. */
export function compactTime(at: number): string {
  const p = parts(at)
  return `${p.year}${two(p.month)}${two(p.day)}${two(p.hour)}${two(p.minute)}${two(p.second)}`
}

/** `ddMMyyyyHHmmss` and three digits of milliseconds, as inside a CheckoutRequestID. */
export function checkoutTime(at: number): string {
  const p = parts(at)
  const ms = String(p.ms).padStart(3, '0')
  return `${two(p.day)}${two(p.month)}${p.year}${two(p.hour)}${two(p.minute)}${two(p.second)}${ms}`
}

/** `YYYY-MM-DD`, as in Bill Manager's `dateCreated`. */
export function dayOf(at: number): string {
  const p = parts(at)
  return `${p.year}-${two(p.month)}-${two(p.day)}`
}

/** `dd.MM.yyyy HH:mm:ss`, as in B2C's `TransactionCompletedDateTime`. */
export function dottedTime(at: number): string {
  const p = parts(at)
  return `${two(p.day)}.${two(p.month)}.${p.year} ${two(p.hour)}:${two(p.minute)}:${two(p.second)}`
}

/** `dd-MM-yyyy HH:mm:ss`, as in the statements of the organisation portal. */
export const dashedTime = (at: number): string => dottedTime(at).replaceAll('.', '-')

/** `23/11/26 at 3:01 PM`, as M-PESA writes it in a confirmation SMS. */
export function smsTime(at: number): string {
  const p = parts(at)
  const hour = p.hour % 12 === 0 ? 12 : p.hour % 12
  return `${p.day}/${p.month}/${String(p.year).slice(2)} at ${hour}:${two(p.minute)} ${p.hour < 12 ? 'AM' : 'PM'}`
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Sat 15 Feb 2031`, for a person. */
export function spokenDay(at: number): string {
  const p = parts(at)
  return `${weekdays[p.weekday]} ${p.day} ${months[p.month - 1]} ${p.year}`
}

/** The instant (ms) at which a Nairobi day (`YYYY-MM-DD`) begins, plus an hour of that day. */
export function startOfDay(day: string, hour = 0): number {
  return Date.parse(`${day}T00:00:00Z`) - eastOfGreenwichMs + hour * 3_600_000
}

/** Reads `yyyyMMddHHmmss` or `YYYY-MM-DD HH:mm:ss` as Nairobi time; NaN when it is not a time that exists. */
export function readTime(text: string): number {
  const m = /^(\d{4})-?(\d\d)-?(\d\d) ?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?$/.exec(text)
  if (!m) return Number.NaN
  const at = Date.parse(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}Z`)
  if (Number.isNaN(at) || new Date(at).getUTCDate() !== Number(m[3])) return Number.NaN
  return at - eastOfGreenwichMs
}

/** Year letter, month letter and day sign with which a receipt of this day begins (U = 2026, A = January, A = the 10th). */
export function receiptPrefix(at: number): string {
  const p = parts(at)
  const letter = (n: number) => String.fromCharCode(65 + (((n % 26) + 26) % 26))
  return letter(p.year - 2006) + letter(p.month - 1) + (p.day < 10 ? String(p.day) : letter(p.day - 10))
}
