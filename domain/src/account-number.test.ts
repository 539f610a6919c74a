import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  accountNumber,
  accountNumberLength,
  alphabet,
  isAccountNumber,
  spokenAccountNumber,
  tidyReference,
} from './account-number.ts'

const number = fc.bigInt({ min: 0n, max: 23n ** 6n - 1n }).map(accountNumber)

function replaced(text: string, place: number, sign: string): string {
  return text.slice(0, place) + sign + text.slice(place + 1)
}

function swapped(text: string, one: number, other: number): string {
  return replaced(replaced(text, one, text.charAt(other)), other, text.charAt(one))
}

describe('an account number', () => {
  test('is at most 12 signs of an alphabet without look-alikes', () => {
    expect(accountNumberLength).toBeLessThanOrEqual(12)
    expect(alphabet).toMatch(/^[A-Z2-9]+$/)
    expect(new Set(alphabet).size).toBe(alphabet.length)
    for (const pair of ['O0', 'I1', 'S5', 'B8', 'Z2', 'L1', 'UV']) {
      expect([...pair].filter((sign) => alphabet.includes(sign)).length, pair).toBeLessThan(2)
    }
    fc.assert(fc.property(number, (one) => one.length === accountNumberLength && isAccountNumber(one)))
  })

  test('shows every single wrong key: each of 154, on a thousand numbers', () => {
    let tried = 0
    fc.assert(
      fc.property(number, (one) => {
        for (let place = 0; place < one.length; place++) {
          for (const sign of alphabet) {
            if (sign === one[place]) continue
            tried++
            if (isAccountNumber(replaced(one, place, sign))) return false
          }
        }
        return true
      }),
      { numRuns: 1000 },
    )
    expect(tried).toBe(154_000)
  })

  test('shows every swap of two keys, next to each other or not', () => {
    fc.assert(
      fc.property(number, (one) => {
        for (let first = 0; first < one.length; first++) {
          for (let second = first + 1; second < one.length; second++) {
            if (one[first] !== one[second] && isAccountNumber(swapped(one, first, second))) return false
          }
        }
        return true
      }),
      { numRuns: 5000 },
    )
  })

  test('shows every swap of every pair of signs at every two places', () => {
    // The other places do not matter to a weighted sum, so this is every case there is.
    for (let first = 0; first < accountNumberLength; first++) {
      for (let second = first + 1; second < accountNumberLength; second++) {
        for (const [one, other] of pairs()) {
          const valid = withSigns(first, one, second, other)
          expect(isAccountNumber(valid)).toBe(true)
          if (isAccountNumber(swapped(valid, first, second))) expect.fail(`${valid}: ${first} and ${second} swapped`)
        }
      }
    }
  })

  test('of two draws differs', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.bigInt(0n, 23n ** 6n - 1n), { minLength: 2, maxLength: 2 }),
        ([one = 0n, other = 0n]) => {
          expect(accountNumber(one)).not.toBe(accountNumber(other))
        },
      ),
    )
  })

  test('is none when it is shorter, longer, lower case or of other signs', () => {
    const one = accountNumber(12_345_678n)
    for (const text of ['', one.slice(1), `${one}2`, one.toLowerCase(), replaced(one, 0, 'O'), ` ${one}`]) {
      expect(isAccountNumber(text), text).toBe(false)
    }
  })

  test('is found in what people type and read over the phone', () => {
    fc.assert(
      fc.property(number, (one) => {
        expect(tidyReference(spokenAccountNumber(one).toLowerCase())).toBe(one)
        expect(tidyReference(` ${one.slice(0, 2)}-${one.slice(2, 4)}_${one.slice(4)}. `)).toBe(one)
      }),
    )
  })
})

function pairs(): [string, string][] {
  return [...alphabet].flatMap((one) =>
    [...alphabet].filter((other) => other !== one).map((other): [string, string] => [one, other]),
  )
}

/** A valid number with these signs at these places: the first of the other places is chosen so that the check agrees. */
function withSigns(first: number, one: string, second: number, other: string): string {
  const free = [0, 1, 2].find((place) => place !== first && place !== second) ?? 0
  const body = replaced(replaced('2'.repeat(accountNumberLength), first, one), second, other)
  const found = [...alphabet].map((sign) => replaced(body, free, sign)).find(isAccountNumber)
  return found ?? expect.fail(`no number has ${one} at ${first} and ${other} at ${second}`)
}
