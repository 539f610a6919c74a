import { Checks } from './check.ts'
import { PesafyError } from './error.ts'
import { recordOf } from './failure.ts'
import type { TokenStore } from './token-store.ts'

export type Environment = 'sandbox' | 'production'

/** Safaricom's two hosts (Daraja portal, "Getting started"). */
export const darajaBaseUrls: Readonly<Record<Environment, string>> = {
  sandbox: 'https://sandbox.safaricom.co.ke',
  production: 'https://api.safaricom.co.ke',
}

export interface MpesaOptions {
  /** Consumer key and secret of the app on the Daraja portal. */
  consumerKey: string
  consumerSecret: string
  environment: Environment
  /** Shortcode (5-7 digits) and passkey of Lipa na M-PESA Online; needed by `stkPush` and `stkQuery`. */
  lipaNaMpesaShortCode?: string | undefined
  lipaNaMpesaPassKey?: string | undefined
  /** The API operator; needed by B2C, B2B, tax, reversal, status and balance, with one way to its credential: */
  initiatorName?: string | undefined
  /** Plain password, encrypted here with Safaricom's certificate: needs `certificatePem` or `certificatePath`. */
  initiatorPassword?: string | undefined
  certificatePem?: string | undefined
  /** Read with node:fs on first use. */
  certificatePath?: string | undefined
  /** Or the password already encrypted (base64, 344 characters). */
  securityCredential?: string | undefined
  /** `app_key` of the Bill Manager opt-in; sent as `app_key` and `appKey`, because the docs never name the header. */
  billManagerAppKey?: string | undefined
  /** Another host, such as a simulator: `http://127.0.0.1:4010`. May have a path. */
  baseUrl?: string | undefined
  fetch?: typeof globalThis.fetch | undefined
  /** Per attempt, in ms. Default 30 000. */
  timeout?: number | undefined
  /** Further attempts of calls that are safe to repeat. Default 3. Calls that move money or ring a phone are made once. */
  retries?: number | undefined
  /** Wait before the second attempt, in ms; doubles each time, with ±25 % jitter. Default 1 000. */
  retryDelay?: number | undefined
  /** For a whole call, in ms: token, attempts and the waits between. A running attempt is cut off then. Default 90 000. */
  deadline?: number | undefined
  /** Where the access token is kept; default: in this instance. Share one between processes: each new token kills the last. */
  tokenStore?: TokenStore | undefined
  now?: (() => Date) | undefined
  /** Chance for the jitter, in [0, 1). Default Math.random. */
  random?: (() => number) | undefined
}

/** The last argument of every call. */
export interface CallOptions {
  signal?: AbortSignal | undefined
  /** Override the client's for this call, and for the token if it has to be fetched. */
  timeout?: number | undefined
  retries?: number | undefined
  /**
   * `false`: make this call once, even if it is safe to repeat. `true` changes nothing for calls that are never
   * repeated: no option makes a second prompt or payment safe.
   */
  idempotent?: boolean | undefined
}

export type Settings = Omit<MpesaOptions, 'fetch'> & {
  baseUrl: string
  fetch: typeof globalThis.fetch
  timeout: number
  retries: number
  retryDelay: number
  deadline: number
  now: () => Date
  random: () => number
}

const texts = [
  'lipaNaMpesaShortCode',
  'lipaNaMpesaPassKey',
  'initiatorName',
  'initiatorPassword',
  'certificatePem',
  'certificatePath',
  'securityCredential',
  'billManagerAppKey',
] as const

/** Fills in defaults. Throws INVALID_CREDENTIALS or VALIDATION_ERROR (outcome `not_sent`). */
export function readOptions(given: MpesaOptions): Settings {
  const options = recordOf(given) ? given : ({} as MpesaOptions)
  for (const name of ['consumerKey', 'consumerSecret'] as const) {
    if (typeof options[name] !== 'string' || options[name].trim() === '') {
      throw new PesafyError({ code: 'INVALID_CREDENTIALS', message: `${name} is required`, outcome: 'not_sent' })
    }
  }
  if (!Object.hasOwn(darajaBaseUrls, options.environment)) invalid('environment', "must be 'sandbox' or 'production'")
  const baseUrl = options.baseUrl ?? darajaBaseUrls[options.environment]
  if (typeof baseUrl !== 'string' || !URL.canParse(baseUrl) || !/^https?:$/.test(new URL(baseUrl).protocol))
    invalid('baseUrl', 'must be an http(s) URL')
  for (const name of texts) {
    if (options[name] !== undefined && typeof options[name] !== 'string') invalid(name, 'must be text')
  }
  for (const name of ['fetch', 'now', 'random'] as const) {
    if (options[name] !== undefined && typeof options[name] !== 'function') invalid(name, 'must be a function')
  }
  const { tokenStore, lipaNaMpesaShortCode } = options
  if (tokenStore && (typeof tokenStore.read !== 'function' || typeof tokenStore.write !== 'function')) {
    invalid('tokenStore', 'must have read and write')
  }
  const check = new Checks()
  if (lipaNaMpesaShortCode) check.shortCode('lipaNaMpesaShortCode', lipaNaMpesaShortCode)
  check.done('new Mpesa')
  const fetch = options.fetch ?? globalThis.fetch
  return {
    ...options,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    // A bare call: some runtimes refuse a fetch whose `this` is not the global object.
    fetch: (input, init) => fetch(input, init),
    timeout: numberIn('timeout', options.timeout ?? 30_000, 1),
    retries: numberIn('retries', options.retries ?? 3, 0),
    retryDelay: numberIn('retryDelay', options.retryDelay ?? 1_000, 0),
    deadline: numberIn('deadline', options.deadline ?? 90_000, 1),
    now: options.now ?? (() => new Date()),
    random: options.random ?? Math.random,
  }
}

/** What timers can keep, about 25 days: they run at once when given more. */
const most = 2 ** 31 - 1

export function numberIn(field: string, value: unknown, least: number): number {
  if (typeof value !== 'number' || !(value >= least && value <= most)) invalid(field, `must be ${least} to ${most}`)
  return value
}

export function invalid(field: string, problem: string): never {
  const issues = [{ field, problem }]
  throw new PesafyError({ code: 'VALIDATION_ERROR', message: `${field} ${problem}`, issues, outcome: 'not_sent' })
}
