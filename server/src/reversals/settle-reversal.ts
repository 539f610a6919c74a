import assert from 'node:assert/strict'
import { nextReversalState, type ReversalState } from '@kusanya/domain/reversal.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { lockStanding } from '../payments/find-standing.ts'
import { findTransactions } from '../payments/rows.ts'
import { noteOperator } from '../reconciliation/note-operator.ts'
import { followReversal } from './follow-reversal.ts'
import { readReversal, readReversalStatus, type ReversalReading } from './read-answers.ts'
import { findReversals, type Reversal } from './rows.ts'
import { tellReversal } from './wire.ts'

const soonMs = 30_000

/**
 * What Safaricom says of a reversal, as its result or when asked: once it is done our books follow, once, also when it
 * is said twice, late, or after a time-out. Returns what was said.
 */
export async function settleReversal(
  tx: Tx,
  given: Given,
  business: Business,
  id: string,
  answer: { road: 'reversal' | 'reversal_status'; json: unknown },
): Promise<ReversalReading> {
  const found = await lockReversal(tx, business.id, id)
  if (!found) return { kind: 'nonsense', problem: 'no such reversal' }
  const reading = (answer.road === 'reversal' ? readReversal : readReversalStatus)(answer.json, found)
  if (reading.kind === 'nonsense') return reading
  await noteOperator(tx, given, business.id, found.shortcode, { ...reading, askedAt: found.askedAt })
  if (reading.kind === 'untold') {
    await write(tx, given, business.id, found, null, reading)
    return reading
  }
  const state = nextReversalState(found.state, reading.kind)
  if (state === null) return reading
  await write(tx, given, business.id, found, state, reading)
  if (state === 'refused') await tellFailed(tx, given, business.id, id)
  else {
    const by = { actor: found.actor, reason: found.reason }
    const followed = await followReversal(tx, given, business, found.paymentId, by)
    if (followed === 'refunded') {
      await write(tx, given, business.id, found, 'done', {
        code: reading.code,
        words: 'Given back by M-PESA, though part of it was refunded before: the books still hold it',
        receipt: reading.kind === 'done' ? reading.receipt : null,
      })
    }
  }
  return reading
}

/** A request, or a question about it, that expired in Safaricom's queue: not a final failure. It is asked about soon. */
export async function expireReversal(tx: Tx, given: Given, businessId: string, id: string): Promise<void> {
  const now = given.now()
  await tx`
    update reversals set next_attempt_at = least(next_attempt_at, ${new Date(now.getTime() + soonMs)}), updated_at = ${now}
    where business_id = ${businessId} and id = ${id} and next_attempt_at is not null
  `
}

/** Announces a reversal that Safaricom refused, or of which nobody could learn what became. */
export async function tellFailed(tx: Tx, given: Given, businessId: string, id: string): Promise<void> {
  const [reversal] = await findReversals(tx, businessId, { id })
  assert(reversal, 'a reversal is never deleted')
  const [payment] = await findTransactions(tx, businessId, [reversal.paymentId])
  assert(payment, 'a payment is never deleted')
  await recordEvents(tx, given, businessId, [tellReversal('payment.reversal_failed', payment, reversal)])
}

/** The payment first, as everywhere, so that two who bring news of it wait for each other. */
async function lockReversal(tx: Tx, businessId: string, id: string): Promise<Reversal | null> {
  const [found] = await findReversals(tx, businessId, { id })
  if (!found) return null
  await lockStanding(tx, businessId, found.paymentId)
  const [now] = await findReversals(tx, businessId, { id })
  return now ?? null
}

async function write(
  tx: Tx,
  given: Given,
  businessId: string,
  { id }: Reversal,
  state: ReversalState | null,
  { code, words, receipt = null }: { code: string; words: string; receipt?: string | null },
): Promise<void> {
  await tx`
    update reversals set state = coalesce(${state}, state), result_code = ${code}, result_text = ${words.slice(0, 500)},
      receipt = coalesce(${receipt}, receipt), updated_at = ${given.now()},
      next_attempt_at = case when ${state}::text is null then next_attempt_at end
    where business_id = ${businessId} and id = ${id} and (${state}::text is not null or state <> 'done')
  `
}
