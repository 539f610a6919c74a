import assert from 'node:assert/strict'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { dropInquiry } from '../reconciliation/drop-inquiry.ts'
import { findClaims, type Claim } from './rows.ts'

/**
 * A person has dealt with a claim that no payment answers: it is looked for no more, and its payer is told that it was not
 * found. Money that comes later is still found, and the payer may name the code again. Refuses what is settled or dismissed.
 */
export async function dismissClaim(
  tx: Tx,
  given: Given,
  businessId: string,
  claimId: string,
  { actor, reason }: By & { reason: string },
): Promise<Claim> {
  await tx<{ id: string }[]>`select id from claims where business_id = ${businessId} and id = ${claimId} for update`
  const [claim] = await findClaims(tx, businessId, [claimId])
  if (!claim) return refuse('claim_not_found')
  const { state } = claim
  if (state === 'applied' || state === 'known') refuse('claim_settled')
  if (state === 'dismissed') refuse('claim_dismissed', { actor: claim.dismissed?.actor ?? '' })
  const now = given.now()
  await tx`
    update claims set state = 'dismissed', dismissed_by = ${actor}, dismissed_because = ${reason}, next_attempt_at = null,
      gives_up_at = least(gives_up_at, ${now}), updated_at = ${now}
    where business_id = ${businessId} and id = ${claimId}
  `
  await dropInquiry(tx, given, businessId, claim)
  await recordAudit(tx, given, businessId, [
    {
      actor,
      reason,
      action: 'claim.dismiss',
      subject: { kind: 'claim', id: claimId },
      before: { state },
      after: { state: 'dismissed', transactioncode: claim.receipt },
    },
  ])
  const [dismissed] = await findClaims(tx, businessId, [claimId])
  assert(dismissed, 'a claim is never deleted')
  return dismissed
}
