import { refuse } from '@kusanya/domain/refusal.ts'

/** A place in a list that is newest first: what comes after it is older, or as old and lower in `id`. */
export type Place = { at: Date; id: string }

/** Above whatever is in a list. */
export const top: Place = { at: new Date('9999-12-31T00:00:00Z'), id: '' }

/** Opaque to callers: a place does not move when things are inserted, which the number of a page does. */
export function writeCursor({ at, id }: Place): string {
  return Buffer.from(`${at.getTime()}.${id}`).toString('base64url')
}

/** An empty cursor is the top of the list. Throws a refusal for what was never given out: it would end the list silently. */
export function readCursor(cursor: string): Place {
  if (cursor === '') return top
  const [, ms, id] = /^(\d{1,14})\.([\w-]{1,100})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? []
  if (ms === undefined || id === undefined) return refuse('cursor_unreadable')
  return { at: new Date(Number(ms)), id }
}
