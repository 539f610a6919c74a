import { readInstant, writeInstant } from '@kusanya/domain/day.ts'
import { standingOf } from '@kusanya/domain/instalment.ts'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import { fromWire, toWire, type Money } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type, type Static } from 'typebox'

export const Instalments = Type.Array(
  Type.Object({
    duedate: Type.String({ minLength: 1 }),
    amount: Type.Number({ minimum: 0.01, maximum: 1e13, wording: 'amount of an instalment must be greater than 0' }),
  }),
  { maxItems: 60, description: 'A schedule: adds up to the total, the last one is due on the duedate' },
)

export const InstalmentsOnWire = Type.Array(
  Type.Object({
    duedate: Type.String(),
    amount: Type.Number({ description: 'As agreed; credit notes and write-offs take from the last first' }),
    amountpaid: Type.Number(),
    balance: Type.Number(),
    status: Type.Enum(['unpaid', 'partially_paid', 'paid', 'overdue', 'cancelled']),
  }),
  { description: 'Empty without a schedule' },
)

/** Throws a refusal for a date that cannot be read. */
export function readInstalments(instalments: Static<typeof Instalments>): { dueAt: Date; amount: Money }[] {
  return instalments.map(({ duedate, amount }) => ({
    dueAt: readInstant(duedate) ?? refuse('date_unreadable', { field: 'duedate of an instalment' }),
    amount: fromWire(amount),
  }))
}

export function presentInstalments(invoice: Invoice): Static<typeof InstalmentsOnWire> {
  return standingOf(invoice).map(({ dueAt, amount, paid, balance, status }) => ({
    duedate: writeInstant(dueAt),
    amount: toWire(amount),
    amountpaid: toWire(paid),
    balance: toWire(balance),
    status,
  }))
}
