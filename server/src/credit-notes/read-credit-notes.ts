import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { findCreditNotes, type CreditNote } from './rows.ts'

/** A page of credit notes, newest first, and how many there are in all. */
export async function listCreditNotes(
  tx: Tx,
  businessId: string,
  invoiceId: string | null,
  { take, offset, before, counted }: Page,
): Promise<{ notes: CreditNote[]; total: bigint | null }> {
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from credit_notes
      where business_id = ${businessId} and (${invoiceId}::text is null or invoice_id = ${invoiceId})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const notes = await findCreditNotes(tx, businessId, { ids: listed?.ids ?? [] })
  return { notes, total: listed?.total ?? null }
}
