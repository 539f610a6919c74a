import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { migrationNames } from '@kusanya/server/db/migrate.ts'
import { connect, type Sql } from '@kusanya/server/db/sql.ts'
import { bareDatabase, freshDatabase } from '../../../test/databases.ts'
import { addBusiness, masterKey, save } from '../../test/backups.ts'
import { kusanya } from '../../test/kusanya.ts'
import type { Manifest } from './manifest.ts'
import { openBackup } from './open.ts'
import { headerOf } from './tar.ts'

// Some commands are processes of their own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const folder = mkdtempSync(path.join(os.tmpdir(), 'kusanya-archive-'))
const place = path.join(folder, 'whole.tar')
let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Sql
beforeAll(async () => {
  database = await freshDatabase()
  owner = connect(database.url, { max: 1 })
  await addBusiness(owner, 'Duka')
  await save(owner, place)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

const env = (more: Record<string, string> = {}) => ({
  DATABASE_URL: database.url,
  KUSANYA_MASTER_KEY: masterKey.toString('hex'),
  KUSANYA_DATA: path.join(folder, 'data'),
  ...more,
})
const leftBehind = () => readdirSync(folder).filter((name) => /partial|never|^n\.tar$/.test(name))

test('it is for its owner only, and any tar unpacks it', () => {
  expect(statSync(place).mode & 0o777).toBe(0o600)
  execFileSync('tar', ['-xf', place, '-C', folder])
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest
  expect(manifest.migrations.map(({ name }) => name)).toEqual(migrationNames())
  expect(readdirSync(path.join(folder, 'tables'))).toHaveLength(manifest.tables.length)
  expect(execFileSync('gzip', ['-dc', path.join(folder, 'tables/businesses.ndjson.gz')]).toString()).toMatch(
    /^\{"id":"a{24}","name":"Duka",.*\}\n$/,
  )
})

test('a file of more than 8 GiB has its size in the header', () => {
  const header = headerOf('tables/events.ndjson.gz', 2 ** 33 + 5, new Date(0))
  expect([header[124], header.readBigUInt64BE(128)]).toEqual([0x80, 2n ** 33n + 5n])
})

test('it is whole and of this key, or it is refused before anything is done', async () => {
  const whole = readFileSync(place)
  const spoilt = (at: number) => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    return bytes
  }
  const bad = path.join(folder, 'bad.tar')
  for (const [bytes, said] of [
    [spoilt(530), 'The backup is damaged: tables/'],
    [spoilt(20), 'The backup is damaged: there is no file at byte 0'],
    [spoilt(whole.indexOf('"rows": ') + 8), 'The backup was changed after it was made'],
    [spoilt(whole.indexOf('"madeAt"') + 1), 'The backup was changed after it was made'],
    [spoilt(whole.indexOf('manifest.hmac') + 512), 'The backup was changed after it was made'],
    [spoilt(whole.indexOf('{\n  "form"')), 'The backup is damaged: its manifest cannot be read'],
    [whole.subarray(0, -3000), 'The backup is damaged: it ends too early'],
    [Buffer.from('nothing of the kind'), 'The backup is damaged: it ends too early'],
    [Buffer.alloc(1024), 'The backup is damaged: manifest.json is missing'],
  ] as const) {
    writeFileSync(bad, bytes)
    await expect(openBackup(bad, masterKey), said).rejects.toMatchObject({ message: expect.stringContaining(said) })
  }
  await expect(openBackup(place, Buffer.alloc(32, 8))).rejects.toThrow('belongs to another master key')
  await expect(openBackup(path.join(folder, 'gone.tar'), masterKey)).rejects.toThrow('There is no file')
  await expect(openBackup(folder, masterKey)).rejects.toThrow('It is a folder')
})

test('it can be examined without a database, and not without the key', async () => {
  const well = await kusanya(['restore', place, '--check', '--json'], env({ DATABASE_URL: '' }))
  expect([well.code, JSON.parse(well.out)]).toMatchObject([0, { tables: { businesses: 1 } }])
  const lost = await kusanya(['restore', place, '--check'], env({ KUSANYA_MASTER_KEY: '' }))
  expect([lost.code, lost.err]).toEqual([
    1,
    expect.stringMatching(/^There is no master key here.\n→ Set KUSANYA_MASTER_KEY/),
  ])
  expect(readdirSync(folder)).not.toContain('data')
})

test('it is not written over another, nor where it cannot be, and what is broken off leaves none', async () => {
  const twice = await kusanya(['backup', place], env())
  expect([twice.code, twice.err]).toEqual([2, expect.stringContaining('is there already')])
  const nowhere = await kusanya(['backup', path.join(folder, 'no/where.tar')], env())
  expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining('There is no folder for')])
  const bare = await bareDatabase()
  const nothing = await kusanya(['backup', path.join(folder, 'n.tar')], env({ DATABASE_URL: bare.url }))
  await bare.drop()
  expect([nothing.code, nothing.err]).toEqual([1, expect.stringContaining('There are no tables of Kusanya')])
  await expect(save(owner, path.join(folder, 'never.tar'), AbortSignal.abort())).rejects.toThrow()
  expect(leftBehind()).toEqual([])
})
