import type { HappeningType } from '@kusanya/domain/happening.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { lockEndpoint, type Endpoint } from './rows.ts'
import { makeSecret, sealSecret } from './secrets.ts'

const mostEndpoints = 50

export type EndpointDraft = Pick<Endpoint, 'url' | 'description' | 'subscribed' | 'active'>

/** Makes endpoints, each with a secret of its own. Refuses the lot when the business would have more than 50. */
export async function createEndpoints(
  tx: Tx,
  given: Given,
  businessId: string,
  drafts: EndpointDraft[],
  by: By,
): Promise<Endpoint[]> {
  // Two that create at the same time count one after the other.
  await tx<{ id: string }[]>`select id from businesses where id = ${businessId} for no key update`
  const [counted] = await tx<{ count: bigint }[]>`
    select count(*) as count from webhook_endpoints where business_id = ${businessId}
  `
  if (Number(counted?.count) + drafts.length > mostEndpoints) refuse('webhook_limit_reached')
  const now = given.now()
  const fresh = {
    failingSince: null,
    pausedAt: null,
    pauseReason: null,
    oldSecretUntil: null,
    createdAt: now,
    updatedAt: now,
  }
  const endpoints = drafts.map((draft) => ({ ...draft, ...fresh, id: given.newId() }))
  const rows = endpoints.map(({ id, url, description, subscribed, active }) => {
    const sealed = sealSecret(given, businessId, id, 'secret', makeSecret(given)).toString('hex')
    return { id, url, description, subscribed, active, sealed }
  })
  await tx`
    insert into webhook_endpoints (business_id, id, url, description, secret, subscribed, active, created_at, updated_at)
    select ${businessId}, e.id, e.url, e.description, decode(e.sealed, 'hex'), e.subscribed, e.active, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as e (
      id text, url text, description text, sealed text, subscribed text[], active boolean
    )
  `
  await recordAudit(
    tx,
    given,
    businessId,
    endpoints.map((endpoint) => ({
      ...by,
      ...aboutIt('webhook.create', endpoint),
      before: null,
      after: picture(endpoint),
    })),
  )
  return endpoints
}

/** Changes an endpoint. What waits for one that is switched off is given up by the next sweep. */
export async function changeEndpoint(
  tx: Tx,
  given: Given,
  businessId: string,
  id: string,
  change: Partial<EndpointDraft>,
  by: By,
): Promise<{ endpoint: Endpoint; modified: boolean }> {
  const before = (await lockEndpoint(tx, businessId, id)) ?? refuse('webhook_not_found')
  const changed = { ...before, ...change }
  if (isSame(before, changed)) return { endpoint: before, modified: false }
  const endpoint = { ...changed, updatedAt: given.now() }
  await tx`
    update webhook_endpoints
    set url = ${endpoint.url}, description = ${endpoint.description}, subscribed = ${endpoint.subscribed},
      active = ${endpoint.active}, updated_at = ${endpoint.updatedAt}
    where business_id = ${businessId} and id = ${id}
  `
  await recordAudit(tx, given, businessId, [
    { ...by, ...aboutIt('webhook.update', endpoint), before: picture(before), after: picture(endpoint) },
  ])
  return { endpoint, modified: true }
}

function aboutIt(action: string, { id }: Endpoint) {
  return { action, subject: { kind: 'webhook', id } }
}

function picture({ url, description, subscribed, active }: EndpointDraft) {
  return { url, description: description ?? '', events: subscribed, active }
}

function isSame(one: EndpointDraft, other: EndpointDraft): boolean {
  const facts = ({ url, description, subscribed, active }: EndpointDraft) => [
    url,
    description,
    active,
    list(subscribed),
  ]
  const others = facts(other)
  return facts(one).every((value, index) => value === others[index])
}

function list(types: HappeningType[]): string {
  return [...types].sort().join(' ')
}
