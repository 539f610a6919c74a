import { createHash } from 'node:crypto'
import type { Thing } from '@kusanya/domain/importing/sheet.ts'
import { KusanyaError } from '@kusanya/sdk'
import { refusedBy } from '../api.ts'
import { Stop } from '../stop.ts'
import { progress } from '../terminal.ts'
import type { Result, Results } from './results.ts'
import type { Kind } from './sheet.ts'

type Keyed<Body> = Thing<Body> & { key: string }
/** What is still to be sent; what earlier runs sent; and what was on its way when one was broken off so long ago that nobody knows. */
export type Plan<Body> = { due: Keyed<Body>[]; earlier: number; doubtful: Keyed<Body>[] }
export type Sent = { sent: number; refused: number }

const atOnce = 4
/** The server keeps an Idempotency-Key for a day. */
const keptForMs = 23 * 3_600_000

/**
 * `business`: an id, so that what was sent to one business is not taken for sent to another. Each thing has a key made of what it
 * says, and of how many equal ones stand above it: one that is mended is another one.
 */
export function planOf<Body>(business: string, kind: Kind<Body>, things: Thing<Body>[], results: Results): Plan<Body> {
  const plan: Plan<Body> = { due: [], earlier: 0, doubtful: [] }
  const seen = new Map<string, number>()
  for (const thing of things) {
    const text = JSON.stringify([business, kind.noun, thing.body])
    const before = seen.get(text) ?? 0
    seen.set(text, before + 1)
    const key = `import-${createHash('sha256').update(`${before} ${text}`).digest('hex').slice(0, 40)}`
    const known = results.known.get(key)
    if (known?.state === 'sent') plan.earlier++
    else if (known?.state === 'sending' && isForgotten(known)) plan.doubtful.push({ ...thing, key })
    else plan.due.push({ ...thing, key })
  }
  return plan
}

function isForgotten({ time }: Result): boolean {
  return !(Date.now() - Date.parse(time) < keptForMs)
}

/**
 * Sends things, a few at a time, and notes what became of each as soon as it is known. What the server refuses is noted and the others
 * go on; when it is away, or `signal` says so, what has begun is ended and nothing more begun. Throws Stop when it was away.
 */
export async function sendThings<Body>(
  kind: Kind<Body>,
  due: Keyed<Body>[],
  results: Results,
  signal: AbortSignal,
): Promise<Sent> {
  const done: Sent = { sent: 0, refused: 0 }
  const queue = due.values()
  let failure: unknown
  const work = async () => {
    for (const thing of queue) {
      if (signal.aborted || failure !== undefined) return
      try {
        done[await sendOne(kind, thing, results)]++
      } catch (error) {
        failure ??= error
      }
      progress(done.sent + done.refused, due.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failure === undefined) return done
  throw brokenOff(failure, done)
}

async function sendOne<Body>(kind: Kind<Body>, thing: Keyed<Body>, results: Results): Promise<keyof Sent> {
  const { row, told, key, body } = thing
  const note = (state: Result['state'], more: { id?: string; number?: string; error?: string } = {}) =>
    results.note({
      row,
      what: told,
      state,
      id: '',
      number: '',
      error: '',
      ...more,
      time: new Date().toISOString(),
      key,
    })
  note('sending')
  try {
    // Patient enough for a server that is started anew.
    const { _id: id, number } = await kind.send(body, { idempotencyKey: key, retries: 10 })
    note('sent', { id, number })
    return 'sent'
  } catch (error) {
    if (!(error instanceof KusanyaError) || !isAboutTheThing(error)) throw error
    note('refused', { error: refusedBy(error).message })
    return 'refused'
  }
}

/** 400, 404, 409 and the like are about what was sent; a wrong key, too many requests or a server that is away are not. */
function isAboutTheThing({ status }: KusanyaError): boolean {
  return status !== null && status >= 400 && status < 500 && ![401, 403, 429].includes(status)
}

function brokenOff(failure: unknown, done: Sent): unknown {
  if (!(failure instanceof KusanyaError)) return failure
  const { message, remedy, about } = refusedBy(failure)
  return new Stop(`${message}\n${done.sent} sent before that.`, {
    remedy: [remedy, 'Then run it again: what was sent is left out.'].filter(Boolean).join('\n→ '),
    about: { ...about, ...done },
  })
}
