import type { Channel, MessageLanguage, Purpose } from '@kusanya/domain/message.ts'
import type { Tx } from '../db/sql.ts'

/** How the occasion of a message begins that a person asked for. */
export const byHand = 'by hand '

export const messageStates = ['queued', 'sending', 'sent', 'maybe_sent', 'failed', 'suppressed'] as const

/** A message as the log shows it. What was handed over, and to whom, is null before. */
export type Message = {
  id: string
  customer: { id: string; name: string }
  invoice: { id: string; year: number | null; serial: bigint | null }
  receiptId: string | null
  purpose: Purpose
  channel: Channel
  occasion: string
  state: (typeof messageStates)[number]
  reason: string | null
  attempts: number
  nextAttemptAt: Date | null
  language: MessageLanguage | null
  recipient: string | null
  title: string | null
  body: string | null
  parts: number | null
  providerId: string | null
  cost: string | null
  sentAt: Date | null
  createdAt: Date
}

/** The messages with these ids, newest first; those that are not the business's are left out. */
export async function findMessages(tx: Tx, businessId: string, ids: string[]): Promise<Message[]> {
  const rows = await tx<
    {
      id: string
      customer_id: string
      name: string
      invoice_id: string
      year: number | null
      serial: bigint | null
      receipt_id: string | null
      purpose: 'invoice' | 'receipt' | 'reminder'
      channel: 'email' | 'sms'
      occasion: string
      state: 'failed' | 'maybe_sent' | 'queued' | 'sending' | 'sent' | 'suppressed'
      reason: string | null
      attempts: number
      next_attempt_at: Date | null
      language: 'en' | 'sw' | null
      recipient: string | null
      title: string | null
      body: string | null
      parts: number | null
      provider_id: string | null
      cost: string | null
      sent_at: Date | null
      created_at: Date
    }[]
  >`
    select m.id, m.customer_id, c.name, m.invoice_id, i.year, i.serial, m.receipt_id, m.purpose, m.channel, m.occasion, m.state,
      m.reason, m.attempts, m.next_attempt_at, m.language, m.recipient, m.title, m.body, m.parts, m.provider_id, m.cost,
      m.sent_at, m.created_at
    from messages m join invoices i on i.business_id = m.business_id and i.id = m.invoice_id
      join customers c on c.business_id = m.business_id and c.id = m.customer_id
    where m.business_id = ${businessId} and m.id = any (${ids})
    order by m.created_at desc, m.id desc
  `
  return rows.map((row) => ({
    id: row.id,
    customer: { id: row.customer_id, name: row.name },
    invoice: { id: row.invoice_id, year: row.year, serial: row.serial },
    receiptId: row.receipt_id,
    purpose: row.purpose,
    channel: row.channel,
    occasion: row.occasion,
    state: row.state,
    reason: row.reason,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    language: row.language,
    recipient: row.recipient,
    title: row.title,
    body: row.body,
    parts: row.parts,
    providerId: row.provider_id,
    cost: row.cost,
    sentAt: row.sent_at,
    createdAt: row.created_at,
  }))
}
