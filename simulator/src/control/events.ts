import type http from 'node:http'
import type { World } from '../world.ts'
import type { Controls } from './simulator.ts'

const flushEveryMs = 80
const mostPhonesAtOnce = 40

/** `GET /_sim/events`: server-sent events `phone`, `journal`, `trouble`, `clock` and `business`, a few times a second at most. */
export function serveEvents(
  world: World,
  controls: Controls,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    connection: 'keep-alive',
  })
  response.write('retry: 1000\n\n')
  const phones = new Set<string>()
  const others = new Map<string, unknown>()
  let entries: unknown[] = []
  let timer: NodeJS.Timeout | undefined
  const tell = (type: string, value: unknown) => response.write(`event: ${type}\ndata: ${JSON.stringify(value)}\n\n`)

  function flush(): void {
    timer = undefined
    // When a bill run rings thousands of phones, the watcher is told that many changed and looks again.
    if (phones.size > mostPhonesAtOnce) tell('phones', { changed: phones.size })
    else for (const msisdn of phones) tell('phone', controls.phone(msisdn))
    for (const [type, value] of others) tell(type, value)
    for (const entry of entries.slice(-100)) tell('journal', entry)
    phones.clear()
    others.clear()
    entries = []
  }

  const stop = world.watch((happening) => {
    if (happening.type === 'phone') phones.add(happening.msisdn)
    else if (happening.type === 'journal') entries.push(summary(happening.entry))
    else if (happening.type === 'trouble') others.set('trouble', { troubles: controls.troubles() })
    else if (happening.type === 'clock') others.set('clock', controls.clock())
    else others.set('business', {})
    timer ??= setTimeout(flush, flushEveryMs)
  })
  request.on('close', () => {
    stop()
    clearTimeout(timer)
  })
}

const mostText = 4000

/** Long bodies are left for `GET /_sim/journal`. */
function summary(entry: unknown): unknown {
  const { request, ...rest } = entry as { request?: unknown }
  const size = JSON.stringify(request)?.length ?? 0
  return size > mostText ? { ...rest, request: `${size} characters` } : entry
}
