import { describe, expect, test } from 'vitest'
import { readSearch } from './search.ts'

describe('readSearch', () => {
  test.each(['0712345678', '+254 712 345 678', '254712345678', '712 345 678', '0712-345-678'])(
    '%s is a phone',
    (typed) => expect(readSearch(typed).phone).toBe('254712345678'),
  )

  test.each<[string, bigint | null]>([
    ['1500', 150_000n],
    ['KES 1,500.00', 150_000n],
    ['ksh 1,234,567.50', 123_456_750n],
    ['1,500/=', 150_000n],
    ['1,50', null],
    ['1500 shillings', null],
    ['-1', null],
  ])('%s is an amount of %s cents', (typed, amount) => expect(readSearch(typed).amount).toBe(amount))

  test.each<[string, string[]]>([
    [' Jane  Wanj', ['JANE', 'WANJ']],
    ["Ng'ang'a", ['NGANGA']],
    ['term 2', []],
    ['j', []],
  ])('%s has the words %j', (typed, words) => expect(readSearch(typed).words).toEqual(words))

  test('an account number and a receipt are read without what was put between', () => {
    expect(readSearch(' 7kq-4mxh ')).toMatchObject({ account: '7KQ4MXH', receipts: ['7kq-4mxh', '7KQ4MXH'] })
  })

  test.each<[string, boolean]>([
    ['inv-2031-00', true],
    ['Draft inv', true],
    ['31-0', true],
    ['INV 1', true],
    ['Jane', false],
  ])('%s may be a part of a number: %s', (typed, like) => expect(readSearch(typed).likeNumber).toBe(like))

  test('every part of the names that we write is taken for one', () => {
    const written = 'Invoice INV-2031-0001234567890'
    for (const name of [written, 'Draft invoice'])
      for (let start = 0; start < name.length; start++) {
        const part = name.slice(start).trim()
        if (part !== '') expect(readSearch(part).likeNumber, part).toBe(true)
      }
  })
})
