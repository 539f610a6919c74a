import { confirmationBy, type Road } from '@kusanya/domain/payment.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

export const keepable = ['ours', 'theirs'] as const
export type Kept = (typeof keepable)[number]

/** An amount, and who told of it. Callbacks are unsigned: confirmed is what Safaricom says when asked, or in its statement. */
export type Side = { amount: Money; roads: Road[]; confirmed: boolean }

/** Two amounts for one receipt, until a person decides, and afterwards. */
export type Contradiction = {
  id: string
  paymentId: string
  shortcode: string
  receipt: string
  ours: Side
  theirs: Side
  reference: string | null
  phone: string | null
  name: string | null
  paidAt: Date
  kept: Kept | null
  /** The payment that was booked with the other amount. */
  successorId: string | null
  actor: string | null
  reason: string | null
  resolvedAt: Date | null
  createdAt: Date
}

/** The contradictions with these ids, oldest first; those that are not the business's are left out. */
export async function findContradictions(tx: Tx, businessId: string, ids: string[]): Promise<Contradiction[]> {
  const rows = await tx<
    {
      id: string
      payment_id: string
      shortcode: string
      receipt: string
      ours: bigint
      theirs: bigint
      ours_roads: string[] | null
      theirs_roads: string[] | null
      confirmed: boolean
      account_typed: string | null
      phone: string | null
      payer_name: string | null
      paid_at: Date
      kept: 'ours' | 'theirs' | null
      successor_id: string | null
      actor: string | null
      reason: string | null
      resolved_at: Date | null
      created_at: Date
    }[]
  >`
    select c.id, c.payment_id, c.shortcode, c.receipt, p.amount as ours, c.amount as theirs, told.ours_roads,
      told.theirs_roads, exists (
        select 1 from payment_confirmations f where f.business_id = p.business_id and f.payment_id = p.id
      ) as confirmed, p.account_typed, p.phone, p.payer_name, p.paid_at,
      c.kept, c.successor_id, c.actor, c.reason, c.resolved_at, c.created_at
    from contradictions c join payments p on p.business_id = c.business_id and p.id = c.payment_id
    cross join lateral (
      select array_agg(distinct e.road::text) filter (where e.amount = p.amount) as ours_roads,
        array_agg(distinct e.road::text) filter (where e.amount = c.amount) as theirs_roads
      from payments edition
      join evidence e on e.business_id = edition.business_id and e.payment_id = edition.id
      where edition.business_id = c.business_id and edition.shortcode = c.shortcode and edition.receipt = c.receipt
    ) told
    where c.business_id = ${businessId} and c.id = any (${ids}) order by c.created_at, c.id
  `
  return rows.map((row) => ({
    id: row.id,
    paymentId: row.payment_id,
    shortcode: row.shortcode,
    receipt: row.receipt,
    ours: sideOf(row.ours, row.ours_roads, row.confirmed),
    theirs: sideOf(row.theirs, row.theirs_roads, false),
    reference: row.account_typed,
    phone: row.phone,
    name: row.payer_name,
    paidAt: row.paid_at,
    kept: row.kept,
    successorId: row.successor_id,
    actor: row.actor,
    reason: row.reason,
    resolvedAt: row.resolved_at,
    createdAt: row.created_at,
  }))
}

/**
 * The contradiction, with the others of its receipt: nobody else decides about them until the transaction ends. Null when
 * there is none.
 */
export async function lockContradiction(tx: Tx, businessId: string, id: string): Promise<Contradiction | null> {
  await tx<{ id: string }[]>`
    select other.id from contradictions found
    join contradictions other on other.business_id = found.business_id and other.shortcode = found.shortcode
      and other.receipt = found.receipt
    where found.business_id = ${businessId} and found.id = ${id} order by other.id for update of other
  `
  const [found] = await findContradictions(tx, businessId, [id])
  return found ?? null
}

function sideOf(amount: Money, told: string[] | null, confirmed: boolean): Side {
  const roads = (told ?? []) as Road[]
  return { amount, roads, confirmed: confirmed || roads.some((road) => confirmationBy(road) !== null) }
}
