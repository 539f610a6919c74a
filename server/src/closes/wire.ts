import { closePlaces, type Close, type ClosePlace } from '@kusanya/domain/close.ts'
import { writeInstant } from '@kusanya/domain/day.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'

export const CloseBody = Type.Object({
  shortcode: Type.String({ minLength: 1 }),
  date: Type.String({ minLength: 1, description: 'YYYY-MM-DD, a day that is over in the business’s time zone' }),
})

const Place = Type.Object({ receipts: Type.Integer(), amount: Type.Number() })
const orNull = Type.Union([Type.Number(), Type.Null()])

export const CloseOnWire = named('Close', {
  _id: Type.String(),
  shortcode: Type.String(),
  date: Type.String(),
  agrees: Type.Boolean({ description: 'The tick: nothing differs' }),
  source: Type.String({ description: 'Whose balances: statement, or books when no statement covers the day' }),
  opening: Type.Number(),
  paidin: Type.Number(),
  paidout: Type.Number(),
  closing: Type.Number(),
  broughtforward: Type.Number({ description: 'What the first statement began with and the books did not know' }),
  places: Type.Object(
    Object.fromEntries(closePlaces.map((place) => [place, Place])) as Record<ClosePlace, typeof Place>,
    { description: 'Where the money of the day is: each receipt counts once' },
  ),
  differences: Type.Array(Type.Object({ kind: Type.String(), receipt: Type.String(), ours: orNull, theirs: orNull })),
  createdat: Type.String(),
})

export type KeptClose = Close & { id: string; shortcode: string; day: string; createdAt: Date }

export function presentClose(close: KeptClose): Static<typeof CloseOnWire> {
  const wire = (amount: bigint | null) => (amount === null ? null : toWire(amount))
  return {
    _id: close.id,
    shortcode: close.shortcode,
    date: close.day,
    agrees: close.differences.length === 0,
    source: close.source,
    opening: toWire(close.opening),
    paidin: toWire(close.paidIn),
    paidout: toWire(close.paidOut),
    closing: toWire(close.closing),
    broughtforward: toWire(close.broughtForward),
    places: Object.fromEntries(
      closePlaces.map((place) => {
        const { receipts, amount } = close.places[place]
        return [place, { receipts, amount: toWire(amount) }]
      }),
    ) as Static<typeof CloseOnWire>['places'],
    differences: close.differences.map(({ kind, receipt, ours, theirs }) => ({
      kind,
      receipt,
      ours: wire(ours),
      theirs: wire(theirs),
    })),
    createdat: writeInstant(close.createdAt),
  }
}
