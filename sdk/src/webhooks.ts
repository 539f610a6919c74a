const oldestSeconds = 5 * 60

/**
 * Believes a webhook: Standard Webhooks headers over the raw body. Answers the event; throws when the signature, or its
 * time (± 5 min), does not hold. `secret` is the endpoint's `whsec_…`.
 */
export async function verify(
  rawBody: string,
  headers: Readonly<Record<string, string | undefined>>,
  secret: string,
  nowMs: number = Date.now(),
): Promise<{ id: string; event: string; type: string; timestamp: string; data: Record<string, unknown> }> {
  const id = headers['webhook-id'] ?? ''
  const timestamp = headers['webhook-timestamp'] ?? ''
  if (!(Math.abs(nowMs / 1000 - Number(timestamp)) <= oldestSeconds))
    throw new Error('The webhook is too old, or its clock is wrong')
  const key = await crypto.subtle.importKey(
    'raw',
    bytesOf(secret.replace(/^whsec_/, '')),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['verify'],
  )
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${rawBody}`)
  for (const one of (headers['webhook-signature'] ?? '').split(' ')) {
    const [version, signature = ''] = one.split(',')
    if (version === 'v1' && (await crypto.subtle.verify('HMAC', key, bytesOf(signature), signed)))
      return JSON.parse(rawBody)
  }
  throw new Error('The webhook’s signature does not hold')
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let place = 0; place < text.length; place++) bytes[place] = text.charCodeAt(place)
  return bytes
}
