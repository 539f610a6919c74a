import { PesafyError } from './error.ts'
import { exchange } from './exchange.ts'
import { failureOf, type Success } from './failure.ts'
import { attemptMs, type Limits, readLimits } from './limits.ts'
import { type CallOptions, type MpesaOptions, readOptions, type Settings } from './options.ts'
import { repeat } from './repeat.ts'
import { Tokens } from './token.ts'

export interface Call {
  /** The method's name, which begins every error's message. */
  name: string
  path: string
  body: unknown
  success: Success
  /** Whether doing it twice is the same as doing it once (retry table of the README). */
  repeatable: boolean
  headers?: Record<string, string>
  /** A refusal that, after an attempt without an answer, proves that attempt to have arrived; and what to return then. */
  arrived?: { value: unknown; isProof: (error: PesafyError) => boolean }
}

/** Bill Manager's `rescode`. */
export const rescode200: Success = { read: (body) => body['rescode'], good: /^200$/ }
/** Daraja's `ResponseCode`; C2B registration on the sandbox really answers "00000000". */
export const responseZero: Success = { read: (body) => body['ResponseCode'], good: /^0+$/ }

/** One app on one host: a token, and calls made with it. */
export class Connection {
  readonly settings: Settings
  readonly tokens: Tokens

  constructor(options: MpesaOptions) {
    this.settings = readOptions(options)
    this.tokens = new Tokens(this.settings)
  }

  /**
   * Posts and gives the parsed answer. A rejected token is renewed and the call repeated once: it was turned away at the
   * gate. Otherwise only repeatable calls are repeated, by the client's retry settings.
   */
  async post<T>(call: Call, options?: CallOptions): Promise<T> {
    const limits = readLimits(this.settings, options)
    const repeatable = call.repeatable && options?.idempotent !== false
    const body = JSON.stringify(call.body)
    let token = await this.tokens.current(limits)
    let unanswered = false
    const attempt = async () => {
      let answer = await this.#ask(call, body, token, limits, repeatable)
      if (answer instanceof PesafyError && answer.code === 'AUTH_FAILED') {
        token = await this.tokens.renew(token, limits)
        answer = await this.#ask(call, body, token, limits, repeatable)
      }
      if (answer instanceof PesafyError) throw answer
      return answer as T
    }
    return repeat(this.settings, repeatable ? limits : { ...limits, retries: 0 }, async () => {
      try {
        return await attempt()
      } catch (error) {
        if (!(error instanceof PesafyError)) throw error
        if (unanswered && call.arrived?.isProof(error)) return call.arrived.value as T
        if (unanswered) throw asUnknown(error)
        unanswered = error.outcome === 'unknown'
        throw error
      }
    })
  }

  /** The answer's body, or the error it amounts to. */
  async #ask(call: Call, body: string, token: string, limits: Limits, repeatable: boolean): Promise<unknown> {
    try {
      const answer = await exchange(this.settings, {
        call: call.name,
        url: `${this.settings.baseUrl}${call.path}`,
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json',
          ...call.headers,
        },
        body,
        timeout: attemptMs(call.name, limits),
        signal: limits.signal,
        repeatable,
      })
      return failureOf(answer, call.success, call.name, repeatable) ?? answer.body
    } catch (error) {
      if (error instanceof PesafyError) return error
      throw error
    }
  }
}

/** Whatever the last attempt was told, an earlier one may have arrived. */
function asUnknown(error: PesafyError): PesafyError {
  if (error.outcome === 'unknown') return error
  const { code, statusCode, response, requestId, errorCode, retryable } = error
  const message = `${error.message} (an earlier attempt may have arrived)`
  const told = { code, message, statusCode, response, requestId, errorCode, retryable }
  return new PesafyError({ ...told, outcome: 'unknown', cause: error })
}
