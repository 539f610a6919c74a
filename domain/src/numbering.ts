import type { Day } from './day.ts'
import { refuse } from './refusal.ts'

/** The documents that have numbers of their own, and what their numbers begin with. */
export const numbered = { invoice: 'INV', credit_note: 'CN', receipt: 'RCP' } as const
export type Numbered = keyof typeof numbered

/** Whether numbers begin at 1 each year, or run through the years without naming them. */
export const numberings = ['yearly', 'running'] as const
export type Numbering = (typeof numberings)[number]

/** Which one of its kind a document is. `year` is 0 where numbers run through. */
export type Serial = { year: number; serial: bigint }

/** The year under which a document of a day is numbered. */
export function yearOfNumber(day: Day, numbering: Numbering): number {
  return numbering === 'running' ? 0 : Number(day.slice(0, 4))
}

/** `INV-2031-007`; `INV-007` where numbers run through the years. */
export function writeSerial(kind: Numbered, { year, serial }: Serial): string {
  return [numbered[kind], ...(year === 0 ? [] : [year]), String(serial).padStart(3, '0')].join('-')
}

/**
 * The numbers that somebody who typed this may mean, whatever stands between its parts. What is written exactly as we write
 * one is that one; `INV2031001` is the first of 2031, or the 2,031,001st of all.
 */
export function readSerials(kind: Numbered, typed: string): Serial[] {
  const text = typed.replace(/\s+/g, '').toUpperCase()
  const rest = new RegExp(`^${numbered[kind]}-?(\\d[\\d-]*)$`).exec(text)?.[1] ?? ''
  const [, year, serial] = /^(\d{4})-?(\d{1,12})$/.exec(rest) ?? []
  const read = [
    ...(year && serial ? [{ year: Number(year), serial: BigInt(serial) }] : []),
    ...(/^\d{1,12}$/.test(rest) ? [{ year: 0, serial: BigInt(rest) }] : []),
  ]
  const exact = read.filter((one) => writeSerial(kind, one) === text)
  return exact.length > 0 ? exact : read
}

/** The number that comes next, after somebody wanted it to be another one. Throws a refusal for one that was given. */
export function advanced(kind: Numbered, next: Serial, wanted: bigint): bigint {
  if (wanted < next.serial) refuse('number_given', { number: writeSerial(kind, next) })
  return wanted
}
