import { refuse } from '@kusanya/domain/refusal.ts'
import { zipSync } from 'fflate'
import readExcelFile from 'read-excel-file/universal'
import { unzipBounded } from './bounded-unzip.ts'

/** More than a year of a busy Paybill, and little enough to be read while somebody waits. */
export const usual = { unpackedBytes: 40_000_000, rows: 50_000, columns: 100, cells: 1_000_000, sheets: 20 }
export type Limits = typeof usual

/**
 * The sheets of an Excel workbook (.xlsx) as rows of text: what formulas came to, dates as `2031-03-01 09:00:00` in
 * whatever time the sheet meant, numbers without their grouping. Throws `workbook_unreadable`, `workbook_encrypted`,
 * `workbook_outdated` (.xls) and `workbook_too_large`.
 */
export async function readWorkbook(bytes: Buffer, most: Limits = usual): Promise<string[][][]> {
  if (isCompound(bytes)) refuse(bytes.includes(encryptedPackage) ? 'workbook_encrypted' : 'workbook_outdated')
  const files = unzipBounded(bytes, (name) => /\.(xml|rels)$/.test(name), most.unpackedBytes)
  if (files === 'too_large') return refuseLarge(most)
  if (files === 'unreadable' || !files.has('[Content_Types].xml')) return refuse('workbook_unreadable')
  judgeSheets(files, most)
  // Packed again without compression, so that the reader sees the very files that were judged.
  const packed = zipSync(Object.fromEntries(files), { level: 0 })
  const sheets = await readExcelFile(packed.buffer as ArrayBuffer, { parseNumber: plainNumber }).catch(() =>
    // Whatever the reader stumbles over is in the file: it has nothing else to go by.
    refuse('workbook_unreadable'),
  )
  return sheets.map(({ data }) => data.map((row) => row.map(plainText)))
}

/** An .xls is a compound file, and so is an .xlsx with a password, which has a part of this name inside. */
function isCompound(bytes: Buffer): boolean {
  return bytes.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))
}
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** A cell in the last row or column there can be would make millions of empty ones before it. */
function judgeSheets(files: Map<string, Uint8Array>, most: Limits): void {
  const sheets = [...files].filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
  if (sheets.length > most.sheets) refuseLarge(most)
  let cells = 0
  for (const [, bytes] of sheets) {
    let rows = 0
    for (const [, tag, attributes = ''] of Buffer.from(bytes)
      .toString('utf8')
      .matchAll(/<(?:\w+:)?(row|c)\b([^>]*)>/g)) {
      const [, letters = '', row = ''] = /\br\s*=\s*["']([A-Z]*)(\d+)["']/i.exec(attributes) ?? []
      if (tag === 'row') rows++
      else cells++
      const tooFar = Number(row) > most.rows || columnOf(letters) > most.columns
      if (tooFar || rows > most.rows || cells > most.cells) refuseLarge(most)
    }
  }
}

function refuseLarge({ unpackedBytes, rows, columns, sheets }: Limits): never {
  const said = { rows, columns, sheets, megabytes: unpackedBytes / 1e6 }
  refuse(
    'workbook_too_large',
    Object.fromEntries(Object.entries(said).map(([what, count]) => [what, count.toLocaleString('en')])),
  )
}

/** `A` is 1, `AA` is 27. */
function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

/** As people see it: Excel keeps 15 digits, so that 0.30000000000000004 is 0.3. */
function plainNumber(written: string): number {
  return Number(Number(written).toPrecision(15))
}

/** A cell is text, a number, true or false, a date, or null. An escape of the format can spell what cannot be stored. */
function plainText(cell: unknown): string {
  if (cell === null) return ''
  if (!(cell instanceof Date)) return String(cell).toWellFormed().replaceAll('\0', '')
  const toTheSecond = new Date(Math.round(cell.getTime() / 1000) * 1000)
  return toTheSecond.toISOString().slice(0, 19).replace('T', ' ')
}
