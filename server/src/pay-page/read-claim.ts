import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

/**
 * A claim as its payer may see it: where the money is now, as far as it is his. A payment of somebody else, one that waits
 * for a person, and none at all look the same.
 */
export type PageClaim = {
  id: string
  receipt: string
  /** What of the payment lies on this bill, and elsewhere on its account. */
  here: Money
  onAccount: Money
  givesUpAt: Date
}

/** One claim of a link; null when the link has none with this id. */
export async function readClaim(
  tx: Tx,
  { businessId, linkId }: { businessId: string; linkId: string },
  id: string,
): Promise<PageClaim | null> {
  const [row] = await tx<
    { id: string; receipt: string; gives_up_at: Date; here: bigint | null; on_account: bigint | null }[]
  >`
    select c.id, c.receipt, c.gives_up_at, laid.here, laid.on_account
    from claims c
    join payment_links l on l.business_id = c.business_id and l.id = c.link_id
    left join invoices i on i.business_id = l.business_id and i.id = l.invoice_id
    cross join lateral (
      select sum(a.amount) filter (where a.link_id = l.id or a.invoice_id = l.invoice_id)::bigint as here,
        sum(a.amount) filter (where a.account_id = i.account_id)::bigint as on_account
      from allocations a where a.business_id = c.business_id and a.payment_id = c.payment_id
    ) laid
    where c.business_id = ${businessId} and c.link_id = ${linkId} and c.id = ${id}
  `
  if (!row) return null
  return {
    id: row.id,
    receipt: row.receipt,
    here: row.here ?? 0n,
    onAccount: row.on_account ?? 0n,
    givesUpAt: row.gives_up_at,
  }
}

/** What a claim has come to, as its payer should be told. */
export function claimPhase(
  { here, onAccount, givesUpAt }: PageClaim,
  now: Date,
): 'found' | 'known' | 'waiting' | 'lost' {
  if (here > 0n) return 'found'
  if (onAccount > 0n) return 'known'
  return now < givesUpAt ? 'waiting' : 'lost'
}
