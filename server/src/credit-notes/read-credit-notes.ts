import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { findCreditNotes, type CreditNote } from './rows.ts'

/** A page of credit notes, newest first, and how many there are in all. */
export async function listCreditNotes(
  tx: Tx,
  businessId: string,
  invoiceId: string | null,
  { limit, offset }: Page,
): Promise<{ notes: CreditNote[]; total: bigint }> {
  const matching = tx`business_id = ${businessId} ${invoiceId === null ? tx`` : tx`and invoice_id = ${invoiceId}`}`
  const [[count], ids] = await Promise.all([
    tx<{ total: bigint }[]>`select count(*) as total from credit_notes where ${matching}`,
    tx<{ id: string }[]>`
      select id from credit_notes where ${matching} order by created_at desc, id desc limit ${limit} offset ${offset}
    `,
  ])
  const notes = await findCreditNotes(tx, businessId, { ids: ids.map(({ id }) => id) })
  return { notes, total: count?.total ?? 0n }
}
