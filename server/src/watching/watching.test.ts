import { demoShortcodes } from '@kusanya/simulator'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { connect } from '../db/sql.ts'
import { buildApp } from '../http/app.ts'
import { serveWatchers } from './serve.ts'

let w: World
let url: string
let server: ReturnType<typeof serveWatchers>
beforeAll(async () => {
  w = await world()
  server = serveWatchers(w.ctx)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await w.end()
})

const ask = async (path: string, from = w.ctx.publicUrl) => {
  const response = await fetch(from + path)
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}
/** The figure that a line of /metrics says; 0 when there is no such line. */
const figure = async (line: string) => {
  const { text } = await ask('/metrics', url)
  return Number(
    text
      .split('\n')
      .find((one) => one.startsWith(`${line} `))
      ?.split(' ')
      .at(-1) ?? 0,
  )
}

describe('GET /readyz', () => {
  test('200 while the database answers and its tables are those of the code, on both ports', async () => {
    for (const from of [w.ctx.publicUrl, url]) {
      expect(await ask('/readyz', from)).toMatchObject({ status: 200, text: '{"status":"ready"}' })
      expect(await ask('/healthz', from)).toMatchObject({ status: 200, text: '{"status":"ok"}' })
    }
  })

  test('503 with the reason when a migration is missing', async () => {
    const owner = w.owner()
    await owner`update migrations set name = 'gone' where name = '0015_keys.sql'`
    const { status, text } = await ask('/readyz')
    await owner`update migrations set name = '0015_keys.sql' where name = 'gone'`
    await owner.end()
    expect([status, JSON.parse(text)]).toEqual([
      503,
      { status: 'not ready', reasons: ['migration not applied: 0015_keys.sql'] },
    ])
  })

  test('503 when the database is away, without saying where it is; the process is still healthy', async () => {
    const sql = connect('postgres://kusanya:secret@127.0.0.1:1/nowhere')
    const log = w.ctx.log.child({}, { level: 'silent' })
    const app = await buildApp({ ...w.ctx, sql, log })
    const answer = await app.inject('/readyz')
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      { status: 'not ready', reasons: ['database: unreachable'] },
    ])
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    await app.close()
    await sql.end()
  })

  test('503 while stopping; other requests are answered, and their connections told to close', async () => {
    w.ctx.stopping = true
    const { status, text } = await ask('/readyz')
    const other = await w.call('GET', '/business/tax/list')
    w.ctx.stopping = false
    expect([status, JSON.parse(text).reasons]).toEqual([503, ['stopping']])
    expect([other.status, other.headers.get('connection')]).toEqual([200, 'close'])
    expect((await w.call('GET', '/business/tax/list')).headers.get('connection')).toBe('keep-alive')
  })
})

describe('GET /metrics', () => {
  test('is not on the public port', async () => {
    expect((await ask('/metrics')).status).toBe(404)
    expect((await ask('/other', url)).status).toBe(404)
    expect(await ask('/metrics', url)).toMatchObject({ status: 200, type: expect.stringContaining('text/plain') })
  })

  test('counts requests by route, never by address', async () => {
    const line = 'kusanya_http_request_seconds_count{method="GET",route="/business/tax/details/:id",status="404"}'
    const before = await figure(line)
    await w.call('GET', '/business/tax/details/254712345678')
    await w.call('GET', '/no/such/thing/254712345678')
    expect(await figure(line)).toBe(before + 1)
    const { text } = await ask('/metrics', url)
    expect(text).toContain('route="none",status="404"')
    expect(text).not.toContain('254712345678')
  })

  test('shows callbacks as they come, wait and are settled, and money that belongs to nobody', async () => {
    expect(await figure('kusanya_unmatched_shillings')).toBe(0)
    w.simulator.addPhone({ msisdn: '254700000009', name: 'Njeri', balance: 5_000, pin: '1234' })
    const hook = `/hooks/${w.ctx.vault.path('callbacks', w.businessId)}/c2b/confirmation`
    const body = {
      TransactionType: 'Pay Bill',
      TransID: 'TST31HA2AB',
      TransTime: '20310301111500',
      TransAmount: '250.00',
      BusinessShortCode: demoShortcodes.bills,
      BillRefNumber: 'NOBODYS',
      MSISDN: '254700000009',
      FirstName: 'Njeri',
    }
    for (const payload of [JSON.stringify(body), 'nonsense']) {
      const sent = await fetch(w.ctx.publicUrl + hook, { method: 'POST', body: payload })
      expect(sent.status).toBe(200)
    }
    expect(await figure('kusanya_callbacks_received_total{road="c2b"}')).toBe(2)
    await w.advance('PT1M')
    expect(await figure('kusanya_queue_due{queue="callbacks"}')).toBe(2)
    expect(await figure('kusanya_queue_oldest_seconds{queue="callbacks"}')).toBe(60)
    await w.work()
    expect(await figure('kusanya_callbacks_settled_total{outcome="arrival"}')).toBe(1)
    expect(await figure('kusanya_callbacks_settled_total{outcome="nonsense"}')).toBe(1)
    expect(await figure('kusanya_queue_due{queue="callbacks"}')).toBe(0)
    await w.advance('PT1M')
    expect(await figure('kusanya_unmatched_shillings')).toBe(250)
  })

  test('counts bills and webhooks by what became of them', async () => {
    const invoice = {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate: 9 }],
      duedate: '2031-04-01',
    }
    await w.call('POST', '/business/webhook/create', { url: 'http://127.0.0.1:9/hook' })
    await w.call('POST', '/business/invoice/create', invoice)
    await w.work()
    expect(await figure('kusanya_pushes_total{outcome="sent"}')).toBe(1)
    expect(await figure('kusanya_deliveries_total{outcome="failed"}')).toBeGreaterThan(0)
  }, 60_000)

  test('counts refusals for too many requests, and says whether the process is ready', async () => {
    // In a minute of which the other limit has granted nothing yet.
    await w.advance('PT1M')
    const app = await buildApp({ ...w.ctx, config: { ...w.ctx.config, requestsPerMinute: 1 } })
    for (let n = 0; n < 2; n++) await app.inject({ url: '/business/tax/list', headers: { authorization: w.apiKey } })
    await app.close()
    expect(await figure('kusanya_limited_total')).toBe(1)
    expect(await figure('kusanya_db_transactions{state="open"}')).toBe(0)
    expect(await figure('kusanya_db_transactions{state="waiting"}')).toBe(0)
    expect(await figure('kusanya_ready')).toBe(1)
  })
})
