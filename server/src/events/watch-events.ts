import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { newsOf } from '../db/waiting.ts'
import { placeEvents } from './place-events.ts'
import { lastPlace, listEvents, type Event } from './read-events.ts'

/** Somebody who wants to be told what happens in a business after a place in its list. */
export type Listener = { businessId: string; after: bigint; tell: (events: Event[]) => void }
export type Watch = { listen: (listener: Listener) => () => void; stop: () => Promise<void> }

const everyMs = 500
const mostAtOnce = 200

/**
 * Tells listeners of the events of their business, in order, each once. However many listen, the database is asked every
 * half second by one statement for all of them, and then only for what happened where something did; not at all while
 * nobody listens. `stop` ends the asking, not the listeners.
 */
export function watchEvents(ctx: Context): Watch {
  const listeners = new Set<Listener>()
  const stopping = new AbortController()
  let watching: Promise<void> | null = null

  const watch = async () => {
    while (listeners.size > 0 && !stopping.signal.aborted) {
      try {
        await tellNews(ctx, [...listeners])
      } catch (err) {
        ctx.log.warn({ err }, 'what happened could not be told to open pages; asking again')
      }
      await pause(everyMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
    watching = null
  }
  return {
    listen: (listener) => {
      listeners.add(listener)
      watching ??= watch()
      return () => void listeners.delete(listener)
    },
    stop: async () => {
      stopping.abort()
      await watching
    },
  }
}

async function tellNews({ sql }: Context, listeners: Listener[]): Promise<void> {
  const byBusiness = Map.groupBy(listeners, ({ businessId }) => businessId)
  for (const { businessId, last, unplaced } of await newsOf(sql, [...byBusiness.keys()])) {
    const waiting = byBusiness.get(businessId) ?? []
    const from = waiting.map(({ after }) => after).reduce((one, other) => (one < other ? one : other))
    if (!unplaced && last <= from) continue
    const events = await inBusiness(sql, businessId, async (tx) => {
      await placeEvents(tx, businessId)
      return listEvents(
        tx,
        businessId,
        { after: from, from: null, before: null, type: null, subjectId: null },
        mostAtOnce,
      )
    })
    for (const listener of waiting) {
      const news = events.filter(({ position }) => position > listener.after)
      listener.after = news.at(-1)?.position ?? listener.after
      if (news.length > 0) listener.tell(news)
    }
  }
}

/** Where the list of a business's events ends now: who listens from here hears what happens from here on. */
export async function endOfEvents({ sql }: Context, businessId: string): Promise<bigint> {
  return inBusiness(sql, businessId, async (tx) => {
    await placeEvents(tx, businessId)
    return lastPlace(tx, businessId)
  })
}
