export type Measured = { perSecond: number; p50: number; p99: number; worst: number }

/** Starts each at its moment, whether or not those before have ended; waiting in our own queue counts. The first second does not. */
export async function atRate(rate: number, seconds: number, once: (n: number) => Promise<void>): Promise<Measured> {
  const took: number[] = []
  const running = new Set<Promise<void>>()
  const begun = performance.now()
  const total = rate * seconds
  const warm = rate
  for (let n = 0; n < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1000) * rate))
    for (; n < due; n++) {
      const planned = begun + (n / rate) * 1000
      const counted = n >= warm
      const one = once(n + 1).then(() => {
        if (counted) took.push(performance.now() - planned)
        running.delete(one)
      })
      running.add(one)
    }
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
  await Promise.all(running)
  const elapsed = (performance.now() - begun) / 1000
  took.sort((a, b) => a - b)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0
  return { perSecond: Math.round(total / elapsed), p50: at(0.5), p99: at(0.99), worst: took.at(-1) ?? 0 }
}
