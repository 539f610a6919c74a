const minute = 60_000
const hour = 60 * minute
/** Three days in all. No wait is longer than six hours, so that a receiver that is back is found to be back. */
const deliveryWaits = [minute, 5 * minute, 30 * minute, 2 * hour, 4 * hour, ...Array<number>(11).fill(6 * hour)]
const callWaits = [0.25, 1, 5, 15, 60, 240].map((minutes) => minutes * minute)
/** "Not now": the receiver, or what stands before it, is unwell. Any other answer is about the delivery that got it. */
export const unwellStatuses = [429, 502, 503, 504]
const longestFailingMs = 5 * 24 * hour
const longestAskedMs = 24 * hour

/** How often a webhook delivery is tried at least before it is given up. */
export const deliveryAttempts = deliveryWaits.length + 1
const triedForMs = 72 * hour

/**
 * When a webhook delivery that has failed `attempts` times, and was written at `since`, may be tried again, or null: give up. It
 * has both its attempts and its days: neither attempts that were brought forward nor a long pause take anything away.
 * `chance` is in [0, 1).
 */
export function nextDeliveryAt(attempts: number, since: Date, now: Date, chance: number): Date | null {
  if (attempts >= deliveryAttempts && now.getTime() - since.getTime() >= triedForMs) return null
  return jittered(deliveryWaits[attempts - 1] ?? 6 * hour, now, chance)
}

/** Whether an attempt met a receiver that is down: it got no answer, or "not now". */
export function isUnwell(status: number | null): boolean {
  return status === null || unwellStatuses.includes(status)
}

/**
 * Until when a receiver asks to be left in peace, by its `Retry-After`: seconds or an HTTP date, a day at the most. Null when it
 * asks nothing that can be understood.
 */
export function readRetryAfter(written: string | null, now: Date): Date | null {
  const text = written?.trim() ?? ''
  const untilMs = /^\d{1,9}$/.test(text)
    ? now.getTime() + Number(text) * 1000
    : / GMT$/.test(text)
      ? Date.parse(text)
      : NaN
  return untilMs > now.getTime() ? new Date(Math.min(untilMs, now.getTime() + longestAskedMs)) : null
}

/** Whether an endpoint that has accepted nothing since then has failed for so long that it is to be paused. */
export function hasFailedTooLong(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= longestFailingMs
}

/** When a call to Safaricom that has failed `attempts` times is made again: ever more seldom, never given up. */
export function nextCallAt(attempts: number, now: Date, chance: number): Date {
  const last = callWaits.length - 1
  return jittered(callWaits[Math.min(Math.max(attempts, 1) - 1, last)] ?? 0, now, chance)
}

function jittered(waitMs: number, now: Date, chance: number): Date {
  return new Date(now.getTime() + waitMs + Math.floor(waitMs * 0.1 * chance))
}
