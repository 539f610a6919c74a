import { findPhone } from '../phone.ts'

/** What a parser gives: the value, or what is wrong with the body. Callbacks are hostile input; nothing throws. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; problem: string }

export function failed(problem: string): { ok: false; problem: string } {
  return { ok: false, problem }
}

export type Fields = Readonly<Record<string, unknown>>

export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null
}

/** Text or number as text, trimmed; '' for anything else, as Daraja leaves out, nulls and empties fields at will. */
export function textIn(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}

/**
 * KES as plain decimal text, `2500` or `5.00`, kept as it came; null for all else: signs, exponents, spaces, hex, commas,
 * other alphabets' digits, more than two decimals, zero.
 */
export function amountIn(fields: Fields, name: string): string | null {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^[0-9]{1,12}(\.[0-9]{1,2})?$/.test(text)) return null
  return /[1-9]/.test(text) ? text : null
}

/** An M-PESA receipt: 10 capitals and digits by all samples; others are let through if they could be one. */
export function receiptIn(fields: Fields, name: string): string | null {
  const text = textIn(fields, name)
  return /^[A-Za-z0-9]{6,20}$/.test(text) ? text.toUpperCase() : null
}

export type PayerPhone =
  | { kind: 'full'; msisdn: string }
  /** C2B v2: `2547 ***** 126`. */
  | { kind: 'masked'; text: string }
  /** C2B v1: SHA-256 of the number, as hex. */
  | { kind: 'hashed'; sha256: string }
  | { kind: 'absent' }

/** Only a `full` number tells who paid; never tell customers apart by the others. */
export function phoneIn(fields: Fields, name: string): PayerPhone {
  const text = textIn(fields, name)
  const msisdn = findPhone(text)
  if (msisdn !== null) return { kind: 'full', msisdn }
  if (/^[0-9a-f]{64}$/i.test(text)) return { kind: 'hashed', sha256: text.toLowerCase() }
  return text === '' ? { kind: 'absent' } : { kind: 'masked', text }
}

/** A list of `{<name>: key, Value}` as a plain record. A single object stands for a list of one; a Value may be missing. */
export function pairsOf(list: unknown, name: 'Key' | 'Name'): Record<string, string> {
  const pairs: Record<string, string> = Object.create(null)
  for (const item of Array.isArray(list) ? list : [list]) {
    const fields = fieldsOf(item)
    if (fields) pairs[textIn(fields, name)] = textIn(fields, 'Value')
  }
  delete pairs['']
  return pairs
}
