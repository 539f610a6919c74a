import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext } from '../server/src/context.ts'
import { connect, inBusiness, type Sql } from '../server/src/db/sql.ts'
import { masterKey, startApi, type ApiProcess } from './api-process.ts'
import { freshDatabase } from './databases.ts'

const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-shutdown-'))
let database: Awaited<ReturnType<typeof freshDatabase>>
let sql: Sql
let business: { businessId: string; apiKey: string }
let server: ApiProcess

beforeEach(async () => {
  database = await freshDatabase()
  sql = connect(database.url, { role: 'kusanya_app', max: 4 })
  const ctx = createContext({
    sql,
    now: () => new Date(),
    publicUrl: '',
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    masterKey,
    post: () => Promise.reject(new Error('no webhooks here')),
  })
  business = await createBusiness(sql, ctx, { name: 'Duka', mode: 'test' })
  server = await startApi(database.url, directory)
})
afterEach(async () => {
  server.process.kill('SIGKILL')
  await sql.end()
  await database.drop()
  rmSync(directory, { recursive: true, force: true })
})

const createTax = (pool: Pool, name: string) =>
  pool.request({
    method: 'POST',
    path: '/business/tax/create',
    headers: { authorization: business.apiKey, 'content-type': 'application/json' },
    body: JSON.stringify({ name, rate: 16 }),
  })

test('SIGTERM under load: /readyz fails first, and every request is answered until nobody sends any more', async () => {
  const pool = new Pool(server.url, { connections: 16 })
  const failed: unknown[] = []
  let [answered, afterSignal, closed, isReady, signalled] = [0, 0, 0, true, false]
  const caller = async (n: number) => {
    while (isReady) {
      try {
        const { statusCode, headers, body } = await createTax(pool, `VAT ${n}`)
        await body.dump()
        if (statusCode !== 201) failed.push(statusCode)
        answered++
        if (signalled) afterSignal++
        if (headers['connection'] === 'close') closed++
      } catch (error) {
        failed.push(error)
      }
    }
  }
  // What a proxy does: asks now and then, and turns away some time after the first no.
  const proxy = async () => {
    for (;;) {
      await pause(100)
      const { status } = await fetch(`${server.url}/readyz`)
      if (status !== 200) break
    }
    await pause(500)
    isReady = false
  }
  const callers = Array.from({ length: 16 }, (_, n) => caller(n))
  while (answered < 100) await pause(20)
  const exit = once(server.process, 'exit')
  signalled = true
  server.process.kill('SIGTERM')
  await Promise.all([...callers, proxy()])
  await pool.close()
  expect(failed).toEqual([])
  expect([afterSignal > 0, closed > 0]).toEqual([true, true])
  expect(await exit).toEqual([0, null])
  const kept = await inBusiness(
    sql,
    business.businessId,
    (tx) => tx<{ count: bigint }[]>`select count(*) as count from taxes where business_id = ${business.businessId}`,
  )
  expect(Number(kept[0]?.count)).toBe(answered)
}, 60_000)

test('SIGTERM while a request is at work: it is answered before the process ends', async () => {
  const pool = new Pool(server.url, { connections: 1 })
  let answer: ReturnType<typeof createTax> | undefined
  let exit: Promise<unknown[]> | undefined
  const owner = connect(database.url, { max: 1 })
  await owner.begin(async (tx) => {
    await tx`lock table taxes in access exclusive mode`
    answer = createTax(pool, 'Slow')
    answer.catch(() => {})
    await pause(500)
    exit = once(server.process, 'exit')
    server.process.kill('SIGTERM')
    await pause(3000)
    expect(server.process.exitCode).toBeNull()
  })
  expect((await answer)?.statusCode).toBe(201)
  expect(await exit).toEqual([0, null])
  await owner.end()
  await pool.destroy()
}, 60_000)
