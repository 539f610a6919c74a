const zone = 'Africa/Nairobi'
const format = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options })
const clockTime = format({ hour: '2-digit', minute: '2-digit' })
const exactTime = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const longDay = format({ weekday: 'long', day: 'numeric', month: 'long' })
const shortDay = format({ day: 'numeric', month: 'short' })
const fullDay = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })

export const timeOf = (at) => clockTime.format(at)
export const secondsOf = (at) => exactTime.format(at)
export const dayOf = (at) => longDay.format(at)
export const dateOf = (at) => fullDay.format(at)

/** "now", "4 min", "14:05" or "3 Dec", as a lock screen says it. */
export function since(at, now) {
  const minutes = Math.floor((now - at) / 60_000)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  return shortDay.format(at) === shortDay.format(now) ? timeOf(at) : shortDay.format(at)
}

/** `KES 145,800`; cents only when there are any. */
export function kes(amount) {
  const digits = Number.isInteger(amount) ? 0 : 2
  return `KES ${amount.toLocaleString('en-KE', { minimumFractionDigits: digits, maximumFractionDigits: digits })}`
}

/** `0712 345 678`. */
export const spoken = (msisdn) => `0${msisdn.slice(3, 6)} ${msisdn.slice(6, 9)} ${msisdn.slice(9)}`
