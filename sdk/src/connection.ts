import { type Answer, errorOf, readAnswer, unreadable } from './answer.ts'
import { KusanyaError } from './errors.ts'
import type { Settings } from './options.ts'

export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason, as `fetch` does. */
  signal?: AbortSignal | undefined
  /** Default: a random one for each POST and PATCH. */
  idempotencyKey?: string | undefined
  /** Instead of the client's, for this call. */
  timeoutMs?: number | undefined
  deadlineMs?: number | undefined
  retries?: number | undefined
}

export type Call = {
  method: string
  path: string
  query?: Readonly<Record<string, unknown>> | undefined
  body?: unknown
}

export type Connection = (call: Call, options?: CallOptions) => Promise<Answer>

/** What may pass by itself. Of the others a repeat would say the same. */
const worthRepeating = new Set([429, 502, 503, 504])

/**
 * A call is repeated only because doing it twice is doing it once: a GET changes nothing, and a POST or PATCH carries one
 * Idempotency-Key through all its attempts. Rejects with KusanyaError, or with the reason of the caller's signal.
 */
export function connect(settings: Settings): Connection {
  return async (call, options = {}) => {
    const { timeoutMs, deadlineMs, retries } = { ...settings, ...given(options) }
    const key = call.method === 'GET' ? null : (options.idempotencyKey ?? crypto.randomUUID())
    const [url, init] = requestOf(settings, call, key) // outside of what is repeated: what is wrong here stays wrong
    const end = Date.now() + deadlineMs
    for (let attempt = 0; ; attempt++) {
      const answer = await once(settings.fetch, url, init, Math.min(timeoutMs, end - Date.now()), options.signal, key)
      if (!(answer instanceof KusanyaError)) return answer
      const passing = answer.status === null || worthRepeating.has(answer.status)
      const waitMs = answer.retryAfterSeconds === null ? backoff(attempt) : answer.retryAfterSeconds * 1000 + jitter()
      // Waiting less than was asked would only be refused again.
      if (!passing || attempt >= retries || Date.now() + waitMs >= end) throw answer
      await wait(waitMs, options.signal)
    }
  }
}

/** Of the options what was really given: undefined is as good as absent. */
function given(options: CallOptions): Partial<Pick<Settings, 'timeoutMs' | 'deadlineMs' | 'retries'>> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
}

/** Throws TypeError for what cannot be sent: a line break in the key, a body with a circle. */
function requestOf(
  { apiKey, baseUrl }: Settings,
  { method, path, query, body }: Call,
  key: string | null,
): [string, RequestInit] {
  const headers = new Headers({ authorization: apiKey, accept: '*/*' })
  if (key !== null) headers.set('idempotency-key', key)
  if (body !== undefined) headers.set('content-type', 'application/json')
  // Followed by itself, a redirect would turn a POST into a GET.
  const init: RequestInit = { method, headers, redirect: 'manual' }
  return [`${baseUrl}${path}${queryOf(query)}`, body === undefined ? init : { ...init, body: JSON.stringify(body) }]
}

/** One attempt: the answer, or the error that it was. Throws only what is the caller's own doing. */
async function once(
  fetch: Settings['fetch'],
  url: string,
  init: RequestInit,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  key: string | null,
): Promise<Answer | KusanyaError> {
  signal?.throwIfAborted()
  const late = AbortSignal.timeout(Math.max(0, Math.ceil(timeoutMs)))
  try {
    const response = await fetch(url, { ...init, signal: signal ? AbortSignal.any([signal, late]) : late })
    const answer = await readAnswer(response)
    if (!response.ok) return errorOf(answer, key)
    return answer.isJson || /csv|pdf|zip/.test(response.headers.get('content-type') ?? '')
      ? answer
      : unreadable(answer, key)
  } catch (cause) {
    signal?.throwIfAborted()
    const [code, error] = late.aborted
      ? (['timeout', `No answer within ${Math.ceil(timeoutMs)} ms`] as const)
      : (['unreachable', 'No answer from the server'] as const)
    return new KusanyaError({ status: null, code, error, idempotencyKey: key, cause })
  }
}

function queryOf(query: Call['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null)
  if (given.length === 0) return ''
  return `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`
}

/** Twice as long each time, at most 8 s, and a little by chance so that many do not come back at once. */
function backoff(attempt: number): number {
  return Math.min(500 * 2 ** attempt, 8_000) * (0.5 + Math.random() / 2)
}

function jitter(): number {
  return Math.random() * 250
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => (clearTimeout(timer), reject(signal?.reason as Error))
    const timer = setTimeout(() => (signal?.removeEventListener('abort', stop), resolve()), ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}
