import { numberings, writeSerial, type Numbered, type Numbering as Counting } from '@kusanya/domain/numbering.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'
import { named, submission } from '../http/fields.ts'
import type { Numbers } from './read-numbers.ts'

const Wanted = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 99_999_999,
    wording: 'A next number is a whole number from 1 to 99,999,999',
    description: 'The next number, without prefix and year; up only',
  }),
)
const Numbering = Type.Enum(numberings, {
  description: 'yearly: INV-2031-001, from 1 each year; running: INV-001, through the years',
})

export const UpdateNumbersBody = Type.Object(
  { numbering: Type.Optional(Numbering), invoice: Wanted, creditnote: Wanted, receipt: Wanted },
  submission,
)
const NextOnWire = Type.Object({
  next: Type.Integer(),
  number: Type.String({ description: 'As it will be written, if it is given today' }),
})
export const NumbersOnWire = named('Numbers', {
  numbering: Numbering,
  invoice: NextOnWire,
  creditnote: NextOnWire,
  receipt: NextOnWire,
})

/** What somebody wants changed; a number that is absent stays. */
export type NumbersChange = { numbering?: Counting | undefined; next: Partial<Record<Numbered, bigint>> }

/** Throws a refusal when nothing is there to be changed. */
export function readNumbersChange(body: Static<typeof UpdateNumbersBody>): NumbersChange {
  const { numbering, invoice, creditnote, receipt } = body
  const wanted = { invoice, credit_note: creditnote, receipt }
  const next = Object.fromEntries(
    Object.entries(wanted).flatMap(([kind, serial]) => (serial === undefined ? [] : [[kind, BigInt(serial)]])),
  )
  if (numbering === undefined && Object.keys(next).length === 0) refuse('nothing_to_update')
  return { numbering, next }
}

export function presentNumbers({ numbering, next }: Numbers): Static<typeof NumbersOnWire> {
  const of = (kind: Numbered) => ({ next: Number(next[kind].serial), number: writeSerial(kind, next[kind]) })
  return { numbering, invoice: of('invoice'), creditnote: of('credit_note'), receipt: of('receipt') }
}

/** As the audit trail keeps them. */
export function pictureOf({ numbering, next }: Numbers) {
  const { invoice, credit_note, receipt } = next
  return {
    numbering,
    invoice: writeSerial('invoice', invoice),
    creditnote: writeSerial('credit_note', credit_note),
    receipt: writeSerial('receipt', receipt),
  }
}
