import { createHmac } from 'node:crypto'

/** `secret`: `whsec_` and base64, as the merchant was shown it. `body`: the exact text that is sent. */
export type Signed = { secret: string; eventId: string; type: string; attempt: number; body: string; at: Date }

const prefix = 'whsec_'

export function writeSecret(key: Buffer): string {
  return prefix + key.toString('base64')
}

/**
 * The headers of a delivery, signed in two ways: Standard Webhooks 1.0 (`webhook-…`, time included, keyed with the decoded
 * secret), and the published `x-cashfin-signature` (hex, the body alone, keyed with the secret as it is written).
 */
export function deliveryHeaders({ secret, eventId, type, attempt, body, at }: Signed): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice(prefix.length), 'base64')
  const signature = createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')
  return {
    'content-type': 'application/json',
    'user-agent': 'Kusanya',
    'webhook-id': eventId,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
    'x-cashfin-signature': createHmac('sha256', secret).update(body).digest('hex'),
    'x-cashfin-event': type,
    'x-cashfin-delivery': eventId,
    'x-cashfin-attempt': String(attempt),
  }
}
