import type { Language } from '../pay-page/words.ts'

/** `good` is green and only for money that has arrived, `late` red, `part` the accent, `void` grey and struck. */
export type Tone = 'plain' | 'good' | 'late' | 'part' | 'void'

/** `share` is a part of the width that the columns divide among them. */
export type Column = { name: string; share: number; right: boolean }
export type Table = { columns: Column[]; rows: string[][] }
export type Sum = { label: string; amount: string; strong: boolean }

/** A square of modules, row by row: 1 is dark. */
export type Qr = { size: number; dark: Uint8Array }

/** How to pay: the Paybill by hand, and a picture of the pay page's address. */
export type Payment = {
  heading: string
  steps: string
  facts: [label: string, value: string][]
  qr: { drawing: Qr; address: string; hint: string } | null
}

/**
 * What a document says, in the words and the order of its language: everything that is on the paper and nothing else, so
 * that the same paper is the same PDF.
 */
export type Paper = {
  language: Language
  /** Of the file, without its ending. */
  name: string
  title: string
  number: string
  /** When the document was made; also what the PDF says of itself. */
  madeAt: Date
  mark: { text: string; tone: Tone } | null
  from: string
  /** The lines under it. */
  letterhead: string[]
  logo: Buffer | null
  to: { label: string; lines: string[] }
  facts: [label: string, value: string][]
  headline: { label: string; amount: string; more: string; tone: Tone }
  about: string[]
  table: Table | null
  sums: Sum[]
  taxes: Table | null
  /** By when what is open is to be paid, where that is more than one day. */
  schedule: Table | null
  payment: Payment | null
  notes: string[]
  page: (number: number, of: number) => string
}
