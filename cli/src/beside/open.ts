import { existsSync } from 'node:fs'
import path from 'node:path'
import { masterKeyFile, readConfig, type Config } from '@kusanya/server/config.ts'
import { createContext, type Context } from '@kusanya/server/context.ts'
import { migrate, migrationNames } from '@kusanya/server/db/migrate.ts'
import { connect, type Sql } from '@kusanya/server/db/sql.ts'
import { DirectoryTaken, holdDataDirectory, masterKeyIn } from '@kusanya/server/embedded/data-directory.ts'
import { startPostgres } from '@kusanya/server/embedded/postgres.ts'
import { createLogger } from '@kusanya/server/watching/logger.ts'
import { createPoster } from '@kusanya/server/webhooks/post.ts'
import { readDemo } from '../api.ts'
import { Stop } from '../stop.ts'

export type Reached = { url: string; config: Config; isServed: boolean; end: () => Promise<void> }

/** Whether the embedded database was ever started in the data folder. */
export function hasDatabase({ databaseUrl, dataDirectory }: Config): boolean {
  return databaseUrl !== null || existsSync(path.join(dataDirectory, 'postgres', 'pgdata', 'PG_VERSION'))
}

/**
 * Reaches the database that the server has by these settings. The embedded one is adopted from a server that runs, which
 * keeps it; else it is started, and held so that no server starts meanwhile. `isServed`: a server runs on the data folder.
 */
export async function reachDatabase(config: Config = readConfig(process.env)): Promise<Reached> {
  if (config.databaseUrl) return { url: config.databaseUrl, config, isServed: false, end: async () => {} }
  const held = await holdDataDirectory(config.dataDirectory).catch((error: unknown) => {
    if (error instanceof DirectoryTaken) return null
    throw error
  })
  const postgres = await startPostgres({ directory: `${config.dataDirectory}/postgres` })
  const end = async () => {
    if (held === null) return
    await postgres.stop()
    await held.release()
  }
  return { url: postgres.url, config, isServed: held === null, end }
}

/** The key that seals what is secret in the database. It is never made here: a new one would open nothing. Throws Stop without one. */
export function masterKeyOf(config: Config): Buffer {
  if (config.masterKey) return Buffer.from(config.masterKey, 'hex')
  const file = masterKeyFile(config)
  if (existsSync(file)) return masterKeyIn(file)
  throw new Stop('There is no master key here.', { remedy: `Set KUSANYA_MASTER_KEY, or put the key into ${file}.` })
}

/** Does some work with what the server works with, on tables that are those of this code. */
export async function withServersMeans<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const { url, config, end } = await reachDatabase()
  try {
    await prepareTables(url)
    const sql = connect(url, { role: 'kusanya_app', max: 2 })
    try {
      return await work(contextOf(sql, config))
    } finally {
      await sql.end({ timeout: 5 })
    }
  } finally {
    await end()
  }
}

/** `config` as the environment says it; where it is silent, addresses are those of the demo that runs. */
export function contextOf(sql: Sql, config: Config): Context {
  const demo = config.demo ? readDemo() : null
  return createContext({
    sql,
    now: () => new Date(),
    post: createPoster({ loopback: config.webhooksToLoopback }),
    log: createLogger(config.logLevel === 'info' ? 'warn' : config.logLevel, process.stderr),
    config: { ...config, darajaUrl: config.darajaUrl ?? demo?.simulatorUrl ?? null },
    publicUrl: config.publicUrl ?? demo?.apiUrl ?? '',
    masterKey: config.masterKey ? Buffer.from(config.masterKey, 'hex') : masterKeyIn(masterKeyFile(config)),
  })
}

/** Makes the tables of a database that has none. Those of another version are left to whoever upgrades. */
async function prepareTables(url: string): Promise<void> {
  const owner = connect(url, { max: 1 })
  try {
    const applied = await appliedMigrations(owner)
    if (applied.length === 0) await migrate(owner)
    else if (migrationNames().some((name) => !applied.includes(name))) {
      throw new Stop('The tables of this database are older than this program.', {
        remedy: 'Bring them up to date: KUSANYA_ROLE=migrate kusanya start',
      })
    }
  } finally {
    await owner.end()
  }
}

/** The migrations that a database has; none when it has no tables of ours. */
export async function appliedMigrations(owner: Sql): Promise<string[]> {
  const [table] = await owner<{ name: string | null }[]>`select to_regclass('migrations')::text as name`
  if (table?.name == null) return []
  const rows = await owner<{ name: string }[]>`select name from migrations order by name`
  return rows.map(({ name }) => name)
}
