import assert from 'node:assert/strict'
import { toWire } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findContradictions, lockContradiction, type Contradiction, type Kept } from './rows.ts'
import { supersedePayment } from './supersede-payment.ts'
import { tellContradictions } from './wire.ts'

/**
 * A person decides which of two amounts is true. `ours`: nothing moves. `theirs`: the payment is taken back with everything
 * it caused, and booked anew with the other amount. Of two who decide, the second is told what the first one kept. Refuses
 * `theirs` of a payment of which something was refunded, or that M-PESA is being asked to give back.
 */
export async function resolveContradiction(
  tx: Tx,
  given: Given,
  business: Business,
  id: string,
  keep: Kept,
  by: By & { reason: string },
): Promise<Contradiction> {
  const found = await lockContradiction(tx, business.id, id)
  if (!found) return refuse('contradiction_not_found')
  if (found.kept !== null) refuse('contradiction_resolved', { actor: found.actor ?? '', kept: found.kept })
  const { ours, theirs } = found
  const successorId = keep === 'theirs' ? await supersedePayment(tx, given, business, found, theirs.amount, by) : null
  await tx`
    update contradictions set kept = ${keep}, successor_id = ${successorId}, actor = ${by.actor}, reason = ${by.reason},
      resolved_at = ${given.now()}
    where business_id = ${business.id} and id = ${id}
  `
  await tellContradictions(tx, given, business.id, 'payment.contradiction_resolved', [id])
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: 'payment.resolve_contradiction',
      subject: { kind: 'payment', id: found.paymentId },
      before: { amount: toWire(ours.amount), contradictedby: toWire(theirs.amount) },
      after: { kept: keep, amount: toWire(found[keep].amount), transactionid: successorId ?? found.paymentId },
    },
  ])
  const [resolved] = await findContradictions(tx, business.id, [id])
  assert(resolved, 'a contradiction is never deleted')
  return resolved
}
