import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { migrate, migrationNames } from '@kusanya/server/db/migrate.ts'
import { connect, type Sql } from '@kusanya/server/db/sql.ts'
import { bareDatabase, freshDatabase } from '../../../test/databases.ts'
import { addBusiness, load, masterKey, save, withDatabase } from '../../test/backups.ts'
import { loadBackup } from './load.ts'
import type { SavedTable } from './manifest.ts'
import { openBackup } from './open.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(path.join(os.tmpdir(), 'kusanya-load-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const named = (name: string) => path.join(folder, name)

test('a backup is of one moment, whatever is written meanwhile', async () => {
  await withDatabase(freshDatabase, async (owner, url) => {
    await addBusiness(owner, 'Duka')
    const other = connect(url, { max: 2 })
    let saving: Promise<unknown> = Promise.resolve()
    await other.begin(async (tx) => {
      await tx`lock table taxes`
      saving = save(owner, named('moment.tar'))
      const waits = () => other`select from pg_locks where relation = 'taxes'::regclass and not granted`
      await vi.waitUntil(async () => (await waits()).length === 1, { timeout: 30_000, interval: 20 })
      // Its turn comes after that of taxes.
      await other`insert into users (id, email, name, language, created_at, updated_at) values (${'b'.repeat(24)}, 'late@example.test', 'Late', 'en', now(), now())`
    })
    expect(await saving).toMatchObject({ tables: { businesses: 1, users: 0 } })
    await other.end()
  })
})

test('every row is in it, also where the owner has the rights of the program’s role only when he takes it on', async () => {
  await withDatabase(freshDatabase, async (owner, url) => {
    await addBusiness(owner, 'Duka')
    await owner.begin(async (tx) => {
      await tx`select set_config('app.business_id', ${'a'.repeat(24)}, true)`
      await tx`insert into counters (business_id, series, next) values (${'a'.repeat(24)}, 'event', 7)`
    })
    const name = `kusanya_${randomBytes(8).toString('hex')}`
    const password = randomBytes(8).toString('hex')
    await owner.unsafe(`create role ${name} login noinherit password '${password}'`)
    await owner.unsafe(`grant kusanya_app to ${name}; grant select on all tables in schema public to ${name}`)
    const address = Object.assign(new URL(url), { username: name, password })
    const strict = connect(address.href, { max: 1 })
    expect(await save(strict, named('strict.tar'))).toMatchObject({ tables: { businesses: 1, counters: 1 } })
    await strict.end()
    await owner.unsafe(`revoke all on all tables in schema public from ${name}; drop role ${name}`)
  })
})

test('an older one has its tables made as they were, and brought up to date with its rows', async () => {
  const isEarlier = (name: string) => name < '0018'
  await withDatabase(bareDatabase, async (owner) => {
    await migrate(owner, new Date(), migrationNames().filter(isEarlier))
    await addBusiness(owner, 'Old')
    await save(owner, named('older.tar'))
  })
  await withDatabase(bareDatabase, async (owner) => {
    const { migrated } = await load(owner, named('older.tar'))
    expect(migrated).toEqual(migrationNames().filter((name) => !isEarlier(name)))
    expect(await owner`select name from businesses`).toMatchObject([{ name: 'Old' }])
  })
  await withDatabase(freshDatabase, async (owner) => {
    await expect(load(owner, named('older.tar'))).rejects.toThrow('not those of the backup')
  })
})

test.each([
  [
    'a newer one',
    (owner: Sql) => owner`insert into migrations (name, hash, applied_at) values ('9999_x.sql', 'x', now())`,
    'is of a newer Kusanya',
  ],
  [
    'one of other tables',
    (owner: Sql) => owner`update migrations set hash = 'x' where name like '0011%'`,
    '0011_trust.sql is another one',
  ],
])('%s is refused before anything is made', async (name, change, said) => {
  await withDatabase(freshDatabase, async (owner) => {
    await change(owner)
    await save(owner, named(name))
  })
  await withDatabase(bareDatabase, async (owner) => {
    await expect(load(owner, named(name))).rejects.toThrow(said)
    expect(await owner`select from pg_class where relnamespace = 'public'::regnamespace`).toHaveLength(0)
  })
})

test('rows that do not come back as they were saved leave nothing behind', async () => {
  await withDatabase(freshDatabase, async (owner) => {
    await addBusiness(owner, 'Duka')
    await save(owner, named('changed.tar'))
  })
  const opened = await openBackup(named('changed.tar'), masterKey)
  const changed = async function* (table: SavedTable) {
    for await (const line of opened.lines(table)) yield line.replace('Duka', 'Duku')
  }
  await withDatabase(freshDatabase, async (owner) => {
    await expect(loadBackup(owner, { ...opened, lines: changed })).rejects.toThrow('businesses is not the same after')
    expect(await owner`select from businesses`).toHaveLength(0)
    expect(await owner`select from pg_class where relname = 'invoices' and relforcerowsecurity`).toHaveLength(1)
  })
  await opened.close()
})
