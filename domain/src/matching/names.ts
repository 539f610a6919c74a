/** The words of a name, upper case, two letters and more: `Jane W. Otieno-Were` → JANE, OTIENO, WERE. */
export function nameWords(text: string | null): string[] {
  const plain = (text ?? '').normalize('NFD').replace(/\p{M}|['’]/gu, '')
  return [...new Set(plain.toUpperCase().match(/[A-Z]{2,}/g) ?? [])]
}

/** Whether two words may be one name: equal, or long and one letter apart (MOHAMED, MOHAMMED). */
export function sameName(one: string, other: string): boolean {
  if (one === other) return true
  if (one.length < 6 || other.length < 6 || Math.abs(one.length - other.length) > 1) return false
  const same = sharedStart(one, other)
  const [rest, otherRest] = [one.slice(same), other.slice(same)]
  if (rest.length === otherRest.length) return rest.slice(1) === otherRest.slice(1)
  return rest.length > otherRest.length ? rest.slice(1) === otherRest : rest === otherRest.slice(1)
}

/** The words of `told` that are among `known`. */
export function namesInCommon(told: string[], known: string[]): string[] {
  return told.filter((word) => known.some((name) => sameName(word, name)))
}

function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
