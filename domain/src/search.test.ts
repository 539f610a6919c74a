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
    ...[Array.from({ length: 70 }, (_, n) => `A${String.fromCharCode(65 + (n % 26), 65 + Math.floor(n / 26))}`)].map(
      (many): [string, string[]] => [many.join(' '), many.slice(0, 60)],
    ),
  ])('%s has the words %j', (typed, words) => expect(readSearch(typed).words).toEqual(words))

  test('an account number and a receipt are read without what was put between', () => {
    expect(readSearch(' 7kq-4mxh ')).toMatchObject({ account: '7KQ4MXH', receipts: ['7kq-4mxh', '7KQ4MXH'] })
  })
})
