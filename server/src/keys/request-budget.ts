import { minuteOf, portionOf, resetOf, waitSeconds } from '@kusanya/domain/request-limit.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { grantRequests } from './grant-requests.ts'
import type { KeyCaller } from './known-keys.ts'

/** Whether a request may go on, and what its answer says about that. */
export type Spent = {
  allowed: boolean
  perMinute: number
  /** What is left of the minute, as far as this process knows. */
  remaining: number
  /** Unix seconds. */
  resetAt: number
  waitSeconds: number
}

type Minute = {
  at: Date
  perMinute: number
  /** Granted to this process and not spent. */
  left: number
  /** Granted to all processes. */
  given: number
  isOver: boolean
  asking: Promise<void> | null
}

const mostKept = 10_000

/**
 * Counts the requests of each key, by the minute, over all processes. A process has itself granted a twentieth of the
 * limit at a time and spends that in memory, so that a key costs the database about twenty writes a minute, however much
 * is asked. All processes together never let through more than the limit in a minute of the clock. They may let through
 * less: what one was granted and did not spend is lost to the others. Null where there is no limit.
 */
export function requestBudget(ctx: Context): (caller: KeyCaller) => Promise<Spent | null> {
  const minutes = new Map<string, Minute>()

  function minuteFor(keyId: string, perMinute: number, now: Date): Minute {
    const at = minuteOf(now)
    const known = minutes.get(keyId)
    if (known?.at.getTime() === at.getTime() && known.perMinute === perMinute) return known
    if (minutes.size >= mostKept) minutes.clear()
    const minute: Minute = { at, perMinute, left: 0, given: 0, isOver: false, asking: null }
    minutes.set(keyId, minute)
    return minute
  }

  async function ask({ businessId, keyId }: KeyCaller, minute: Minute): Promise<void> {
    const { at, perMinute } = minute
    const wish = { keyId, minute: at, perMinute, wanted: portionOf(perMinute) }
    try {
      const { given, granted } = await inBusiness(ctx.sql, businessId, (tx) => grantRequests(tx, businessId, wish))
      minute.left += granted
      minute.given = given
      minute.isOver = granted === 0
    } finally {
      minute.asking = null
    }
  }

  return async (caller) => {
    const perMinute = caller.requestsPerMinute ?? ctx.config.requestsPerMinute
    if (perMinute === 0) return null
    const now = ctx.now()
    const minute = minuteFor(caller.keyId, perMinute, now)
    while (minute.left === 0 && !minute.isOver) await (minute.asking ??= ask(caller, minute))
    const allowed = minute.left > 0
    if (allowed) minute.left--
    return {
      allowed,
      perMinute,
      remaining: Math.max(0, perMinute - minute.given) + minute.left,
      resetAt: resetOf(minute.at),
      waitSeconds: waitSeconds(minute.at, now),
    }
  }
}
