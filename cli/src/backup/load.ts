import { migrate, migrationHash, migrationNames } from '@kusanya/server/db/migrate.ts'
import type { Sql, Tx } from '@kusanya/server/db/sql.ts'
import { Stop } from '../stop.ts'
import type { Manifest, SavedTable } from './manifest.ts'
import type { Opened } from './open.ts'
import { createTally, findTables, linesOf, speakPlainly, type Table } from './tables.ts'

const together = 500
const empty = 'Restore into an empty one: a new database, or a new folder as KUSANYA_DATA.'

/**
 * Puts the rows of an archive into an empty database and compares what is there afterwards with what was saved, in one transaction:
 * it is all there, or nothing of it. Its tables are made as they were then, and brought up to date afterwards. `owner`: of the
 * database. Throws Stop when the database is not empty, or the archive is of other tables than this program knows.
 */
export async function loadBackup(owner: Sql, { manifest, lines }: Opened): Promise<{ migrated: string[] }> {
  await prepareTables(owner, manifest)
  await owner.begin(async (tx) => {
    await speakPlainly(tx)
    const tables = await findTables(tx)
    for (const { name } of tables) await tx`alter table ${tx(name)} no force row level security`
    await refuseRows(tx, tables)
    const keys = await dropForeignKeys(tx)
    for (const saved of manifest.tables) {
      const table = tables.find(({ name }) => name === saved.name)
      if (!table) throw new Stop(`The backup has a table ${saved.name}, which its migrations do not make.`)
      await insertLines(tx, table, lines(saved))
      await compare(tx, table, saved)
    }
    // In bulk, and only now, because rows point at each other in both directions.
    for (const { table, name, definition } of keys) {
      await tx`alter table ${tx(table)} add constraint ${tx(name)} ${tx.unsafe(definition)}`
    }
    for (const { name, ofBusinesses } of tables) {
      if (ofBusinesses) await tx`alter table ${tx(name)} force row level security`
    }
  })
  return { migrated: await migrate(owner) }
}

/** Makes the tables that the backup was made of. Those that are there must be the same. */
async function prepareTables(owner: Sql, { migrations, version }: Manifest): Promise<void> {
  const known = migrationNames()
  for (const { name, hash } of migrations) {
    if (!known.includes(name)) {
      throw new Stop(`The backup is of a newer Kusanya (${version}): this one does not know ${name}.`, {
        remedy: 'Bring this program up to date first.',
      })
    }
    if (migrationHash(name) !== hash) {
      throw new Stop(`The tables of the backup are not those of this program: ${name} is another one.`, {
        remedy: `Restore it with the program that wrote it (${version}).`,
      })
    }
  }
  const there = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  `
  const wanted = migrations.map(({ name }) => name)
  if (there.length === 0) {
    await migrate(owner, new Date(), wanted)
    return
  }
  const ours = there.some(({ name }) => name === 'migrations')
  const applied = ours ? await owner<{ name: string }[]>`select name from migrations order by name` : []
  if (applied.map(({ name }) => name).join() !== wanted.join()) {
    throw new Stop('There are tables in this database, and not those of the backup.', { remedy: empty })
  }
}

async function refuseRows(tx: Tx, tables: Table[]): Promise<void> {
  for (const { name } of tables) {
    const [row] = await tx`select from ${tx(name)} limit 1`
    if (row) throw new Stop(`The database is not empty: there are rows in ${name}.`, { remedy: empty })
  }
}

type Key = { table: string; name: string; definition: string }

async function dropForeignKeys(tx: Tx): Promise<readonly Key[]> {
  const keys = await tx<Key[]>`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace order by c.relname, k.conname
  `
  for (const { table, name } of keys) await tx`alter table ${tx(table)} drop constraint ${tx(name)}`
  return keys
}

async function insertLines(tx: Tx, table: Table, lines: AsyncIterable<string>): Promise<void> {
  let some: string[] = []
  const insert = async () => {
    // Columns by name, so that their order does not matter.
    await tx`
      insert into ${tx(table.name)} (${tx(table.columns)})
      select ${tx(table.columns)} from jsonb_populate_recordset(null::${tx(table.name)}, ${`[${some.join()}]`}::text::jsonb)
    `
    some = []
  }
  for await (const line of lines) if (some.push(line) === together) await insert()
  if (some.length > 0) await insert()
}

/** Reads a table again: it says what was saved, in each row. */
async function compare(tx: Tx, table: Table, saved: SavedTable): Promise<void> {
  const tally = createTally()
  for await (const lines of linesOf(tx, table)) lines.forEach(tally.count)
  if (tally.rows() === saved.rows && tally.digest() === saved.digest) return
  throw new Stop(`${table.name} is not the same after it was restored: ${tally.rows()} of ${saved.rows} rows.`, {
    remedy: 'Nothing was kept. Take another copy of the backup.',
  })
}
