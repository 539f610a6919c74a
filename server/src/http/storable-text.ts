import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyInstance } from 'fastify'

/**
 * JSON and URLs can carry text that PostgreSQL cannot hold: the character zero and halves of surrogate pairs. In a body
 * it is refused by the field's name. In an address it becomes U+FFFD, which is found nowhere, so that such an id is
 * answered like any other that does not exist.
 */
export function keepTextStorable(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body, routeOptions }) => {
    for (const given of [params, query] as Record<string, unknown>[]) {
      for (const [name, value] of Object.entries(given ?? {})) {
        if (typeof value === 'string' && !isStorable(value))
          given[name] = value.toWellFormed().replaceAll('\0', '\uFFFD')
      }
    }
    if (!routeOptions.url?.startsWith('/business/')) return
    const field = unstorable(body)
    if (field !== null) refuse('text_not_storable', { field })
  })
}

/** Deeper than anything we ask for, and less deep than what would exhaust the stack of whoever walks through it. */
const deepest = 32

/** The path of the first text in a body that cannot be stored, such as `items.0.name`; null when all can. */
function unstorable(value: unknown, path: string[] = []): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path.join('.')
  if (typeof value !== 'object' || value === null) return null
  if (path.length === deepest) throw Object.assign(new Error('a body nested too deep'), { statusCode: 400 })
  for (const [key, one] of Object.entries(value)) {
    const found = unstorable(one, [...path, key])
    if (found !== null) return found
  }
  return null
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
