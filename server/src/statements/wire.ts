import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named, text } from '../http/fields.ts'
import { fates, type Fate } from './write-lines.ts'

export const ImportBody = Type.Object({
  shortcode: Type.String({ minLength: 1, description: 'Whose statement it is' }),
  csv: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 5_000_000,
      description: 'The file of the M-PESA organisation portal, as it is: preamble lines and all',
    }),
  ),
  xlsx: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 7_000_000,
      pattern: '^[A-Za-z0-9+/\\s]+={0,2}\\s*$',
      wording: 'xlsx must be the file in base64',
      description: 'Or the portal’s Excel file, up to 5 MB, in base64',
    }),
  ),
  filename: Type.Optional(text(200)),
})

const Counts = Type.Object(
  Object.fromEntries(fates.map((fate) => [fate, Type.Integer()])) as Record<Fate, ReturnType<typeof Type.Integer>>,
)

export const StatementOnWire = named('Statement', {
  _id: Type.String(),
  shortcode: Type.String(),
  filename: Type.String(),
  lines: Type.Integer(),
  fates: Counts,
  booked: Type.Number({ description: 'How much of it was news to us, KES' }),
  createdat: Type.String(),
})

export const ImportedOnWire = named('ImportedStatement', {
  ...StatementOnWire.properties,
  repeated: Type.Boolean({ description: 'The same file was imported before: nothing changed' }),
})

export const LineOnWire = named('StatementLine', {
  row: Type.Integer({ description: 'Of the file, counted from 1' }),
  receipt: Type.String(),
  kind: Type.String(),
  fate: Type.Enum(fates),
  amount: Type.Number({ description: 'In is above zero, out is below' }),
  balance: Type.Union([Type.Number(), Type.Null()]),
  reference: Type.String(),
  phone: Type.String(),
  name: Type.String(),
  details: Type.String(),
  reverses: Type.String({ description: 'The receipt that is reversed' }),
  transactionid: Type.Union([Type.String(), Type.Null()]),
  problem: Type.String(),
  date: Type.Union([Type.String(), Type.Null()]),
})

export type Statement = {
  id: string
  shortcode: string
  fileName: string | null
  counts: Partial<Record<Fate, number>>
  booked: Money
  createdAt: Date
}

export function presentStatement(one: Statement): Static<typeof StatementOnWire> {
  const counted = Object.fromEntries(fates.map((fate) => [fate, one.counts[fate] ?? 0])) as Record<Fate, number>
  return {
    _id: one.id,
    shortcode: one.shortcode,
    filename: one.fileName ?? '',
    lines: Object.values(counted).reduce((sum, count) => sum + count, 0),
    fates: counted,
    booked: toWire(one.booked),
    createdat: writeInstant(one.createdAt),
  }
}

export type Line = {
  row: number
  kind: string
  fate: Fate
  receipt: string
  linked_receipt: string | null
  amount: bigint
  balance: bigint | null
  account_typed: string | null
  phone: string | null
  payer_name: string | null
  details: string
  completed_at: Date | null
  payment_id: string | null
  problem: string | null
}

export function presentLine(line: Line): Static<typeof LineOnWire> {
  return {
    row: line.row,
    receipt: line.receipt,
    kind: line.kind,
    fate: line.fate,
    amount: toWire(line.amount),
    balance: line.balance === null ? null : toWire(line.balance),
    reference: line.account_typed ?? '',
    phone: line.phone ?? '',
    name: line.payer_name ?? '',
    details: line.details,
    reverses: line.linked_receipt ?? '',
    transactionid: line.payment_id,
    problem: line.problem ?? '',
    date: line.completed_at && writeInstant(line.completed_at),
  }
}
