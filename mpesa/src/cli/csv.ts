import { UsageError } from './command.ts'

/** Rows of RFC 4180 CSV as records by the first row's names. Quotes, commas and line ends inside quotes, CRLF and a BOM are fine. Throws UsageError. */
export function parseCsv(text: string): Record<string, string>[] {
  const [names, ...rows] = cells(text.replace(/^\ufeff/, ''))
  if (!names) return []
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row, i) => {
      if (row.length > names.length)
        throw new UsageError(`row ${i + 1} of the CSV has more cells than there are columns`)
      return row
    })
    .map((row) => Object.fromEntries(names.map((name, i) => [name.trim(), row[i] ?? ''])))
}

function cells(text: string): string[][] {
  const rows: string[][] = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n][^,\r\n]*|))(,|\r?\n|$)/gy
  for (;;) {
    const match = pattern.exec(text)
    // Stopping short would lose bills without a word.
    if (!match) throw new UsageError(`the CSV is malformed in row ${rows.length}: a quote is not closed`)
    const [, quoted, plain = '', end] = match
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === '') return rows
    if (end !== ',') rows.push([])
  }
}

/** One line. A cell that a spreadsheet would take for a formula gets an apostrophe in front, as does one that has one. */
export function csvLine(values: readonly string[]): string {
  const cell = (value: string) => {
    const safe = /^['=+\-@\t\r]/.test(value) ? `'${value}` : value
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `${values.map(cell).join(',')}\n`
}

/** A cell of {@link csvLine} as it was before. */
export function withoutApostrophe(cell: string): string {
  return cell.replace(/^'/, '')
}
