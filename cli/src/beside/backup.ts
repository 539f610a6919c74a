import type { Command } from 'commander'
import { deed, type Json } from '../options.ts'
import { facts, interruption, mention, say } from '../terminal.ts'
import { count } from '../words.ts'

export function addBackup(kusanya: Command): void {
  deed(kusanya, 'backup', 'write the whole database into one file, while the server runs or not')
    .argument('[file]', 'that is not there yet (default: kusanya-DATE-TIME.tar)')
    .addHelpText(
      'after',
      '\nThe master key is not in it. Keep it in another place: without it nothing can be restored.',
    )
    .action(async (file: string | undefined, { json }: Json) => {
      const now = new Date()
      const place = file ?? `kusanya-${now.toISOString().slice(0, 16).replace(/[T:]/g, '-')}.tar`
      const { writeBackup } = await import('./backups.ts')
      const made = await writeBackup(place, now, interruption())
      say(json, { file: place, ...made }, () =>
        facts([
          ['File', place],
          ['Rows', `${count(made.rows, 'row')} of ${count(Object.keys(made.tables).length, 'table')}`],
          ['Size', `${count(made.bytes, 'byte')}`],
          ['Master key', `${made.masterKey}, which is not in it`],
        ]),
      )
      mention('Keep the file and the master key in two places: who has both has the credentials in it.')
    })

  deed(kusanya, 'restore', 'put a backup into an empty database, and add its books up')
    .argument('<file>', 'that "kusanya backup" wrote')
    .option('--check', 'only examine the file: is it whole, and does the master key fit')
    .addHelpText(
      'after',
      '\nAll of it is restored, or nothing. Ends with 3 when the books differ from what is behind them.',
    )
    .action(async (file: string, { check, json }: Json & { check?: boolean }) => {
      const { examineBackup, restoreBackup } = await import('./backups.ts')
      const { madeAt, version, tables, books } = check ? await examineBackup(file) : await restoreBackup(file)
      const differences = books?.flatMap((one) => one.differences) ?? []
      say(json, { madeAt, version, tables, ...(books && { books }) }, () =>
        [
          facts([
            ['Made', `${madeAt} by Kusanya ${version}`],
            ...Object.entries(tables).filter(([, rows]) => rows > 0).map(([name, rows]): [string, string] => [`  ${name}`, count(rows, 'row')]), // prettier-ignore
            ['Whole', check ? 'yes, and the master key fits' : 'yes, and all of it is restored'],
            ...(books ? [['Books', told(books.length, differences.length)] as [string, string]] : []),
          ]),
          ...differences.map(({ what, id, said, counted }) => `  ${what} ${id}: says ${said}, adds up to ${counted}`),
        ].join('\n'),
      )
      if (differences.length > 0) process.exitCode = 3
    })
}

function told(businesses: number, differences: number): string {
  const of = count(businesses, 'business', 'businesses')
  return differences === 0 ? `agree (${of})` : `${count(differences, 'difference')} (${of})`
}
