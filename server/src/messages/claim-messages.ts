import { quietUntil, type Channel, type MessageLanguage, type Purpose } from '@kusanya/domain/message.ts'
import { smsLength } from '@kusanya/domain/sms.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { tellOver } from './tell-over.ts'
import { composeMessages, type Composed, type DueRow } from './compose-messages.ts'

/** How long a worker may take to hand over what it has claimed. */
const leaseMs = 120_000
const lookAgainMs = 60_000

/** A message that is about to be handed over, and which attempt that is. */
export type Claimed = Composed & { id: string; attempts: number }

/** A message that is still `sending` when its lease ends was in the hands of a worker that died: it may have arrived. */
export async function takeUpAfterCrash(tx: Tx, given: Given, businessId: string): Promise<number> {
  const now = given.now()
  const found = await tx<{ id: string }[]>`
    update messages set state = 'maybe_sent', next_attempt_at = null,
      reason = 'It is not known whether it was sent', updated_at = ${now}
    where business_id = ${businessId} and state = 'sending' and next_attempt_at <= ${now}
    returning id
  `
  await tellOver(
    tx,
    given,
    businessId,
    found.map(({ id }) => id),
  )
  return found.length
}

/** In quiet hours what nobody waits for is held until they end. Says how many. */
export async function holdInQuietHours(tx: Tx, given: Given, { id, timeZone, settings }: Business): Promise<number> {
  const now = given.now()
  const until = quietUntil(now, timeZone, settings)
  if (until === null) return 0
  const held = await tx`
    update messages set next_attempt_at = ${until}, updated_at = ${now}
    where business_id = ${id} and state = 'queued' and next_attempt_at <= ${now} and not at_any_hour
  `
  return held.count
}

/**
 * Takes due messages in hand: composes each as things are now, or says why it does not go out. `sending`, and what is going to
 * be sent to whom, is written before anything is handed over.
 */
export async function claimMessages(
  tx: Tx,
  given: Given,
  business: Business,
  limit: number,
): Promise<{ dealtWith: number; claimed: Claimed[] }> {
  const now = given.now()
  const rows = await tx<
    {
      id: string
      customer_id: string
      invoice_id: string
      receipt_id: string | null
      purpose: Purpose
      channel: Channel
      occasion: string
      attempts: number
      created_at: Date
    }[]
  >`
    select id, customer_id, invoice_id, receipt_id, purpose, channel, occasion, attempts, created_at from messages
    where business_id = ${business.id} and state = 'queued' and next_attempt_at <= ${now}
    order by next_attempt_at, id limit ${limit} for update skip locked
  `
  const due = rows.map((row): DueRow => ({
    id: row.id,
    customerId: row.customer_id,
    invoiceId: row.invoice_id,
    receiptId: row.receipt_id,
    purpose: row.purpose,
    channel: row.channel,
    occasion: row.occasion,
    attempts: row.attempts,
    createdAt: row.created_at,
  }))
  if (due.length === 0) return { dealtWith: 0, claimed: [] }
  const outcomes = await composeMessages(tx, given, business, due)
  await write(
    tx,
    given,
    business.id,
    outcomes.map(({ row, outcome }) => {
      const id = row.id
      switch (outcome.kind) {
        case 'send':
          return { ...blank, ...handed(outcome.composed), id, state: 'sending', next_ms: leaseMs, tries: 1 }
        case 'wait':
          return { ...blank, id, state: 'queued', next_ms: lookAgainMs }
        case 'suppress':
          return { ...blank, id, state: 'suppressed', reason: outcome.reason }
        case 'fail':
          return { ...blank, id, state: 'failed', reason: outcome.reason }
      }
    }),
  )
  const failed = outcomes.flatMap(({ row, outcome }) => (outcome.kind === 'fail' ? row.id : []))
  await tellOver(tx, given, business.id, failed)
  const claimed = outcomes.flatMap(({ row, outcome }) =>
    outcome.kind === 'send' ? { ...outcome.composed, id: row.id, attempts: row.attempts + 1 } : [],
  )
  return { dealtWith: due.length, claimed }
}

type Row = {
  id: string
  state: string
  reason: string | null
  next_ms: number | null
  tries: number
  language: MessageLanguage | null
  recipient: string | null
  title: string | null
  body: string | null
  parts: number | null
}
const blank: Omit<Row, 'id' | 'state'> = {
  reason: null,
  next_ms: null,
  tries: 0,
  language: null,
  recipient: null,
  title: null,
  body: null,
  parts: null,
}

function handed({ channel, language, recipient, title, body }: Composed) {
  const parts = channel === 'sms' ? smsLength(body).parts : null
  return { language, recipient, title: title || null, body, parts }
}

async function write(tx: Tx, given: Given, businessId: string, outcomes: Row[]): Promise<void> {
  const now = given.now()
  await tx`
    update messages m set state = o.state, reason = o.reason, attempts = m.attempts + o.tries,
      next_attempt_at = ${now}::timestamptz + make_interval(secs => o.next_ms / 1000.0), updated_at = ${now},
      language = coalesce(o.language, m.language), recipient = coalesce(o.recipient, m.recipient),
      title = coalesce(o.title, m.title), body = coalesce(o.body, m.body), parts = coalesce(o.parts, m.parts)
    from jsonb_to_recordset(${tx.json(outcomes)}) as o (
      id text, state text, reason text, next_ms int, tries int, language text, recipient text, title text, body text, parts int
    )
    where m.business_id = ${businessId} and m.id = o.id
  `
}
