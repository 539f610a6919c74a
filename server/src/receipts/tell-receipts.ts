import type { Tx } from '../db/sql.ts'
import type { Happening } from '../events/record-events.ts'
import { findReceipts } from './rows.ts'
import { presentReceipt } from './wire.ts'

/** What is announced of receipts that were just given. */
export async function tellReceipts(tx: Tx, businessId: string, ids: string[]): Promise<Happening[]> {
  return tell(tx, businessId, ids, 'receipt.created')
}

/** What is announced when these allocations were taken back: their receipts are cancelled. */
export async function tellCancelledReceipts(tx: Tx, businessId: string, allocationIds: string[]): Promise<Happening[]> {
  if (allocationIds.length === 0) return []
  const receipts = await tx<{ id: string }[]>`
    select id from receipts where business_id = ${businessId} and allocation_id = any (${allocationIds}) order by id
  `
  return tell(
    tx,
    businessId,
    receipts.map(({ id }) => id),
    'receipt.cancelled',
  )
}

async function tell(
  tx: Tx,
  businessId: string,
  ids: string[],
  type: 'receipt.created' | 'receipt.cancelled',
): Promise<Happening[]> {
  if (ids.length === 0) return []
  const found = new Map((await findReceipts(tx, businessId, ids)).map((receipt) => [receipt.id, receipt]))
  return ids.flatMap((id) => {
    const receipt = found.get(id)
    return receipt ? [{ type, subjectId: id, data: presentReceipt(receipt) }] : []
  })
}
