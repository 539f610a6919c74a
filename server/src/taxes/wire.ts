import { writeInstant } from '@kusanya/domain/day.ts'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, submission, text, tidied, words } from '../http/fields.ts'
import { stated } from '../http/updates.ts'

export type TaxFacts = {
  name: string
  basisPoints: bigint
  /** Whether prices contain it already. */
  inclusive: boolean
  code: string | null
  description: string | null
  active: boolean
}
export type Tax = TaxFacts & { id: string; createdAt: Date; updatedAt: Date }

const Rate = Type.Number({ minimum: 0, maximum: 100, description: 'Per cent' })
const optional = {
  inclusive: maybe(Type.Boolean()),
  code: maybe(text(50)),
  description: maybe(text(1000)),
  active: maybe(Type.Boolean()),
}
export const CreateTaxBody = Type.Object({ name: words(200), rate: Rate, ...optional }, submission)
export const UpdateTaxBody = Type.Object(
  { name: Type.Optional(words(200)), rate: Type.Optional(Rate), ...optional },
  submission,
)
export const updatable = ['name', 'rate', 'inclusive', 'code', 'description', 'active'] as const

const OrNull = Type.Union([Type.String(), Type.Null()])
export const TaxOnWire = named('Tax', {
  _id: Type.String(),
  name: Type.String(),
  rate: Type.Number({ description: 'Per cent' }),
  inclusive: Type.Boolean(),
  code: OrNull,
  description: OrNull,
  active: Type.Boolean(),
  createdat: Type.String(),
  updatedat: Type.String(),
})

export function readTax(body: Static<typeof CreateTaxBody>): TaxFacts {
  return {
    name: tidied(body.name),
    // A hundredth of a per cent is to a rate what a cent is to a shilling.
    basisPoints: fromWire(body.rate),
    inclusive: body.inclusive ?? false,
    code: tidied(body.code) ?? null,
    description: tidied(body.description) ?? null,
    active: body.active ?? true,
  }
}

/** Throws a refusal when nothing is there to be changed. */
export function readTaxChange(body: Static<typeof UpdateTaxBody>): Partial<TaxFacts> {
  return stated({
    name: tidied(body.name) ?? undefined,
    basisPoints: body.rate === undefined ? undefined : fromWire(body.rate),
    inclusive: body.inclusive ?? undefined,
    code: tidied(body.code),
    description: tidied(body.description),
    active: body.active ?? undefined,
  })
}

export function presentTax(tax: Tax): Static<typeof TaxOnWire> {
  return {
    _id: tax.id,
    name: tax.name,
    rate: toWire(tax.basisPoints),
    inclusive: tax.inclusive,
    code: tax.code,
    description: tax.description,
    active: tax.active,
    createdat: writeInstant(tax.createdAt),
    updatedat: writeInstant(tax.updatedAt),
  }
}
