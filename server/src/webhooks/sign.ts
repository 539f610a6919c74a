import { createHmac } from 'node:crypto'

/**
 * `secrets`: `whsec_` and base64, as the merchant was shown them; the newest first, of which there is always one. `body`: the
 * exact text that is sent.
 */
export type Signed = { secrets: string[]; eventId: string; type: string; attempt: number; body: string; at: Date }

const prefix = 'whsec_'

export function writeSecret(key: Buffer): string {
  return prefix + key.toString('base64')
}

/**
 * The headers of a delivery, signed in two ways: Standard Webhooks 1.0 (`webhook-…`, time included, keyed with the decoded
 * secret; one signature for each live secret), and the published `x-cashfin-signature` (hex, the body alone, keyed with the
 * secret as it is written). The published one has room for one signature: while a secret is replaced it is the old one's.
 */
export function deliveryHeaders({ secrets, eventId, type, attempt, body, at }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'content-type': 'application/json',
    'user-agent': 'Kusanya',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
    'x-cashfin-signature': createHmac('sha256', secrets.at(-1) ?? '')
      .update(body)
      .digest('hex'),
    'x-cashfin-event': type,
    'x-cashfin-delivery': eventId,
    'x-cashfin-attempt': String(attempt),
  }
}
