import { writeNumber } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'

const shown = 5

export type MissedBill = {
  invoiceId: string
  number: string
  customerName: string
  state: 'refused' | 'unknown'
  reason: string | null
}
export type Missed = { bills: number; newestBills: MissedBill[]; messagesFailed: number; messagesMaybeSent: number }

/**
 * What did not reach customers since an instant: bills of invoices that still ask for money, and messages. What went out
 * later, as another round or as another message of the same kind about the same invoice, made it good. Of each the newest
 * `most` are looked at.
 */
export async function readMissed(tx: Tx, businessId: string, since: Date, most: number): Promise<Missed> {
  const [bills, messages] = await Promise.all([
    tx<
      {
        id: string
        year: number | null
        serial: bigint | null
        customer_name: string
        state: 'queued' | 'refused' | 'sending' | 'sent' | 'unknown'
        reason: string | null
      }[]
    >`
      with missed as (
        select invoice_id, round, state, reason, updated_at from pushes
        where business_id = ${businessId} and kind = 'send' and state in ('refused', 'unknown') and updated_at > ${since}
        order by updated_at desc limit ${most}
      )
      select i.id, i.year, i.serial, i.customer_name, m.state, m.reason
      from missed m join invoices i on i.business_id = ${businessId} and i.id = m.invoice_id
      where i.cancelled_at is null and i.paid + i.adjusted < i.total and not exists (
        select 1 from pushes later where later.business_id = ${businessId} and later.invoice_id = m.invoice_id
          and later.kind = 'send' and later.round > m.round
      )
      order by m.updated_at desc
    `,
    tx<{ state: 'failed' | 'maybe_sent' | 'queued' | 'sending' | 'sent' | 'suppressed'; count: bigint }[]>`
      with missed as (
        select invoice_id, purpose, channel, state, created_at from messages
        where business_id = ${businessId} and state in ('failed', 'maybe_sent') and updated_at > ${since}
        order by updated_at desc limit ${most}
      )
      select m.state, count(*) as count from missed m
      where not exists (
        select 1 from messages later where later.business_id = ${businessId} and later.invoice_id = m.invoice_id
          and later.purpose = m.purpose and later.channel = m.channel and later.state = 'sent'
          and later.created_at > m.created_at
      )
      group by m.state
    `,
  ])
  const counted = new Map(messages.map(({ state, count }) => [state, Number(count)]))
  return {
    bills: bills.length,
    newestBills: bills.slice(0, shown).map((row) => ({
      invoiceId: row.id,
      number: row.year === null || row.serial === null ? '' : writeNumber({ year: row.year, serial: row.serial }),
      customerName: row.customer_name,
      state: row.state === 'unknown' ? 'unknown' : 'refused',
      reason: row.reason,
    })),
    messagesFailed: counted.get('failed') ?? 0,
    messagesMaybeSent: counted.get('maybe_sent') ?? 0,
  }
}
