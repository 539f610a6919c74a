import { Type, type TSchema } from 'typebox'
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

const PageBlock = named('PageBlock', {
  total: Type.Integer(),
  page: Type.Integer(),
  limit: Type.Integer(),
  pages: Type.Integer(),
})

/** Response schema of a list. The published pages name the block in two ways; both are sent. */
export function answersPage<T extends TSchema>(item: T) {
  return {
    200: Type.Object({ success: Type.Boolean(), data: Type.Array(item), pagination: PageBlock, meta: PageBlock }),
  }
}

/** `page` and `limit` are text here: what is no number falls back to the default instead of being refused. */
export const PageQuery = { page: Type.Optional(Type.String()), limit: Type.Optional(Type.String()) }

export type Page = { page: number; limit: number; offset: number }

export function readPage(query: { page?: string; limit?: string }): Page {
  const page = wholeNumber(query.page, 1)
  const limit = Math.min(wholeNumber(query.limit, 10), 100)
  return { page, limit, offset: Math.min((page - 1) * limit, Number.MAX_SAFE_INTEGER) }
}

export function presentPage<T>(data: T[], total: bigint, { page, limit }: Page) {
  const block = { total: Number(total), page, limit, pages: Math.ceil(Number(total) / limit) }
  return { success: true, data, pagination: block, meta: block }
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const number = text && /^\d+$/.test(text) ? Math.min(Number(text), 1e9) : otherwise
  return number >= 1 ? number : otherwise
}
