import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findReceipts } from './rows.ts'
import type { Receipt, receiptStatuses } from './wire.ts'

type Filter = { search: string | null; status: (typeof receiptStatuses)[number] | null }

/** A page of receipts, newest first, and how many there are in all. Search looks in receipt number and title. */
export async function listReceipts(
  tx: Tx,
  businessId: string,
  { search, status }: Filter,
  { take, offset, before, counted }: Page,
): Promise<{ receipts: Receipt[]; total: bigint | null }> {
  const like = anywhere(search)
  // As writeReceiptNumber() and presentReceipt() write them; a receipt is never a draft.
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select r.id, r.created_at from receipts r
      join invoices i on i.business_id = r.business_id and i.id = r.invoice_id
      where r.business_id = ${businessId} and ${status}::text is distinct from 'draft'
        and (${status}::text is null or (${status} = 'cancelled') = exists (
          select 1 from allocations a where a.business_id = r.business_id and a.reverses_id = r.allocation_id
        ))
        and (${like}::text is null
          or written_number('RCP', r.year, r.serial) ilike ${like}
          or 'Receipt for ' || written_number('INV', i.year, i.serial) ilike ${like})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findReceipts(tx, businessId, ids)).map((one) => [one.id, one]))
  return { receipts: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}
