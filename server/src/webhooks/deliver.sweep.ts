import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { claimDeliveries, type Claimed, type Round } from './claim-deliveries.ts'
import { traced } from '../watching/tracer.ts'
import { isSuccess, settleDeliveries, type Outcome } from './settle-deliveries.ts'
import { deliveryHeaders } from './sign.ts'

/** How long a sweep waits for the endpoints it has begun with. A dead one answers after ten seconds at best. */
const patienceMs = 250

/** What a process has on its way. It outlives the sweep that sent it. */
type Underway = { couriers: Set<Promise<void>>; stopping: boolean }
const processes = new WeakMap<Context, Underway>()

/**
 * Sends what is due. Each endpoint has a courier of its own, who goes on while something is due there, so that a dead
 * receiver costs the others nothing; the sweep waits for all couriers, but no longer than its patience. `limit` is the
 * number of couriers. Says how many have been at work: while one is, it is worth coming back.
 */
export async function deliverEvents(ctx: Context, limit: number): Promise<number> {
  const underway = underwayOf(ctx)
  const { couriers } = underway
  const started: Promise<void>[] = []
  await eachBusinessWithWork(ctx, 'deliveries', 'next_attempt_at', async (businessId) => {
    if (underway.stopping || couriers.size >= limit) return 0
    const room = limit - couriers.size
    const rounds = await inBusiness(ctx.sql, businessId, (tx) => claimDeliveries(tx, ctx, businessId, { limit: room }))
    started.push(...rounds.map((round) => send(ctx, underway, businessId, round)))
    return rounds.length
  })
  const done = started.length > 0 ? Promise.all(started) : Promise.race(couriers)
  if (couriers.size > 0) await Promise.race([done, pause(patienceMs)])
  return Math.max(started.length, couriers.size)
}

/** For the end of a process: starts nothing more, and waits until what is on its way has arrived or failed. */
export async function finishDeliveries(ctx: Context): Promise<void> {
  const underway = underwayOf(ctx)
  underway.stopping = true
  await Promise.all(underway.couriers)
}

function underwayOf(ctx: Context): Underway {
  const known = processes.get(ctx) ?? { couriers: new Set(), stopping: false }
  processes.set(ctx, known)
  return known
}

/** Sends a courier on his way. He never fails: what he could not write down is due again when his claim runs out. */
function send(ctx: Context, underway: Underway, businessId: string, round: Round): Promise<void> {
  const courier = carry(ctx, underway, businessId, round)
    .catch((error: unknown) =>
      ctx.log.error({ err: error, businessId, endpointId: round.endpointId }, 'deliveries not settled'),
    )
    .finally(() => underway.couriers.delete(courier))
  underway.couriers.add(courier)
  return courier
}

async function carry(ctx: Context, underway: Underway, businessId: string, first: Round): Promise<void> {
  let next: Round | undefined = first
  while (next) {
    const round: Round = next
    const { endpointId } = round
    const outcomes = await Promise.all(round.deliveries.map((delivery) => post(ctx, round, delivery)))
    for (const { posted } of outcomes) {
      ctx.meter.deliveries.inc({ outcome: isSuccess(posted) ? 'delivered' : 'failed' })
    }
    next = await inBusiness(ctx.sql, businessId, async (tx) => {
      await settleDeliveries(tx, ctx, businessId, round, outcomes)
      if (underway.stopping) return undefined
      const [following] = await claimDeliveries(tx, ctx, businessId, { limit: 1, endpointId })
      return following
    })
  }
}

/** As a part of the trace of what made the event happen, however much later it is. */
async function post(ctx: Context, { endpointId, url, secrets }: Round, delivery: Claimed): Promise<Outcome> {
  const { eventId, type, body, attempt, traceParent } = delivery
  const attributes = { 'kusanya.event_id': eventId, 'kusanya.endpoint_id': endpointId, 'kusanya.attempt': attempt }
  const at = ctx.now()
  const headers = deliveryHeaders({ secrets, eventId, type, attempt, body, at })
  const posted = await traced(
    ctx.tracer,
    `deliver ${type}`,
    { kind: 'client', attributes, parent: traceParent },
    async (span) => {
      const answer = await ctx.post(url, headers, body)
      span?.set(answer.status === null ? { 'error.type': 'no answer' } : { 'http.response.status_code': answer.status })
      return answer
    },
  )
  return { delivery, posted, at, tookMs: Math.max(ctx.now().getTime() - at.getTime(), 0) }
}
