import { withClaims } from '@kusanya/domain/matching/claimed.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import { findClaimed } from '../claims/rows.ts'
import { wakeClaims } from '../claims/wake-claims.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findMatches } from '../matching/find-matches.ts'
import { candidatesOf } from '../matching/suggest.ts'
import { undoMatches, writeMatches } from '../matching/write-matches.ts'
import { movePayment, type WantedMove } from './move-payment.ts'
import { queueAcknowledgements } from './queue-acknowledgements.ts'
import { findTransactions } from './rows.ts'
import { paidOf } from './read-unmatched.ts'

/**
 * A clerk, or the payer himself, says whose an unmatched payment is. What waits of it goes the way of all money that is for
 * that account. Refuses a payment of which nothing waits.
 */
export async function matchPayment(
  tx: Tx,
  given: Given,
  business: Business,
  paymentId: string,
  to: WantedMove['to'] | null,
  by: By,
  decidedBy: 'clerk' | 'payer',
): Promise<void> {
  const [payment] = await findTransactions(tx, business.id, [paymentId])
  if (!payment) return refuse('payment_not_found')
  if (!to) return refuse('destination_missing')
  await moveByHand(tx, given, business, { paymentId, from: 'suspense', to, amount: null }, by, decidedBy)
}

/**
 * A clerk, or the payer's claim, moves a payment. If some of it waited for a person, it was matched by that, whatever the request was called: the
 * choice is remembered for this payer, with what spoke for it, and the payer is told.
 */
export async function moveByHand(
  tx: Tx,
  given: Given,
  business: Business,
  wanted: WantedMove,
  by: By,
  decidedBy: 'clerk' | 'payer' = 'clerk',
): Promise<void> {
  const { paymentId } = wanted
  const waiting = (await findTransactions(tx, business.id, [paymentId])).filter(({ unmatched }) => unmatched > 0n)
  const [match] = await findMatches(tx, business, waiting.map(paidOf), given.now())
  const { accountId, named, moves } = await movePayment(tx, given, business, wanted, by)
  const matched = moves.filter(({ from }) => from.target === 'suspense')
  if (matched.length === 0) return
  await undoMatches(tx, given, business.id, paymentId)
  const claimed = await findClaimed(tx, business.id, [paymentId])
  const candidates = withClaims(match ? candidatesOf(match) : [], claimed.get(paymentId) ?? [])
  const candidate = candidates.find((one) => one.accountId === accountId) ?? null
  await writeMatches(tx, given, business.id, [
    { paymentId, accountId, invoiceId: named[0]?.id ?? null, by: decidedBy, candidate },
  ])
  const laid = matched.flatMap(({ from, to }) =>
    to.map(({ invoiceId }) => ({
      payment: { id: paymentId, channel: from.channel, shortcode: from.shortcode },
      invoice: invoiceId === null ? null : { id: invoiceId },
    })),
  )
  await queueAcknowledgements(tx, given, business.id, laid)
  await wakeClaims(
    tx,
    given,
    business.id,
    waiting.map(({ receipt }) => receipt),
  )
}
