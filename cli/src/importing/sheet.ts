import type { CallOptions } from '@kusanya/sdk'
import type { Money } from '@kusanya/domain/money.ts'
import { misuse } from '../stop.ts'

/** A cell by the name of its column, without what a spreadsheet put around it; empty when there is none. */
export type Cells = (column: string) => string
/**
 * What is to be made of a row: the body to send, and how it is told of before. `amount` before tax. Rows of one `group` are
 * one thing.
 */
export type Read<Body> = {
  told: string
  amount: Money
  currency: string
  body: Body
  group?: string
  notice?: string | undefined
}
export type Thing<Body> = Omit<Read<Body>, 'group' | 'notice'> & { row: number }
/** Rows are counted from 1, as a spreadsheet does: the names of the columns are row 1. */
export type Remark = { row: number; says: string }
export type Sheet<Body> = { things: Thing<Body>[]; problems: Remark[]; notices: Remark[] }

/** One kind of sheet. */
export type Kind<Body> = {
  noun: 'customer' | 'invoice'
  required: string[]
  optional: string[]
  /** Other names that people give to a column. */
  aliases: Record<string, string>
  /** Answers a row, or everything that is wrong with it. */
  read: (cells: Cells) => Read<Body> | string[]
  /** A later row of the same group into the first; or what is wrong with it. */
  join?: (first: Body, more: Body) => Body | string
  /** Makes it. `number` is what people call it by. */
  send: (body: Body, options: CallOptions) => Promise<{ _id: string; number: string }>
}

/** Reads every row, and lists all that is wrong with any. Throws Stop for columns that are missing, not known, or there twice. */
export async function readSheet<Body>(
  rows: AsyncIterable<string[]>,
  kind: Kind<Body>,
  ignored: string[],
): Promise<Sheet<Body>> {
  const sheet: Sheet<Body> = { things: [], problems: [], notices: [] }
  const groups = new Map<string, Thing<Body>>()
  const said = new Map<string, number>()
  let names: string[] | null = null
  let row = 0
  for await (const line of rows) {
    row++
    if (line.every((cell) => cell.trim() === '')) continue
    if (names === null) {
      names = columnsOf(line, kind, ignored)
      continue
    }
    const read = readLine(line, names, kind)
    if (Array.isArray(read)) {
      sheet.problems.push(...read.map((says) => ({ row, says })))
      continue
    }
    const { group, notice, ...thing } = read
    const first = group === undefined ? undefined : groups.get(group)
    if (first && kind.join) {
      const joined = kind.join(first.body, thing.body)
      if (typeof joined === 'string') sheet.problems.push({ row, says: `${joined} (row ${first.row})` })
      else Object.assign(first, { body: joined, amount: first.amount + thing.amount })
      continue
    }
    const made = { row, ...thing }
    if (group !== undefined) groups.set(group, made)
    sheet.things.push(made)
    const text = JSON.stringify(thing.body)
    const twin = said.get(text)
    if (notice) sheet.notices.push({ row, says: notice })
    if (twin !== undefined && group === undefined) sheet.notices.push({ row, says: `it says the same as row ${twin}` })
    else said.set(text, row)
  }
  if (sheet.things.length + sheet.problems.length === 0) misuse('There are no rows below the names of the columns.')
  return sheet
}

function columnsOf<Body>(line: string[], kind: Kind<Body>, ignored: string[]): string[] {
  const known = [...kind.required, ...kind.optional]
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' ')
  const leftOut = ignored.map(plain)
  const names = line.map(plain).map((name) => (leftOut.includes(name) ? '' : (kind.aliases[name] ?? name)))
  const strange = names.filter((name) => name !== '' && !known.includes(name))
  const twice = names.filter((name, at) => name !== '' && names.indexOf(name) !== at)
  const missing = kind.required.filter((name) => !names.includes(name))
  const remedy = `The first row names the columns: ${kind.required.join(', ')}; and ${kind.optional.join(', ')}.`
  if (missing.length > 0) misuse(`There is no column ${missing.join(', ')}.`, remedy)
  if (twice.length > 0) misuse(`There are two columns ${twice.join(', ')}.`, 'Take one of them out.')
  if (strange.length > 0) {
    const options = strange.map((name) => `--ignore "${name}"`).join(' ')
    misuse(`There is no use for the column ${strange.join(', ')}.`, `Leave it out with ${options}. ${remedy}`)
  }
  return names
}

function readLine<Body>(line: string[], names: string[], kind: Kind<Body>): Read<Body> | string[] {
  if (line.slice(names.length).some((cell) => cell.trim() !== '')) {
    return ['it has more cells than there are columns: put quotes around a text with a separator in it']
  }
  return kind.read((column) => plainCell(line[names.indexOf(column)] ?? ''))
}

/** A cell without the apostrophe, or the ="…", that keeps a spreadsheet from reading it as a number or a formula. */
function plainCell(cell: string): string {
  const text = cell.trim()
  const [, quoted] = /^="([^"]*)"$/.exec(text) ?? []
  return (quoted ?? text.replace(/^'(?=[=+\-@\d])/, '')).trim()
}
