import { addDays, dayOf, endOfDay, readDay, type Day } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'

/** Days of the business, both included, and the instants at which they begin and end. */
export type Span = { from: Day; to: Day; begins: Date; ends: Date }

export const SpanQuery = {
  from: Type.Optional(Type.String({ description: 'First day, YYYY-MM-DD' })),
  to: Type.Optional(Type.String({ description: 'Last day, YYYY-MM-DD; today when absent' })),
}

/** Throws `date_unreadable`. Without `from` it is so many days that end with `to`. */
export function readSpan(
  { from, to }: { from?: string; to?: string },
  now: Date,
  timeZone: string,
  usualDays: number,
): Span {
  const last = to === undefined ? dayOf(now, timeZone) : (readDay(to) ?? refuse('date_unreadable', { field: 'to' }))
  const first =
    from === undefined ? addDays(last, 1 - usualDays) : (readDay(from) ?? refuse('date_unreadable', { field: 'from' }))
  return { from: first, to: last, begins: endOfDay(addDays(first, -1), timeZone), ends: endOfDay(last, timeZone) }
}
