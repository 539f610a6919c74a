import type { CreditLine } from '@kusanya/domain/adjustment.ts'
import { writeInstant } from '@kusanya/domain/day.ts'
import { writeNumber } from '@kusanya/domain/invoice.ts'
import { writeSerial } from '@kusanya/domain/numbering.ts'
import { fromWire, toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, price, words } from '../http/fields.ts'
import type { CreditNote } from './rows.ts'

export const CreateCreditNoteBody = Type.Object({
  invoiceid: Type.String({ minLength: 1, missing: 'invoiceid is required' }),
  reason: words(500, 'Why; printed on the note and kept in the audit trail'),
  items: maybe(
    Type.Array(
      Type.Object({
        line: Type.Integer({ minimum: 1, maximum: 500, description: 'Line of the invoice, from 1' }),
        quantity: maybe(Type.Integer({ minimum: 1, maximum: 1e9 })),
        amount: maybe(price()),
      }),
      { minItems: 1, maxItems: 500, description: 'Everything that is left when absent' },
    ),
  ),
})

export const ReverseCreditNoteBody = Type.Object({ reason: words(500) })

export const CreditNoteOnWire = named('CreditNote', {
  _id: Type.String(),
  creditnoteno: Type.String(),
  invoiceid: Type.String(),
  invoiceno: Type.String(),
  customer: Type.Object({ _id: Type.String(), name: Type.String() }),
  status: Type.Enum(['issued', 'cancelled']),
  items: Type.Array(
    Type.Object({
      line: Type.Integer(),
      name: Type.String(),
      quantity: Type.Union([Type.Integer(), Type.Null()]),
      amount: Type.Number({ description: 'At the prices of the invoice, before discount and added tax' }),
    }),
  ),
  amount: Type.Number({ description: 'With the share of discount and tax' }),
  taxamount: Type.Number(),
  currency: Type.String(),
  reason: Type.String(),
  createdat: Type.String(),
})

export function readLines(items: Static<typeof CreateCreditNoteBody>['items']): CreditLine[] | null {
  return (
    items?.map(({ line, quantity, amount }) => ({
      line,
      quantity: quantity ?? null,
      amount: amount ? fromWire(amount) : null,
    })) ?? null
  )
}

export function writeCreditNoteNumber(number: CreditNote['number']): string {
  return writeSerial('credit_note', number)
}

export function presentCreditNote(note: CreditNote): Static<typeof CreditNoteOnWire> {
  return {
    _id: note.id,
    creditnoteno: writeCreditNoteNumber(note.number),
    invoiceid: note.invoice.id,
    invoiceno: note.invoice.number ? writeNumber(note.invoice.number) : '',
    customer: { _id: note.customer.id, name: note.customer.name },
    status: note.reversed ? 'cancelled' : 'issued',
    items: note.items.map(({ line, name, quantity, amount }) => ({ line, name, quantity, amount: toWire(amount) })),
    amount: toWire(note.amount),
    taxamount: toWire(note.tax),
    currency: note.invoice.currency,
    reason: note.reason,
    createdat: writeInstant(note.createdAt),
  }
}
