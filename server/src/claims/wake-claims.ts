import { foldReceipt } from '@kusanya/domain/claim.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** Has the claims of these receipts looked at now: their money came, or was laid. One that was given up or dismissed is found late. */
export async function wakeClaims(tx: Tx, given: Given, businessId: string, receipts: string[]): Promise<void> {
  if (receipts.length === 0) return
  await tx`
    update claims set next_attempt_at = ${given.now()}
    where business_id = ${businessId} and folded = any (${receipts.map(foldReceipt)})
      and state in ('waiting', 'suggested', 'given_up', 'dismissed')
  `
}

/** A clerk took a payment off where its claim had brought it: from now on the claim is for a person. */
export async function doubtClaims(tx: Tx, given: Given, businessId: string, paymentId: string): Promise<void> {
  await tx`
    update claims set state = 'suggested', next_attempt_at = null, updated_at = ${given.now()}
    where business_id = ${businessId} and payment_id = ${paymentId} and state in ('applied', 'known')
  `
}

/** Claims of a payment that was booked anew are claims of what it is now, and are looked at again. */
export async function passClaimsOn(tx: Tx, given: Given, businessId: string, from: string, to: string): Promise<void> {
  await tx`
    update claims set payment_id = ${to}, next_attempt_at = ${given.now()}, updated_at = ${given.now()},
      -- What a clerk has taken off stays his to decide.
      state = case when state in ('applied', 'known') then 'waiting' else state end
    where business_id = ${businessId} and payment_id = ${from}
  `
}
