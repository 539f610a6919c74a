import { nextCallAt } from '@kusanya/domain/retry.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Claimed } from './claim-messages.ts'
import type { Handed } from './sms-gateway.ts'
import { tellOver } from './tell-over.ts'

const mostAttempts = 12

/** What became of a message that was handed over. */
export type Settled = { message: Claimed; handed: Handed }

/**
 * Writes down what became of messages that are still ours, and announces what will not change any more. Only what was
 * certainly not taken is tried again.
 */
export async function settleMessages(tx: Tx, given: Given, businessId: string, settled: Settled[]): Promise<void> {
  const now = given.now()
  const rows = settled.map(({ message: { id, attempts }, handed }) => {
    const again = handed.kind === 'later' && attempts < mostAttempts
    return {
      id,
      attempts,
      state: stateAfter(handed, again),
      next: again ? nextCallAt(attempts, now, given.chance.fraction()).toISOString() : null,
      reason: handed.kind === 'sent' ? null : handed.problem,
      provider_id: handed.kind === 'sent' ? handed.providerId : null,
      cost: handed.kind === 'sent' ? handed.cost : null,
      sent_at: handed.kind === 'sent' ? now.toISOString() : null,
    }
  })
  const written = await tx<{ id: string }[]>`
    update messages m set state = s.state, next_attempt_at = s.next, reason = s.reason, provider_id = s.provider_id,
      cost = s.cost, sent_at = s.sent_at, updated_at = ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as s (
      id text, attempts int, state text, next timestamptz, reason text, provider_id text, cost text, sent_at timestamptz
    )
    where m.business_id = ${businessId} and m.id = s.id and m.state = 'sending' and m.attempts = s.attempts
    returning m.id
  `
  await tellOver(
    tx,
    given,
    businessId,
    written.map(({ id }) => id),
  )
}

function stateAfter(handed: Handed, again: boolean): string {
  if (handed.kind === 'sent') return 'sent'
  if (handed.kind === 'unknown') return 'maybe_sent'
  return again ? 'queued' : 'failed'
}
