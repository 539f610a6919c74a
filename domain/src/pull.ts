import { dayOf, type Day } from './day.ts'

/** How far the payments of a shortcode have been pulled. */
export type Pull = {
  pulledToAt: Date | null
  /** The last day that was pulled once more, whole, after it had ended. */
  wholeDayOn: Day | null
  timesAreLocal: boolean
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const eastOfGreenwichMs = 3 * hourMs
const overlapMs = 2 * hourMs
/** Safaricom keeps 48 hours; a minute less, so that a slow request still lies within. */
const keptMs = 48 * hourMs - minuteMs

/**
 * From when on to pull: two hours before the last time, because payments may be shown late; from the beginning of
 * yesterday once a day; and never further back than Safaricom remembers.
 */
export function pullWindow(pull: Pull, now: Date, timeZone: string): { from: Date; wholeDayOn: Day } {
  const yesterday = dayOf(new Date(now.getTime() - 24 * hourMs), timeZone)
  const wholeDay = pull.wholeDayOn !== yesterday
  const earliest = now.getTime() - keptMs
  const wanted = pull.pulledToAt === null || wholeDay ? earliest : pull.pulledToAt.getTime() - overlapMs
  return { from: new Date(Math.max(wanted, earliest)), wholeDayOn: yesterday }
}

/**
 * The instants of pulled times. They end in Z, and whether the Z is true is not documented: a time that lies in the future
 * when read so gives it away, and from then on all are read as Nairobi's. Null for what is no time.
 */
export function trueTimes(
  written: string[],
  now: Date,
  areLocal: boolean,
): { times: (Date | null)[]; areLocal: boolean } {
  const read = written.map((text) => Date.parse(text))
  const local = areLocal || read.some((ms) => ms > now.getTime() + minuteMs)
  const shift = local ? eastOfGreenwichMs : 0
  return { times: read.map((ms) => (Number.isNaN(ms) ? null : new Date(ms - shift))), areLocal: local }
}
