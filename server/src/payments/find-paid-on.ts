import type { Tx } from '../db/sql.ts'

/**
 * The payments of which something lies on the accounts of a customer, or on one account; each narrows the other. One that
 * was taken back altogether is there where it lay, one that was moved away is not.
 */
export async function findPaidOnAccounts(
  tx: Tx,
  businessId: string,
  customerId: string | null,
  accountId: string | null,
): Promise<string[]> {
  const found = await tx<{ payment_id: string }[]>`
    select a.payment_id from allocations a
    where a.business_id = ${businessId} and a.account_id in (
      select id from accounts
      where business_id = ${businessId} and customer_id is not null
        and (${customerId}::text is null or customer_id = ${customerId})
        and (${accountId}::text is null or id = ${accountId})
    )
    group by a.payment_id
    having sum(a.amount) > 0 or 0 = (
      select sum(w.amount) from allocations w where w.business_id = ${businessId} and w.payment_id = a.payment_id
    )
  `
  return found.map(({ payment_id }) => payment_id)
}

/** The same of what a payment link is for: its own amount, or its invoice. */
export async function findPaidThroughLink(tx: Tx, businessId: string, linkId: string): Promise<string[]> {
  const found = await tx<{ payment_id: string }[]>`
    select a.payment_id from allocations a
    where a.business_id = ${businessId} and (a.link_id = ${linkId} or a.invoice_id = (
      select invoice_id from payment_links where business_id = ${businessId} and id = ${linkId}
    ))
    group by a.payment_id
    having sum(a.amount) > 0 or 0 = (
      select sum(w.amount) from allocations w where w.business_id = ${businessId} and w.payment_id = a.payment_id
    )
  `
  return found.map(({ payment_id }) => payment_id)
}
