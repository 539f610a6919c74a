import { createGzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Sql, Tx } from '@kusanya/server/db/sql.ts'
import { createArchive, type Archive } from './archive.ts'
import { manifestFile, sealFile, sealManifest, type Manifest, type SavedTable } from './manifest.ts'
import { createTally, findTables, linesOf, speakPlainly, type Table } from './tables.ts'

export type Backup = Pick<Manifest, 'madeAt' | 'masterKey'> & {
  rows: number
  bytes: number
  tables: Record<string, number>
}

/**
 * Writes all rows of a database, as they are at one moment, into an archive. `owner`: of the database, whose tables may be in
 * use. The master key seals the manifest and is not in it. When it throws, or `signal` says so, no archive is left.
 */
export async function saveDatabase(
  owner: Sql,
  place: string,
  given: { masterKey: Buffer; now: Date; version: string; signal: AbortSignal },
): Promise<Backup> {
  const archive = await createArchive(place, given.now)
  try {
    const { manifest, tables } = await owner.begin('isolation level repeatable read read only', (tx) =>
      saveRows(tx, archive, given),
    )
    const { text, seal } = sealManifest({ ...manifest, tables }, given.masterKey)
    await archive.add(manifestFile, Readable.from([Buffer.from(text)]))
    await archive.add(sealFile, Readable.from([Buffer.from(`${seal}\n`)]))
    await archive.finish()
    return {
      madeAt: manifest.madeAt,
      masterKey: (JSON.parse(text) as Manifest).masterKey,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
      tables: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    }
  } catch (error) {
    await archive.abandon()
    throw error
  }
}

async function saveRows(
  tx: Tx,
  archive: Archive,
  { now, version, signal }: { now: Date; version: string; signal: AbortSignal },
) {
  await speakPlainly(tx)
  const [server] = await tx<{ version: string }[]>`select current_setting('server_version') as version`
  const migrations = await tx<{ name: string; hash: string }[]>`select name, hash from migrations order by name`
  const businesses = await tx<{ id: string }[]>`select id from businesses order by id`
  const tables: SavedTable[] = []
  for (const table of await findTables(tx)) {
    const file = `tables/${table.name}.ndjson.gz`
    const tally = createTally()
    const lines = table.ofBusinesses ? ofEach(tx, table, businesses) : asOwner(tx, table)
    const added = await archive.add(file, packed(lines, tally, signal))
    tables.push({ name: table.name, rows: tally.rows(), digest: tally.digest(), file, ...added })
  }
  const manifest = { version, madeAt: now.toISOString(), postgres: server?.version ?? '', migrations: [...migrations] }
  return { manifest, tables }
}

/** Row security binds the owner, too: business after business, as the program itself reads them. */
async function* ofEach(tx: Tx, table: Table, businesses: readonly { id: string }[]): AsyncGenerator<string[]> {
  for (const { id } of businesses) {
    await tx`select set_config('role', 'kusanya_app', true), set_config('app.business_id', ${id}, true)`
    yield* linesOf(tx, table, id)
  }
}

async function* asOwner(tx: Tx, table: Table): AsyncGenerator<string[]> {
  await tx`select set_config('role', 'none', true)`
  yield* linesOf(tx, table)
}

async function* packed(
  lines: AsyncIterable<string[]>,
  tally: ReturnType<typeof createTally>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const counted = async function* () {
    for await (const some of lines) {
      signal.throwIfAborted()
      some.forEach(tally.count)
      yield `${some.join('\n')}\n`
    }
  }
  const gzip = createGzip()
  // Whoever reads hears of a failure from the stream.
  pipeline(counted, gzip).catch(() => {})
  yield* gzip as AsyncIterable<Buffer>
}
