import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findClaims, type Claim, type ClaimState } from './rows.ts'

/** `states`: any of these; null for all. */
type Filter = { states: ClaimState[] | null; search: string | null }

/** A page of what payers claim, newest first, and how many there are in all. Search looks in the code. */
export async function listClaims(
  tx: Tx,
  businessId: string,
  { states, search }: Filter,
  { take, offset, before, counted }: Page,
): Promise<{ claims: Claim[]; total: bigint | null }> {
  const like = anywhere(search)
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from claims
      where business_id = ${businessId} and (${states}::text[] is null or state = any (${states}::text[]))
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
  const found = new Map((await findClaims(tx, businessId, ids)).map((one) => [one.id, one]))
  return { claims: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}
