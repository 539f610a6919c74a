import { stripVTControlCharacters, styleText } from 'node:util'

type Style = 'bold' | 'dim' | 'green' | 'yellow' | 'red'
/** `right` for amounts. */
export type Column<Row> = {
  head: string
  right?: boolean
  of: (row: Row) => string
  style?: (row: Row) => Style | null
}

const isPlain = () => Boolean(process.env['NO_COLOR']) || process.env['TERM'] === 'dumb'

/** Colours only what a person looks at: a terminal, without NO_COLOR. */
export function styled(style: Style, text: string, stream: NodeJS.WriteStream = process.stdout): string {
  return stream.isTTY && !isPlain() ? styleText(style, text, { validateStream: false }) : text
}

/** Somebody sits there who can be asked. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY)
}

/** A text of somebody else's for a line of a terminal, which it cannot command. */
export function harmless(text: string): string {
  return stripVTControlCharacters(text).replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ')
}

/** Rows under each other, as wide as they must be. */
export function table<Row>(rows: Row[], columns: Column<Row>[]): string {
  const cells = rows.map((row) => columns.map(({ of }) => harmless(of(row))))
  const heads = columns.map(({ head }) => head)
  const widths = columns.map((_, at) => Math.max(...[heads, ...cells].map((line) => line[at]?.length ?? 0)))
  const line = (texts: string[], paint: (text: string, at: number) => string) =>
    texts
      .map((text, at) => {
        const room = ' '.repeat((widths[at] ?? 0) - text.length)
        return columns[at]?.right ? room + paint(text, at) : paint(text, at) + room
      })
      .join('  ')
      .trimEnd()
  const body = rows.map((row, index) =>
    line(cells[index] ?? [], (text, at) => {
      const style = columns[at]?.style?.(row)
      return style ? styled(style, text) : text
    }),
  )
  return [line(heads, (text) => styled('dim', text)), ...body].join('\n')
}

/** Names and what they are, one a line. */
export function facts(pairs: [name: string, value: string | null | undefined][]): string {
  const shown = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '')
  const width = Math.max(...shown.map(([name]) => name.length))
  return shown.map(([name, value]) => `${styled('dim', name.padEnd(width))}  ${harmless(value ?? '')}`).join('\n')
}

/** Says a value: as JSON for programs, else as text for people. */
export function say(json: boolean | undefined, value: unknown, text: () => string): void {
  process.stdout.write(`${json ? JSON.stringify(value, null, 2) : text()}\n`)
}

/** A word beside the work, which programs do not read. */
export function mention(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** How far the work is, where somebody looks on. */
export function progress(
  done: number,
  all: number,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'> = process.stderr,
): void {
  if (!stream.isTTY) return
  const full = Math.floor((done / all) * 30)
  stream.write(`\r${'█'.repeat(full)}${'░'.repeat(30 - full)} ${done}/${all}${done === all ? '\n' : ''}`)
}

/** Aborted by the first Ctrl-C, so that what has begun can be ended. The second ends the process at once. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  process.once('SIGINT', () => {
    mention('\nEnding what has begun. Ctrl-C again ends at once.')
    process.once('SIGINT', () => process.exit(130))
    controller.abort()
  })
  return controller.signal
}
