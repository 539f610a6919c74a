/**
 * Account numbers: what a payer types at the Paybill. Six drawn characters and a check character.
 *
 * The alphabet has 23 signs, a prime: no sign is part of a pair that people mix up (O/0, I/1/L, S/5, B/8, Z/2), and no
 * vowel can spell a word. The check is a weighted sum modulo 23 whose weights are different and not zero, so that it
 * catches every single wrong key and every swap of two keys.
 */
export const alphabet = '234679CDFGHJKMNPQRTVWXY'
const prime = BigInt(alphabet.length)
const drawn = 6
export const accountNumberLength = drawn + 1

/** Makes the number for a draw: any bigint, of which the remainder modulo 23⁶ (148 million) is used. */
export function accountNumber(draw: bigint): string {
  let rest = draw
  let body = ''
  for (let place = 0; place < drawn; place++) {
    body += alphabet[Number(rest % prime)]
    rest /= prime
  }
  return body + checkCharacter(body)
}

/** Whether the check character agrees with the rest. */
export function isAccountNumber(text: string): boolean {
  if (text.length !== accountNumberLength || [...text].some((sign) => !alphabet.includes(sign))) return false
  return checkCharacter(text.slice(0, -1)) === text.at(-1)
}

/** What was typed, without what people add: spaces, dashes, lower case. */
export function tidyReference(typed: string): string {
  return typed.replace(/[\s\-_./]+/g, '').toUpperCase()
}

/** In groups that can be read over the phone: `7KQ 4MXH`. */
export function spokenAccountNumber(number: string): string {
  return `${number.slice(0, 3)} ${number.slice(3)}`
}

function checkCharacter(body: string): string {
  let sum = 0
  for (const [place, sign] of [...body].entries()) sum += (place + 2) * alphabet.indexOf(sign)
  // The check's own weight is 1, so that the whole sum is a multiple of 23.
  return alphabet[(alphabet.length - (sum % alphabet.length)) % alphabet.length] ?? ''
}
