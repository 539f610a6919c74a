import { readCsv } from '@kusanya/domain/csv.ts'
import { Refusal } from '@kusanya/domain/refusal.ts'
import { say } from '../words/say.ts'

export const mostRows = 20_000
const mostBytes = 10_000_000
const separators = [',', ';', '\t']

/**
 * The rows of a CSV file or of the first sheet of a workbook (.xlsx), as text; dates as `2031-03-15 00:00:00`. Throws an
 * Error that says what to do for anything else. Nothing leaves the browser.
 */
export async function readRows(file: File): Promise<string[][]> {
  if (file.size > mostBytes) throw new Error(say('The file is larger than 10 MB. Split it.'))
  const bytes = new Uint8Array(await file.arrayBuffer())
  const rows = isArchive(bytes) ? await workbookRows(file) : csvRows(bytes)
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (filled.length < 2) throw new Error(say('There are no rows below the names of the columns.'))
  if (filled.length > mostRows) throw new Error(say('There are more than 20,000 rows. Split the file.'))
  return rows
}

const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

/** The reader is fetched only by who opens a workbook. It never evaluates a formula. */
async function workbookRows(file: File): Promise<string[][]> {
  const { readSheet } = await import('read-excel-file/browser')
  try {
    const rows = await readSheet(file)
    return rows.map((row) => row.map(plainText))
  } catch {
    throw new Error(say('The workbook cannot be read. Save it as .xlsx or CSV once more.'))
  }
}

function plainText(cell: unknown): string {
  if (cell === null) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : String(cell)
}

function csvRows(bytes: Uint8Array): string[][] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Error(say('The file is neither CSV in UTF-8 nor a workbook (.xlsx).'))
  }
  const [first = ''] = text.split(/[\r\n]/, 1)
  const many = (one: string) => first.split(one).length
  try {
    return readCsv(
      text,
      separators.reduce((most, one) => (many(one) > many(most) ? one : most)),
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Error(say('A quote in the file is not closed. Save it as CSV once more.'))
  }
}
