import { nextCallAt } from '@kusanya/domain/retry.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import type { ResultRoad } from '../payments/knock.ts'
import { parseBody } from '../payments/parse-body.ts'
import { expireReversal, settleReversal } from '../reversals/settle-reversal.ts'
import { expireStatus, settleStatus } from './settle-status.ts'

type Result = { id: string; road: ResultRoad; requestId: string; body: Buffer; attempts: number }
type Settled = { outcome: string; problem: string | null }

/**
 * Settles what Safaricom answers to questions of an operator: one transaction each, as they are few. One that throws is set
 * aside with its error.
 */
export function settleResults(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'callbacks', 'next_attempt_at', async (businessId) => {
    let settled = 0
    while (settled < Math.min(limit, 100) && (await settleNext(ctx, businessId))) settled++
    return settled
  })
}

async function settleNext(ctx: Context, businessId: string): Promise<boolean> {
  let current: Result | null = null
  try {
    return await inBusiness(ctx.sql, businessId, async (tx) => {
      current = await claim(tx, businessId, ctx.now())
      if (!current) return false
      const { outcome, problem } = await settle(ctx, tx, businessId, current)
      if (problem !== null) ctx.log.warn({ businessId, callbackId: current.id, problem }, 'an answer that says nothing')
      await tx`
        update callbacks set settled_at = ${ctx.now()}, next_attempt_at = null, outcome = ${outcome}, last_error = ${problem}
        where business_id = ${businessId} and id = ${current.id}
      `
      return true
    })
  } catch (error) {
    if (!current) throw error
    await setAside(ctx, businessId, current, error)
    return true
  }
}

async function settle(ctx: Context, tx: Tx, businessId: string, one: Result): Promise<Settled> {
  switch (one.road) {
    case 'status': {
      const answer = { callbackId: one.id, json: parseBody(one.body) }
      const reading = await settleStatus(tx, ctx, await theBusiness(tx, businessId), one.requestId, answer)
      return { outcome: reading.kind, problem: reading.kind === 'nonsense' ? reading.problem : null }
    }
    case 'status_expired':
      await expireStatus(tx, ctx, businessId, one.requestId)
      return { outcome: 'expired', problem: null }
    case 'reversal':
    case 'reversal_status': {
      const answer = { road: one.road, json: parseBody(one.body) }
      const reading = await settleReversal(tx, ctx, await theBusiness(tx, businessId), one.requestId, answer)
      return { outcome: reading.kind, problem: reading.kind === 'nonsense' ? reading.problem : null }
    }
    case 'reversal_expired':
      await expireReversal(tx, ctx, businessId, one.requestId)
      return { outcome: 'expired', problem: null }
  }
}

async function claim(tx: Tx, businessId: string, now: Date): Promise<Result | null> {
  const [row] = await tx<
    {
      id: string
      road: 'bill' | 'c2b' | 'reversal' | 'reversal_expired' | 'reversal_status' | 'status' | 'status_expired' | 'stk'
      request_id: string | null
      body: Buffer
      attempts: number
    }[]
  >`
    select id, road, request_id, body, attempts from callbacks
    where business_id = ${businessId} and next_attempt_at <= ${now} and road not in ('bill', 'c2b', 'stk')
    order by next_attempt_at, id limit 1 for update skip locked
  `
  if (!row) return null
  const { request_id, ...rest } = row
  return { ...rest, road: row.road as Result['road'], requestId: request_id ?? '' }
}

function setAside(ctx: Context, businessId: string, { id, attempts }: Result, error: unknown): Promise<void> {
  ctx.log.error({ err: error, businessId, callbackId: id }, 'bug: an answer of Safaricom cannot be settled')
  return inBusiness(ctx.sql, businessId, async (tx) => {
    await tx`
      update callbacks set attempts = ${attempts + 1}, last_error = ${String(error).slice(0, 500)},
        next_attempt_at = ${nextCallAt(attempts + 1, ctx.now(), ctx.chance.fraction())}
      where business_id = ${businessId} and id = ${id}
    `
  })
}
