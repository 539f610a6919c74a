import { readable, type Money } from '@kusanya/domain/money.ts'
import { deadline, moment, writtenDay } from '../pay-page/dates.ts'
import { wordsOf, type Language } from '../pay-page/words.ts'
import { documentWords } from './words.ts'

/** Whose document it is and how it is written. Documents are of a business, in one language. */
export type Hand = {
  business: { name: string; letterhead: string[]; timeZone: string; logo: Buffer | null }
  language: Language
}

/** The words of a language, and money and dates as it writes them. */
export function writerOf({ business: { timeZone }, language }: Hand) {
  return {
    pay: wordsOf(language),
    say: documentWords[language],
    /** To the minute, unless only the day is known. */
    moment: (at: Date) => moment(at, timeZone, language),
    /** With its weekday. */
    deadline: (at: Date) => deadline(at, timeZone, language),
    day: (at: Date) => deadline(at, timeZone, language).replace(/^\S+ /, ''),
    named: (day: string) => writtenDay(day, language),
  }
}

/** `KES 145,800`, held together. The minus is an en dash, which every PDF reader's own fonts have. */
export function money(amount: Money, currency: string): string {
  return `${currency}\u00a0${readable(amount).replace('-', '–')}`
}

/** Figures of a column: with cents in all of them when any has cents, so that they stand under each other. */
export function figuresOf(amounts: Money[]): (amount: Money) => string {
  const withCents = amounts.some((amount) => amount % 100n !== 0n)
  return (amount) => {
    const text = readable(amount).replace('-', '–')
    return withCents && !text.includes('.') ? `${text}.00` : text
  }
}
