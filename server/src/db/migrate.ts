import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sql } from './sql.ts'

const directory = join(import.meta.dirname, 'migrations')

/** The migrations of this code, in their order. */
export function migrationNames(): string[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
}

/** What tells a migration from another of its name. */
export function migrationHash(name: string): string {
  return hashOf(readMigration(name))
}

const readMigration = (name: string) => readFileSync(join(directory, name), 'utf8')
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

/**
 * Applies what is missing of `migrations/`, or of those that are named, in order, in one transaction, as the owner of the database.
 * Returns the names it applied. Throws when a released migration was edited, or the database is older than 15.
 */
export async function migrate(sql: Sql, now = new Date(), names = migrationNames()): Promise<string[]> {
  return sql.begin(async (tx) => {
    const [server] = await tx<{ version: number | null }[]>`
      select current_setting('server_version_num')::int as version
    `
    if (!server?.version || server.version < 150_000) throw new Error('Kusanya needs PostgreSQL 15 or newer')
    await tx<{ locked: string | null }[]>`select pg_advisory_xact_lock(2026112300)::text as locked`
    await tx`create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null)`
    const earlier = await tx<{ name: string; hash: string }[]>`select name, hash from migrations`
    const applied = new Map(earlier.map(({ name, hash }) => [name, hash]))
    const fresh: string[] = []
    for (const name of names) {
      const text = readMigration(name)
      const hash = hashOf(text)
      const before = applied.get(name)
      if (before === hash) continue
      if (before) throw new Error(`migration ${name} was edited after it was applied`)
      await tx.unsafe(text)
      await tx`insert into migrations (name, hash, applied_at) values (${name}, ${hash}, ${now})`
      fresh.push(name)
    }
    return fresh
  })
}
