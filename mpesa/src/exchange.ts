import { PesafyError } from './error.ts'
import type { Answer } from './failure.ts'
import { cancelled } from './limits.ts'
import type { Settings } from './options.ts'

export interface Exchange {
  call: string
  url: string
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  timeout: number
  signal: AbortSignal | undefined
  repeatable: boolean
}

const mostBytes = 1_048_576

/** One request and its whole answer within `timeout` ms. Throws TIMEOUT, NETWORK_ERROR, REQUEST_FAILED or INVALID_RESPONSE. */
export async function exchange(settings: Settings, request: Exchange): Promise<Answer> {
  const { call, signal } = request
  if (signal?.aborted) throw cancelled(call, signal.reason, 'not_sent')
  const controller = new AbortController()
  const onAbort = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', onAbort, { once: true })
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    controller.abort()
  }, request.timeout)
  try {
    const response = await settings.fetch(request.url, {
      method: request.method,
      headers: request.headers,
      redirect: 'manual',
      signal: controller.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    })
    const text = await readText(response, call)
    return { status: response.status, text, body: parse(text) }
  } catch (error) {
    if (error instanceof PesafyError) throw error
    if (signal?.aborted) throw cancelled(call, signal.reason, 'unknown')
    if (timedOut) {
      throw new PesafyError({
        code: 'TIMEOUT',
        message: `${call}: no answer within ${request.timeout} ms`,
        retryable: request.repeatable,
        outcome: 'unknown',
        cause: error,
      })
    }
    throw networkError(error, request)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onAbort)
  }
}

async function readText(response: Response, call: string): Promise<string> {
  if (!response.body) return ''
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.byteLength
    if (bytes > mostBytes) {
      await reader.cancel()
      const message = `${call}: the answer is larger than ${mostBytes} bytes`
      throw new PesafyError({ code: 'INVALID_RESPONSE', message, statusCode: response.status, outcome: 'unknown' })
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Failures that come before the first byte of the request: names as Node (undici, OpenSSL) and Bun give them. */
const neverConnected =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|ERR_TLS_\w+|ERR_SSL_\w+|\w*CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH)$/

function networkError(error: unknown, { call, repeatable }: Exchange): PesafyError {
  const causes = [error, (error as { cause?: unknown } | null)?.cause]
  const code = causes
    .map((cause) => (cause as { code?: unknown } | null | undefined)?.code)
    .find((one) => one !== undefined)
  const notSent = typeof code === 'string' && neverConnected.test(code)
  return new PesafyError({
    code: 'NETWORK_ERROR',
    message: `${call}: ${notSent ? 'could not connect' : 'the connection broke'}${typeof code === 'string' ? ` (${code})` : ''}`,
    retryable: notSent || repeatable,
    outcome: notSent ? 'not_sent' : 'unknown',
    cause: error,
  })
}
