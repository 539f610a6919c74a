import assert from 'node:assert/strict'
import { claimLivesMs, foldReceipt, nextClaimLookAt, type ClaimRead } from '@kusanya/domain/claim.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { pullSoon } from '../reconciliation/pull-soon.ts'
import { queueInquiries } from '../reconciliation/queue-inquiries.ts'
import { findClaims } from './rows.ts'
import { settleClaim } from './settle-claim.ts'
import { presentClaim } from './wire.ts'

const mostPerDay = 10
const dayMs = 24 * 3_600_000

/**
 * Takes a payer's word that a bill was paid: settled at once if the payment is known, else looked for, and Safaricom asked.
 * The same code for the same bill is one claim; one that was given up or dismissed begins anew. Null when the bill's payers named too
 * many codes today.
 */
export async function makeClaim(
  tx: Tx,
  given: Given,
  business: Business,
  bill: { linkId: string; shortcode: string },
  { receipt, amount, paidAt }: ClaimRead,
): Promise<{ claimId: string } | null> {
  const now = given.now()
  const folded = foldReceipt(receipt)
  // One after the other, so that many at once are not each the tenth.
  await tx<{ locked: string | null }[]>`
    select pg_advisory_xact_lock(hashtextextended(${`claims of ${bill.linkId}`}, 0))::text as locked
  `
  const [before] = await tx<
    { id: string; state: 'applied' | 'dismissed' | 'given_up' | 'known' | 'suggested' | 'waiting' }[]
  >`
    select id, state from claims
    where business_id = ${business.id} and link_id = ${bill.linkId} and folded = ${folded}
  `
  if (before && before.state !== 'given_up' && before.state !== 'dismissed') return { claimId: before.id }
  const [made] = await tx<{ today: bigint }[]>`
    select count(*) as today from claims
    where business_id = ${business.id} and link_id = ${bill.linkId} and created_at > ${new Date(now.getTime() - dayMs)}
  `
  if ((made?.today ?? 0n) >= mostPerDay) return null
  const [written] = await tx<{ id: string }[]>`
    insert into claims (business_id, id, link_id, shortcode, receipt, folded, amount, paid_at, state, next_attempt_at, gives_up_at, created_at, updated_at)
    values (${business.id}, ${given.newId()}, ${bill.linkId}, ${bill.shortcode}, ${receipt}, ${folded}, ${amount}, ${paidAt}, 'waiting',
      ${nextClaimLookAt(now, now)}, ${new Date(now.getTime() + claimLivesMs)}, ${now}, ${now})
    on conflict (business_id, link_id, folded) do update set state = 'waiting', amount = excluded.amount,
      paid_at = excluded.paid_at, attempts = 0, next_attempt_at = excluded.next_attempt_at, gives_up_at = excluded.gives_up_at,
      updated_at = excluded.updated_at
    returning id
  `
  assert(written, 'a claim is written or begun anew')
  await settleClaim(tx, given, business, written.id)
  const [claim] = await findClaims(tx, business.id, [written.id])
  assert(claim, 'what was just written is there')
  if (claim.paymentId === null) {
    await queueInquiries(tx, given, business.id, [{ shortcode: claim.shortcode, receipt, isUrgent: true }])
    await pullSoon(tx, given, business.id, [claim.shortcode])
  }
  await recordEvents(tx, given, business.id, [
    { type: 'payment.claimed', subjectId: claim.id, data: presentClaim(claim) },
  ])
  return { claimId: claim.id }
}
