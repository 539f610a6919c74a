import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Stop } from './stop.ts'

/** How a server is reached: what the command line says, else the environment, else the demo of the data folder. */
export type ApiOptions = { url?: string; key?: string }
export type Request = {
  query?: Record<string, string | number | undefined>
  body?: unknown
  /** Of a write; a random one when absent. */
  idempotencyKey?: string
}
/** Calls a route. Answers its JSON; throws Stop with the server's sentences. */
export type Api = {
  url: string
  call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, request?: Request): Promise<T>
}

const attempts = 4
const patienceMs = 60_000

/** Throws Stop when there is no API key. */
export function apiOf(options: ApiOptions): Api {
  const demo = readDemo()
  const set = process.env['KUSANYA_BASE_URL']
  const url = (options.url ?? set ?? demo?.apiUrl ?? 'http://localhost:4000').replace(/\/+$/, '')
  // The demo's key is for the demo's server: it is not sent to another one.
  const isDemo = demo !== null && url === demo.apiUrl
  const key = options.key ?? process.env['KUSANYA_API_KEY'] ?? (isDemo ? demo.apiKey : undefined)
  if (!key) {
    throw new Stop('There is no API key.', {
      remedy: 'Set KUSANYA_API_KEY, or run it where the demo has its data (KUSANYA_DATA).',
    })
  }
  return {
    url,
    async call<T>(method: string, route: string, request: Request = {}): Promise<T> {
      const answer = await exchange(`${url}${route}${queryOf(request.query)}`, method, key, request)
      const text = await answer.text()
      const body = parsed(text)
      if (answer.ok && body !== null) return body as T
      throw refused(answer, body, url)
    },
  }
}

type Demo = { apiUrl: string; apiKey: string; simulatorUrl: string }

/** What the demo's server wrote down when it started; null without one. */
export function readDemo(): Demo | null {
  const file = path.join(process.env['KUSANYA_DATA'] || './.kusanya', 'demo.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Demo) : null
}

/** Tries again what may be: no answer, too many requests, not just now. All attempts carry one Idempotency-Key. */
async function exchange(url: string, method: string, key: string, { body, idempotencyKey }: Request) {
  const init = {
    method,
    headers: {
      authorization: key,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method !== 'GET' && { 'idempotency-key': idempotencyKey ?? randomUUID() }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(patienceMs) })
      if (attempt === attempts || ![429, 503].includes(answer.status)) return answer
      await answer.body?.cancel()
      await pause(Math.min(Number(answer.headers.get('retry-after') ?? 1) || 1, 60) * 1000)
    } catch (error) {
      if (attempt === attempts) throw unanswered(url, error)
      await pause(200 * 2 ** attempt)
    }
  }
}

function unanswered(url: string, error: unknown): Stop {
  const cause = (error as Error).cause instanceof Error ? ((error as Error).cause as Error) : (error as Error)
  return new Stop(`No server answers at ${new URL(url).origin}: ${cause.message || cause.name}.`, {
    remedy: 'Start it with "kusanya start", or set KUSANYA_BASE_URL to where it is.',
  })
}

type Failure = { error?: string; message?: string; errors?: Record<string, string> }

function refused(answer: Response, body: Failure | null, url: string): Stop {
  const requestId = answer.headers.get('x-request-id')
  if (body === null) {
    return new Stop(`What answers at ${url} is no Kusanya server (HTTP ${answer.status}).`, {
      remedy: 'Set KUSANYA_BASE_URL to the address of the API.',
    })
  }
  const said = body.error ?? body.message ?? `HTTP ${answer.status}`
  const details = Object.values(body.errors ?? {})
  const message = [said, ...details.filter((one) => one !== said)].join('\n')
  return new Stop(message, {
    remedy:
      remedies[answer.status] ?? (answer.status >= 500 ? `Look for ${requestId} in the server's log.` : undefined),
    about: { status: answer.status, ...(body.errors && { errors: body.errors }), requestId },
  })
}

const remedies: Record<number, string> = {
  401: 'Set KUSANYA_API_KEY to a key of this server that is neither revoked nor expired.',
  403: 'Use a key with the scope that this needs: "kusanya key list" shows what each may do.',
}

function parsed(text: string): Failure | null {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' ? body : null
  } catch {
    return null
  }
}

function queryOf(query: Request['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`
}
