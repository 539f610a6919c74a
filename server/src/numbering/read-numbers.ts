import { dayOf } from '@kusanya/domain/day.ts'
import { numbered, yearOfNumber, type Numbered, type Numbering, type Serial } from '@kusanya/domain/numbering.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { seriesOf } from './reserve-serials.ts'

/** How a business numbers, and the number that the next document of each kind gets today. */
export type Numbers = { numbering: Numbering; next: Record<Numbered, Serial> }

export const kinds = Object.keys(numbered) as Numbered[]

export async function readNumbers(tx: Tx, given: Pick<Given, 'now'>, businessId: string): Promise<Numbers> {
  const { timeZone, settings } = await theBusiness(tx, businessId)
  const year = yearOfNumber(dayOf(given.now(), timeZone), settings.numbering)
  const series = kinds.map((kind) => seriesOf(kind, year))
  const counters = await tx<{ series: string; next: bigint }[]>`
    select series, next from counters where business_id = ${businessId} and series = any (${series})
  `
  const nextOf = (kind: Numbered): Serial => ({
    year,
    serial: counters.find((one) => one.series === seriesOf(kind, year))?.next ?? 1n,
  })
  return {
    numbering: settings.numbering,
    next: { invoice: nextOf('invoice'), credit_note: nextOf('credit_note'), receipt: nextOf('receipt') },
  }
}
