import { nextInquiryAt } from '@kusanya/domain/inquiry.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { givePaths } from '../payment-links/give-paths.ts'

/** `isUrgent`: somebody waits for the answer. */
export type Wanted = { shortcode: string; receipt: string; isUrgent: boolean }

/**
 * Wants Safaricom to be asked about receipts, and gives each the path on which it answers. One receipt is one inquiry; one
 * that was given up begins anew.
 */
export async function queueInquiries(tx: Tx, given: Given, businessId: string, wanted: Wanted[]): Promise<void> {
  if (wanted.length === 0) return
  const now = given.now()
  const rows = wanted
    .map(({ shortcode, receipt, isUrgent }) => ({
      id: given.newId(),
      shortcode,
      receipt,
      urgent: isUrgent,
      due: (nextInquiryAt(0, now, isUrgent) ?? now).toISOString(),
    }))
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
  const queued = await tx<{ id: string }[]>`
    insert into inquiries (business_id, id, shortcode, receipt, state, urgent, next_attempt_at, created_at, updated_at)
    select ${businessId}, q.id, q.shortcode, q.receipt, 'waiting', q.urgent, q.due, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as q (id text, shortcode text, receipt text, urgent boolean, due timestamptz)
    join shortcodes s on s.business_id = ${businessId} and s.shortcode = q.shortcode and s.disconnected_at is null
    on conflict (business_id, shortcode, receipt) do update set
      state = 'waiting', attempts = 0, urgent = excluded.urgent, next_attempt_at = excluded.next_attempt_at,
      updated_at = excluded.updated_at
    where inquiries.state = 'given_up' or (inquiries.state <> 'answered' and excluded.urgent and not inquiries.urgent)
    returning id
  `
  const fresh = new Set(rows.map(({ id }) => id))
  await givePaths(
    tx,
    given,
    businessId,
    'inquiry',
    queued.filter(({ id }) => fresh.has(id)),
  )
}
