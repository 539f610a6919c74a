import type { Context } from '../context.ts'
import { isDatabaseAway, within } from '../db/away.ts'
import { inBusiness } from '../db/sql.ts'
import { findDoors, type Door } from './doors.ts'
import { readKnock, type Knock } from './knock.ts'
import { receiveCallbacks } from './receive-callbacks.ts'

const patienceMs = 15_000

/**
 * Brings the callbacks that waited on disk into the database, as if they had come there: true time of arrival, in their
 * order, the same id however often. Those of strangers are dropped, for now it is known whose they are. While the
 * database is away it deals with none and tries again.
 */
export async function takeInSpooled(ctx: Context, limit: number): Promise<number> {
  try {
    return await ctx.spool.take(limit, (lines) => within(patienceMs, takeIn(ctx, lines)))
  } catch (error) {
    if (isDatabaseAway(error)) return 0
    throw error
  }
}

/** Returns the lines that cannot be taken in whatever the database does. */
async function takeIn(ctx: Context, lines: string[]): Promise<string[]> {
  try {
    await writeAll(ctx, lines)
    return []
  } catch (error) {
    if (!isOfTheLine(error)) throw error
    if (lines.length === 1) {
      ctx.log.error({ err: error }, 'bug: a spooled callback cannot be taken in; it is put aside')
      return lines
    }
    const refused: string[] = []
    for (const line of lines) refused.push(...(await takeIn(ctx, [line])))
    return refused
  }
}

/** What is wrong with the line itself, and so for ever: it is not what we wrote, or the database refuses its values. */
function isOfTheLine(error: unknown): boolean {
  const { code } = error as { code?: string }
  return error instanceof SyntaxError || error instanceof RangeError || /^2[23]/.test(code ?? '')
}

async function writeAll(ctx: Context, lines: string[]): Promise<void> {
  const knocks = lines.map(readKnock)
  const doors = await findDoors(ctx.sql, knocks)
  const byBusiness = new Map<string, { knock: Knock; door: Door }[]>()
  for (const [index, knock] of knocks.entries()) {
    const door = doors[index]
    if (!door) continue
    byBusiness.set(door.businessId, [...(byBusiness.get(door.businessId) ?? []), { knock, door }])
  }
  for (const [businessId, callbacks] of byBusiness) {
    await inBusiness(ctx.sql, businessId, (tx) => receiveCallbacks(tx, businessId, callbacks))
  }
  const strangers = doors.filter((door) => !door).length
  ctx.log.info(
    { callbacks: knocks.length - strangers, strangers, since: knocks[0]?.receivedAt },
    'spooled callbacks taken in',
  )
}
