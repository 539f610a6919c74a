import { KusanyaError } from './errors.ts'

/** JSON as it is, a CSV file as text, PDF and ZIP as bytes. Rejects with the network's error while the body is coming. */
export type Answer = { status: number; headers: Headers; body: unknown; isJson: boolean }

export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response
  const type = headers.get('content-type') ?? ''
  if (/\/(pdf|zip)\b/.test(type)) {
    return { status, headers, body: new Uint8Array(await response.arrayBuffer()), isJson: false }
  }
  const text = await response.text()
  if (/^text\/csv\b/.test(type)) return { status, headers, body: text, isJson: false }
  return { status, headers, ...parsed(text) }
}

function parsed(text: string): { body: unknown; isJson: boolean } {
  try {
    const body: unknown = JSON.parse(text)
    return { body, isJson: typeof body === 'object' && body !== null }
  } catch {
    return { body: text, isJson: false }
  }
}

/** What a refusal says, in whatever words it came. */
export function errorOf({ status, headers, body, isJson }: Answer, idempotencyKey: string | null): KusanyaError {
  const said = isJson ? (body as { error?: string; message?: string; errors?: Record<string, string> }) : {}
  const about = {
    status,
    requestId: headers.get('x-request-id'),
    retryAfterSeconds: retryAfter(headers),
    idempotencyKey,
  }
  if (status >= 300 && status < 400) {
    const error = `The server answered with a redirect to ${headers.get('location') ?? 'elsewhere'}: set baseUrl to where it is`
    return new KusanyaError({ ...about, code: 'unreadable', error })
  }
  return new KusanyaError({
    ...about,
    error: said.error ?? said.message ?? `HTTP ${status}`,
    ...(said.errors && { errors: said.errors }),
  })
}

/** A success in a form that is not Kusanya's. */
export function unreadable({ status, headers }: Answer, idempotencyKey: string | null): KusanyaError {
  const type = headers.get('content-type') ?? 'no type'
  const error = `The answer is not one of a Kusanya server (${type}): look at baseUrl`
  return new KusanyaError({ status, code: 'unreadable', error, requestId: headers.get('x-request-id'), idempotencyKey })
}

/** Whole seconds, or a date as proxies send it; null when nothing is asked. */
function retryAfter(headers: Headers): number | null {
  const asked = headers.get('retry-after')
  if (asked === null) return null
  const seconds = /^\d+$/.test(asked) ? Number(asked) : (Date.parse(asked) - Date.now()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null
}
