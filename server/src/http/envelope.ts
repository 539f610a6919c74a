import { Type, type TSchema } from 'typebox'
import { readCursor, top, writeCursor, type Place } from './cursor.ts'
import { named } from './fields.ts'

export const ErrorBody = Type.Object(
  {
    success: Type.Literal(false),
    error: Type.String(),
    message: Type.Optional(Type.String()),
    errors: Type.Optional(Type.Record(Type.String(), Type.String())),
    retry_after: Type.Optional(Type.Integer({ description: 'With 429: seconds, as in Retry-After' })),
  },
  { title: 'Error', description: 'Every refusal has this form. `errors` names the fields.' },
)

/** Response schemas of a route that answers one thing. What is refused is the same everywhere: see openapi/parts.ts. */
export function answers<S extends 200 | 201, T extends TSchema>(status: S, data: T) {
  const body = Type.Object({ success: Type.Boolean(), message: Type.Optional(Type.String()), data })
  return { [status]: body } as Record<S, typeof body>
}

const numberOrNull = (description: string) => Type.Union([Type.Integer(), Type.Null()], { description })
const PageBlock = named('PageBlock', {
  total: numberOrNull('How many there are in all; null with a cursor, which counts nothing'),
  page: numberOrNull('null with a cursor'),
  limit: Type.Integer(),
  pages: numberOrNull('null with a cursor'),
})

/** Response schema of a list. The published pages name the block in two ways; both are sent. */
export function answersPage<T extends TSchema>(item: T) {
  return {
    200: Type.Object({
      success: Type.Boolean(),
      data: Type.Array(item),
      nextcursor: Type.Union([Type.String(), Type.Null()], {
        description: '`cursor` for what follows; null at the end',
      }),
      pagination: PageBlock,
      meta: PageBlock,
    }),
  }
}

/** `page` and `limit` are text here: what is no number falls back to the default instead of being refused. */
export const PageQuery = {
  page: Type.Optional(Type.String({ description: 'From 1; newest first' })),
  limit: Type.Optional(Type.String({ description: 'At most 100; 10 when absent' })),
  cursor: Type.Optional(
    Type.String({
      maxLength: 200,
      description:
        'Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added',
    }),
  ),
}

/** Which part of a list is wanted. An operation reads `take`: one more than is shown, which says whether there are more. */
export type Page = { page: number | null; limit: number; take: number; offset: number; before: Place; counted: boolean }

/** Throws a refusal for a cursor that was never given out. */
export function readPage(query: { page?: string; limit?: string; cursor?: string }): Page {
  const limit = Math.min(wholeNumber(query.limit, 10), 100)
  const common = { limit, take: limit + 1 }
  if (query.cursor !== undefined) {
    return { ...common, page: null, offset: 0, before: readCursor(query.cursor), counted: false }
  }
  const page = wholeNumber(query.page, 1)
  const offset = Math.min((page - 1) * limit, Number.MAX_SAFE_INTEGER)
  return { ...common, page, offset, before: top, counted: true }
}

/** `found` is what an operation took for the page, `placeOf` where a thing stands in the order of its list. */
export function presentPage<T, W>(
  found: T[],
  total: bigint | null,
  { page, limit, counted }: Page,
  present: (thing: T) => W,
  placeOf: (thing: T) => Place,
) {
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  const nextcursor = found.length > limit && last !== undefined ? writeCursor(placeOf(last)) : null
  const all = counted ? Number(total) : null
  const block = { total: all, page, limit, pages: all === null ? null : Math.ceil(all / limit) }
  return { success: true, data: shown.map(present), nextcursor, pagination: block, meta: block }
}

/** The place of a thing in a list that is newest first. */
export const byAge = ({ createdAt, id }: { createdAt: Date; id: string }): Place => ({ at: createdAt, id })

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = text && /^\d+$/.test(text) ? Math.min(Number(text), 1e9) : otherwise
  return number >= 1 ? number : otherwise
}
