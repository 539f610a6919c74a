/** Throws an Error that names the first key which is not among the known ones. */
export function knownKeys(given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Error(`an object with ${known.join(', ')} is expected`)
  const strange = Object.keys(given).find((key) => !known.includes(key))
  if (strange !== undefined) throw new Error(`${strange} is not known here; there are ${known.join(', ')}`)
}

/** The most KES the simulator reckons with: sums stay exact to the cent. */
export const mostKes = 1_000_000_000

/** Throws an Error when the named values that are given are no text. */
export function textOnly(given: Record<string, unknown>, ...names: string[]): void {
  const strange = names.find((name) => given[name] !== undefined && typeof given[name] !== 'string')
  if (strange !== undefined) throw new Error(`${strange} must be text`)
}

/** Throws an Error when the named values that are given are no amounts in KES. */
export function kesOnly(given: Record<string, unknown>, ...names: string[]): void {
  for (const name of names) {
    const value = given[name]
    if (value === undefined) continue
    const inCents = typeof value === 'number' ? Math.round(value * 100) : Number.NaN
    const isAmount = inCents >= 0 && inCents <= mostKes * 100 && inCents / 100 === value
    if (!isAmount) throw new Error(`${name} must be KES, a number from 0 to ${mostKes} with at most two decimals`)
  }
}
