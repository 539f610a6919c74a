import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'kusanya-rows-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = path.join(folder, 'rows.csv')
async function allOf(file: string): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of readRows(file)) rows.push(row)
  return rows
}
async function rowsOf(content: string | Buffer): Promise<string[][]> {
  writeFileSync(file, content)
  return allOf(file)
}

describe('a file is read as spreadsheets write it', () => {
  const rows = [
    ['a', 'b'],
    ['1', '2'],
  ]
  test.each<[string, string | Buffer]>([
    ['line feeds', 'a,b\n1,2\n'],
    ['Windows line ends', 'a,b\r\n1,2\r\n'],
    ['old Macintosh line ends', 'a,b\r1,2\r'],
    ['no line end at the end', 'a,b\n1,2'],
    ['a byte order mark', '\ufeffa,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['quotes around each cell', '"a","b"\n"1","2"\n'],
  ])('%s', async (_, content) => {
    expect(await rowsOf(content)).toEqual(rows)
  })

  test('a line end, a separator and a quote inside quotes are text, a quote inside a word too', async () => {
    expect(await rowsOf('a;b\n"x\r\n;""y""";5" pipe\n1;2\n')).toEqual([
      ['a', 'b'],
      ['x\r\n;"y"', '5" pipe'],
      ['1', '2'],
    ])
  })

  test('whatever stands in the cells, and wherever the pieces of the file end', async () => {
    const cell = fc.string({ unit: fc.constantFrom('x', '"', ',', ';', '\r', '\n', 'é', '😀'), maxLength: 6 })
    const written = (rows: string[][]) =>
      rows.map((row) => `${row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')}\r\n`).join('')
    // The first piece of the file ends somewhere in the rows that follow.
    const firstPiece = 65_536
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 10, max: 90 }),
        async (more, before) => {
          const rows = [['a', 'b'], ['x'.repeat(firstPiece - before), ''], ...more]
          expect(await rowsOf(written(rows))).toEqual(rows)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('what cannot be read is said with what to do, and ends with 2', () => {
  test.each<[string, string | Buffer, string]>([
    ['nothing', '', 'is empty'],
    ['a quote that is not closed', 'a,b\n1,"2\n3,4\n', 'Row 2 of'],
    // It is not read to its end, where it would be no text at all.
    ['one that is not closed for megabytes', Buffer.concat([Buffer.from(`a,b\n1,"${'2\n'.repeat(2_000_000)}`), Buffer.from([0xff])]), 'Row 2 of'], // prettier-ignore
    ['text behind a quote', 'a,b\n"1"x,2\n', 'Row 2 of'],
    ['another alphabet than UTF-8', Buffer.from('a,b\nJos\xe9,2\n', 'latin1'), 'is not in UTF-8'],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), 'is not in UTF-8'],
    ['half of a letter at the end', Buffer.from([97, 44, 98, 10, 0xc3]), 'is not in UTF-8'],
    ['a workbook', Buffer.from('PK\x03\x04'), 'is an Excel workbook'],
  ])('%s', async (_, content, said) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ message: expect.stringContaining(said), exitCode: 2 })
  })

  test('a file that is not there, and a folder', async () => {
    const gone = path.join(folder, 'gone.csv')
    mkdirSync(path.join(folder, 'folder'))
    await expect(allOf(gone)).rejects.toMatchObject({ message: `There is no file ${gone}.` })
    const place = path.join(folder, 'folder')
    await expect(allOf(place)).rejects.toMatchObject({
      message: `It is a folder, and no file: ${place}.`,
    })
  })
})
