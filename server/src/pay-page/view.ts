import { readable, type Money } from '@kusanya/domain/money.ts'
import { maskedPhone } from '@kusanya/domain/phone.ts'
import type { Words } from './english.ts'
import type { Language } from './words.ts'

/** What every part of a page is told: for whom, when, and under which address. */
export type View = {
  words: Words
  language: Language
  /** Whether the reader chose the language on the page, so that links must carry it. */
  chosen: boolean
  now: Date
  code: string
  /** The request that the page is about. */
  requestId: string | null
  /** The claim that the page is about: that it was paid already. */
  claimId: string | null
}

/** `KES 145,800`, held together. */
export function money(amount: Money, currency: string): string {
  return `${currency}\u00a0${readable(amount).replace('-', '−')}`
}

/** `0712 ••• 678`, held together. */
export function shownPhone(phone: string): string {
  return maskedPhone(phone).replaceAll(' ', '\u00a0')
}

/** The first name and an initial: enough to know whom it is for, too little for a stranger to keep. */
export function shortName(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/)
  const initial = [...(others.at(-1) ?? '')][0]
  return initial === undefined ? first : `${first} ${initial}.`
}

/** The address of the page, or of a place below it, in the reader's language. */
export function address({ code, chosen, language }: View, below = '', query: Record<string, string> = {}): string {
  const text = new URLSearchParams({ ...query, ...(chosen && { lang: language }) }).toString()
  return `/pay/${encodeURIComponent(code)}${below}${text && `?${text}`}`
}
