import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a running server was asked and what it answered, by `operationId`; refusals by status. */
export type Examples = {
  operations: Record<string, { body?: unknown; answer?: unknown; csv?: string }>
  refusals: Record<string, unknown>
}

/** As `npm run examples` recorded them. Read when the document is asked for, not when the server starts. */
export function examples(): Examples {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'examples.json'), 'utf8')) as Examples
}
