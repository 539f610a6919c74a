import assert from 'node:assert/strict'
import type { Tx } from '../db/sql.ts'

/**
 * The next skus of a business: `PRD-001` and on. The counter's row stays locked until the transaction ends. `beyond`
 * jumps over the skus of this form that a merchant chose himself.
 */
export async function reserveSkus(
  tx: Tx,
  businessId: string,
  count: number,
  { beyond }: { beyond: boolean },
): Promise<string[]> {
  const [row] = await tx<{ next: bigint }[]>`
    insert into counters (business_id, series, next) values (${businessId}, 'product', ${1 + count})
    on conflict (business_id, series) do update set next = ${count} + greatest(counters.next, case when ${beyond} then (
      select 1 + max(substring(sku from '^PRD-([0-9]{1,15})$')::bigint) from products where business_id = ${businessId}
    ) end)
    returning next
  `
  assert(row, 'an upsert returns its row')
  const first = row.next - BigInt(count)
  return Array.from({ length: count }, (_, index) => `PRD-${String(first + BigInt(index)).padStart(3, '0')}`)
}
