import assert from 'node:assert/strict'
import type { Money } from '@kusanya/domain/money.ts'
import { confirmationBy, type Road } from '@kusanya/domain/payment.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import { passClaimsOn } from '../claims/wake-claims.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { findDecision, type Decided } from '../matching/rows.ts'
import { layPayments } from '../payments/apply-payments.ts'
import { findByReceipt, keyOf, type Booked } from '../payments/find-by-receipt.ts'
import { lockStanding } from '../payments/find-standing.ts'
import { moveByHand } from '../payments/match-payment.ts'
import { findAsTheyCame } from '../payments/release-payments.ts'
import { reversePayment } from '../payments/reverse-payment.ts'
import { findTransactions } from '../payments/rows.ts'
import { settleConfirmed } from '../payments/settle-confirmed.ts'
import { confirmPayments } from '../reconciliation/confirm-payments.ts'
import { followWhatWentBack } from '../reversals/follow-reversal.ts'
import { isRunning } from '../reversals/rows.ts'
import { writeEdition } from './write-edition.ts'

/**
 * Takes the payment of a receipt back, with everything it caused, and books its next edition with another amount, which then
 * goes the way of all money. What a clerk had said of whose it is holds for it too. The contradictions of the receipt must
 * be locked. Returns the new payment's id.
 */
export async function supersedePayment(
  tx: Tx,
  given: Given,
  business: Business,
  of: { shortcode: string; receipt: string },
  amount: Money,
  by: By,
): Promise<string> {
  const old = (await findByReceipt(tx, business.id, [of.receipt])).get(keyOf(of))
  assert(old, 'what is contradicted was booked')
  const standing = await lockStanding(tx, business.id, old.id)
  if (await isRunning(tx, business.id, old.id)) refuse('reversal_running')
  const decision = await findDecision(tx, business.id, old.id)
  // A clerk who saw the wrong amount may have taken it back already.
  if (standing.length > 0) await reversePayment(tx, given, business, old.id, by)

  const id = given.newId()
  const agreeing = await writeEdition(tx, given, business.id, old, { id, amount })
  await passOn(tx, given, business.id, old, id)
  const confirming = agreeing.flatMap((road) => {
    const sure = confirmationBy(road)
    return sure === null ? [] : [{ paymentId: id, by: sure }]
  })
  const confirmedIds = await confirmPayments(tx, given, business.id, confirming)
  const [came] = await findAsTheyCame(tx, business.id, [id])
  assert(came, 'it was just written')
  const road: Road = agreeing.find((one) => confirmationBy(one) !== null) ?? agreeing[0] ?? came.road
  await layPayments(tx, given, business, [{ ...came, road }], new Set(confirmedIds))
  await settleConfirmed(tx, given, business, confirmedIds)
  if (decision && decision.by !== 'rule') await placeAsBefore(tx, given, business, id, decision, by)
  await followWhatWentBack(tx, given, business, [id])
  return id
}

/** What waits on the old edition waits on the new one: what else contradicts it, and payers who claim it. */
async function passOn(tx: Tx, given: Given, businessId: string, old: Booked, id: string): Promise<void> {
  await tx`
    update contradictions set payment_id = ${id}
    where business_id = ${businessId} and payment_id = ${old.id} and kept is null and amount <> (
      select amount from payments where business_id = ${businessId} and id = ${id}
    )
  `
  await passClaimsOn(tx, given, businessId, old.id, id)
}

/** Somebody knew whose the money is, where the payer had not said so: that is as true of the other amount. */
async function placeAsBefore(
  tx: Tx,
  given: Given,
  business: Business,
  paymentId: string,
  { accountId, invoiceId }: Decided,
  by: By,
): Promise<void> {
  const [payment] = await findTransactions(tx, business.id, [paymentId])
  if (!payment || payment.unmatched === 0n) return
  const [invoice] = invoiceId === null ? [] : await findInvoices(tx, business.id, [invoiceId])
  const to = invoice?.issuedAt && !invoice.cancelledAt ? { invoiceIds: [invoice.id] } : { accountId }
  await moveByHand(tx, given, business, { paymentId, from: 'suspense', to, amount: null }, by)
}
