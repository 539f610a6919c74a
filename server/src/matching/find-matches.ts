import { keysOf, type Paid } from '@kusanya/domain/matching/leads.ts'
import { match, type Match, type Settings } from '@kusanya/domain/matching/match.ts'
import type { BusinessSettings } from '@kusanya/domain/settings.ts'
import type { Tx } from '../db/sql.ts'
import { fetchBook } from './fetch-book.ts'

/** Whose money these payments are, as the business's books are now; in their order. */
export async function findMatches(
  tx: Tx,
  business: { id: string; settings: BusinessSettings },
  paid: Paid[],
  now: Date,
): Promise<Match[]> {
  if (paid.length === 0) return []
  const settings = matchingOf(business.settings)
  const asked = paid.map((one) => ({ paid: one, keys: keysOf(one, settings) }))
  const book = await fetchBook(tx, business.id, asked, now)
  return paid.map((one) => match(one, book, settings))
}

/** The business's settings in the words of the rules. */
export function matchingOf({ matchThreshold, accountNumbers, accountPrefixes }: BusinessSettings): Settings {
  return { threshold: matchThreshold / 10_000, numbers: accountNumbers, prefixes: accountPrefixes }
}
