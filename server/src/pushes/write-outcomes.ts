import { nextCallAt } from '@kusanya/domain/retry.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

export type Push = {
  id: string
  invoiceId: string
  kind: 'send' | 'cancel'
  round: number
  attempts: number
  alone: boolean
  /** An earlier attempt ended unknown. */
  maybeSent: boolean
}

/** What became of a push. `wait`: refused at the gate, so later again. `split`: a batch was refused, so alone now. */
export type Sent = { push: Push } & (
  { kind: 'sent' } | { kind: 'refused' | 'unknown' | 'wait' | 'split'; reason: string }
)

/** Writes down what became of pushes that are still ours: one whose lease ended meanwhile is in other hands. */
export async function writeOutcomes(tx: Tx, given: Given, business: Business, sent: Sent[]): Promise<void> {
  const now = given.now()
  const rows = sent.map((one) => {
    const { push } = one
    const reason = one.kind === 'sent' ? null : one.reason
    const later = nextCallAt(push.attempts, now, given.chance.fraction()).toISOString()
    const row = { id: push.id, attempts: push.attempts, reason, alone: push.alone, maybe_sent: push.maybeSent }
    switch (one.kind) {
      case 'sent':
        return { ...row, state: 'sent', next: null }
      case 'refused':
        return { ...row, state: 'refused', next: null }
      case 'wait':
        return { ...row, state: 'queued', next: later }
      case 'split':
        return { ...row, state: 'queued', next: now.toISOString(), alone: true }
      case 'unknown':
        return business.whenPushUnknown === 'resend'
          ? { ...row, state: 'queued', next: later, alone: true, maybe_sent: true }
          : { ...row, state: 'unknown', next: null, maybe_sent: true }
    }
  })
  await tx`
    update pushes p set state = s.state, next_attempt_at = s.next, reason = s.reason, alone = s.alone,
      maybe_sent = s.maybe_sent, updated_at = ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as s (
      id text, attempts int, state text, next timestamptz, reason text, alone boolean, maybe_sent boolean
    )
    where p.business_id = ${business.id} and p.id = s.id and p.state = 'sending' and p.attempts = s.attempts
  `
}
