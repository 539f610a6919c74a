import { KusanyaError } from './errors.ts'

export interface KusanyaOptions {
  /** `cs_…`; default: the environment's KUSANYA_API_KEY, then CASHFIN_API_KEY. */
  apiKey?: string
  /** Default: the environment's KUSANYA_BASE_URL, then `http://localhost:4000`. */
  baseUrl?: string
  /** Per attempt, in ms. Default 30 000. */
  timeout?: number
  /** Further attempts after no answer, 429 or 503. Default 3. Writes carry one Idempotency-Key through all of them. */
  maxRetries?: number
  fetch?: typeof globalThis.fetch
}

export interface CallOptions {
  signal?: AbortSignal
  /** Default: a random one for each create and update. */
  idempotencyKey?: string
}

export interface Call extends CallOptions {
  method: 'GET' | 'POST' | 'PATCH'
  path: string
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
}

export type Connection = <T>(call: Call) => Promise<T>

const longestWaitMs = 30_000

/** One request and what it takes to repeat it safely. Rejects with KusanyaError. */
export function connect(options: KusanyaOptions): Connection {
  const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {}
  const apiKey = options.apiKey ?? environment['KUSANYA_API_KEY'] ?? environment['CASHFIN_API_KEY']
  if (!apiKey) throw new KusanyaError({ status: null, error: 'apiKey is required' })
  const baseUrl = (options.baseUrl ?? environment['KUSANYA_BASE_URL'] ?? 'http://localhost:4000').replace(/\/+$/, '')
  const fetch = options.fetch ?? globalThis.fetch
  const { timeout = 30_000, maxRetries = 3 } = options

  return async <T>(call: Call): Promise<T> => {
    const key = call.method === 'GET' ? undefined : (call.idempotencyKey ?? crypto.randomUUID())
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= maxRetries
      try {
        const answer = await fetch(`${baseUrl}${call.path}${queryOf(call.query)}`, {
          method: call.method,
          headers: {
            authorization: apiKey,
            ...(call.body !== undefined && { 'content-type': 'application/json' }),
            ...(key !== undefined && { 'idempotency-key': key }),
          },
          ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
          signal: AbortSignal.any([AbortSignal.timeout(timeout), ...(call.signal ? [call.signal] : [])]),
        })
        if (answer.ok) return (await answer.json()) as T
        if (last || (answer.status !== 429 && answer.status !== 503)) throw await errorOf(answer)
        await wait(retryAfter(answer) ?? backoff(attempt), call.signal)
      } catch (error) {
        if (error instanceof KusanyaError) throw error
        if (last || call.signal?.aborted)
          throw new KusanyaError({ status: null, error: 'No answer from the server', cause: error })
        await wait(backoff(attempt), call.signal)
      }
    }
  }
}

async function errorOf(answer: Response): Promise<KusanyaError> {
  const text = await answer.text()
  let body: { error?: string; message?: string; errors?: Record<string, string> } = {}
  try {
    body = JSON.parse(text) as typeof body
  } catch {
    body = { error: text.slice(0, 200) }
  }
  return new KusanyaError({
    status: answer.status,
    error: body.error ?? body.message ?? `HTTP ${answer.status}`,
    ...(body.errors && { errors: body.errors }),
    requestId: answer.headers.get('x-request-id'),
  })
}

function queryOf(query: Call['query']): string {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined)
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`
}

function retryAfter(answer: Response): number | null {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, longestWaitMs) : null
}

function backoff(attempt: number): number {
  return Math.min(500 * 2 ** attempt, longestWaitMs) * (0.75 + 0.5 * Math.random())
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason as Error)), { once: true })
  })
}
