import { PesafyError } from './error.ts'

/** Invisible marks that phones' address books paste along with a number. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/**
 * Reads a Kenyan mobile number as people write it (`0712 345 678`, `+254 (0)712-345678`, `00254712345678`, `0110…`, `712345678`)
 * and gives the form Daraja wants: `2547XXXXXXXX` or `2541XXXXXXXX`.
 * Throws PesafyError INVALID_PHONE (outcome `not_sent`) for anything else; the message never holds the number.
 */
export function normalizePhone(text: string): string {
  const phone = findPhone(text)
  if (phone !== null) return phone
  throw new PesafyError({
    code: 'INVALID_PHONE',
    message: 'Not a Kenyan mobile number: expected 07…, 01…, 2547… or 2541… with nine digits after 0 or 254',
    outcome: 'not_sent',
  })
}

/** The same, but null instead of an error. */
export function findPhone(text: string): string | null {
  if (typeof text !== 'string') return null
  const bare = text.replace(invisible, '').trim()
  if (!/^(?:tel:)?\+?[\d\s().\-‐-―/]+$/.test(bare)) return null
  const digits = bare.replace(/\D/g, '')
  // After a plus stands the country, and nothing but the country.
  const written = /^(?:tel:)?\+/.test(bare) ? /^2540?([17]\d{8})$/ : /^(?:(?:00|0)?2540?|0)?([17]\d{8})$/
  const subscriber = written.exec(digits)?.[1]
  return subscriber === undefined ? null : `254${subscriber}`
}

/** `254712•••678`: enough to recognise, too little to call. */
export function maskPhone(phone: string): string {
  return typeof phone !== 'string' || phone.length < 9 ? '•••' : `${phone.slice(0, 6)}•••${phone.slice(-3)}`
}
