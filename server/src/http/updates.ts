import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { named } from './fields.ts'
import { answer, type Answer } from './once.ts'

/** What an update answers: the fields that were sent, as they now stand, and whether any of them really changed. */
export const Updated = named('Updated', {
  _id: Type.String(),
  modified: Type.Integer(),
  updated: Type.Record(Type.String(), Type.Unknown()),
})

/** The fields that were sent, without the others. Throws a refusal when there are none. */
export function stated<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const sent = Object.entries(fields).filter(([, value]) => value !== undefined)
  if (sent.length === 0) refuse('nothing_to_update')
  return Object.fromEntries(sent) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

/** Whether a change would change anything. */
export function differs<T extends object>(before: T, change: Partial<T>): boolean {
  return (Object.keys(change) as (keyof T)[]).some((field) => change[field] !== before[field])
}

/** `now` is the whole thing on the wire, `body` what was sent: of both, `updatable` names the fields to show. */
export function answerUpdate<T extends { _id: string; updatedat: string }>(
  message: string,
  updatable: readonly (keyof T & string)[],
  body: object,
  now: T,
  modified: boolean,
): Answer {
  const sent = updatable.filter((field) => (body as Record<string, unknown>)[field] !== undefined)
  const updated = { ...Object.fromEntries(sent.map((field) => [field, now[field]])), updatedat: now.updatedat }
  return answer(200, { success: true, message, data: { _id: now._id, modified: modified ? 1 : 0, updated } })
}
