import assert from 'node:assert/strict'
import { dayNamed } from '@kusanya/domain/day.ts'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'

/**
 * Gives numbers to the issued invoices that have none. The counter's row stays locked until the transaction ends, so
 * that the numbers of a business and year have no gaps and no twins: what rolls back gives its numbers back. The year is
 * that of the invoice's date where the business is.
 */
export async function reserveNumbers(
  tx: Tx,
  { id: businessId, timeZone }: Business,
  invoices: Invoice[],
): Promise<void> {
  const wanting = invoices.filter(({ issuedAt, number }) => issuedAt !== null && number === null)
  const byYear = Map.groupBy(wanting, ({ invoicedAt }) => Number(dayNamed(invoicedAt, timeZone).slice(0, 4)))
  for (const year of [...byYear.keys()].sort()) {
    const group = byYear.get(year) ?? []
    const [row] = await tx<{ next: bigint }[]>`
      insert into counters (business_id, series, next) values (${businessId}, ${`invoice ${year}`}, ${1 + group.length})
      on conflict (business_id, series) do update set next = counters.next + ${group.length}
      returning next
    `
    assert(row, 'an upsert returns its row')
    const first = row.next - BigInt(group.length)
    for (const [index, invoice] of group.entries()) invoice.number = { year, serial: first + BigInt(index) }
  }
}
