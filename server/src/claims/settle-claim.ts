import { foldReceipt, judgeClaim, nextClaimLookAt, claimLivesMs, type ClaimFacts } from '@kusanya/domain/claim.ts'
import { dueNow } from '@kusanya/domain/instalment.ts'
import { balanceOf } from '@kusanya/domain/invoice.ts'
import { hasPhone, readPayerPhone } from '@kusanya/domain/matching/payer.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { lockStanding } from '../payments/find-standing.ts'
import { matchPayment } from '../payments/match-payment.ts'
import { findTransactions } from '../payments/rows.ts'
import { dropInquiry } from '../reconciliation/drop-inquiry.ts'
import { findClaims, type Claim, type ClaimState } from './rows.ts'

/**
 * Looks for the payment that a claim names, and does what follows: money that nobody has and that is clearly this payer's
 * goes to the claimed invoice as if a clerk had matched it; other money of nobody becomes a suggestion. What is not there is
 * looked for again, and given up after three days.
 */
export async function settleClaim(tx: Tx, given: Given, business: Business, claimId: string): Promise<void> {
  const [claim] = await findClaims(tx, business.id, [claimId])
  if (!claim) return
  const paymentId = await findPayment(tx, business.id, claim)
  if (paymentId === null) return writeState(tx, given, business.id, claim, 'waiting')
  // Two who claim the same payment look at it one after the other.
  await lockStanding(tx, business.id, paymentId)
  const facts = await findFacts(tx, business.id, claim, paymentId)
  if (claim.paymentId === null) await noteFound(tx, given, business.id, claim, paymentId, facts)
  const verdict = judgeClaim(facts)
  if (verdict === 'apply' && claim.invoice) {
    const by = { actor: 'payer', reason: `Says on the pay page that it is paid, with the code ${claim.receipt}` }
    await matchPayment(tx, given, business, paymentId, { invoiceIds: [claim.invoice.id] }, by, 'payer')
  }
  await writeState(tx, given, business.id, claim, verdict === 'apply' ? 'applied' : verdict)
}

/** The payment with exactly this code, else the only one whose code looks the same. */
async function findPayment(tx: Tx, businessId: string, { shortcode, receipt }: Claim): Promise<string | null> {
  const alike = await tx<{ id: string; receipt: string }[]>`
    select distinct on (receipt) id, receipt from payments
    where business_id = ${businessId} and translate(receipt, 'OIL', '011') = ${foldReceipt(receipt)}
      and shortcode = ${shortcode} and channel = 'mpesa'
    order by receipt, edition desc
  `
  const exact = alike.find((one) => one.receipt === receipt)
  return exact?.id ?? (alike.length === 1 ? (alike[0]?.id ?? null) : null)
}

async function findFacts(tx: Tx, businessId: string, claim: Claim, paymentId: string): Promise<ClaimFacts> {
  const [payment] = await findTransactions(tx, businessId, [paymentId])
  const [invoice] = claim.invoice ? await findInvoices(tx, businessId, [claim.invoice.id]) : []
  const [laid] = await tx<{ here: bigint | null; on_account: bigint | null }[]>`
    select sum(amount) filter (where invoice_id = ${invoice?.id ?? ''} or link_id = ${claim.linkId})::bigint as here,
      sum(amount) filter (where account_id = ${invoice?.account.id ?? ''})::bigint as on_account
    from allocations where business_id = ${businessId} and payment_id = ${paymentId}
  `
  const undone = await tx<{ id: string }[]>`
    select id from matches
    where business_id = ${businessId} and payment_id = ${paymentId} and account_id = ${invoice?.account.id ?? ''}
      and undone_at is not null limit 1
  `
  const [customer] = await tx<{ msisdn: string | null; msisdn_hash: string | null }[]>`
    select msisdn, msisdn_hash from customers where business_id = ${businessId} and id = ${claim.customer?.id ?? ''}
  `
  const phone = readPayerPhone(payment?.phone ?? null)
  const phones = {
    phones: customer?.msisdn ? [customer.msisdn] : [],
    phoneHashes: customer?.msisdn_hash ? [customer.msisdn_hash] : [],
  }
  const takesMoney = invoice?.issuedAt && !invoice.cancelledAt && invoice.currency === payment?.currency
  return {
    claimed: claim.amount,
    amount: payment?.amount ?? 0n,
    here: laid?.here ?? 0n,
    onAccount: laid?.on_account ?? 0n,
    unmatched: payment?.unmatched ?? 0n,
    phoneKnown: phone !== null && hasPhone(phones, phone),
    takenOff: claim.state === 'suggested' || undone.length > 0,
    owed: invoice && takesMoney ? [dueNow(invoice, balanceOf(invoice)), balanceOf(invoice)] : [],
  }
}

/** The claim is evidence of its payment, by the payer: it says when and how much, and fills nothing in. */
async function noteFound(
  tx: Tx,
  given: Given,
  businessId: string,
  claim: Claim,
  paymentId: string,
  { claimed, amount }: ClaimFacts,
): Promise<void> {
  await tx`update claims set payment_id = ${paymentId} where business_id = ${businessId} and id = ${claim.id}`
  await tx`
    insert into evidence (business_id, id, payment_id, road, amount, contradicts, created_at)
    values (${businessId}, ${given.newId()}, ${paymentId}, 'claim', ${claimed ?? amount}, ${claimed !== null && claimed !== amount}, ${given.now()})
  `
}

async function writeState(tx: Tx, given: Given, businessId: string, claim: Claim, state: ClaimState): Promise<void> {
  const now = given.now()
  const isOver = state === 'waiting' && now >= claim.givesUpAt
  const unanswered = claim.state === 'dismissed' ? 'dismissed' : 'given_up'
  const nextAt =
    state === 'waiting' && !isOver ? nextClaimLookAt(new Date(claim.givesUpAt.getTime() - claimLivesMs), now) : null
  await tx`
    update claims set state = ${isOver ? unanswered : state}, updated_at = ${now}, attempts = 0,
      -- Woken since we looked: then it is looked at again at once.
      next_attempt_at = case when ${state} = 'waiting' and next_attempt_at <= ${now} and not ${isOver}::boolean then ${now} else ${nextAt}::timestamptz end
    -- What a person has said of it since we looked stands.
    where business_id = ${businessId} and id = ${claim.id} and state = ${claim.state}
  `
  if (isOver) await dropInquiry(tx, given, businessId, claim)
}
