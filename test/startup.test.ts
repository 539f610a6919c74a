import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { callbackUrls } from '../server/src/businesses/connect-shortcode.ts'
import { createBusiness } from '../server/src/businesses/create-business.ts'
import { readConfig } from '../server/src/config.ts'
import { createContext } from '../server/src/context.ts'
import { connect, inBusiness } from '../server/src/db/sql.ts'
import { masterKey, startApi } from './api-process.ts'
import { freshDatabase } from './databases.ts'
import { lineTo } from './line.ts'

test('an API started while the database is away takes callbacks, and hands them over when it is back', async () => {
  const database = await freshDatabase()
  const sql = connect(database.url, { role: 'kusanya_app', max: 2 })
  const line = await lineTo(database.url)
  const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-startup-'))
  const config = { ...readConfig({}), dataDirectory: directory }
  const means = { sql, now: () => new Date(), config, log: pino({ level: 'silent' }), masterKey }
  const ctx = createContext({ ...means, publicUrl: '', post: () => Promise.reject(new Error('no webhooks here')) })
  const { businessId } = await createBusiness(sql, ctx, { name: 'Duka', mode: 'test' })
  await line.cut()
  const api = await startApi(line.url, directory)
  onTestFinished(async () => {
    api.process.kill('SIGKILL')
    await sql.end()
    await line.close()
    await database.drop()
    rmSync(directory, { recursive: true, force: true })
  })

  expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${api.url}/readyz`)).status).toBe(503)
  const told = await fetch(api.url + callbackUrls(ctx, businessId).bill, { method: 'POST', body: '{"early":1}' })
  expect(told.status).toBe(200)
  expect(readdirSync(path.join(directory, 'spool'))).toHaveLength(1)

  await line.mend()
  const bodies = async () =>
    (
      await inBusiness(
        sql,
        businessId,
        (tx) =>
          tx<
            { body: string }[]
          >`select convert_from(body, 'utf8') as body from callbacks where business_id = ${businessId}`,
      )
    ).map(({ body }) => body)
  while ((await bodies()).length === 0) await pause(50)
  expect(await bodies()).toEqual(['{"early":1}'])
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200)
}, 60_000)

test('an API does not start on a server that forgets what it was told, nor stays on one', async () => {
  const database = await freshDatabase()
  const directory = mkdtempSync(path.join(os.tmpdir(), 'kusanya-startup-'))
  onTestFinished(async () => {
    await database.drop()
    rmSync(directory, { recursive: true, force: true })
  })
  const forgetful = new URL(database.url)
  forgetful.searchParams.set('options', '-c synchronous_commit=off')
  await expect(startApi(forgetful.href, directory)).rejects.toThrow('the server ended')

  const line = await lineTo(forgetful.href)
  await line.cut()
  const api = await startApi(line.url, directory)
  onTestFinished(() => void api.process.kill('SIGKILL'))
  const exit = new Promise((resolve) => api.process.once('exit', resolve))
  await line.mend()
  expect(await exit).toBe(1)
  await line.close()
}, 60_000)
