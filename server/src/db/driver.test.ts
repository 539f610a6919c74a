import { once } from 'node:events'
import { connect as connectSocket, createServer, type AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../test/databases.ts'
import { lineTo } from '../../../test/line.ts'
import { mended } from './driver.ts'
import { connect, type Sql, type Tx } from './sql.ts'

/** Nothing that nobody caught may be left by these: vitest fails a run that has any. */
const ends: (() => Promise<void>)[] = []
let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
  await pool(1)`create table notes (word text)`
})
afterAll(async () => {
  for (const end of ends) await end()
  await database.drop()
})

function pool(max: number, url = database.url) {
  const sql = connect(url, { max })
  ends.push(() => sql.end({ timeout: 1 }))
  return sql
}

const gone = { code: expect.stringMatching(/57P01|CONNECTION_CLOSED/) }

/** Ends the session of a transaction, and waits until the driver knows. */
async function cut(tx: Tx | Sql): Promise<void> {
  const [session] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
  const other = pool(1)
  await other`select pg_terminate_backend(${session?.pid ?? 0})`
  await pause(100)
}

test('a connection that died in a transaction is used again, and answers what is asked', async () => {
  const sql = pool(1)
  const work = sql.begin(async (tx) => {
    await cut(tx)
    await tx`select 'never' as word`
  })
  await expect(work).rejects.toMatchObject(gone)
  for (const word of ['one', 'two', 'three']) expect(await sql`select ${word} as word`).toEqual([{ word }])
})

test('a transaction whose connection died writes nothing more, whosever the connection is by then', async () => {
  const sql = pool(1)
  let refused: unknown
  const dead = sql.begin(async (tx) => {
    await cut(tx)
    const living = sql.begin(async (other) => {
      await other.unsafe(`insert into notes values ('living')`)
      refused = await tx.unsafe(`insert into notes values ('dead')`).catch((error: unknown) => error)
      await other.unsafe(`insert into notes values ('living too')`)
    })
    await living
  })
  await expect(dead).rejects.toMatchObject(gone)
  while (refused === undefined) await pause(10)
  expect(refused).toMatchObject(gone)
  const notes = async () =>
    (await sql.unsafe<{ word: string }[]>(`select word from notes order by word`)).map(({ word }) => word)
  while ((await notes()).length < 2) await pause(10)
  expect(await notes()).toEqual(['living', 'living too'])
})

test('what a transaction had not sent yet is refused with the rest', async () => {
  const sql = pool(1)
  let settled: PromiseSettledResult<unknown>[] | undefined
  const dead = sql.begin(async (tx) => {
    const [session] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    const both = Promise.allSettled([tx`select ${1}::int, pg_sleep(20)`, tx`select ${2}::int`])
    await pool(1)`select pg_terminate_backend(${session?.pid ?? 0})`
    settled = await both
  })
  await expect(dead).rejects.toMatchObject(gone)
  while (settled === undefined) await pause(10)
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('a connection kept for oneself refuses when it died', async () => {
  const sql = pool(1)
  const kept = await sql.reserve()
  await cut(kept)
  await expect(kept`select 'never' as word`).rejects.toMatchObject(gone)
})

test('a connection that is cut while it is new is made anew, and answers what is asked', async () => {
  const server = await leavingWhenAskedForTypes('and comes back')
  const sql = pool(1, server.url)
  for (const word of ['one', 'two']) expect(await sql`select ${word} as word`).toEqual([{ word }])
  server.close()
})

test('a server that goes away while a connection is new is a refusal like any other', async () => {
  const { url } = await leavingWhenAskedForTypes('for good')
  await expect(pool(1, url)`select 1`).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await pause(50)
})

/** A server that drops the first connection as soon as it is asked for the array types. */
async function leavingWhenAskedForTypes(how: 'for good' | 'and comes back') {
  const url = new URL(database.url)
  const target = { port: Number(url.port), host: url.hostname }
  let left = false
  const server = createServer((near) => {
    const far = connectSocket(target)
    for (const socket of [near, far]) socket.on('error', () => {}).on('close', () => (near.destroy(), far.destroy()))
    far.pipe(near)
    near.on('data', (bytes: Buffer) => {
      if (left || !bytes.includes('b.typarray')) return far.write(bytes)
      left = true
      if (how === 'for good') server.close()
      return near.end()
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: url.href, close: () => server.close() }
}

test('a line that is cut again and again: nobody waits for ever, and nobody gets what another one asked', async () => {
  const line = await lineTo(database.url)
  const sql = pool(4, line.url)
  let isOver = false
  let answered = 0
  const caller = async (n: number) => {
    while (!isOver) {
      const work = sql.begin(async (tx) => {
        const one = await tx`select ${`${n} one`} as word, pg_sleep(0.001)`.then(([row]) => row?.['word'])
        const two = await tx`select ${`${n} two`} as word`.then(([row]) => row?.['word'])
        return [one, two]
      })
      const got = await work.catch((error: { code: string }) => error.code)
      if (Array.isArray(got)) answered++
      expect(got).toEqual(Array.isArray(got) ? [`${n} one`, `${n} two`] : expect.stringMatching(/^ECONN|^CONN|^57P01/))
      await pause(1)
    }
  }
  const callers = Promise.all(Array.from({ length: 12 }, (_, n) => caller(n)))
  for (let n = 0; n < 25; n++) {
    await pause(10 + ((n * 37) % 60))
    await line.cut()
    await line.mend()
  }
  const before = answered
  while (answered < before + 100) await pause(10)
  isOver = true
  await callers
  await line.close()
})

test('another driver is not mended by chance', () => {
  expect(() => mended('index.js', 'export default 1')).toThrow('is not the one that is known here')
})
