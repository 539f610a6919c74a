import type { Invoice } from '@kusanya/domain/invoice.ts'
import { channels, type Channel } from '@kusanya/domain/message.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { lockInvoices } from '../invoices/rows.ts'
import { composeMessages, type DueRow } from './compose-messages.ts'
import { queueMessages } from './queue-messages.ts'
import { byHand } from './rows.ts'

export type Wish = { invoiceId: string; purpose: 'invoice' | 'reminder'; channels: Channel[] | null }

const momentMs = 60_000

/**
 * Sends a message now, whatever the hour, because a person wants it: also one that went before. One that waits is brought
 * forward instead of being written twice. Refuses what would not go out, with the reason, and what went a moment ago. Answers
 * the ids of the messages.
 */
export async function sendByHand(tx: Tx, given: Given, businessId: string, wish: Wish): Promise<string[]> {
  const [invoice] = await lockInvoices(tx, businessId, [wish.invoiceId])
  if (!invoice) refuse('invoice_not_found')
  const business = await theBusiness(tx, businessId)
  const now = given.now()
  const occasion = byHand + given.newId()
  const wanted = (wish.channels ?? channels).map((channel) => ({
    ...rowByHand(invoice, { purpose: wish.purpose, channel }, now),
    occasion,
  }))
  const outcomes = await composeMessages(tx, given, business, wanted)
  const able = outcomes.filter(({ outcome }) => outcome.kind === 'send').map(({ row }) => row)
  const [problem] = outcomes.flatMap(({ outcome }) => ('reason' in outcome ? outcome.reason : []))
  if (problem !== undefined && (wish.channels !== null || able.length === 0))
    refuse('message_not_sendable', { reason: problem })

  const waiting = await bringForward(tx, given, businessId, able)
  const fresh = able.filter(({ channel }) => !waiting.some((one) => one.channel === channel))
  const written = await queueMessages(
    tx,
    given,
    businessId,
    fresh.map((row) => ({ ...row, atAnyHour: true })),
  )
  return [...waiting.map(({ id }) => id), ...written]
}

/** A message that a person asks for at this moment, before anything of it is written down. */
export function rowByHand(
  { id, customer }: Invoice,
  { purpose, channel }: Pick<DueRow, 'purpose' | 'channel'>,
  now: Date,
): DueRow {
  return {
    id: '',
    customerId: customer.id,
    invoiceId: id,
    receiptId: null,
    purpose,
    channel,
    occasion: byHand,
    attempts: 0,
    createdAt: now,
  }
}

async function bringForward(tx: Tx, given: Given, businessId: string, rows: DueRow[]) {
  const [first] = rows
  if (!first) return []
  const { invoiceId, purpose } = first
  const by = rows.map(({ channel }) => channel)
  const now = given.now()
  const lately = await tx<{ id: string }[]>`
    select id from messages
    where business_id = ${businessId} and invoice_id = ${invoiceId} and purpose = ${purpose} and channel = any (${by})
      and (state = 'sending' or (state in ('sent', 'maybe_sent') and updated_at > ${new Date(now.getTime() - momentMs)}))
    limit 1
  `
  if (lately.length > 0) refuse('message_waiting')
  return tx<{ id: string; channel: 'email' | 'sms' }[]>`
    update messages set at_any_hour = true, next_attempt_at = ${now}, updated_at = ${now}
    where business_id = ${businessId} and invoice_id = ${invoiceId} and purpose = ${purpose} and channel = any (${by})
      and state = 'queued'
    returning id, channel
  `
}
