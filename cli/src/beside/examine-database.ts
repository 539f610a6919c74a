import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { masterKeyFile, type Config } from '@kusanya/server/config.ts'
import { migrationNames } from '@kusanya/server/db/migrate.ts'
import type { Sql } from '@kusanya/server/db/sql.ts'
import { count } from '../words.ts'
import { bad, doubtful, good, type Finding } from './finding.ts'
import { appliedMigrations } from './open.ts'

/** The data folder can be written to, and the master key is one that nobody else reads. */
export function examineFolder(config: Config): Finding[] {
  const { dataDirectory, masterKey } = config
  const folder = isWritable(dataDirectory)
    ? good('data folder', dataDirectory)
    : bad('data folder', `${dataDirectory} cannot be written to`, 'Make it, or set KUSANYA_DATA to one that can.')
  if (masterKey) return [folder, good('master key', 'in KUSANYA_MASTER_KEY')]
  const file = masterKeyFile(config)
  if (!existsSync(file)) {
    return [
      folder,
      doubtful('master key', `there is no ${file} yet`, 'The first start makes it; keep a copy elsewhere.'),
    ]
  }
  if (!/^[0-9a-f]{64}\s*$/.test(readFileSync(file, 'utf8'))) {
    return [folder, bad('master key', `${file} does not hold 64 hexadecimal digits`, 'Put the copy of it back.')]
  }
  const isPrivate = (statSync(file).mode & 0o077) === 0
  if (isPrivate) return [folder, good('master key', file)]
  return [folder, doubtful('master key', `others on this machine may read ${file}`, `chmod 600 ${file}`)]
}

function isWritable(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** As the owner: it answers, forgets nothing, has the tables of this code, and its clock is ours. */
export async function examineDatabase(owner: Sql): Promise<Finding[]> {
  let server: { version: string; number: number | null; fsync: string; sync: string; at: Date } | undefined
  try {
    const rows = await owner<{ version: string; number: number | null; fsync: string; sync: string; at: Date }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as sync, clock_timestamp() as at
    `
    server = rows[0]
  } catch (error) {
    const remedy =
      'Start PostgreSQL, or set DATABASE_URL to where it is, with the owner of the database and the password.'
    return [bad('database', `PostgreSQL does not answer: ${(error as Error).message}`, remedy)]
  }
  if (!server || (server.number ?? 0) < 150_000) {
    return [bad('database', `this is PostgreSQL ${server?.version}`, 'Use PostgreSQL 15 or newer.')]
  }
  if (server.fsync !== 'on' || server.sync === 'off') {
    const remedy = 'Set fsync and synchronous_commit to on: without them a power cut loses payments.'
    return [bad('database', 'it may forget what it has acknowledged', remedy)]
  }
  return [
    good('database', `PostgreSQL ${server.version} answers and forgets nothing`),
    await examineTables(owner),
    examineDatabaseClock(server.at),
  ]
}

async function examineTables(owner: Sql): Promise<Finding> {
  const names = migrationNames()
  const applied = await appliedMigrations(owner)
  const missing = names.filter((name) => !applied.includes(name))
  const strange = applied.filter((name) => !names.includes(name))
  if (strange.length > 0) {
    const remedy = 'Start the newer version that made these tables: there is no way back.'
    return bad('tables', `the database is of a newer version: ${strange.join(', ')}`, remedy)
  }
  if (missing.length === 0) return good('tables', `${count(names.length, 'migration')} applied`)
  return bad('tables', `not applied: ${missing.join(', ')}`, 'KUSANYA_ROLE=migrate kusanya start')
}

function examineDatabaseClock(at: Date): Finding {
  const seconds = Math.abs(at.getTime() - Date.now()) / 1000
  if (seconds < 5) return good('clock', 'the database has the same time as this machine')
  const remedy = 'Let both follow the same time (timedatectl set-ntp true).'
  return doubtful('clock', `the database’s clock is ${seconds.toFixed(0)} s away from this machine’s`, remedy)
}
