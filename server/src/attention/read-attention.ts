import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'
import { readMissed, type Missed } from './read-missed.ts'

/** Nothing is counted further. */
export const mostCounted = 1000
/** What did not go out is for a person as long as this. */
export const lookBackDays = 14
const confirmedWithinDays = 3
const closesOfDays = 31
const dayMs = 86_400_000

export type Attention = Missed & {
  unmatched: number
  unmatchedAmount: Money
  contradictions: number
  claims: number
  held: number
  webhooks: number
  closes: number
  connected: number
  incomplete: number
  operatorsRefused: number
}

/** What waits for a person in a business, counted up to `mostCounted`. Each part reads an index of what waits. */
export async function readAttention(tx: Tx, businessId: string, now: Date): Promise<Attention> {
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const [waiting, missed] = await Promise.all([
    readWaiting(tx, businessId, ago(confirmedWithinDays), ago(closesOfDays).toISOString().slice(0, 10)),
    readMissed(tx, businessId, ago(lookBackDays), mostCounted),
  ])
  return { ...waiting, ...missed }
}

async function readWaiting(
  tx: Tx,
  businessId: string,
  heldBefore: Date,
  closedFrom: string,
): Promise<Omit<Attention, keyof Missed>> {
  const [row] = await tx<
    {
      unmatched: bigint | null
      unmatched_amount: bigint | null
      contradictions: bigint | null
      claims: bigint | null
      held: bigint | null
      webhooks: bigint | null
      closes: bigint | null
      connected: bigint | null
      incomplete: bigint | null
      refused: bigint | null
    }[]
  >`
    with unmatched as (
      -- What is held waits for M-PESA, and not for a person.
      select sum(a.amount) as amount from allocations a
      where a.business_id = ${businessId} and a.target = 'suspense' and not exists (
        select 1 from holds h where h.business_id = a.business_id and h.payment_id = a.payment_id and h.ended_at is null
      )
      group by a.payment_id having sum(a.amount) > 0 limit ${mostCounted}
    ), contradictions as (
      select from contradictions where business_id = ${businessId} and kept is null limit ${mostCounted}
    ), claims as (
      select from claims
      where business_id = ${businessId} and state in ('suggested', 'given_up') limit ${mostCounted}
    ), held as (
      select from holds
      where business_id = ${businessId} and ended_at is null and held_at < ${heldBefore} limit ${mostCounted}
    ), closes as (
      select distinct on (shortcode, closed_on) differences from closes
      where business_id = ${businessId} and closed_on >= ${closedFrom}
      order by shortcode, closed_on desc, created_at desc, id desc
    ), connections as (
      select opted_in_at is not null and urls_registered_at is not null as is_whole,
        initiator_problem is not null as is_refused
      from shortcodes where business_id = ${businessId} and disconnected_at is null
    )
    select (select count(*) from unmatched) as unmatched,
      (select sum(amount)::bigint from unmatched) as unmatched_amount,
      (select count(*) from contradictions) as contradictions,
      (select count(*) from claims) as claims,
      (select count(*) from held) as held,
      (select count(*) from webhook_endpoints where business_id = ${businessId} and active and paused_at is not null) as webhooks,
      (select count(*) from closes where differences <> '[]') as closes,
      (select count(*) from connections where is_whole) as connected,
      (select count(*) from connections where not is_whole) as incomplete,
      (select count(*) from connections where is_refused) as refused
  `
  return {
    unmatched: Number(row?.unmatched),
    unmatchedAmount: row?.unmatched_amount ?? 0n,
    contradictions: Number(row?.contradictions),
    claims: Number(row?.claims),
    held: Number(row?.held),
    webhooks: Number(row?.webhooks),
    closes: Number(row?.closes),
    connected: Number(row?.connected),
    incomplete: Number(row?.incomplete),
    operatorsRefused: Number(row?.refused),
  }
}
