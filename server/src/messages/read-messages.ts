import type { Channel, Purpose } from '@kusanya/domain/message.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { findMessages, type Message, type messageStates } from './rows.ts'

export type MessageFilter = {
  invoiceId: string | null
  customerId: string | null
  state: (typeof messageStates)[number] | null
  channel: Channel | null
  purpose: Purpose | null
}

/** A page of the log, newest first, and how many there are in all. */
export async function listMessages(
  tx: Tx,
  businessId: string,
  { invoiceId, customerId, state, channel, purpose }: MessageFilter,
  { take, offset, before, counted }: Page,
): Promise<{ messages: Message[]; total: bigint | null }> {
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from messages
      where business_id = ${businessId}
        and (${invoiceId}::text is null or invoice_id = ${invoiceId})
        and (${customerId}::text is null or customer_id = ${customerId})
        and (${state}::text is null or state = ${state})
        and (${channel}::text is null or channel = ${channel})
        and (${purpose}::text is null or purpose = ${purpose})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id) from page) as ids
  `
  return { messages: await findMessages(tx, businessId, listed?.ids ?? []), total: listed?.total ?? null }
}

/** Throws nothing: says whether the invoice is there to be asked about. */
export async function hasInvoice(tx: Tx, businessId: string, id: string): Promise<boolean> {
  const found = await tx<{ id: string }[]>`select id from invoices where business_id = ${businessId} and id = ${id}`
  return found.length > 0
}
