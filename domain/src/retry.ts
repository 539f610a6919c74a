const minute = 60_000
const deliveryWaits = [1, 5, 30, 120, 360, 720, 1440].map((minutes) => minutes * minute)
const callWaits = [0.25, 1, 5, 15, 60, 240].map((minutes) => minutes * minute)

/** When a webhook delivery that has failed `attempts` times may be tried again, or null: give up. `chance` is in [0, 1). */
export function nextDeliveryAt(attempts: number, now: Date, chance: number): Date | null {
  const wait = deliveryWaits[attempts - 1]
  return wait === undefined ? null : jittered(wait, now, chance)
}

/** When a call to Safaricom that has failed `attempts` times is made again: ever more seldom, never given up. */
export function nextCallAt(attempts: number, now: Date, chance: number): Date {
  const last = callWaits.length - 1
  return jittered(callWaits[Math.min(Math.max(attempts, 1) - 1, last)] ?? 0, now, chance)
}

function jittered(waitMs: number, now: Date, chance: number): Date {
  return new Date(now.getTime() + waitMs + Math.floor(waitMs * 0.1 * chance))
}
