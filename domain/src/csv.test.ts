import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'
import { Refusal } from './refusal.ts'

describe('reading', () => {
  test.each<[string, string, string[][]]>([
    [
      'plain cells',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF and no last line end',
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b', [['a', 'b']]],
    [
      'empty cells, also the last',
      'a,,\n,',
      [
        ['a', '', ''],
        ['', ''],
      ],
    ],
    ['quotes, separators and line ends inside quotes', '"a,""b""","c\r\nd"\n', [['a,"b"', 'c\r\nd']]],
    ['an empty line', 'a\n\nb', [['a'], [''], ['b']]],
    ['nothing', '', []],
  ])('%s', (_, text, rows) => {
    expect(readCsv(text)).toEqual(rows)
  })

  test('another separator', () => {
    expect(readCsv('a;"b;c"', ';')).toEqual([['a', 'b;c']])
  })

  test.each(['a,"b', '"a"b,c', 'a\n"'])('%j is malformed', (text) => {
    expect(() => readCsv(text)).toThrow(Refusal)
  })
})

describe('writing', () => {
  test.each(['=1+1', '+254712345678', '-2', '@SUM(A1)', '\tx', '＝1'])('%j is no formula', (text) => {
    expect(readCsv(writeCsv([[text]]))).toEqual([[`'${text}`]])
  })

  test('amounts stay numbers, below zero too', () => {
    expect(writeCsv([['Amina, “A”', -12_345n, 3]])).toBe('"Amina, “A”",-123.45,3\r\n')
  })

  test('what is written is what is read, but for the apostrophe', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '=') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const read = readCsv(writeCsv(rows))
        const expected = rows.map((row) =>
          row.map((one) => (/^[=\r\n]/.test(one) && one[0] !== '\n' ? `'${one}` : one)),
        )
        expect(read).toEqual(expected)
      }),
    )
  })
})
