import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountNumber, alphabet, isAccountNumber } from '../account-number.ts'
import { checkedRepairs, lookingLike, ownRepairs } from './repair.ts'

const number = fc.bigInt({ min: 0n, max: 23n ** 6n - 1n }).map(accountNumber)
const place = fc.nat({ max: 6 })

describe('a number with a check character', () => {
  test('is found again after any one wrong key, one of ours or not', () => {
    fc.assert(
      fc.property(number, place, fc.constantFrom(...`${alphabet}01AEILOSUZ58`), (one, at, sign) => {
        const typed = one.slice(0, at) + sign + one.slice(at + 1)
        if (typed !== one) expect(checkedRepairs(typed).has(one), `${typed} for ${one}`).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('is found again after two neighbours swapped, a key left out, pressed twice or too much', () => {
    fc.assert(
      fc.property(number, place, fc.constantFrom(...alphabet), (one, at, sign) => {
        const [left, right] = [one.slice(0, at), one.slice(at)]
        const swapped = left + right.charAt(1) + right.charAt(0) + right.slice(2)
        const slips = [left + right.slice(1), left + right.charAt(0) + right, left + sign + right]
        for (const typed of [...slips, ...(at < 6 ? [swapped] : [])]) {
          if (typed !== one) expect(checkedRepairs(typed).has(one), `${typed} for ${one}`).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('is one of few that a text may have been, and all of them have a right check character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), minLength: 5, maxLength: 9 }), (typed) => {
        const found = [...checkedRepairs(typed).keys()]
        expect(found.every(isAccountNumber)).toBe(true)
        expect(found.length).toBeLessThan(40)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a number without a check character', () => {
  test.each([
    ['1OO3', '1003', 'look_alike'],
    ['ADM1O23', 'ADM1023', 'look_alike'],
    ['4132', '4123', 'swapped'],
    ['41123', '4123', 'doubled'],
    ['4129', '4123', 'wrong_key'],
    ['412', '4123', undefined],
    ['4123', '41123', 'dropped'],
    ['41293', '4123', 'extra'],
    ['BDM1023', 'ADM1023', undefined],
  ])('typed as %s may be %s: %s', (typed, meant, edit) => {
    expect(ownRepairs(typed).get(meant)).toBe(edit)
  })
})

test('signs that look alike are read as one another, two at most, or all that look like digits', () => {
  expect([...lookingLike('O5')]).toEqual(expect.arrayContaining(['05', 'OS', '0S']))
  expect(lookingLike('OOIISS').has('001155')).toBe(true)
  expect(lookingLike('7XX').has('7XX')).toBe(false)
})
