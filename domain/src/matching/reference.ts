import { accountNumberLength, isAccountNumber } from '../account-number.ts'
import type { InvoiceNumber } from '../invoice.ts'
import { readPhone } from '../phone.ts'
import { nameWords } from './names.ts'
import { checkedRepairs, ownRepairs, type Edit } from './repair.ts'

/**
 * Which account numbers a business gives out: ours with the check character, its own without one (admission numbers,
 * meter numbers), or both.
 */
export type Numbering = {
  numbers: 'checked' | 'own' | 'both'
  /** What its own numbers begin with and payers leave away, upper case: `ADM` of `ADM1023`. */
  prefixes: string[]
}

/** How a number was found in what was typed. `dressed`: whole, with other words around it. */
export type Way = 'exact' | 'dressed' | Edit

export type Reference = {
  /** Without spaces and marks, upper case. */
  tidy: string
  /** Every account number that may have been meant, with the likeliest way. */
  numbers: Map<string, Way>
  invoices: { number: InvoiceNumber; way: Way }[]
  phone: string | null
  names: string[]
  /** What it looks like, for how likely nobody of ours typed it. */
  shape: 'empty' | 'words' | 'number' | 'valid_number'
}

const before = ['ACCOUNT', 'ACC', 'AC', 'NUMBER', 'NO', 'REF', 'ADMISSION', 'ADMNO', 'ADM', 'REGNO', 'REG', 'METER', 'UNIT', 'HOUSE', 'HSE', 'FEES', 'FEE', 'RENT', 'WATER', 'INVOICE', 'INV', 'BILL'] // prettier-ignore
const after = ['FEES', 'FEE', 'RENT', 'WATER', 'BILL']
const noise = new Set([...before, ...after, ...['A', 'C', 'SCHOOL', 'TUITION', 'DEPOSIT', 'PAYMENT', 'PAY', 'PAID', 'BALANCE', 'BAL', 'ARREARS', 'FOR', 'OF', 'THE', 'MY', 'TERM', 'MONTH', 'YEAR', 'GRADE', 'FORM', 'CLASS', 'ROOM', 'DOOR', 'HOSTEL', 'TRANSPORT', 'LUNCH', 'GARBAGE', 'JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUNE', 'JUL', 'JULY', 'AUG', 'SEP', 'SEPT', 'OCT', 'NOV', 'DEC', 'JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER', 'SON', 'DAUGHTER', 'MR', 'MRS', 'MISS', 'NAME', 'STUDENT', 'TENANT', 'MPESA', 'TEST', 'NONE', 'NA', 'HELLO', 'THANKS', 'ASANTE', 'SHULE', 'KODI', 'MAJI', 'ADA', 'NYUMBA']]) // prettier-ignore

/** Reads what a payer typed at the Paybill (`BillRefNumber`, up to 20 characters). */
export function readReference(typed: string, { numbers: kinds, prefixes }: Numbering): Reference {
  const words = typed.toUpperCase().match(/[A-Z0-9]+/g) ?? []
  const tidy = words.join('')
  const texts = textsIn(tidy, words, kinds)
  const numbers = new Map<string, Way>([[tidy, 'exact']])
  const add = (number: string, way: Way) => {
    if (number && !numbers.has(number)) numbers.set(number, way)
  }
  const addAll = (repairs: [string, Edit][]) => {
    for (const [number, edit] of repairs) add(number, edit)
  }
  const prefixed = prefixes.flatMap((prefix) =>
    [tidy, ...texts].flatMap((text) => (/^\d/.test(text) ? [prefix + text] : [])),
  )
  for (const number of prefixed) add(number, 'dressed')
  if (kinds !== 'own') for (const number of checkedWithin(tidy)) add(number, 'dressed')
  for (const text of texts) if (kinds !== 'checked' || isAccountNumber(text)) add(text, wayOf(text, words))
  const repairable = [tidy, ...texts, ...prefixed]
  if (kinds !== 'own' && !repairable.some(isAccountNumber))
    addAll(repairable.flatMap((text) => [...checkedRepairs(text)]))
  if (kinds !== 'checked') addAll(repairable.flatMap((text) => [...ownRepairs(text)]))
  if (!tidy) numbers.clear()
  const phone = readPhone(tidy)
  return {
    tidy,
    numbers,
    invoices: invoicesIn(tidy),
    phone,
    names: nameWords(words.filter((word) => !noise.has(word) && !/\d/.test(word)).join(' ')),
    shape: shapeOf(tidy, kinds),
  }
}

function shapeOf(tidy: string, kinds: Numbering['numbers']): Reference['shape'] {
  if (!tidy) return 'empty'
  if (kinds !== 'own' && isAccountNumber(tidy)) return 'valid_number'
  return /\d/.test(tidy) ? 'number' : 'words'
}

/** The texts that are left when what people add is taken away: words before, behind and around. */
function textsIn(tidy: string, words: string[], kinds: Numbering['numbers']): string[] {
  const left = words.filter((word) => !noise.has(word))
  const found = new Set([left.join(''), stripped(tidy), ...left, ...left.map(stripped)])
  for (const [place, word] of left.entries()) found.add(word + (left[place + 1] ?? ''))
  if (kinds !== 'checked') for (const run of tidy.match(/\d{4,}/g) ?? []) found.add(run)
  found.delete(tidy)
  return [...found].filter((text) => text.length >= 3 && /\d|^[^AEIOU]{7}$/.test(text))
}

function stripped(text: string): string {
  const start = before.find((word) => text.startsWith(word) && /\d/.test(text.slice(word.length)))
  if (start) return stripped(text.slice(start.length))
  const end = after.find((word) => text.endsWith(word) && /\d/.test(text.slice(0, -word.length)))
  return end ? stripped(text.slice(0, -end.length)) : text
}

/** A number among others, or one that may be a year, need not be the account's: it counts as a reading, not as typed. */
function wayOf(text: string, words: string[]): Way {
  const others = words.filter((word) => /\d{3}/.test(word) && !text.includes(word) && !word.includes(text))
  return others.length > 0 || /^20\d\d$/.test(text) ? 'extra' : 'dressed'
}

function checkedWithin(tidy: string): string[] {
  const places = Array.from({ length: Math.max(0, tidy.length - accountNumberLength + 1) }, (_, place) => place)
  return places.map((place) => tidy.slice(place, place + accountNumberLength)).filter(isAccountNumber)
}

/**
 * The invoice numbers, also without their dashes, and those from which one slip in the serial makes them. Digits alone are
 * read with a year only: they are an account's number, or nothing.
 */
function invoicesIn(tidy: string): { number: InvoiceNumber; way: Way }[] {
  const [, year, serial] = /^(?:INVOICE|INV)?(?:NO)?(20\d\d)(\d{3,8})$/.exec(tidy) ?? []
  const [, running] = /^(?:INVOICE|INV)(?:NO)?(\d{1,8})$/.exec(tidy) ?? []
  if (!year || !serial) return running ? withSlips(0, running) : []
  const whole = running ? [{ number: { year: 0, serial: BigInt(running) }, way: 'exact' as const }] : []
  return [...withSlips(Number(year), serial), ...whole]
}

function withSlips(year: number, typed: string): { number: InvoiceNumber; way: Way }[] {
  const number = { year, serial: BigInt(typed) }
  const repairs = typed.length < 4 ? [] : [...ownRepairs(typed)]
  const repaired = repairs.flatMap(([text, way]) => {
    const one = /^\d{1,12}$/.test(text) ? { year, serial: BigInt(text) } : null
    return one && one.serial !== number.serial ? [{ number: one, way }] : []
  })
  return [{ number, way: 'exact' }, ...repaired]
}
