import { nextCallAt } from '@kusanya/domain/retry.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Context, Given } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { applyPayments } from './apply-payments.ts'
import { tellRequests, type RequestState } from './tell-requests.ts'
import { readCallback, type Answered, type Reading, type Waiting } from './read-callback.ts'
import { partsOf } from './parts.ts'

/**
 * Settles callbacks that wait. No outside call, so claim, work and mark are one transaction. A batch that throws is done
 * again one by one, and the callback that still throws is set aside with its error: one row never stops the queue.
 */
export function settleCallbacks(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'callbacks', 'next_attempt_at', async (businessId) => {
    try {
      return await settle(ctx, businessId, Math.min(limit, 200))
    } catch (error) {
      ctx.log.error({ err: error, businessId }, 'a batch of callbacks failed; settling them one by one')
      return settleOneByOne(ctx, businessId)
    }
  })
}

async function settle(ctx: Context, businessId: string, limit: number): Promise<number> {
  const readings = await inBusiness(ctx.sql, businessId, async (tx) => {
    const waiting = await claim(tx, businessId, ctx.now(), limit)
    if (waiting.length === 0) return []
    const codes = await tx<{ shortcode: string }[]>`select shortcode from shortcodes where business_id = ${businessId}`
    const known = new Set(codes.map(({ shortcode }) => shortcode))
    const readings = waiting.map((one) => readCallback(one, known))
    const arrivals = readings.flatMap((reading) => (reading.kind === 'arrival' ? reading.arrival : []))
    await applyPayments(tx, ctx, await theBusiness(tx, businessId), arrivals)
    await writeAnswers(
      tx,
      ctx,
      businessId,
      readings.flatMap((reading) => ('answered' in reading ? (reading.answered ?? []) : [])),
    )
    for (const [index, reading] of readings.entries()) {
      if (reading.kind !== 'nonsense') continue
      ctx.log.warn(
        { businessId, callbackId: waiting[index]?.id, problem: reading.problem },
        'a callback that says nothing we can book',
      )
    }
    await markSettled(tx, ctx.now(), businessId, waiting, readings)
    return readings
  })
  for (const { kind } of readings) ctx.meter.callbacksSettled.inc({ outcome: kind })
  return readings.length
}

async function settleOneByOne(ctx: Context, businessId: string): Promise<number> {
  const rows = await inBusiness(ctx.sql, businessId, (tx) => claim(tx, businessId, ctx.now(), 200))
  for (const [index, { id }] of rows.entries()) {
    try {
      await settle(ctx, businessId, 1)
    } catch (error) {
      ctx.log.error({ err: error, businessId, callbackId: id, place: index }, 'bug: a callback cannot be settled')
      ctx.meter.callbacksSettled.inc({ outcome: 'failed' })
      await setAside(ctx, businessId, error)
    }
  }
  return rows.length
}

/** Puts the first waiting callback to the back of the queue, with what went wrong. */
function setAside(ctx: Context, businessId: string, error: unknown): Promise<void> {
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const [first] = await claim(tx, businessId, ctx.now(), 1)
    if (!first) return
    const [row] = await tx<{ attempts: number }[]>`
      select attempts from callbacks where business_id = ${businessId} and id = ${first.id}
    `
    const attempts = (row?.attempts ?? 0) + 1
    await tx`
      update callbacks set attempts = ${attempts}, last_error = ${String(error).slice(0, 500)},
        next_attempt_at = ${nextCallAt(attempts, ctx.now(), ctx.chance.fraction())}
      where business_id = ${businessId} and id = ${first.id}
    `
  })
}

async function claim(tx: Tx, businessId: string, now: Date, limit: number): Promise<Waiting[]> {
  const rows = await tx<
    {
      id: string
      road: 'bill' | 'c2b' | 'reversal' | 'reversal_expired' | 'reversal_status' | 'status' | 'status_expired' | 'stk'
      body: Buffer
      request_id: string | null
      link_id: string | null
      invoice_id: string | null
      shortcode: string | null
      amount: bigint | null
      checkout_request_id: string | null
      part_invoice_ids: string[] | null
      part_amounts: bigint[] | null
    }[]
  >`
    select c.id, c.road, c.body, c.request_id, r.link_id, r.invoice_id, r.shortcode, r.amount, r.checkout_request_id,
      r.part_invoice_ids, r.part_amounts
    from callbacks c
    left join payment_requests r on r.business_id = c.business_id and r.id = c.request_id
    where c.business_id = ${businessId} and c.next_attempt_at <= ${now} and c.road in ('bill', 'c2b', 'stk')
    order by c.next_attempt_at, c.id limit ${limit} for update of c skip locked
  `
  return rows.map(({ id, road, body, ...r }) => ({
    id,
    road: road as Waiting['road'],
    body,
    request:
      r.request_id === null || r.link_id === null || r.shortcode === null || r.amount === null
        ? null
        : {
            id: r.request_id,
            linkId: r.link_id,
            invoiceId: r.invoice_id,
            shortcode: r.shortcode,
            amount: r.amount,
            parts: partsOf(r.part_invoice_ids, r.part_amounts),
            checkoutRequestId: r.checkout_request_id,
          },
  }))
}

/** How phones answered: what came first stands, but that it was paid is the last word. What failed is announced, once. */
async function writeAnswers(tx: Tx, given: Given, businessId: string, answers: Answered[]) {
  if (answers.length === 0) return
  const last = new Map<string, Answered>()
  for (const one of answers) if (one.outcome === 'paid' || !last.has(one.requestId)) last.set(one.requestId, one)
  const rows = [...last.values()].map(({ requestId, outcome, resultCode, resultText }) => ({
    id: requestId,
    state: outcome,
    code: resultCode,
    words: resultText,
  }))
  const written = await tx<{ id: string; state: RequestState }[]>`
    update payment_requests r
    set state = a.state, result_code = a.code, result_text = a.words, next_attempt_at = null, updated_at = ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as a (id text, state text, code text, words text)
    where r.business_id = ${businessId} and r.id = a.id
      and (r.state in ('asking', 'asked', 'unknown') or (a.state = 'paid' and r.state <> 'paid'))
    returning r.id, r.state
  `
  const failed = written.filter(({ state }) => state !== 'paid').map(({ id }) => id)
  await tellRequests(tx, given, businessId, 'payment.failed', failed)
}

async function markSettled(tx: Tx, now: Date, businessId: string, waiting: Waiting[], readings: Reading[]) {
  const rows = waiting.map(({ id }, index) => {
    const reading = readings[index]
    return { id, outcome: reading?.kind ?? 'nonsense', problem: reading?.kind === 'nonsense' ? reading.problem : null }
  })
  await tx`
    update callbacks c
    set settled_at = ${now}, next_attempt_at = null, outcome = s.outcome, last_error = s.problem
    from jsonb_to_recordset(${tx.json(rows)}) as s (id text, outcome text, problem text)
    where c.business_id = ${businessId} and c.id = s.id
  `
}
