const nairobi = 'Africa/Nairobi'
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: nairobi })
const minute = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: nairobi,
})
const calendar = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** `15 Feb 2031`. Midnight in UTC is a calendar day, and the same one everywhere. */
export function sayDay(instant: string): string {
  return (instant.endsWith('T00:00:00Z') ? calendar : day).format(new Date(instant))
}

/** `15 Feb 2031, 13:05`, Nairobi time. */
export function sayMinute(instant: string): string {
  return minute.format(new Date(instant))
}

/** `0712 345 678`, however it was written; what is no Kenyan mobile number stays as it is. */
export function sayPhone(phone: string): string {
  const [, digits] = /^(?:\+?254|0)([17]\d{8})$/.exec(phone.replace(/\s/g, '')) ?? []
  return digits ? `0${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}` : phone
}
