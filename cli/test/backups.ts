import { connect, type Sql } from '@kusanya/server/db/sql.ts'
import type { freshDatabase } from '../../test/databases.ts'
import { loadBackup } from '../src/backup/load.ts'
import { openBackup } from '../src/backup/open.ts'
import { saveDatabase } from '../src/backup/save.ts'

/** That of test worlds, too. */
export const masterKey = Buffer.alloc(32, 7)

export function save(owner: Sql, place: string, signal = new AbortController().signal) {
  return saveDatabase(owner, place, { masterKey, now: new Date(), version: '0.1.0', signal })
}

export async function load(owner: Sql, place: string) {
  const opened = await openBackup(place, masterKey)
  try {
    return await loadBackup(owner, opened)
  } finally {
    await opened.close()
  }
}

/** A business, written down by hand. */
export async function addBusiness(owner: Sql, name: string): Promise<void> {
  await owner`
    insert into businesses (id, name, currency, time_zone, when_push_unknown, created_at)
    values (${'a'.repeat(24)}, ${name}, 'KES', 'Africa/Nairobi', 'ask', ${new Date()})
  `
}

/** Lends a database of its own, with its owner. */
export async function withDatabase<T>(
  make: typeof freshDatabase,
  work: (owner: Sql, url: string) => Promise<T>,
): Promise<T> {
  const database = await make()
  const owner = connect(database.url, { max: 1 })
  try {
    return await work(owner, database.url)
  } finally {
    await owner.end()
    await database.drop()
  }
}
