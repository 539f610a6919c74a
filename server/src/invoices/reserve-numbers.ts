import { dayNamed } from '@kusanya/domain/day.ts'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import { yearOfNumber } from '@kusanya/domain/numbering.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'
import { reserveSerials } from '../numbering/reserve-serials.ts'

/** Gives numbers to the issued invoices that have none. The year is that of the invoice's date where the business is. */
export async function reserveNumbers(
  tx: Tx,
  { id: businessId, timeZone, settings }: Business,
  invoices: Invoice[],
): Promise<void> {
  const wanting = invoices.filter(({ issuedAt, number }) => issuedAt !== null && number === null)
  const byYear = Map.groupBy(wanting, ({ invoicedAt }) =>
    yearOfNumber(dayNamed(invoicedAt, timeZone), settings.numbering),
  )
  for (const year of [...byYear.keys()].sort()) {
    const group = byYear.get(year) ?? []
    const first = await reserveSerials(tx, businessId, 'invoice', year, group.length)
    for (const [index, invoice] of group.entries()) invoice.number = { year, serial: first + BigInt(index) }
  }
}
