import { callbackTroubles } from './trouble.ts'
import type { Callback, Road } from './work.ts'
import type { World } from './world.ts'

/** The longest a callback is held back while waiting for another one to overtake it. */
const heldBackMs = 60_000

/** Sends a callback as soon as the switches and the troubles of the hour allow. */
export function callBack(world: World, road: Road, url: string, body: unknown, about: string): void {
  const now = world.agenda.now() + world.switches.callbackDelayMs
  const callback: Callback = { kind: 'callback', road, url, body, attempt: 1, firstAt: now, about }
  const struck = world.troubles.strike(callbackTroubles, road, url)
  let dueAt = now
  let copies = 1
  for (const trouble of struck) {
    if (trouble.kind === 'callback-lost') {
      const lost = { status: null, ms: 0, response: undefined, error: 'lost on the way', trouble: trouble.kind }
      note(world, callback, lost)
      return
    }
    if (trouble.kind === 'callback-late') dueAt += trouble.ms ?? 60_000
    if (trouble.kind === 'callback-twice') copies = 2
    if (trouble.kind === 'callback-out-of-order') {
      callback.heldBack = true
      dueAt += trouble.ms ?? heldBackMs
    }
  }
  for (let i = 0; i < copies; i++) world.agenda.add(dueAt, callback)
}

/** Sends a copy of a callback that may have gone before, at once and without trouble. */
export function sendAgain(world: World, road: Road, url: string, body: unknown, about: string): void {
  const now = world.agenda.now()
  world.agenda.add(now, { kind: 'callback', road, url, body, attempt: 1, firstAt: now, about })
}

/** Makes one try. Only Bill Manager's payment push is tried again (five times in all); nothing else is, as on the wire. */
export async function deliver(world: World, callback: Callback): Promise<void> {
  await world.kept()
  const began = performance.now()
  const posted = await world.poster.post(callback.url, callback.body, world.switches.callbackTimeoutMs)
  const ms = Math.round(performance.now() - began)
  if (posted.kind === 'answered') {
    note(world, callback, { status: posted.status, ms, response: posted.body ?? posted.text })
  } else {
    note(world, callback, { status: null, ms, response: undefined, error: posted.error })
  }
  if (!callback.heldBack) {
    world.agenda.hasten((work) => work.kind === 'callback' && work.heldBack === true)
  }
  if (callback.road === 'bill-payment' && !(posted.kind === 'answered' && posted.status === 200)) {
    const nextTry = world.switches.pushTriesAtSeconds[callback.attempt]
    if (nextTry !== undefined) {
      const dueAt = Math.max(callback.firstAt + nextTry * 1000, world.agenda.now())
      world.agenda.add(dueAt, { ...callback, attempt: callback.attempt + 1 })
    }
  }
}

function note(
  world: World,
  callback: Callback,
  outcome: { status: number | null; ms: number; response: unknown; error?: string; trouble?: string },
): void {
  world.journal.write({
    at: new Date(world.agenda.now()).toISOString(),
    direction: 'out',
    name: callback.road,
    method: 'POST',
    path: pathOf(callback.url),
    url: callback.url,
    request: callback.body,
    attempt: callback.attempt,
    ...outcome,
  })
}

export function pathOf(url: string): string {
  try {
    const { pathname, search } = new URL(url)
    return pathname + search
  } catch {
    return url
  }
}
