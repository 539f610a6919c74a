import { writeNumber, type Tax } from '@kusanya/domain/invoice.ts'
import { readable } from '@kusanya/domain/money.ts'
import type { CreditNote } from '../credit-notes/rows.ts'
import { writeCreditNoteNumber } from '../credit-notes/wire.ts'
import type { Paper, Sum } from './paper.ts'
import { figuresOf, money, writerOf, type Hand } from './writer.ts'

export type CreditNoteFacts = { note: CreditNote; tax: Tax | null; to: string[] }

/** A credit note: the lines at the prices of the invoice, and what they come to with their share of discount and tax. */
export function creditNotePaper({ note, tax, to }: CreditNoteFacts, hand: Hand): Paper {
  const { say, pay, day } = writerOf(hand)
  const { items, amount, reason, reversed, createdAt } = note
  const { currency, number } = note.invoice
  const figure = figuresOf(items.map((item) => item.amount))
  return {
    language: hand.language,
    name: writeCreditNoteNumber(note.number),
    title: say.creditNote,
    number: writeCreditNoteNumber(note.number),
    madeAt: createdAt,
    mark: reversed ? { text: say.cancelled, tone: 'void' } : null,
    from: hand.business.name,
    letterhead: hand.business.letterhead,
    logo: hand.business.logo,
    to: { label: say.creditedTo, lines: to },
    facts: [
      [say.dateOfNote, day(createdAt)],
      [pay.invoiceNumber, number ? writeNumber(number) : say.draft],
    ],
    headline: {
      label: say.credited,
      amount: money(amount, currency),
      more: reversed ? say.reversed : '',
      tone: reversed ? 'void' : 'plain',
    },
    about: [say.reason(reason)],
    table: {
      columns: [
        { name: say.description, share: 60, right: false },
        { name: say.quantity, share: 15, right: true },
        { name: `${pay.amount} (${currency})`, share: 25, right: true },
      ],
      rows: items.map(({ name, quantity, amount: credited }) => [
        name,
        quantity === null ? '' : readable(BigInt(quantity) * 100n),
        figure(credited),
      ]),
    },
    sums: sums(note, tax?.included ?? false, hand),
    taxes: null,
    schedule: null,
    payment: null,
    notes: [],
    page: say.page,
  }
}

function sums({ items, amount, tax, invoice: { currency } }: CreditNote, included: boolean, hand: Hand): Sum[] {
  const { say, pay } = writerOf(hand)
  const subtotal = items.reduce((sum, item) => sum + item.amount, 0n)
  const added = included ? 0n : tax
  const discount = subtotal + added - amount
  const all: [shown: boolean, label: string, amount: bigint, strong?: boolean][] = [
    [subtotal !== amount, pay.subtotal, subtotal],
    [discount !== 0n, pay.discount, -discount],
    [added > 0n, pay.tax, added],
    [true, say.credited, amount, true],
    [tax > 0n && included, say.taxInCredit, tax],
  ]
  return all.flatMap(([shown, label, sum, strong = false]) =>
    shown ? { label, amount: money(sum, currency), strong } : [],
  )
}
