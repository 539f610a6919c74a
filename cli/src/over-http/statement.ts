import path from 'node:path'
import type { Command } from 'commander'
import { apiOf } from '../api.ts'
import { readBytes } from '../files.ts'
import { asking, type Asking } from '../options.ts'
import { misuse } from '../stop.ts'
import { facts, say } from '../terminal.ts'
import { count, money } from '../words.ts'

/** What the API takes. */
const largest = 5_000_000
/** What became of lines at which a person must look. */
const strange = ['contradicts', 'unreadable'] as const

export function addStatement(kusanya: Command): void {
  const statement = kusanya.command('statement').description('statements of the M-PESA organisation portal')

  asking(statement, 'import <file>', 'import a statement as the portal gives it, CSV or Excel')
    .requiredOption('--shortcode <number>', 'whose statement it is')
    .addHelpText(
      'after',
      '\nEnds with 3 when a line cannot be read or contradicts the books. The same file again changes nothing.',
    )
    .action(async (file: string, { shortcode, json, ...server }: Asking & { shortcode: string }) => {
      const api = apiOf(server)
      const bytes = readBytes(file)
      if (bytes.length === 0) misuse(`${file} is empty.`)
      if (bytes.length > largest) misuse(`${file} has more than 5 MB.`, 'Take a shorter span of time in the portal.')
      // An Excel workbook is a ZIP, whatever its name is; of an old one the server says what to do.
      const isWorkbook = ['PK', '\xd0\xcf'].includes(bytes.subarray(0, 2).toString('latin1'))
      const content = isWorkbook ? { xlsx: bytes.toString('base64') } : { csv: bytes.toString('utf8') }
      const filename = path.basename(file).slice(-200)
      const read = await api.statements.import({ shortcode, ...content, filename })
      const fates = Object.entries(read.fates).filter(([, many]) => many > 0)
      say(json, read, () =>
        facts([
          ['Statement', `${filename} of ${shortcode}${read.repeated ? ', imported before' : ''}`],
          ['Lines', count(read.lines, 'line')],
          ...fates.map(([fate, many]): [string, string] => [`  ${fate.replaceAll('_', ' ')}`, String(many)]),
          ['News to us', money(read.booked)],
        ]),
      )
      if (strange.some((fate) => read.fates[fate] > 0)) process.exitCode = 3
    })
}
