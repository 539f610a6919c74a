/** How long a session lasts unused, and at most. */
export const sessionLife = { idleMs: 12 * 3_600_000, mostMs: 7 * 86_400_000, provenMs: 30 * 60_000 }
/** How long a link that stands for a password works. */
export const linkLifeMs = { reset: 30 * 60_000, invitation: 7 * 86_400_000, demo: 365 * 86_400_000 }

const freeFailures = 5
const longestWaitMs = 15 * 60_000

/**
 * How long to wait after so many wrong passwords in a row: nothing for the first five, then twice as long each time, a
 * quarter of an hour at most. A delay, never a lock: nobody can shut somebody else out for good.
 */
export function waitAfter(failures: number): number {
  if (failures < freeFailures) return 0
  return Math.min(1000 * 2 ** (failures - freeFailures), longestWaitMs)
}

export const passwordLength = { least: 10, most: 128 }

/** An e-mail address as it is kept and compared. */
export function tidyEmail(typed: string): string {
  return typed.trim().toLowerCase()
}
