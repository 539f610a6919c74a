import { Refusal } from '@kusanya/domain/refusal.ts'
import type { Context } from '../context.ts'
import { Away, isDatabaseAway, within } from '../db/away.ts'
import { inBusiness } from '../db/sql.ts'
import { lane } from '../http/lane.ts'
import { findDoor, rememberedDoor, type Door } from './doors.ts'
import { writeKnock, type Knock } from './knock.ts'
import { receiveCallbacks } from './receive-callbacks.ts'

/** `givenUp`: kept elsewhere in the meantime. */
type Attempt = { knock: Knock; door?: Door; givenUp: boolean }

/** Safaricom is to hear within a second. */
const patienceMs = 700
/** Callbacks of payment requests are a tenth of it. */
const longestOfStrangers = 16_384

/**
 * An edge: keeps a callback, which only then may be answered. In the database; on disk while that is away or slow, and
 * for as long as others wait there, so that none overtakes them. Whether an insert that timed out was committed is
 * unknown, and does no harm: the id is the same. Throws Away when neither takes it; refuses a path that is nobody's.
 */
export function callbackKeeper(ctx: Context): (knock: Knock) => Promise<void> {
  const receive = lane<Attempt, null>(async (businessId, attempts) => {
    const wanted = attempts.flatMap(({ knock, door, givenUp }) => (door && !givenUp ? { knock, door } : []))
    if (wanted.length > 0) await inBusiness(ctx.sql, businessId, (tx) => receiveCallbacks(tx, businessId, wanted))
    return attempts.map(() => null)
  })

  async function inDatabase(knock: Knock): Promise<void> {
    const attempt: Attempt = { knock, givenUp: false }
    const write = async () => {
      attempt.door = await findDoor(ctx, knock)
      await receive(attempt.door.businessId, attempt)
    }
    try {
      await within(patienceMs, write())
    } finally {
      attempt.givenUp = true
    }
  }

  async function onDisk(knock: Knock): Promise<void> {
    const share = rememberedDoor(ctx, knock) ? 'known' : 'unknown'
    if (share === 'unknown' && knock.body.length > longestOfStrangers) throw new Away('too long for an unknown door')
    await ctx.spool.keep(knock.id, writeKnock(knock), share)
  }

  return async (knock) => {
    for (const keep of ctx.spool.holds() ? [onDisk, inDatabase] : [inDatabase, onDisk]) {
      try {
        return await keep(knock)
      } catch (error) {
        if (error instanceof Refusal) throw error
        const place = keep === onDisk ? 'on disk' : 'in the database'
        const level = keep === inDatabase && isDatabaseAway(error) ? 'warn' : 'error'
        ctx.log[level]({ err: error, road: knock.road }, `a callback could not be kept ${place}`)
      }
    }
    throw new Away('neither the database nor the disk takes callbacks')
  }
}
