import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type Postgres from 'postgres'
import { postgres } from '../db/driver.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPostgres } from './postgres.ts'
import type { EmbeddedPostgres } from './postgres.ts'
import { placeForTemporary } from './postgres-temporary.ts'
import { connectTo } from '../db/postgres-url.ts'

let directory: string
const started: EmbeddedPostgres[] = []

beforeEach(() => {
  directory = fs.mkdtempSync(path.join(placeForTemporary(), 'kusanya-embedded-'))
})

afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  fs.rmSync(directory, { recursive: true })
})

async function start(where = directory): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ directory: where })
  started.push(server)
  return server
}

/** Another process starts it and dies at once, without stopping it. @returns its pid and whether it was adopted */
async function startElsewhere(): Promise<{ pid: number; adopted: boolean }> {
  const program = `
    import { startPostgres } from ${JSON.stringify(path.join(import.meta.dirname, 'postgres.ts'))}
    const { pid, adopted } = await startPostgres({ directory: process.argv[1] })
    process.stdout.write(JSON.stringify({ pid, adopted }), () => process.kill(process.pid, 'SIGKILL'))`
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, directory])
  const { stdout } = await run.catch((killed: { stdout: string; stderr: string }) => killed)
  return JSON.parse(stdout) as { pid: number; adopted: boolean }
}

async function ask<T>(url: string, question: (sql: Postgres.Sql) => Promise<T>): Promise<T> {
  const [plain, options] = connectTo(url)
  const sql = postgres(plain, { ...options, max: 1, onnotice: () => {} })
  try {
    return await question(sql)
  } finally {
    await sql.end()
  }
}

const writeRow = (url: string) => ask(url, (sql) => sql`create table kept as select 1 as n`)
const readRows = (url: string) => ask(url, async (sql) => [...(await sql`select n from kept`)])

test('a first start gives a database whose owner may create roles and databases but is no superuser', async () => {
  const { url, adopted } = await start()
  expect(adopted).toBe(false)
  const [answer] = await ask(
    url,
    (sql) => sql`
      select rolname, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, current_database() as name,
        pg_get_userbyid(datdba) as owner, current_setting('fsync') as fsync, current_setting('listen_addresses') as tcp
      from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  expect(answer).toEqual({
    rolname: 'kusanya',
    rolsuper: false,
    rolcreaterole: true,
    rolcreatedb: true,
    rolbypassrls: false,
    name: 'kusanya',
    owner: 'kusanya',
    fsync: 'on',
    tcp: '',
  })
})

test('what was written is there after a stop and a start', async () => {
  const first = await start()
  await writeRow(first.url)
  await first.stop()
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await readRows(second.url)).toEqual([{ n: 1 }])
})

test('what was committed is there after kill -9 of the server', async () => {
  const first = await start()
  await writeRow(first.url)
  process.kill(first.pid, 'SIGKILL')
  const second = await start()
  expect(second.pid).not.toBe(first.pid)
  expect(await readRows(second.url)).toEqual([{ n: 1 }])
})

test('a server whose parent was killed is adopted', async () => {
  const orphan = await startElsewhere()
  const server = await start()
  expect(server).toMatchObject({ pid: orphan.pid, adopted: true })
  await writeRow(server.url)
})

test('a number in postmaster.pid that now belongs to a stranger does not stop the start', async () => {
  await (await start()).stop()
  fs.writeFileSync(path.join(directory, 'pgdata/postmaster.pid'), `${process.pid}\n${directory}/pgdata\n0\n5432\n`)
  expect(await start()).toMatchObject({ adopted: false })
})

test('of processes that start it at once, one starts it and the others adopt it', async () => {
  const servers = await Promise.all([startElsewhere(), startElsewhere(), startElsewhere()])
  await start()
  expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1)
  expect(servers.filter(({ adopted }) => !adopted)).toHaveLength(1)
})

test('a start that was killed while it prepared the cluster is made good by the next', async () => {
  fs.mkdirSync(path.join(directory, 'pgdata.init'))
  fs.writeFileSync(path.join(directory, 'pgdata.init/PG_VERSION'), '18\n')
  await writeRow((await start()).url)
})

test('a path too long for a socket is no hindrance', async () => {
  const deep = path.join(directory, ...Array<string>(4).fill('a-directory-with-a-rather-long-name'))
  const { url } = await start(deep)
  await writeRow(url)
  expect(await start(deep)).toMatchObject({ adopted: true })
})

test('a directory that a comma, a space and a quote are in is no hindrance', async () => {
  await writeRow((await start(path.join(directory, `odd, "place" isn't it`))).url)
})

test('a setting the server refuses is an error in the words of the server', async () => {
  await expect(startPostgres({ directory, settings: { work_mem: 'plenty' } })).rejects.toThrow(
    /invalid value for parameter "work_mem"[^]*DATABASE_URL/,
  )
})
