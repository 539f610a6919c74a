import type { JournalFilter } from './journal.ts'
import { knownKeys } from './known.ts'

const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0

/** Throws an Error that names what the journal cannot be filtered by: it would have answered something else. */
export function readJournalFilter(given: JournalFilter): JournalFilter {
  knownKeys(given, ['path', 'name', 'direction', 'since', 'status', 'limit'])
  const { path, name, direction, since, status, limit } = given
  for (const [key, value] of Object.entries({ path, name }))
    if (value !== undefined && typeof value !== 'string') throw new Error(`${key} must be text`)
  if (direction !== undefined && direction !== 'in' && direction !== 'out')
    throw new Error('direction must be in or out')
  if (since !== undefined && !isCount(since) && !(typeof since === 'string' && !Number.isNaN(Date.parse(since))))
    throw new Error('since must be the id of an entry or an ISO 8601 time')
  if (status !== undefined && !isCount(status)) throw new Error('status must be an HTTP status')
  if (limit !== undefined && !isCount(limit)) throw new Error('limit must be a whole number from 0')
  return given
}
