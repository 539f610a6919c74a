/**
 * Counts what addresses do. In memory, so each process counts for itself: it dampens, the counts in the tables and the
 * chance in keys and codes decide.
 */
export type Budget = {
  /** Counts once more, and says whether that was still within the budget. */
  spend: (address: string, now: Date) => boolean
  /** Whole seconds until an address has its whole budget again, at least one. */
  waitSeconds: (address: string, now: Date) => number
}

const mostAddresses = 20_000

/** At most `most` times in `perMs` for each address, counted from its first time. 0 is no limit. */
export function budget(most: number, perMs: number): Budget {
  const spent = new Map<string, { times: number; until: number }>()
  return {
    spend(address, now) {
      const at = now.getTime()
      const known = spent.get(address)
      if (most === 0) return true
      if (known && known.until > at) return ++known.times <= most
      if (spent.size >= mostAddresses) for (const [one, { until }] of spent) if (until <= at) spent.delete(one)
      if (spent.size >= mostAddresses) spent.clear()
      spent.set(address, { times: 1, until: at + perMs })
      return true
    },
    waitSeconds: (address, now) =>
      Math.max(1, Math.ceil(((spent.get(address)?.until ?? now.getTime()) - now.getTime()) / 1000)),
  }
}
