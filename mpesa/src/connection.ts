import { PesafyError } from './error.ts'
import { exchange } from './exchange.ts'
import { failureOf, type Success } from './failure.ts'
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
  async post<T>(call: Call, options: CallOptions = {}): Promise<T> {
    const repeatable = call.repeatable && options.idempotent !== false
    const retries = repeatable ? (options.retries ?? this.settings.retries) : 0
    const body = JSON.stringify(call.body)
    let token = await this.tokens.current(options.signal)
    let unanswered = false
    return repeat(this.settings, retries, options.signal, async () => {
      let answer = await this.#ask(call, body, token, options, repeatable)
      if (answer instanceof PesafyError && answer.code === 'AUTH_FAILED') {
        token = await this.tokens.renew(token, options.signal)
        answer = await this.#ask(call, body, token, options, repeatable)
      }
      if (!(answer instanceof PesafyError)) return answer as T
      if (unanswered && call.arrived?.isProof(answer)) return call.arrived.value as T
      unanswered ||= answer.outcome === 'unknown'
      throw answer
    })
  }

  /** The answer's body, or the error it amounts to. */
  async #ask(call: Call, body: string, token: string, options: CallOptions, repeatable: boolean): Promise<unknown> {
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
        timeout: options.timeout ?? this.settings.timeout,
        signal: options.signal,
        repeatable,
      })
      return failureOf(answer, call.success, call.name, repeatable) ?? answer.body
    } catch (error) {
      if (error instanceof PesafyError) return error
      throw error
    }
  }
}
