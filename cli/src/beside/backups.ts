import { readFileSync } from 'node:fs'
import { toDecimal } from '@kusanya/domain/money.ts'
import { readConfig } from '@kusanya/server/config.ts'
import { connect, inBusiness, type Sql } from '@kusanya/server/db/sql.ts'
import { auditBooks } from '@kusanya/server/ledger/audit.ts'
import { loadBackup } from '../backup/load.ts'
import type { Manifest } from '../backup/manifest.ts'
import { openBackup } from '../backup/open.ts'
import { saveDatabase, type Backup } from '../backup/save.ts'
import { cannotRead } from '../files.ts'
import { Stop } from '../stop.ts'
import { appliedMigrations, hasDatabase, masterKeyOf, reachDatabase, type Reached } from './open.ts'

/** Writes all rows of the server's database into a file. Throws Stop when there is no database, or such a file already. */
export async function writeBackup(place: string, now: Date, signal: AbortSignal): Promise<Backup> {
  const config = readConfig(process.env)
  const masterKey = masterKeyOf(config)
  if (!hasDatabase(config))
    throw new Stop(`There is no database in ${config.dataDirectory}.`, { remedy: 'Set KUSANYA_DATA.' })
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return withOwner(await reachDatabase(config), async (owner) => {
    if ((await appliedMigrations(owner)).length === 0)
      throw new Stop('There are no tables of Kusanya in this database.')
    try {
      return await saveDatabase(owner, place, { masterKey, now, version, signal })
    } catch (error) {
      throw signal.aborted ? new Stop('Broken off: there is no backup.', { exitCode: 130 }) : unwritable(place, error)
    }
  })
}

function unwritable(place: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EEXIST') return new Stop(`${place} is there already.`, { exitCode: 2, remedy: 'Name another file.' })
  if (code === 'ENOENT') return new Stop(`There is no folder for ${place}.`, { exitCode: 2 })
  if (code === 'ENOSPC') return new Stop(`There is no room left for ${place}: there is no backup.`)
  return cannotRead(place, error as NodeJS.ErrnoException)
}

type Difference = { what: string; id: string; said: string; counted: string }
export type Books = { business: string; name: string; differences: Difference[] }[]
export type Restored = Pick<Manifest, 'madeAt' | 'version'> & {
  /** Rows by table. */
  tables: Record<string, number>
  books?: Books
}

/** Examines a file without a database. Throws Stop when it could not be restored here. */
export async function examineBackup(place: string): Promise<Restored> {
  const { manifest, close } = await openBackup(place, masterKeyOf(readConfig(process.env)))
  await close()
  return summed(manifest)
}

/** Puts a backup into the empty database that the settings name, and adds its books up. */
export async function restoreBackup(place: string): Promise<Restored> {
  const config = readConfig(process.env)
  const backup = await openBackup(place, masterKeyOf(config))
  try {
    const reached = await reachDatabase(config)
    if (reached.isServed) {
      throw new Stop(`A server runs on ${config.dataDirectory}.`, {
        remedy: 'Stop it, or set KUSANYA_DATA to a new folder.',
      })
    }
    return await withOwner(reached, async (owner) => {
      await loadBackup(owner, backup)
      return { ...summed(backup.manifest), books: await addUp(reached.url) }
    })
  } finally {
    await backup.close()
  }
}

function summed({ madeAt, version, tables }: Manifest): Restored {
  return { madeAt, version, tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])) }
}

/** As the server itself would see them. */
async function addUp(url: string): Promise<Books> {
  const sql = connect(url, { role: 'kusanya_app', max: 1 })
  try {
    const businesses = await sql<{ id: string; name: string }[]>`select id, name from businesses order by id`
    const books: Books = []
    for (const { id, name } of businesses) {
      const found = await inBusiness(sql, id, (tx) => auditBooks(tx, id))
      const differences = found.map((one) => ({ ...one, said: toDecimal(one.said), counted: toDecimal(one.counted) }))
      books.push({ business: id, name, differences })
    }
    return books
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function withOwner<T>({ url, end }: Reached, work: (owner: Sql) => Promise<T>): Promise<T> {
  const owner = connect(url, { max: 1 })
  try {
    return await work(owner)
  } finally {
    await owner.end({ timeout: 5 })
    await end()
  }
}
