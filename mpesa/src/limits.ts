import { PesafyError } from './error.ts'
import { type CallOptions, invalid, numberIn, type Settings } from './options.ts'

/** How long one call may take, and how often it may try. */
export interface Limits {
  signal: AbortSignal | undefined
  /** Per attempt, in ms. */
  timeout: number
  /** Further attempts of what is safe to repeat, the token included. */
  retries: number
  /** On the clock of `performance.now()`: when the whole call must be over. */
  endsAt: number
}

/** The client's settings with this call's own. Throws VALIDATION_ERROR. */
export function readLimits(settings: Settings, options: CallOptions | undefined): Limits {
  const { signal, timeout, retries } = options ?? {}
  if (signal !== undefined && !(signal instanceof AbortSignal)) invalid('signal', 'must be an AbortSignal')
  return {
    signal,
    timeout: numberIn('timeout', timeout ?? settings.timeout, 1),
    retries: numberIn('retries', retries ?? settings.retries, 0),
    endsAt: performance.now() + settings.deadline,
  }
}

/** What an attempt that starts now may take, in ms. Throws TIMEOUT, outcome `not_sent`, when the call's time is over. */
export function attemptMs(call: string, { timeout, endsAt }: Limits): number {
  const left = Math.ceil(endsAt - performance.now())
  if (left <= 0) throw overdue(call)
  return Math.min(timeout, left)
}

/** Waits for shared work no longer than this call's own signal and deadline allow; the work itself goes on. */
export function within<T>(call: string, { signal, endsAt }: Limits, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(cancelled(call, signal?.reason, 'not_sent'))
    const timer = setTimeout(() => reject(overdue(call)), Math.max(0, endsAt - performance.now()))
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    })
  })
}

export function cancelled(call: string, reason: unknown, outcome: 'not_sent' | 'unknown'): PesafyError {
  const timedOut = reason instanceof Error && reason.name === 'TimeoutError'
  return new PesafyError({
    code: timedOut ? 'TIMEOUT' : 'REQUEST_FAILED',
    message: `${call}: cancelled by the caller`,
    outcome,
    cause: reason,
  })
}

function overdue(call: string): PesafyError {
  const message = `${call}: the deadline passed before the request was sent`
  return new PesafyError({ code: 'TIMEOUT', message, outcome: 'not_sent', retryable: true })
}
