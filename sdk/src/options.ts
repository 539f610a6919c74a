import { KusanyaError } from './errors.ts'

export interface KusanyaOptions {
  /** `cs_…`; default: the environment's KUSANYA_API_KEY, then CASHFIN_API_KEY. */
  apiKey?: string | undefined
  /** Default: the environment's KUSANYA_BASE_URL, then CASHFIN_BASE_URL, then `http://localhost:4000`. */
  baseUrl?: string | undefined
  /** How long one attempt may take, answer included. Default 30,000. */
  timeoutMs?: number | undefined
  /** How long a call may take in all, attempts and the waits between them. Default 120,000. */
  deadlineMs?: number | undefined
  /** How many further attempts after no answer, 429, 502, 503 or 504. Default 3. */
  retries?: number | undefined
  /** Instead of the global one: for a proxy, for tests. */
  fetch?: typeof globalThis.fetch | undefined
}

export type Settings = {
  apiKey: string
  baseUrl: string
  timeoutMs: number
  deadlineMs: number
  retries: number
  fetch: typeof globalThis.fetch
}

/** The options with what was left out. Throws KusanyaError without a key, and for a base URL that is none. */
export function readOptions(options: KusanyaOptions): Settings {
  const environment = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {}
  const apiKey = options.apiKey || environment['KUSANYA_API_KEY'] || environment['CASHFIN_API_KEY']
  if (!apiKey) throw wrong('apiKey is required')
  const baseUrl =
    options.baseUrl || environment['KUSANYA_BASE_URL'] || environment['CASHFIN_BASE_URL'] || 'http://localhost:4000'
  if (!/^https?:\/\//.test(baseUrl) || !URL.canParse(baseUrl))
    throw wrong(`baseUrl must be an http(s) address: ${baseUrl}`)
  return {
    apiKey,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    timeoutMs: atLeast(0, 'timeoutMs', options.timeoutMs ?? 30_000),
    deadlineMs: atLeast(0, 'deadlineMs', options.deadlineMs ?? 120_000),
    retries: atLeast(0, 'retries', options.retries ?? 3),
    // Some platforms refuse a fetch that is called as a method of something else.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
  }
}

function atLeast(least: number, name: string, given: number): number {
  if (!(given >= least)) throw wrong(`${name} must be a number, ${least} or more`)
  return given
}

function wrong(error: string): KusanyaError {
  return new KusanyaError({ status: null, code: 'invalid', error })
}
