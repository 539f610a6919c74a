import type { HappeningType } from '@kusanya/domain/happening.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { secretPlace } from './rows.ts'

/** So many deliveries are on their way to one endpoint at a time, each about another thing. */
export const atOnce = 4
/** Longer than a round of sending can take. Who has not written down by then how it went is taken for dead. */
const leaseMs = 60_000
/** Among so many due deliveries of an endpoint a round is chosen. */
const lookedAt = 32

export type Claimed = { eventId: string; type: HappeningType; body: string; attempt: number }
/** What one endpoint is to be sent in one round, by whoever holds it until `until`. */
export type Round = { endpointId: string; url: string; secret: string; until: Date; deliveries: Claimed[] }

type ClaimedRow = { endpoint_id: string; event_id: string; type: HappeningType; body: string; attempts: number }

/**
 * Takes up to `limit` endpoints that have due deliveries and that nobody is sending to, and a round of each. Of each
 * invoice only the earliest event goes, so that its events leave in their order. Commit before sending: what was claimed
 * by a process that dies is claimed again after a minute.
 */
export async function claimDeliveries(
  tx: Tx,
  given: Given,
  businessId: string,
  { limit, endpointId = null }: { limit: number; endpointId?: string | null },
): Promise<Round[]> {
  const now = given.now()
  const until = new Date(now.getTime() + leaseMs)
  const endpoints = await tx<{ id: string; url: string; secret: Buffer; active: boolean }[]>`
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
    returning id, url, secret, active
  `
  const off = endpoints.filter(({ active }) => !active).map(({ id }) => id)
  if (off.length > 0) await giveUpAll(tx, given, businessId, off)
  const on = endpoints.filter(({ active }) => active)
  if (on.length === 0) return []
  const rows = await claimRows(
    tx,
    businessId,
    on.map(({ id }) => id),
    now,
    until,
  )
  return on.map(({ id, url, secret }) => ({
    endpointId: id,
    url,
    secret: given.vault.open(secretPlace(businessId, id), secret),
    until,
    deliveries: rows
      .filter(({ endpoint_id }) => endpoint_id === id)
      .map(({ event_id, type, body, attempts }) => ({ eventId: event_id, type, body, attempt: attempts })),
  }))
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
    returning d.endpoint_id, d.event_id, e.type, e.body, d.attempts
  `
}

async function giveUpAll(tx: Tx, given: Given, businessId: string, endpointIds: string[]) {
  const now = given.now()
  await tx`
    update deliveries set state = 'given_up', next_attempt_at = null, last_error = 'The webhook is not active', updated_at = ${now}
    where business_id = ${businessId} and endpoint_id = any (${endpointIds}) and next_attempt_at <= ${now}
  `
  await tx`
    update webhook_endpoints set busy_until = null where business_id = ${businessId} and id = any (${endpointIds})
  `
}
