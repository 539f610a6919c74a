import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findContradictions, type Contradiction } from './rows.ts'

export type ContradictionFilter = { state: 'open' | 'resolved' | null; search: string | null }

/** A page of contradictions, newest first, and how many there are in all. Search looks in the receipt. */
export async function listContradictions(
  tx: Tx,
  businessId: string,
  { state, search }: ContradictionFilter,
  { take, offset, before, counted }: Page,
): Promise<{ contradictions: Contradiction[]; total: bigint | null }> {
  const like = anywhere(search)
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from contradictions
      where business_id = ${businessId} and (${state}::text is null or (${state} = 'open') = (kept is null))
        and (${like}::text is null or receipt ilike ${like})
    ), page as (
      select id, created_at from matching
      where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    )
    select case when ${counted}::boolean then (select count(*) from matching) end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findContradictions(tx, businessId, ids)).map((one) => [one.id, one]))
  return { contradictions: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}
