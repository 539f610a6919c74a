import { toDecimal, type Money } from './money.ts'
import { refuse } from './refusal.ts'

/**
 * Rows of RFC 4180 text: CRLF or LF, quotes doubled inside quotes, line ends inside quotes, a byte order mark. Throws
 * `csv_malformed` for a quote that is not closed or is closed in the middle of a cell.
 */
export function readCsv(text: string, separator = ','): string[][] {
  const plainCell = new RegExp(`[^${separator}\r\n]*`, 'y')
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length || row.length > 0) {
    if (text[at] === '"') {
      const quoted = readQuoted(text, at)
      if (!quoted || ![separator, '\r', '\n', undefined].includes(text[quoted.end])) {
        refuse('csv_malformed', { row: String(rows.length + 1) })
      }
      row.push(quoted.cell)
      at = quoted.end
    } else {
      plainCell.lastIndex = at
      const [cell = ''] = plainCell.exec(text) ?? []
      row.push(cell)
      at += cell.length
    }
    if (text[at] === separator) {
      at++
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
  }
  return rows
}

function readQuoted(text: string, start: number): { cell: string; end: number } | null {
  let cell = ''
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    cell += text.slice(at, quote)
    if (text[quote + 1] !== '"') return { cell, end: quote + 1 }
    cell += '"'
    at = quote + 2
  }
}

/** What a spreadsheet would take for a formula when it begins a cell, full-width forms too (ASVS 1.2.10). */
const formula = /^[=+\-@\t\r\0＝＋－＠]/

/** Rows as RFC 4180 text. A text that a spreadsheet would run gets an apostrophe in front; amounts stay numbers. */
export function writeCsv(rows: (string | number | Money)[][]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(value: string | number | Money): string {
  if (typeof value === 'bigint') return toDecimal(value)
  if (typeof value === 'number') return String(value)
  const safe = formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
