import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import type { Config } from '../config.ts'
import { connect, type Sql } from '../db/sql.ts'
import { buildApp, type App } from '../http/app.ts'
import { makeApiKey } from '../secrets/api-key.ts'

let w: World
const ending: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  w = await world()
})
afterAll(async () => {
  for (const end of ending) await end()
  await w.end()
})
beforeEach(() => w.advance('PT1M'))

/** One more process on the same database, with connections, memory and limits of its own. */
async function anotherProcess(limits: Partial<Config>): Promise<{ app: App; transactions: () => number }> {
  const sql = connect(w.databaseUrl, { role: 'kusanya_app', max: 4 })
  let begun = 0
  const counting = new Proxy(sql, {
    get: (target, name) => {
      if (name === 'begin') begun++
      return Reflect.get(target, name) as unknown
    },
  }) as Sql
  const app = await buildApp({ ...w.ctx, sql: counting, config: { ...w.ctx.config, ...limits } })
  ending.push(
    () => app.close(),
    () => sql.end(),
  )
  return { app, transactions: () => begun }
}

/** Asks for nothing that is there, so that all a request costs is that it is let through. */
const ask = (app: App, authorization: string, url = '/business/nothing') =>
  app.inject({ method: 'GET', url, headers: { authorization } })

async function askOften(apps: App[], secret: string, times: number) {
  const answers = await Promise.all(
    apps.flatMap((app) => Array.from({ length: times }, async () => (await ask(app, secret)).statusCode)),
  )
  return answers.filter((status) => status !== 429).length
}

describe('the requests of a key', () => {
  test('are, in each minute, never more than its limit over two processes, and hardly fewer', async () => {
    const { apiKey } = await w.stranger()
    const processes = await Promise.all([1, 2].map(() => anotherProcess({ requestsPerMinute: 100 })))
    const apps = processes.map(({ app }) => app)
    for (let minute = 0; minute < 5; minute++) {
      const passed = await askOften(apps, apiKey, 150)
      expect(passed).toBeLessThanOrEqual(100)
      // A twentieth at most may lie unspent with the other one.
      expect(passed).toBeGreaterThanOrEqual(95)
      await w.advance('PT1M')
    }
  })

  test('may all be made through one process when the others are idle', async () => {
    const { apiKey } = await w.stranger()
    const { app } = await anotherProcess({ requestsPerMinute: 100 })
    expect(await askOften([app], apiKey, 150)).toBe(100)
  })

  test('cost about twenty transactions in a minute, however many they are', async () => {
    const { apiKey } = await w.stranger()
    const { app, transactions } = await anotherProcess({ requestsPerMinute: 2000 })
    expect(await askOften([app], apiKey, 3000)).toBe(2000)
    expect(transactions()).toBe(21)
  })

  test('are counted for each key by itself', async () => {
    const one = await w.stranger()
    const { app } = await anotherProcess({ requestsPerMinute: 10 })
    expect(await askOften([app], one.apiKey, 15)).toBe(10)
    expect((await ask(app, w.apiKey)).statusCode).toBe(404)
  })

  test('are as many as its business was given; without limit at 0, and then not spoken of', async () => {
    const { app } = await anotherProcess({ requestsPerMinute: 10 })
    const [generous, unlimited] = [await w.stranger(), await w.stranger()]
    const owner = w.owner()
    await owner`update businesses set requests_per_minute = 30 where id = ${generous.businessId}`
    await owner`update businesses set requests_per_minute = 0 where id = ${unlimited.businessId}`
    await owner.end()
    expect(await askOften([app], generous.apiKey, 40)).toBe(30)
    expect(await askOften([app], unlimited.apiKey, 40)).toBe(40)
    expect(Object.keys((await ask(app, unlimited.apiKey)).headers).join()).not.toContain('ratelimit')
  })

  test('beyond the limit are answered 429 as documented, with whole seconds, and do nothing', async () => {
    const { apiKey, businessId } = await w.stranger()
    const { app } = await anotherProcess({ requestsPerMinute: 3 })
    await w.advance('PT12S')
    const create = () =>
      app.inject({
        method: 'POST',
        url: '/business/tax/create',
        headers: { authorization: apiKey },
        payload: { name: 'VAT', rate: 16 },
      })
    const answers = [await create(), await create(), await create(), await create()]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 429])
    const reset = Date.parse('2031-03-01T08:15:00Z') / 1000
    for (const [index, { headers }] of answers.entries()) {
      expect(headers['x-ratelimit-limit']).toBe('3')
      expect(headers['x-ratelimit-remaining']).toBe(String(Math.max(0, 2 - index)))
      const left = Number(headers['x-ratelimit-reset']) - w.ctx.now().getTime() / 1000
      expect([Number(headers['x-ratelimit-reset']) > reset, left]).toEqual([true, 48])
    }
    expect(answers[3]?.headers['retry-after']).toBe('48')
    expect(answers[3]?.json()).toEqual({
      success: false,
      error: 'Rate limit exceeded. Please try again later.',
      retry_after: 48,
    })
    const owner = w.owner()
    await owner`alter table taxes no force row level security`
    const made = await owner`select id from taxes where business_id = ${businessId}`
    await owner.end()
    expect(made).toHaveLength(3)
    await w.advance('PT48S')
    expect((await create()).statusCode).toBe(201)
  })

  test('count, and are told of, also when they are refused for want of a scope', async () => {
    const { app } = await anotherProcess({ requestsPerMinute: 2 })
    const { body } = await w.call('POST', '/business/key/create', { name: 'Writer', scopes: ['write'] })
    const statuses = []
    for (let n = 0; n < 3; n++) {
      const { statusCode, headers } = await ask(app, body.data.secret, '/business/tax/list')
      statuses.push([statusCode, headers['x-ratelimit-remaining']])
    }
    expect(statuses).toEqual([
      [403, '1'],
      [403, '0'],
      [429, '0'],
    ])
  })

  test('leave no trace of minutes that are long past', async () => {
    const { apiKey, businessId } = await w.stranger()
    const { app } = await anotherProcess({ requestsPerMinute: 10 })
    for (let minute = 0; minute < 15; minute++) {
      await ask(app, apiKey)
      await w.advance('PT1M')
    }
    const owner = w.owner()
    await owner`alter table request_minutes no force row level security`
    const kept = await owner`select minute_at from request_minutes where business_id = ${businessId}`
    await owner.end()
    expect(kept.length).toBeLessThanOrEqual(11)
  })
})

describe('an address that guesses', () => {
  const wrong = () => makeApiKey('test', randomBytes(32))
  const code = () => randomBytes(40).toString('base64url').replace(/[-_]/g, 'x').slice(0, 22)

  test('keys is answered 429 after as many as are allowed in a minute; a right key from there still passes', async () => {
    const { app } = await anotherProcess({ guessesPerMinute: 5 })
    const statuses = []
    for (let n = 0; n < 7; n++) statuses.push((await ask(app, n % 2 ? wrong() : 'nonsense')).statusCode)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    const told = await ask(app, wrong())
    expect([told.headers['retry-after'], told.json().retry_after]).toEqual(['60', 60])
    expect((await ask(app, w.apiKey)).statusCode).toBe(404)
    await w.advance('PT1M')
    expect((await ask(app, wrong())).statusCode).toBe(401)
  })

  test('codes of payment links likewise, whatever form it asks for; payers and Safaricom get through', async () => {
    const { app } = await anotherProcess({ guessesPerMinute: 4 })
    const link = await w.call('POST', '/business/payment-link/create', { title: 'Fees', amount: 100 })
    const right = new URL(link.body.data.shorturl as string).pathname
    const open = async (url: string) => (await app.inject({ method: 'GET', url })).statusCode
    const tries = [`/pay/${code()}`, `/pay/${code()}.json`, `/qr/${code()}.png`, `/pay/${code()}`]
    expect(await Promise.all(tries.map(open))).toEqual([404, 404, 404, 404])
    expect(await Promise.all(tries.map(open))).toEqual([429, 429, 429, 429])
    expect([await open(right), await open(`${right}.json`)]).toEqual([200, 200])
    const hooks = `/hooks/${w.ctx.vault.path('callbacks', w.businessId)}/c2b/confirmation`
    const calls = Array.from(
      { length: 50 },
      async () => (await app.inject({ method: 'POST', url: hooks, payload: '{}' })).statusCode,
    )
    expect(new Set(await Promise.all(calls))).toEqual(new Set([200]))
    const strange = `/hooks/${'0'.repeat(32)}/c2b/confirmation`
    for (let n = 0; n < 6; n++) {
      expect((await app.inject({ method: 'POST', url: strange, payload: '{}' })).statusCode).toBe(404)
    }
  })
})
