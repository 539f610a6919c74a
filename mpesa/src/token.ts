import { base64 } from './base64.ts'
import { PesafyError } from './error.ts'
import { exchange } from './exchange.ts'
import { failureOf, recordOf } from './failure.ts'
import { attemptMs, type Limits, within } from './limits.ts'
import type { Settings } from './options.ts'
import { repeat } from './repeat.ts'
import { memoryTokenStore, type StoredToken, type TokenStore } from './token-store.ts'

const path = '/oauth/v1/generate?grant_type=client_credentials'

/** A token is renewed this long before its end, so that it does not expire on the way. */
const earlyMs = 60_000

/** Gets, keeps and renews the access token: one request at a time however many calls wait for it. */
export class Tokens {
  readonly #settings: Settings
  readonly #store: TokenStore
  #key: Promise<string> | undefined
  #pending: { token: Promise<StoredToken>; limits: Limits } | undefined
  /** Tokens asked for before this count as gone (`clear`). */
  #forgotten: string | undefined

  constructor(settings: Settings) {
    this.#settings = settings
    this.#store = settings.tokenStore ?? memoryTokenStore()
  }

  /** A token that is good for another minute. Throws AUTH_FAILED or a transport error, outcome `not_sent`. */
  async current(limits: Limits): Promise<string> {
    const kept = await within('token', limits, this.#kept())
    if (kept && kept.accessToken !== this.#forgotten) return kept.accessToken
    return this.renew(kept?.accessToken, limits)
  }

  /** A token other than `rejected`: the one somebody else has fetched meanwhile, or a new one. */
  async renew(rejected: string | undefined, limits: Limits): Promise<string> {
    const joined = this.#pending
    this.#pending ??= { token: this.#replace(rejected, limits).finally(() => (this.#pending = undefined)), limits }
    try {
      // The fetch is shared: a caller who gives up leaves, and the others still get their token.
      const { accessToken } = await within('token', limits, this.#pending.token)
      // Whoever began it may not have known that this very token is rejected.
      return joined && accessToken === rejected ? await this.renew(rejected, limits) : accessToken
    } catch (error) {
      // Whoever began it may have had less patience.
      const impatient = joined && (joined.limits.timeout < limits.timeout || joined.limits.retries < limits.retries)
      const again = impatient && error instanceof PesafyError && error.retryable && performance.now() < limits.endsAt
      if (again) return this.renew(rejected, limits)
      throw error
    }
  }

  #replace(rejected: string | undefined, limits: Limits): Promise<StoredToken> {
    return this.#exclusive(async () => {
      const kept = await this.#kept()
      if (kept && kept.accessToken !== rejected && kept.accessToken !== this.#forgotten) return kept
      return this.#fetch(limits)
    })
  }

  /** The next call fetches a new token. */
  async clear(): Promise<void> {
    this.#forgotten = (await this.#kept())?.accessToken
  }

  async #kept(): Promise<StoredToken | undefined> {
    const key = await this.#name()
    const token = await stored(async () => this.#store.read(key))
    return token && typeof token.accessToken === 'string' && token.expiresAt - earlyMs > this.#settings.now().getTime()
      ? token
      : undefined
  }

  #exclusive(work: () => Promise<StoredToken>): Promise<StoredToken> {
    return this.#name().then((key) => {
      const { lock } = this.#store
      return lock ? stored(async () => lock.call(this.#store, key, work) as Promise<StoredToken>) : work()
    })
  }

  async #fetch(limits: Limits): Promise<StoredToken> {
    const { consumerKey, consumerSecret, baseUrl } = this.#settings
    // Not with the caller's signal: others may be waiting too.
    const shared = { ...limits, signal: undefined }
    const answer = await repeat(this.#settings, shared, async () => {
      try {
        return await this.#ask(shared, `${baseUrl}${path}`, `Basic ${base64(`${consumerKey}:${consumerSecret}`)}`)
      } catch (error) {
        throw withoutEffect(error)
      }
    })
    const body = recordOf(answer) ?? {}
    const seconds = Number(body['expires_in'])
    const lifeMs = Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : 3_599_000
    const token = { accessToken: String(body['access_token']), expiresAt: this.#settings.now().getTime() + lifeMs }
    const key = await this.#name()
    await stored(async () => this.#store.write(key, token))
    return token
  }

  async #ask(limits: Limits, url: string, authorization: string): Promise<unknown> {
    const answer = await exchange(this.#settings, {
      call: 'token',
      url,
      method: 'GET',
      headers: { authorization, accept: 'application/json' },
      timeout: attemptMs('token', limits),
      signal: undefined,
      repeatable: true,
    })
    const failure = failureOf(answer, { read: (body) => body['access_token'], good: /^\S+$/ }, 'token', true)
    if (failure) throw failure
    return answer.body
  }

  /** Not the key itself: stores are often shared, logged and listed. */
  #name(): Promise<string> {
    const { baseUrl, consumerKey } = this.#settings
    return (this.#key ??= crypto.subtle.digest('SHA-256', new TextEncoder().encode(consumerKey)).then((hash) => {
      const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
      return `${baseUrl}#${hex.slice(0, 32)}`
    }))
  }
}

/** Without a token the call it was for cannot have happened; a refusal here is one of the app's key and secret. */
function withoutEffect(error: unknown): unknown {
  if (!(error instanceof PesafyError)) return error
  const { code, message, statusCode, response, requestId, errorCode, retryable, cause } = error
  const isRefusal =
    (error.outcome === 'refused' && code !== 'RATE_LIMITED' && !retryable) || code === 'INVALID_RESPONSE'
  return new PesafyError({
    code: isRefusal ? 'AUTH_FAILED' : code,
    message: isRefusal ? `${message} (check consumerKey, consumerSecret and environment)` : message,
    statusCode,
    // A malformed answer may hold the token.
    response: statusCode === 200 ? undefined : response,
    requestId,
    errorCode,
    retryable,
    outcome: 'not_sent',
    cause,
  })
}

/** What the caller's TokenStore throws, as the one error this package throws. */
async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof PesafyError) throw cause
    const message = 'token: the tokenStore failed'
    throw new PesafyError({ code: 'REQUEST_FAILED', message, outcome: 'not_sent', retryable: true, cause })
  }
}
