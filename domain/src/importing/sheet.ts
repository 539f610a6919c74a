import type { Money } from '../money.ts'
import type { SayRemedy } from './remedies.ts'

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

/** What the rows of one kind of sheet say. */
export type Kind<Body> = {
  required: string[]
  optional: string[]
  /** Other names that people give to a column. */
  aliases: Record<string, string>
  /** Answers a row, or everything that is wrong with it. */
  read: (cells: Cells) => Read<Body> | string[]
  /** A later row of the same group into the first, which stands in `row`; or what is wrong with it. */
  join?: (first: Body, more: Body, row: number) => Body | string
  /** The column whose word tells which rows belong together. */
  groupedBy?: string
  say: SayRemedy
}

/** Takes rows one by one, then tells what they come to and all that is wrong with any. `names`: which column stands where. */
export function openSheet<Body>(kind: Kind<Body>, names: string[]) {
  const sheet: Sheet<Body> = { things: [], problems: [], notices: [] }
  const groups = new Map<string, Thing<Body>>()
  /** Words that name a group of which a row is wrong, and that row: the rest of it would be another thing than was meant. */
  const spoilt = new Map<string, number>()
  const words = new Map<Thing<Body>, string>()
  const said = new Map<string, number>()

  const refuse = (row: number, word: string, problems: string[]) => {
    sheet.problems.push(...problems.map((says) => ({ row, says })))
    if (word !== '' && !spoilt.has(word)) spoilt.set(word, row)
  }
  const add = (row: number, line: string[]) => {
    const cells: Cells = (column) => plainCell(line[names.indexOf(column)] ?? '')
    const word = kind.groupedBy ? cells(kind.groupedBy) : ''
    if (line.slice(names.length).some((cell) => cell.trim() !== ''))
      return refuse(row, word, [kind.say(tooManyCells, {})])
    const read = kind.read(cells)
    if (Array.isArray(read)) return refuse(row, word, read)
    const { group, notice, ...thing } = read
    const first = group === undefined ? undefined : groups.get(group)
    if (first && kind.join) {
      const joined = kind.join(first.body, thing.body, first.row)
      if (typeof joined === 'string') return refuse(row, word, [joined])
      Object.assign(first, { body: joined, amount: first.amount + thing.amount })
      return
    }
    const made = { row, ...thing }
    if (group !== undefined) groups.set(group, made)
    words.set(made, word)
    sheet.things.push(made)
    const text = JSON.stringify(thing.body)
    const twin = said.get(text)
    if (notice) sheet.notices.push({ row, says: notice })
    if (twin !== undefined && group === undefined)
      sheet.notices.push({ row, says: kind.say('it says the same as row {row}', { row: twin }) })
    else said.set(text, row)
  }
  /** What is whole, without what belongs together with a row that is wrong. */
  const finish = (): Sheet<Body> => {
    const wrongRow = (thing: Thing<Body>) => spoilt.get(words.get(thing) ?? '')
    const left = sheet.things.flatMap((thing) => {
      const row = wrongRow(thing)
      if (row === undefined) return []
      const word = words.get(thing) ?? ''
      return [{ row: thing.row, says: kind.say(spoiltBy, { word, row }) }]
    })
    const problems = [...sheet.problems, ...left].toSorted((one, other) => one.row - other.row)
    return { ...sheet, things: sheet.things.filter((thing) => wrongRow(thing) === undefined), problems }
  }
  return { add, finish }
}
const spoiltBy = '“{word}” has another row that is wrong (row {row}): mend that, and import both'
const tooManyCells = 'it has more cells than there are columns: put quotes around a text with a separator in it'

/** A column's name as people write it, in the word that the kind has for it. */
export function columnNamed({ aliases }: Pick<Kind<never>, 'aliases'>, written: string): string {
  const plain = plainName(written)
  return aliases[plain] ?? plain
}

export function plainName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
}

/** A cell without the apostrophe, or the ="…", that keeps a spreadsheet from reading it as a number or a formula. */
function plainCell(cell: string): string {
  const text = cell.trim()
  const [, quoted] = /^="([^"]*)"$/.exec(text) ?? []
  return (quoted ?? text.replace(/^'(?=[=+\-@\d])/, '')).trim()
}
