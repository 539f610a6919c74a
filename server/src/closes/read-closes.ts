import { closePlaces, type Close, type ClosePlace, type DifferenceKind } from '@kusanya/domain/close.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import type { KeptClose } from './wire.ts'

type Filter = { shortcode: string | null }

/** A page of closes, the newest of each day only, latest day first, and how many there are in all. */
export async function listCloses(
  tx: Tx,
  businessId: string,
  { shortcode }: Filter,
  { take, offset, before, counted }: Page,
): Promise<{ closes: KeptClose[]; total: bigint }> {
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with newest as (
      select distinct on (shortcode, closed_on) shortcode, closed_on, id from closes
      where business_id = ${businessId} and (${shortcode}::text is null or shortcode = ${shortcode})
      order by shortcode, closed_on, created_at desc, id desc
    ), page as (
      select closed_on, shortcode, id from newest
      where (closed_on::timestamptz at time zone 'UTC', shortcode) < (${before.at}, ${before.id})
      order by closed_on desc, shortcode desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from newest) end as total,
      (select array_agg(id order by closed_on desc, shortcode desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findCloses(tx, businessId, ids)).map((close) => [close.id, close]))
  return { closes: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? 0n }
}

type KeptPlaces = Record<ClosePlace, { receipts: number; amount: string }>
type KeptDifference = { kind: DifferenceKind; receipt: string; ours: string | null; theirs: string | null }

export async function findCloses(tx: Tx, businessId: string, ids: string[]): Promise<KeptClose[]> {
  const rows = await tx<
    {
      id: string
      shortcode: string
      closed_on: string
      source: 'books' | 'statement'
      opening: bigint
      paid_in: bigint
      paid_out: bigint
      closing: bigint
      brought_forward: bigint
      places: unknown
      differences: unknown
      created_at: Date
    }[]
  >`
    select id, shortcode, closed_on, source, opening, paid_in, paid_out, closing, brought_forward, places, differences, created_at
    from closes where business_id = ${businessId} and id = any (${ids})
  `
  const money = (text: string | null) => (text === null ? null : BigInt(text))
  return rows.map((row) => ({
    id: row.id,
    shortcode: row.shortcode,
    day: row.closed_on,
    source: row.source,
    opening: row.opening,
    paidIn: row.paid_in,
    paidOut: row.paid_out,
    closing: row.closing,
    broughtForward: row.brought_forward,
    places: Object.fromEntries(
      closePlaces.map((place) => {
        const { receipts, amount } = (row.places as KeptPlaces)[place]
        return [place, { receipts, amount: BigInt(amount) }]
      }),
    ) as Close['places'],
    differences: (row.differences as KeptDifference[]).map(({ kind, receipt, ours, theirs }) => ({
      kind,
      receipt,
      ours: money(ours),
      theirs: money(theirs),
    })),
    createdAt: row.created_at,
  }))
}
