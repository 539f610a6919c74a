import type { KusanyaEvent } from './events.ts'

export type VerifyOptions = {
  /** How far the delivery's time may be from now, either way. Default 300. */
  toleranceSeconds?: number | undefined
  /** The time that it is, in ms since 1970. Default: now. */
  nowMs?: number | undefined
}

/** As a `Headers`, or as Node, Express and Fastify give them. */
export type IncomingHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** The delivery is not believed: answer 401, and do nothing of what it says. */
export class WebhookError extends Error {
  override readonly name = 'WebhookError'
}

/**
 * Believes a delivery and answers its event. Rejects with WebhookError when its signature or its time does not hold.
 *
 * `body`: exactly what came in, before any JSON parser. `headers`: the request's, for Standard Webhooks; or the text of its
 * `x-cashfin-signature` alone, for receivers written for that one. It has no time in it, so what was recorded can be played
 * again: that is why it is never looked at among headers. `secret`: the webhook's `whsec_…`; several while it is changed.
 */
export async function verify(
  body: string | Uint8Array<ArrayBuffer>,
  headers: IncomingHeaders | string,
  secret: string | readonly string[],
  { toleranceSeconds = 300, nowMs = Date.now() }: VerifyOptions = {},
): Promise<KusanyaEvent> {
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  const secrets = [secret].flat().filter((one) => one !== '')
  if (secrets.length === 0) throw new WebhookError('secret is required')
  const holds =
    typeof headers === 'string' ? await isPublished(text, headers, secrets) : await isStandard(text, headers, secrets)
  if (!holds) throw new WebhookError('The signature of the webhook does not hold')
  if (typeof headers !== 'string' && !(Math.abs(nowMs / 1000 - timeOf(headers)) <= toleranceSeconds))
    throw new WebhookError('The webhook is too old, or the clock is wrong')
  return JSON.parse(text) as KusanyaEvent
}

/** `v1,` and base64 of HMAC-SHA-256 over `id.timestamp.body`, keyed with what the secret's base64 stands for. One that fits is enough. */
async function isStandard(text: string, headers: IncomingHeaders, secrets: readonly string[]): Promise<boolean> {
  const signed = `${read(headers, 'webhook-id')}.${read(headers, 'webhook-timestamp')}.${text}`
  const signatures = read(headers, 'webhook-signature')
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .map((one) => fromBase64(one.slice(3)))
  return await fitsOne(
    signed,
    signatures,
    secrets.map((one) => fromBase64(one.replace(/^whsec_/, ''))),
  )
}

/** Hexadecimal HMAC-SHA-256 of the body, keyed with the secret as it is written. */
async function isPublished(text: string, signature: string, secrets: readonly string[]): Promise<boolean> {
  const bytes = /^([0-9a-f]{2}){32}$/i.test(signature)
    ? signature.match(/../g)?.map((pair) => parseInt(pair, 16))
    : null
  return await fitsOne(
    text,
    [bytes ? new Uint8Array(bytes) : null],
    secrets.map((one) => new TextEncoder().encode(one)),
  )
}

type Bytes = Uint8Array<ArrayBuffer>

/** Compared by WebCrypto, which takes the same time wherever they differ. */
async function fitsOne(signed: string, signatures: (Bytes | null)[], keys: (Bytes | null)[]): Promise<boolean> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  for (const bytes of keys) {
    if (!bytes?.length) throw new WebhookError('secret must be what the webhook was made with: whsec_…')
    const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['verify'])
    for (const signature of signatures) {
      if (signature && (await crypto.subtle.verify('HMAC', key, signature, new TextEncoder().encode(signed))))
        return true
    }
  }
  return false
}

function timeOf(headers: IncomingHeaders): number {
  const seconds = read(headers, 'webhook-timestamp')
  return /^\d+$/.test(seconds) ? Number(seconds) : Number.NaN
}

function read(headers: IncomingHeaders, name: string): string {
  if (headers instanceof Headers) return headers.get(name) ?? ''
  const found = Object.keys(headers).find((one) => one.toLowerCase() === name)
  return [(found && headers[found]) ?? ''].flat().join(' ')
}

/** Null for what is no base64: such a signature fits nothing. */
function fromBase64(base64: string): Bytes | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
