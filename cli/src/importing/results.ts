import { appendFileSync, existsSync, renameSync, truncateSync, writeFileSync } from 'node:fs'
import { readCsv, writeCsv } from '@kusanya/domain/csv.ts'
import { cannotRead, readBytes } from '../files.ts'
import { misuse } from '../stop.ts'

const head = ['row', 'what', 'state', 'id', 'number', 'error', 'time', 'key']
const states = ['sending', 'sent', 'refused'] as const
/** What is known of a thing. `sending`: it was on its way when the run was broken off. */
export type Result = {
  row: number
  what: string
  state: (typeof states)[number]
  id: string
  number: string
  error: string
  time: string
  key: string
}

/**
 * What became of each thing, by its key, in a CSV file. While things are sent each step is a line more, so that a run that is
 * killed leaves what it knows; at the end there is one line for each.
 */
export type Results = {
  known: ReadonlyMap<string, Result>
  note: (result: Result) => void
  tidy: () => void
}

/** Opens the file, which is made with the first note. Throws Stop when it is something else. */
export function openResults(file: string): Results {
  const before = existsSync(file) ? readResults(file) : []
  const known = new Map(before.map((result) => [result.key, result]))
  return {
    known,
    note(result) {
      known.set(result.key, result)
      try {
        if (!existsSync(file)) writeFileSync(file, writeCsv([head]), { flag: 'wx' })
        appendFileSync(file, writeCsv([cellsOf(result)]))
      } catch (error) {
        throw cannotRead(file, error as NodeJS.ErrnoException)
      }
    },
    tidy() {
      if (known.size === 0) return
      const lines = [...known.values()].sort((one, other) => one.row - other.row)
      writeFileSync(`${file}.new`, writeCsv([head, ...lines.map(cellsOf)]))
      renameSync(`${file}.new`, file)
    },
  }
}

/** Of a process that was killed the last line may be half there: it is cut off. */
function readResults(file: string): Result[] {
  const text = readBytes(file).toString('utf8')
  const whole = text.slice(0, text.lastIndexOf('\r\n') + 2)
  const [names = [], ...lines] = readCsv(whole)
  if (names.join() !== head.join()) {
    misuse(`${file} is no result file.`, 'Name another with --results.')
  }
  truncateSync(file, Buffer.byteLength(whole))
  return lines.map(([row = '', what = '', state = '', id = '', number = '', error = '', time = '', key = '']) => ({
    row: Number(row),
    what,
    state: states.find((one) => one === state) ?? 'sending',
    id,
    number,
    error,
    time,
    key,
  }))
}

function cellsOf({ row, what, state, id, number, error, time, key }: Result): (string | number)[] {
  return [row, what, state, id, number, error, time, key].map((cell) =>
    typeof cell === 'string' ? cell.replace(/[\r\n]+/g, ' ') : cell,
  )
}
