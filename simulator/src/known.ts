/** Throws an Error that names the first key which is not among the known ones. */
export function knownKeys(given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Error(`an object with ${known.join(', ')} is expected`)
  const strange = Object.keys(given).find((key) => !known.includes(key))
  if (strange !== undefined) throw new Error(`${strange} is not known here; there are ${known.join(', ')}`)
}
