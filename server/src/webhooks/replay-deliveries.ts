import type { HappeningType } from '@kusanya/domain/happening.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { firstIdAt } from '../events/rows.ts'
import { findEndpoint } from './rows.ts'

const mostReplayed = 50_000

/** `failed`: what was given up. `missing`: what was never meant for the endpoint, which was off then, or not there yet. */
export const replayKinds = ['all', 'failed', 'missing'] as const
export type ReplayKind = (typeof replayKinds)[number]
/** What to send again: what happened from `from` on and before `to`, of these types or of those the endpoint hears of. */
export type Replay = { from: Date; to: Date; types: HappeningType[] | null; kind: ReplayKind }

/**
 * Makes due what happened in a span of time, in the order in which it happened, under the ids it always had. What is on its way
 * already is left alone. Says how many. Refuses more than 50,000 at once.
 */
export async function replayDeliveries(
  tx: Tx,
  given: Given,
  businessId: string,
  endpointId: string,
  { from, to, types, kind }: Replay,
): Promise<number> {
  const endpoint = (await findEndpoint(tx, businessId, endpointId)) ?? refuse('webhook_not_found')
  if (!endpoint.active) refuse('webhook_inactive')
  if (endpoint.pausedAt) refuse('webhook_paused')
  const now = given.now()
  const found = await tx<{ id: string }[]>`
    select e.id from events e
    left join deliveries d on d.business_id = e.business_id and d.event_id = e.id and d.endpoint_id = ${endpointId}
    where e.business_id = ${businessId} and e.id >= ${firstIdAt(from)} and e.created_at >= ${from} and e.created_at < ${to}
      and e.type = any (${types ?? endpoint.subscribed})
      and case ${kind}::text
        when 'failed' then d.state = 'given_up'
        when 'missing' then d.state is null
        else d.state is distinct from 'due'
      end
    order by e.id limit ${mostReplayed + 1}
  `
  if (found.length > mostReplayed) refuse('replay_too_large')
  const ids = found.map(({ id }) => id)
  await tx`
    insert into deliveries (business_id, event_id, endpoint_id, state, next_attempt_at, created_at, updated_at)
    select ${businessId}, id, ${endpointId}, 'due', ${now}, ${now}, ${now} from unnest(${ids}::text[]) as replayed (id)
    on conflict (business_id, event_id, endpoint_id) do update
      set state = 'due', next_attempt_at = excluded.next_attempt_at, updated_at = excluded.updated_at
  `
  return ids.length
}
