import assert from 'node:assert/strict'
import type { Tx } from '../db/sql.ts'

const mostAtOnce = 10_000

/**
 * Gives those events a place in the list that have none. Places are given after events are committed, one caller at a time,
 * so that nothing ever comes to light before a place that was read: a reader who goes on from where he stopped misses
 * nothing. Says whether more are waiting than could be placed at once.
 */
export async function placeEvents(tx: Tx, businessId: string): Promise<{ more: boolean }> {
  const waiting = await tx<{ id: string }[]>`
    select id from events where business_id = ${businessId} and position is null limit 1
  `
  if (waiting.length === 0) return { more: false }
  // Locks the counter, which waits for whoever is placing events; the next statement sees what he has done.
  const [counter] = await tx<{ next: bigint }[]>`
    insert into counters (business_id, series, next) values (${businessId}, 'event', 1)
    on conflict (business_id, series) do update set next = counters.next
    returning next
  `
  assert(counter, 'an upsert returns its row')
  const { count } = await tx`
    update events e set position = ${counter.next} + fresh.above
    from (
      select id, row_number() over (order by id) - 1 as above from (
        select id from events where business_id = ${businessId} and position is null order by id limit ${mostAtOnce}
      ) as first
    ) as fresh
    where e.business_id = ${businessId} and e.id = fresh.id
  `
  await tx`
    update counters set next = next + ${count} where business_id = ${businessId} and series = 'event'
  `
  return { more: count === mostAtOnce }
}
