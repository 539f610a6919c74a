const units = { W: 604_800_000, D: 86_400_000, H: 3_600_000, M: 60_000, S: 1000 }

/** Milliseconds of an ISO 8601 duration (`P1D`, `PT90S`, `P2W`) or of a number of ms. Throws an Error for anything else. */
export function readDuration(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(String(value))
  const [, weeks, days, hours, minutes, seconds] = match ?? []
  if (!match || (weeks ?? days ?? hours ?? minutes ?? seconds) === undefined)
    throw new Error('a duration is milliseconds, or weeks, days, hours, minutes and seconds such as P1D, P2W or PT90S')
  const count = (text: string | undefined, unit: number) => Number(text ?? 0) * unit
  return (
    count(weeks, units.W) +
    count(days, units.D) +
    count(hours, units.H) +
    count(minutes, units.M) +
    count(seconds, units.S)
  )
}

/** Milliseconds of an ISO 8601 time with its offset (`2027-01-05T08:00:00Z`). Throws an Error for anything else. */
export function readInstant(value: unknown): number {
  const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/
  const at = typeof value === 'string' && form.test(value) ? Date.parse(value) : Number.NaN
  if (Number.isNaN(at)) throw new Error('set must be an ISO 8601 time with its offset, such as 2027-01-05T08:00:00Z')
  return at
}
