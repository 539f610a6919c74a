import assert from 'node:assert/strict'
import type { Numbered } from '@kusanya/domain/numbering.ts'
import type { Tx } from '../db/sql.ts'

/** The name of a counter: `credit note 2031`, `invoice 0` for numbers that run through the years. */
export function seriesOf(kind: Numbered, year: number): string {
  return `${kind.replace('_', ' ')} ${year}`
}

/**
 * Takes so many numbers of a series; answers the first. The counter's row stays locked until the transaction ends, so that
 * the numbers of a business have no gaps and no twins: what rolls back gives its numbers back.
 */
export async function reserveSerials(
  tx: Tx,
  businessId: string,
  kind: Numbered,
  year: number,
  count: number,
): Promise<bigint> {
  const [row] = await tx<{ next: bigint }[]>`
    insert into counters (business_id, series, next) values (${businessId}, ${seriesOf(kind, year)}, ${1 + count})
    on conflict (business_id, series) do update set next = counters.next + ${count}
    returning next
  `
  assert(row, 'an upsert returns its row')
  return row.next - BigInt(count)
}
