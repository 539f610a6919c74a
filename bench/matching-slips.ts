import { alphabet } from '../domain/src/account-number.ts'
import type { Dice } from './matching-book.ts'

/** Signs as they are misread in print and handwriting; a list of its own, wider than the one that matching repairs. */
const lookingLike: Record<string, string> = { 0: 'OD', 1: 'IL7', 2: 'Z', 3: '8B', 4: 'A', 5: 'S', 6: 'GB', 7: '1T', 8: 'B3', 9: 'G', C: 'G0', D: 'O0', F: 'E', G: '6C', H: 'N', J: 'I', K: 'X', M: 'N', N: 'M', P: 'R', Q: 'O0', R: 'P', T: '7I', V: 'UY', W: 'M', X: 'K', Y: 'V' } // prettier-ignore

export function wrongKey(number: string, dice: Dice): string {
  const place = dice.below(number.length)
  const signs = /^\d+$/.test(number) ? '0123456789' : dice.chance(0.8) ? alphabet : 'ABEILOSUZ0158'
  let sign = number[place]
  while (sign === number[place]) sign = signs[dice.below(signs.length)]
  return number.slice(0, place) + sign + number.slice(place + 1)
}

export function lookAlikes(number: string, dice: Dice): string {
  const place = dice.below(number.length)
  const sign = number.charAt(place)
  const other = dice.one([...(lookingLike[sign] ?? 'O')])
  // Who reads 6 as G does so everywhere in the number.
  return dice.chance(0.5) ? number.replaceAll(sign, other) : number.slice(0, place) + other + number.slice(place + 1)
}

export function swapped(number: string, dice: Dice): string {
  const places = Array.from({ length: number.length - 1 }, (_, place) => place).filter(
    (place) => number[place] !== number[place + 1],
  )
  const place = dice.one(places.length > 0 ? places : [0])
  return number.slice(0, place) + number.charAt(place + 1) + number.charAt(place) + number.slice(place + 2)
}

export function dropped(number: string, dice: Dice): string {
  const place = dice.below(number.length)
  return number.slice(0, place) + number.slice(place + 1)
}

export function doubled(number: string, dice: Dice): string {
  const place = dice.below(number.length)
  return number.slice(0, place + 1) + number.slice(place)
}
