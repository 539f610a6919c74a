import { createReadStream } from 'node:fs'
import { readCsv } from '@kusanya/domain/csv.ts'
import { misuse } from '../stop.ts'
import { cannotRead } from '../files.ts'

const separators = [',', ';', '\t']
const longestRow = 1_000_000

/**
 * The rows of a CSV file in UTF-8, as they come: the file is never whole in memory. Commas, semicolons or tabs, whatever
 * the first row has most of. Throws Stop for a file that cannot be read, and for a quote that is not closed.
 */
export async function* readRows(file: string): AsyncGenerator<string[]> {
  let separator = ''
  let row = 0
  for await (const record of records(file)) {
    row++
    if (row === 1) separator = separatorOf(record)
    let cells: string[] | undefined
    try {
      ;[cells = []] = readCsv(record, separator)
    } catch {
      misuse(`Row ${row} of ${file} has text behind a closing quote.`, 'Save the file as CSV once more.')
    }
    yield cells
  }
  if (row === 0) misuse(`${file} is empty.`)
}

/** The text of each row. A line end inside quotes ends none. */
async function* records(file: string): AsyncGenerator<string> {
  let text = ''
  let separator = ''
  let row = 1
  let place: Place = { at: 0, isInside: false, closedAt: -1 }
  for await (const piece of textOf(file)) {
    text += piece
    separator ||= /[\r\n]/.test(text) ? separatorOf(text) : ''
    if (separator === '') continue
    for (let end = nextEnd(text, separator, place); end !== null; end = nextEnd(text, separator, place)) {
      yield text.slice(0, end.start)
      text = text.slice(end.end)
      place = { at: 0, isInside: false, closedAt: -1 }
      row++
    }
    if (text.length > longestRow) break
  }
  if (text.length > longestRow || isOpen(text, separator || separatorOf(text))) {
    misuse(`Row ${row} of ${file} has a quote that is not closed.`, 'Close it, or save the file as CSV once more.')
  }
  const last = text.replace(/\r$/, '')
  if (last !== '') yield last
}

type Place = { at: number; isInside: boolean; closedAt: number }

/** Where the first row ends; null when it goes on. `place` keeps how far it was looked through. */
function nextEnd(text: string, separator: string, place: Place): { start: number; end: number } | null {
  // A carriage return at the very end may be half of a line end.
  const marks = /"|\r\n|\n|\r(?=[^\n])/g
  marks.lastIndex = place.at
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const { index } = mark
    if (mark[0] !== '"') {
      if (!place.isInside) return { start: index, end: marks.lastIndex }
    } else if (place.isInside) {
      place.isInside = false
      place.closedAt = index
    } else {
      // A quote opens at the beginning of a cell only; the second of two inside quotes opens them again.
      place.isInside = index === 0 || text[index - 1] === separator || place.closedAt === index - 1
    }
    place.at = marks.lastIndex
  }
  return null
}

function isOpen(text: string, separator: string): boolean {
  const place: Place = { at: 0, isInside: false, closedAt: -1 }
  nextEnd(text, separator, place)
  return place.isInside
}

function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1)
  const many = (one: string) => line.split(one).length
  return separators.reduce((most, one) => (many(one) > many(most) ? one : most))
}

async function* textOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  try {
    for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
      if (isFirst && bytes.subarray(0, 2).toString('latin1') === 'PK') {
        misuse(`${file} is an Excel workbook.`, 'Save it as “CSV UTF-8” first.')
      }
      isFirst = false
      yield decoder.decode(bytes, { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      misuse(`${file} is not in UTF-8.`, 'Save it as “CSV UTF-8”: names would be spoilt otherwise.')
    }
    throw cannotRead(file, error as NodeJS.ErrnoException)
  }
}
