import { writeNumber } from '@kusanya/domain/invoice.ts'
import type { Claimed } from '@kusanya/domain/matching/claimed.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

export const claimStates = ['waiting', 'applied', 'known', 'suggested', 'given_up', 'dismissed'] as const
export type ClaimState = (typeof claimStates)[number]

/** What a payer says of a payment, on the page of a link. */
export type Claim = {
  id: string
  state: ClaimState
  receipt: string
  shortcode: string
  /** What the message said; null if only the code was typed. */
  amount: Money | null
  paidAt: Date | null
  paymentId: string | null
  linkId: string
  invoice: { id: string; number: string } | null
  customer: { id: string; name: string } | null
  givesUpAt: Date
  /** Who has dealt with it, and how, the last time that somebody did. */
  dismissed: { actor: string; reason: string } | null
  createdAt: Date
  updatedAt: Date
}

/** The claims with these ids, in any order; those that are not the business's are left out. */
export async function findClaims(tx: Tx, businessId: string, ids: string[]): Promise<Claim[]> {
  const rows = await tx<
    {
      id: string
      state: 'applied' | 'dismissed' | 'given_up' | 'known' | 'suggested' | 'waiting'
      receipt: string
      shortcode: string
      amount: bigint | null
      paid_at: Date | null
      payment_id: string | null
      link_id: string
      invoice_id: string | null
      year: number | null
      serial: bigint | null
      customer_id: string | null
      customer_name: string | null
      gives_up_at: Date
      dismissed_by: string | null
      dismissed_because: string | null
      created_at: Date
      updated_at: Date
    }[]
  >`
    select c.id, c.state, c.receipt, c.shortcode, c.amount, c.paid_at, c.payment_id, c.link_id, l.invoice_id, i.year,
      i.serial, i.customer_id, i.customer_name, c.gives_up_at, c.dismissed_by, c.dismissed_because, c.created_at,
      c.updated_at
    from claims c
    join payment_links l on l.business_id = c.business_id and l.id = c.link_id
    left join invoices i on i.business_id = l.business_id and i.id = l.invoice_id
    where c.business_id = ${businessId} and c.id = any (${ids})
  `
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    receipt: row.receipt,
    shortcode: row.shortcode,
    amount: row.amount,
    paidAt: row.paid_at,
    paymentId: row.payment_id,
    linkId: row.link_id,
    invoice: row.invoice_id === null ? null : { id: row.invoice_id, number: numberOf(row) ?? '' },
    customer: row.customer_id === null ? null : { id: row.customer_id, name: row.customer_name ?? '' },
    givesUpAt: row.gives_up_at,
    dismissed: row.dismissed_by === null ? null : { actor: row.dismissed_by, reason: row.dismissed_because ?? '' },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
}

/** For which invoices payers claim payments that are on none yet, the first claim first. */
export async function findClaimed(tx: Tx, businessId: string, paymentIds: string[]): Promise<Map<string, Claimed[]>> {
  if (paymentIds.length === 0) return new Map()
  const rows = await tx<
    { payment_id: string | null; invoice_id: string; account_id: string; year: number | null; serial: bigint | null }[]
  >`
    select c.payment_id, i.id as invoice_id, i.account_id, i.year, i.serial from claims c
    join payment_links l on l.business_id = c.business_id and l.id = c.link_id
    join invoices i on i.business_id = l.business_id and i.id = l.invoice_id
    where c.business_id = ${businessId} and c.payment_id = any (${paymentIds}) and c.state in ('waiting', 'suggested')
    order by c.created_at, c.id
  `
  const claims = rows.map((row) => ({
    paymentId: row.payment_id ?? '',
    accountId: row.account_id,
    invoiceId: row.invoice_id,
    number: numberOf(row),
  }))
  return Map.groupBy(claims, ({ paymentId }) => paymentId)
}

function numberOf({ year, serial }: { year: number | null; serial: bigint | null }): string | null {
  return year === null || serial === null ? null : writeNumber({ year, serial })
}
