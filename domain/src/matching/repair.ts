import { accountNumberLength, alphabet, isAccountNumber } from '../account-number.ts'

/** What went wrong between the number that was meant and what was typed. */
export const edits = ['look_alike', 'swapped', 'wrong_key', 'dropped', 'doubled', 'extra'] as const
export type Edit = (typeof edits)[number]

/** Signs that are read as one another: from a screen, from handwriting. */
const lookAlikes = ['0OQD', '1IL', '17', '5S', '8B3', '2Z', '6G', 'CG', 'UV', 'MN', '4A']
const asDigits: Record<string, string> = { O: '0', Q: '0', D: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' }
const digits = '0123456789'

/**
 * The numbers with a right check character from which one slip makes the text. Of 148 million numbers these are about
 * ten, so that one of them being in a book of thousands is hardly ever chance.
 */
export function checkedRepairs(text: string): Map<string, Edit> {
  const found = new Map<string, Edit>()
  if (Math.abs(text.length - accountNumberLength) > 1) return found
  for (const [number, edit] of slips(text, () => alphabet, alphabet)) {
    if (!found.has(number) && isAccountNumber(number)) found.set(number, edit)
  }
  return found
}

/**
 * The numbers without a check character from which one slip makes the text: some hundreds, and where numbers are given
 * out in a row many of them exist. Letters are only exchanged for what looks like them; short numbers are all alike.
 */
export function ownRepairs(text: string): Map<string, Edit> {
  const found = new Map<string, Edit>()
  if (text.length < 4 || text.length > 13 || !/\d/.test(text)) return found
  for (const [number, edit] of slips(text, (sign) => (digits.includes(sign) ? digits : ''), digits)) {
    if (number !== text && !found.has(number) && number.length <= 12) found.set(number, edit)
  }
  return found
}

/** Likelier slips first, so that the first reading of a number is kept. */
function* slips(text: string, insteadOf: (sign: string) => string, droppable: string): Generator<[string, Edit]> {
  for (const variant of lookingLike(text)) yield [variant, 'look_alike']
  for (let place = 0; place < text.length; place++) {
    const [before, sign, next, after] = [
      text.slice(0, place),
      text.charAt(place),
      text.charAt(place + 1),
      text.slice(place + 1),
    ]
    if (next && sign !== next) yield [before + next + sign + text.slice(place + 2), 'swapped']
    if (sign === next) yield [before + after, 'doubled']
  }
  for (let place = 0; place < text.length; place++) {
    for (const other of insteadOf(text.charAt(place))) {
      if (other !== text.charAt(place)) yield [text.slice(0, place) + other + text.slice(place + 1), 'wrong_key']
    }
  }
  for (let place = 0; place <= text.length; place++) {
    for (const lost of droppable) yield [text.slice(0, place) + lost + text.slice(place), 'dropped']
  }
  for (let place = 0; place < text.length; place++) yield [text.slice(0, place) + text.slice(place + 1), 'extra']
}

/** One or two signs read as what looks like them, or all letters that look like digits read as digits. */
export function lookingLike(text: string): Set<string> {
  const one = readOtherwise(text, 0)
  const variants = new Set(one.map(({ read }) => read))
  variants.add([...text].map((sign) => asDigits[sign] ?? sign).join(''))
  for (const { read, place } of one) for (const both of readOtherwise(read, place + 1)) variants.add(both.read)
  variants.delete(text)
  return variants
}

function readOtherwise(text: string, from: number): { read: string; place: number }[] {
  const found: { read: string; place: number }[] = []
  for (let place = from; place < text.length; place++) {
    const sign = text.charAt(place)
    for (const group of lookAlikes) {
      if (!group.includes(sign)) continue
      for (const other of group) {
        if (other !== sign) found.push({ read: text.slice(0, place) + other + text.slice(place + 1), place })
      }
    }
  }
  return found
}
