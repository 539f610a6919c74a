import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import type { Event } from './read-events.ts'
import { endOfEvents, watchEvents } from './watch-events.ts'
import { presentEvent, readPlace, writePlace } from './wire.ts'

const Place = Type.Optional(Type.String({ maxLength: 200 }))
const heartbeatMs = 20_000
/** Then the browser comes again, and is asked again who it is: somebody may have been signed out. */
const longestMs = 10 * 60_000
/** Who reads more slowly than this piles up is cut off, and goes on from where he was. */
const mostBytesWaiting = 1_000_000

/**
 * What happens, as it happens: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). The id
 * of each is its place in the list of events, from which `Last-Event-ID` goes on, or `cursor`, because a page cannot set
 * the header the first time; without either it begins now. Not in the
 * API's description, because an answer without an end is nothing that OpenAPI can say.
 */
export const eventStreamRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const watch = watchEvents(ctx)
    const open = new Set<Readable>()
    app.addHook('preClose', async () => {
      for (const stream of open) stream.push(null)
      await watch.stop()
    })

    app.get(
      '/business/event/stream',
      {
        schema: {
          hide: true,
          scope: 'read',
          headers: Type.Object({ 'last-event-id': Place }),
          querystring: Type.Object({ cursor: Place }),
        },
      },
      async ({ businessId, headers, query }, reply) => {
        const asked = headers['last-event-id'] ?? query.cursor
        const after = asked ? readPlace(asked) : await endOfEvents(ctx, businessId)
        const stream = new Readable({ read: () => {} })
        const tell = (events: Event[]) => {
          stream.push(events.map(writeEvent).join(''))
          if (stream.readableLength > mostBytesWaiting) stream.destroy()
        }
        const leave = watch.listen({ businessId, after, tell })
        const heartbeat = setInterval(() => stream.push(':\n\n'), heartbeatMs)
        const ending = setTimeout(() => stream.push(null), longestMs)
        open.add(stream)
        stream.once('close', () => {
          leave()
          clearInterval(heartbeat)
          clearTimeout(ending)
          open.delete(stream)
        })
        stream.push(`retry: 1000\nid: ${writePlace(after)}\n\n`)
        return reply
          .header('content-type', 'text/event-stream; charset=utf-8')
          .header('cache-control', 'no-store')
          .header('x-accel-buffering', 'no') // nginx would keep it until there is more
          .send(stream)
      },
    )
  }

function writeEvent(event: Event): string {
  return `id: ${writePlace(event.position)}\ndata: ${JSON.stringify(presentEvent(event))}\n\n`
}
