import type { HappeningType } from '@kusanya/domain/happening.ts'
import { writeInstant } from '@kusanya/domain/day.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { Context, Posted } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { examples } from '../events/examples.ts'
import { recoverEndpoint } from './recover-endpoint.ts'
import { findEndpoint } from './rows.ts'
import { openSecrets } from './secrets.ts'
import { isSuccess } from './settle-deliveries.ts'
import { deliveryHeaders } from './sign.ts'

/** What was sent to try an endpoint, and what came of it. `body` and `headers` are what went over the wire. */
export type Tried = {
  eventId: string
  type: string
  headers: Record<string, string>
  body: string
  posted: Posted
  at: Date
  tookMs: number
}
/** What else belongs into the two transactions: the caller's Idempotency-Key. `before` says whether to go on. */
type Around = { before: (tx: Tx) => Promise<boolean>; after: (tx: Tx, tried: Tried) => Promise<void> }

/**
 * Sends a signed event to an endpoint and waits for the answer: `webhook.test`, or the example of a real one, marked
 * `test: true`. An edge with two transactions around one call. It is no news: it is not in the list of events, is not retried,
 * and goes to endpoints that are paused or off as well, which is when one wants to know. An endpoint that had been failing
 * and accepts it gets at once what waits for it.
 */
export async function tryEndpoint(
  ctx: Context,
  businessId: string,
  endpointId: string,
  type: HappeningType | null,
  around: Around,
): Promise<void> {
  const called = await inBusiness(ctx.sql, businessId, async (tx) => {
    if (!(await around.before(tx))) return null
    const endpoint = (await findEndpoint(tx, businessId, endpointId)) ?? refuse('webhook_not_found')
    return { url: endpoint.url, secrets: await openSecrets(tx, ctx, businessId, endpointId) }
  })
  if (!called) return
  const { url, secrets } = called
  const at = ctx.now()
  const eventId = `evt_${ctx.newId()}`
  const name = type ?? 'webhook.test'
  const data = type ? examples[type].data : { _id: endpointId, url }
  const timestamp = writeInstant(at)
  const body = JSON.stringify({ id: eventId, event: name, type: name, test: true, timestamp, data })
  const headers = deliveryHeaders({ secrets, eventId, type: name, attempt: 1, body, at })
  const posted = await ctx.post(url, headers, body)
  const tookMs = Math.max(ctx.now().getTime() - at.getTime(), 0)
  const tried = { eventId, type: name, headers, body, posted, at, tookMs }
  await inBusiness(ctx.sql, businessId, async (tx) => {
    const endpoint = await findEndpoint(tx, businessId, endpointId)
    const { failingSince = null, pausedAt = null } = endpoint ?? {}
    if (isSuccess(posted) && failingSince && !pausedAt) {
      await recoverEndpoint(tx, ctx, businessId, { id: endpointId, failingSince }, [])
    }
    await around.after(tx, tried)
  })
}
