import type { CallOptions } from '@kusanya/sdk'
import { columnNamed, openSheet, plainName, type Kind as RowKind, type Sheet } from '@kusanya/domain/importing/sheet.ts'
import { misuse } from '../stop.ts'

/** One kind of sheet, and how a thing of it is made. */
export type Kind<Body> = RowKind<Body> & {
  noun: 'customer' | 'invoice'
  /** Makes it. `number` is what people call it by. */
  send: (body: Body, options: CallOptions) => Promise<{ _id: string; number: string }>
}

/** Reads every row, and lists all that is wrong with any. Throws Stop for columns that are missing, not known, or there twice. */
export async function readSheet<Body>(
  rows: AsyncIterable<string[]>,
  kind: Kind<Body>,
  ignored: string[],
): Promise<Sheet<Body>> {
  let opened: ReturnType<typeof openSheet<Body>> | null = null
  let row = 0
  for await (const line of rows) {
    row++
    if (line.every((cell) => cell.trim() === '')) continue
    if (opened === null) opened = openSheet(kind, columnsOf(line, kind, ignored))
    else opened.add(row, line)
  }
  const sheet = opened?.finish()
  if (!sheet || sheet.things.length + sheet.problems.length === 0) {
    misuse('There are no rows below the names of the columns.')
  }
  return sheet
}

function columnsOf<Body>(line: string[], kind: Kind<Body>, ignored: string[]): string[] {
  const known = [...kind.required, ...kind.optional]
  const leftOut = ignored.map(plainName)
  const names = line.map((name) => (leftOut.includes(plainName(name)) ? '' : columnNamed(kind, name)))
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
