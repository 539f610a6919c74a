import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

export type Inquiry = { id: string; shortcode: string; receipt: string; urgent: boolean; attempts: number }
/** The request that a payment is the answer to. */
export type AskedFor = { paymentId: string; checkoutRequestId: string }

/** Takes inquiries that are due, for as long as the lease; `attempts` counts this one. */
export async function claimInquiries(
  tx: Tx,
  businessId: string,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<Inquiry[]> {
  return tx<Inquiry[]>`
    update inquiries set attempts = attempts + 1, next_attempt_at = ${new Date(now.getTime() + leaseMs)}
    where business_id = ${businessId} and id in (
      select id from inquiries
      where business_id = ${businessId} and next_attempt_at <= ${now}
      order by urgent desc, next_attempt_at limit ${limit} for update skip locked
    )
    returning id, shortcode, receipt, urgent, attempts
  `
}

/**
 * The request whose callback told of the receipt. Null when another payment claims to be its answer too: that the request
 * was paid then says not which of them is true.
 */
export async function findAskedFor(tx: Tx, businessId: string, inquiryId: string): Promise<AskedFor | null> {
  const rows = await tx<{ id: string; payment_id: string; checkout_request_id: string | null }[]>`
    select distinct r.id, p.id as payment_id, r.checkout_request_id
    from inquiries i
    join payments p on p.business_id = i.business_id and p.shortcode = i.shortcode and p.receipt = i.receipt
    join evidence e on e.business_id = p.business_id and e.payment_id = p.id and e.road = 'stk' and not e.contradicts
    join callbacks c on c.business_id = e.business_id and c.id = e.callback_id
    join payment_requests r on r.business_id = c.business_id and r.id = c.request_id
    where i.business_id = ${businessId} and i.id = ${inquiryId} and not exists (
      select 1 from callbacks other
      join evidence told on told.business_id = other.business_id and told.callback_id = other.id
      join payments paid on paid.business_id = told.business_id and paid.id = told.payment_id
      where other.business_id = r.business_id and other.request_id = r.id
        and (paid.shortcode, paid.receipt) <> (p.shortcode, p.receipt)
    ) and not exists (
      select 1 from payments newer where newer.business_id = p.business_id and newer.shortcode = p.shortcode
        and newer.receipt = p.receipt and newer.edition > p.edition
    )
  `
  const [row] = rows
  if (!row || row.checkout_request_id === null) return null
  return { paymentId: row.payment_id, checkoutRequestId: row.checkout_request_id }
}

/** Notes, before the call, that a question goes out in the operator's name: its answer speaks of him. */
export async function writeAsked(tx: Tx, given: Given, businessId: string, { id }: Inquiry): Promise<void> {
  await tx`update inquiries set asked_at = ${given.now()} where business_id = ${businessId} and id = ${id}`
}

/** Puts a question back that waits for its turn: it was not asked, so this was no attempt. */
export async function putBack(tx: Tx, businessId: string, { id }: Inquiry, nextAt: Date): Promise<void> {
  await tx`
    update inquiries set attempts = attempts - 1, next_attempt_at = ${nextAt}
    where business_id = ${businessId} and id = ${id} and state in ('waiting', 'asked')
  `
}

/** Notes what came of an attempt. What was answered meanwhile stays answered. */
export async function writeAttempt(
  tx: Tx,
  given: Given,
  businessId: string,
  { id }: Inquiry,
  { state, nextAt }: { state: 'asked' | 'waiting'; nextAt: Date | null },
): Promise<void> {
  await tx`
    update inquiries set state = ${nextAt === null ? 'given_up' : state}, next_attempt_at = ${nextAt}, updated_at = ${given.now()}
    where business_id = ${businessId} and id = ${id} and state in ('waiting', 'asked')
  `
}
