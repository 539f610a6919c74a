const minuteMs = 60_000
const portions = 20

/** The minute of the clock in which requests are counted. */
export function minuteOf(now: Date): Date {
  return new Date(now.getTime() - (now.getTime() % minuteMs))
}

/** How many requests a process asks for at once: a twentieth of the minute, so that it asks at most about twenty times. */
export function portionOf(perMinute: number): number {
  return Math.max(1, Math.ceil(perMinute / portions))
}

/** Unix seconds at which the next minute begins. */
export function resetOf(minute: Date): number {
  return (minute.getTime() + minuteMs) / 1000
}

/** Whole seconds until then, at least one. */
export function waitSeconds(minute: Date, now: Date): number {
  return Math.max(1, Math.ceil(resetOf(minute) - now.getTime() / 1000))
}
