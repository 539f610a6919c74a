import { type ErrorCode, PesafyError } from './error.ts'
import type { Limits } from './limits.ts'
import type { Settings } from './options.ts'

const passing: ReadonlySet<ErrorCode> = new Set([
  'TIMEOUT',
  'NETWORK_ERROR',
  'REQUEST_FAILED',
  'RATE_LIMITED',
  'INVALID_RESPONSE',
])

/**
 * Makes `attempt` up to `1 + retries` times while it fails for a passing reason, waiting retryDelay, twice that, … ±25 %.
 * Gives up when the next attempt would start after the call's end, or the caller's signal is aborted.
 */
export async function repeat<T>(
  settings: Settings,
  { signal, retries, endsAt }: Limits,
  attempt: (n: number) => Promise<T>,
): Promise<T> {
  for (let n = 0; ; n++) {
    try {
      return await attempt(n)
    } catch (error) {
      const passes = error instanceof PesafyError && error.retryable && passing.has(error.code)
      const waitMs = settings.retryDelay * 2 ** n * (0.75 + settings.random() / 2)
      const late = performance.now() + waitMs >= endsAt
      if (!passes || n >= retries || late) throw error
      await pause(waitMs, signal)
      if (signal?.aborted) throw error
    }
  }
}

/** Ends early, without an error, when the signal is aborted. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end, { once: true })
    if (signal?.aborted) end()
  })
}
