import type { HappeningType } from '@kusanya/domain/happening.ts'
import { unwellStatuses } from '@kusanya/domain/retry.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { holdDeliveries } from './hold-deliveries.ts'
import { liveSecrets, type SealedSecrets } from './secrets.ts'

/** So many deliveries are on their way to one endpoint at a time, each about another thing. */
export const atOnce = 4
/** Longer than a round of sending can take. Who has not written down by then how it went is taken for dead. */
const leaseMs = 60_000
/** Among so many due deliveries of an endpoint a round is chosen. */
const lookedAt = 32

export type Claimed = {
  eventId: string
  type: HappeningType
  body: string
  /** What the event was a part of, as W3C `traceparent`. */
  traceParent: string | null
  attempt: number
  createdAt: Date
}
/** What one endpoint is to be sent in one round, by whoever holds it until `until`. */
export type Round = {
  endpointId: string
  url: string
  secrets: string[]
  failingSince: Date | null
  until: Date
  deliveries: Claimed[]
}

type ClaimedRow = {
  endpoint_id: string
  event_id: string
  type: HappeningType
  body: string
  trace_parent: string | null
  attempts: number
  created_at: Date
}

/**
 * Takes up to `limit` endpoints that have due deliveries and that nobody is sending to, and a round of each. Of each
 * subject only the earliest event goes, so that its events leave in their order. Commit before sending: what was claimed by a
 * process that dies is claimed again after a minute.
 */
export async function claimDeliveries(
  tx: Tx,
  given: Given,
  businessId: string,
  { limit, endpointId = null }: { limit: number; endpointId?: string | null },
): Promise<Round[]> {
  const now = given.now()
  const until = new Date(now.getTime() + leaseMs)
  const endpoints = await tx<(SealedSecrets & EndpointState)[]>`
    update webhook_endpoints set busy_until = ${until}
    where business_id = ${businessId} and id in (
      select e.id from webhook_endpoints e
      where e.business_id = ${businessId} and (e.busy_until is null or e.busy_until <= ${now})
        and (${endpointId}::text is null or e.id = ${endpointId})
        and exists (
          select 1 from deliveries d
          where d.business_id = ${businessId} and d.endpoint_id = e.id and d.next_attempt_at <= ${now}
        )
      order by e.id limit ${limit} for no key update skip locked
    )
    returning id, url, secret, old_secret, old_secret_until, active, paused_at, failing_since
  `
  await letGo(tx, given, businessId, endpoints)
  const on = endpoints.filter(({ active, paused_at }) => active && paused_at === null)
  if (on.length === 0) return []
  const failing = on.filter(({ failing_since }) => failing_since !== null)
  if (failing.length > 0) await waitInTurn(tx, businessId, idsOf(failing), now)
  const rows = await claimRows(tx, businessId, idsOf(on), now, until)
  return on.map((endpoint) => ({
    endpointId: endpoint.id,
    url: endpoint.url,
    secrets: liveSecrets(given, businessId, endpoint.id, endpoint),
    failingSince: endpoint.failing_since,
    until,
    deliveries: rows
      .filter(({ endpoint_id }) => endpoint_id === endpoint.id)
      .map(({ event_id, attempts, created_at, type, body, trace_parent }) => ({
        eventId: event_id,
        type,
        body,
        traceParent: trace_parent,
        attempt: attempts,
        createdAt: created_at,
      })),
  }))
}

type EndpointState = { id: string; url: string; active: boolean; paused_at: Date | null; failing_since: Date | null }

const idsOf = (endpoints: { id: string }[]) => endpoints.map(({ id }) => id)

/**
 * At a receiver that is down, what came later about a thing waits with what came earlier: when it is back, both are due, and
 * leave in their order. An answer that is about the delivery itself makes nothing wait.
 */
async function waitInTurn(tx: Tx, businessId: string, endpointIds: string[], now: Date): Promise<void> {
  await tx`
    update deliveries d set next_attempt_at = turn.at
    from (
      select later.endpoint_id, later.event_id, max(earlier.next_attempt_at) as at
      from deliveries later
      join events l on l.business_id = later.business_id and l.id = later.event_id
      join events e on e.business_id = l.business_id and e.subject_id = l.subject_id and e.id < l.id
      join deliveries earlier
        on earlier.business_id = e.business_id and earlier.event_id = e.id and earlier.endpoint_id = later.endpoint_id
      where later.business_id = ${businessId} and later.endpoint_id = any (${endpointIds})
        and later.next_attempt_at <= ${now} and earlier.next_attempt_at > ${now} and earlier.attempts > 0
        and (earlier.last_status is null or earlier.last_status = any (${unwellStatuses}))
      group by later.endpoint_id, later.event_id
    ) as turn
    where d.business_id = ${businessId} and d.endpoint_id = turn.endpoint_id and d.event_id = turn.event_id
  `
}

/** Materialized: a plan made without statistics would choose again for every due row (a second for 3,000 of them). */
function claimRows(tx: Tx, businessId: string, endpointIds: string[], now: Date, until: Date) {
  return tx<ClaimedRow[]>`
    with chosen as materialized (
      select endpoint.id as endpoint_id, round.event_id
      from unnest(${endpointIds}::text[]) as endpoint (id)
      cross join lateral (
        select first.event_id from (
          select distinct on (e.subject_id) e.id as event_id
          from (
            select d.event_id from deliveries d
            where d.business_id = ${businessId} and d.endpoint_id = endpoint.id and d.next_attempt_at <= ${now}
            order by d.next_attempt_at, d.event_id limit ${lookedAt}
          ) as due
          join events e on e.business_id = ${businessId} and e.id = due.event_id
          order by e.subject_id, e.id
        ) as first
        order by first.event_id limit ${atOnce}
      ) as round
    )
    update deliveries d set attempts = d.attempts + 1, next_attempt_at = ${until}, updated_at = ${now}
    from chosen, events e
    where d.business_id = ${businessId} and d.endpoint_id = chosen.endpoint_id and d.event_id = chosen.event_id
      and d.state = 'due' and e.business_id = ${businessId} and e.id = d.event_id
    returning d.endpoint_id, d.event_id, e.type, e.body, e.trace_parent, d.attempts, d.created_at
  `
}

/** What is due at an endpoint that was switched off is given up, at one that is paused it is held. */
async function letGo(tx: Tx, given: Given, businessId: string, endpoints: EndpointState[]): Promise<void> {
  const off = idsOf(endpoints.filter(({ active }) => !active))
  const paused = idsOf(endpoints.filter(({ active, paused_at }) => active && paused_at !== null))
  if (off.length + paused.length === 0) return
  const now = given.now()
  await tx`
    update deliveries set state = 'given_up', next_attempt_at = null, last_error = 'The webhook is not active', updated_at = ${now}
    where business_id = ${businessId} and endpoint_id = any (${off}) and next_attempt_at <= ${now}
  `
  await holdDeliveries(tx, given, businessId, paused)
  await tx`
    update webhook_endpoints set busy_until = null where business_id = ${businessId} and id = any (${[...off, ...paused]})
  `
}
