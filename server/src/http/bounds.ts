import { addDays, dayNamed, endOfDay, readDay, readInstant, type Day } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'

/** A parameter that bounds a list by time: a day, which is the business's own, or an instant. */
export const Bound = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }))

/** The first instant that still belongs to a list from `text` on. Throws a refusal for what is no date. */
export function startOf(text: string | undefined, field: string, timeZone: string): Date | null {
  if (text === undefined) return null
  const day = readDay(text)
  return day ? endOfDay(addDays(day, -1), timeZone) : readInstantOf(text, field)
}

/** The first instant that belongs no longer to a list up to `text`: a day is meant with all its hours. */
export function endOf(text: string | undefined, field: string, timeZone: string): Date | null {
  if (text === undefined) return null
  const day = readDay(text)
  return day ? endOfDay(day, timeZone) : readInstantOf(text, field)
}

/** The day that `text` names in the business's time zone. */
export function dayIn(text: string | undefined, field: string, timeZone: string): Day | null {
  return text === undefined ? null : dayNamed(readInstantOf(text, field), timeZone)
}

function readInstantOf(text: string, field: string): Date {
  return readInstant(text) ?? refuse('date_unreadable', { field })
}
