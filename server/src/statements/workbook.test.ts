import { Refusal } from '@kusanya/domain/refusal.ts'
import { describe, expect, test } from 'vitest'
import { unzipBounded } from './bounded-unzip.ts'
import { packed, workbook, workbookFiles } from './test-workbook.ts'
import { readWorkbook, usual } from './workbook.ts'

const sheetWith = (data: string) => ({
  ...workbookFiles([[]]),
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
})
const codeOf = (bytes: Buffer, limits = usual) =>
  readWorkbook(bytes, limits).then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )

describe('a workbook is read as rows of text', () => {
  test('with numbers as people see them, dates to the second, formulas as what they came to', async () => {
    const bytes = workbook([
      ['a & b', 1234.5, 0.1 + 0.2, 254712345678, -5, null, 'last'],
      [{ serial: 48_639.375 }, { serial: 48_639.375_011_574 }, { formula: '1+1', value: '2' }, '=1+1'],
    ])
    expect(await readWorkbook(bytes)).toEqual([
      [
        ['a & b', '1234.5', '0.3', '254712345678', '-5', '', 'last'],
        ['2033-03-01 09:00:00', '2033-03-01 09:00:01', '2', '=1+1', '', '', ''],
      ],
    ])
  })

  test('sheet by sheet', async () => {
    expect(await readWorkbook(workbook([['one']], [['two']]))).toEqual([[['one']], [['two']]])
  })

  test('without characters that cannot be stored', async () => {
    expect(await readWorkbook(workbook([['a_x0000_b']]))).toEqual([[['ab']]])
  })
})

describe('what is no workbook is refused by name', () => {
  const compound = (inside: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from(inside, 'utf16le')])
  test.each<[string, () => Buffer, string]>([
    ['text', () => Buffer.from('Receipt No.,Paid In'), 'workbook_unreadable'],
    ['nothing', () => Buffer.alloc(0), 'workbook_unreadable'],
    ['a ZIP of something else', () => packed({ 'a.txt': 'a' }), 'workbook_unreadable'],
    ['a workbook without its sheets', () => packed({ '[Content_Types].xml': '<Types/>' }), 'workbook_unreadable'],
    ['a workbook that was cut off', () => workbook([['a']]).subarray(0, 700), 'workbook_unreadable'],
    ['a sheet that is no XML', () => packed(sheetWith('<row r="1"><c r="A1"><v>')), 'workbook_unreadable'],
    [
      'a text that is not there',
      () => packed(sheetWith('<row r="1"><c r="A1" t="s"><v>9</v></c></row>')),
      'workbook_unreadable',
    ],
    ['an old Excel file', () => compound('Workbook'), 'workbook_outdated'],
    ['a workbook with a password', () => compound('EncryptedPackage'), 'workbook_encrypted'],
    [
      'a cell far below',
      () => packed(sheetWith('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')),
      'workbook_too_large',
    ],
    [
      'a cell far below in no row',
      () => packed(sheetWith("<row><c r='A1048576'><v>1</v></c></row>")),
      'workbook_too_large',
    ],
    [
      'a cell far to the right',
      () => packed(sheetWith('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
      'workbook_too_large',
    ],
    ['more rows than we read', () => packed(sheetWith('<row/>'.repeat(usual.rows + 1))), 'workbook_too_large'],
    ['more sheets than we read', () => workbook(...Array.from({ length: 21 }, () => [['a']])), 'workbook_too_large'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes())).toBe(code)
  })
})

test('a bomb is not unpacked', async () => {
  const bomb = packed({ ...workbookFiles([['a']]), 'xl/bomb.xml': Buffer.alloc(1_000_000) })
  expect(await codeOf(bomb, { ...usual, unpackedBytes: 900_000 })).toBe('workbook_too_large')
  expect(await codeOf(bomb, { ...usual, unpackedBytes: 1_100_000 })).toBe('read')
})

describe('an archive is unpacked', () => {
  test('no further than allowed, whatever it says of its size', () => {
    const archive = packed({ 'a.xml': Buffer.alloc(1_000_000) })
    // The size that an archive states stands in the header of each file and again in the list at its end.
    for (let at = archive.indexOf('PK\u0001\u0002'); at !== -1; at = archive.indexOf('PK\u0001\u0002', at + 1)) {
      archive.writeUInt32LE(10, at + 24)
    }
    archive.writeUInt32LE(10, 22)
    expect(unzipBounded(archive, () => true, 999_999)).toBe('too_large')
    expect(unzipBounded(packed({ 'a.xml': Buffer.alloc(1_000_000) }), () => true, 1_000_000)).toBeInstanceOf(Map)
  })

  test('without what is not wanted', () => {
    const archive = packed({ 'a.xml': 'a', 'picture.png': Buffer.alloc(1_000_000) })
    const files = unzipBounded(archive, (name) => name.endsWith('.xml'), 1000)
    expect(files instanceof Map && [...files.keys()]).toEqual(['a.xml'])
  })
})
