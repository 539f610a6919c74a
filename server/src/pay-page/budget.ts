/** Says whether an address may go on. In memory, so each process has its own: it dampens, the counts in the tables decide. */
export type Budget = (address: string, now: Date) => boolean

const mostAddresses = 20_000

/** At most `most` times in `perMs` for each address, counted from its first time. */
export function budget(most: number, perMs: number): Budget {
  const spent = new Map<string, { times: number; until: number }>()
  return (address, now) => {
    const at = now.getTime()
    const known = spent.get(address)
    if (known && known.until > at) return ++known.times <= most
    if (spent.size >= mostAddresses) for (const [one, { until }] of spent) if (until <= at) spent.delete(one)
    if (spent.size >= mostAddresses) spent.clear()
    spent.set(address, { times: 1, until: at + perMs })
    return true
  }
}
