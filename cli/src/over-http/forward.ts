import { randomBytes } from 'node:crypto'
import type { Item } from '@kusanya/sdk'
import { misuse } from '../stop.ts'

/** `unreached`: no line could be made, so that the receiver knows nothing of it. */
export type Answered = { status: number } | { status: null; problem: string; unreached: boolean }

const patienceMs = 10_000
const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']

/** The secret that deliveries are signed with: of the environment, else a fresh one, which must be told. */
export async function secretOf(): Promise<{ secret: string; isFresh: boolean }> {
  const { writeSecret } = await import('@kusanya/server/webhooks/sign.ts')
  const set = process.env['WEBHOOK_SECRET']?.trim()
  if (set && !/^whsec_[A-Za-z0-9+/]+={0,2}$/.test(set)) {
    misuse('WEBHOOK_SECRET is no secret of a webhook.', 'It begins with whsec_.')
  }
  return set ? { secret: set, isFresh: false } : { secret: writeSecret(randomBytes(32)), isFresh: true }
}

/** Posts an event as a webhook gets it, signed as the server signs. */
export async function forward(url: string, secret: string, event: Item<'listEvents'>): Promise<Answered> {
  const { deliveryHeaders } = await import('@kusanya/server/webhooks/sign.ts')
  const { _id: id, type, timestamp, data } = event
  const body = JSON.stringify({ id, event: type, type, timestamp, data })
  const headers = deliveryHeaders({ secrets: [secret], eventId: id, type, attempt: 1, body, at: new Date() })
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    await answer.body?.cancel()
    return { status: answer.status }
  } catch (error) {
    const { cause, message } = error as Error
    const { code = '', message: reason = message } = (cause ?? {}) as NodeJS.ErrnoException
    return { status: null, problem: reason || code || message, unreached: unreached.includes(code) }
  }
}
