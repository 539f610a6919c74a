import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Kusanya, type KusanyaError, type KusanyaOptions } from './index.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

type Reply = Response | Error | 'nothing'
const done = () => Response.json({ success: true, data: { _id: '1' } }, { status: 201 })
const refusal = (status: number, headers: Record<string, string> = {}) =>
  Response.json({ success: false, error: `no ${status}` }, { status, headers })

/** A client whose server gives these replies in turn; and what it was sent. */
function client(replies: Reply[], options: KusanyaOptions = {}) {
  const sent: { at: number; key: string | null; body: unknown }[] = []
  const start = Date.now()
  const fetch: typeof globalThis.fetch = (_, init) => {
    const key = new Headers(init?.headers).get('idempotency-key')
    sent.push({ at: Date.now() - start, key, body: init?.body })
    const reply = replies.shift() ?? new Error('asked too often')
    if (reply instanceof Response) return Promise.resolve(reply)
    if (reply instanceof Error) return Promise.reject(reply)
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))
    })
  }
  return { kusanya: new Kusanya({ apiKey: 'cs_test_x', baseUrl: 'http://127.0.0.1:1', ...options, fetch }), sent }
}

async function outcome<T>(call: Promise<T>): Promise<T | KusanyaError> {
  const settled = call.catch((error: KusanyaError) => error)
  await vi.runAllTimersAsync()
  return await settled
}

const bill = { name: 'Term 1 fees', amount: 1 }
const make = (kusanya: Kusanya) => kusanya.paymentLinks.create(bill as never)

test.each([429, 502, 503, 504])('a create is sent again after %i, under one key', async (status) => {
  const { kusanya, sent } = client([refusal(status), new TypeError('cut'), done()])
  expect(await outcome(make(kusanya))).toMatchObject({ id: '1' })
  expect(sent).toHaveLength(3)
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(new Set(sent.map(({ key, body }) => `${key} ${String(body)}`)).size).toBe(1)
})

test.each([400, 401, 403, 404, 409, 500])('%i would be said again, so it is not asked again', async (status) => {
  const { kusanya, sent } = client([refusal(status), done()])
  expect(await outcome(make(kusanya))).toMatchObject({ name: 'KusanyaError', status, error: `no ${status}` })
  expect(sent).toHaveLength(1)
})

test('two creates have two keys, a GET has none, and a given key is used', async () => {
  const { kusanya, sent } = client([done(), done(), done(), done()])
  await make(kusanya)
  await make(kusanya)
  await kusanya.invoices.get('1')
  await kusanya.paymentLinks.create(bill as never, { idempotencyKey: 'order-7' })
  expect(sent[0]?.key).not.toBe(sent[1]?.key)
  expect(sent.slice(2).map(({ key }) => key)).toEqual([null, 'order-7'])
})

test('Retry-After is waited out, and a little longer', async () => {
  const { kusanya, sent } = client([refusal(429, { 'retry-after': '7' }), done()])
  await outcome(make(kusanya))
  expect(sent[1]?.at).toBeGreaterThanOrEqual(7_000)
  expect(sent[1]?.at).toBeLessThan(7_500)
})

test('what asks for more time than there is, is told at once', async () => {
  const { kusanya, sent } = client([refusal(429, { 'retry-after': '300' }), done()])
  const error = await outcome(make(kusanya))
  expect(error).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 300, idempotencyKey: sent[0]?.key })
  expect(sent).toHaveLength(1)
})

test('after the last attempt the last error is told', async () => {
  const { kusanya, sent } = client([new TypeError('a'), new TypeError('b'), refusal(503)], { retries: 2 })
  expect(await outcome(make(kusanya))).toMatchObject({ status: 503, code: 'server_error' })
  expect(sent).toHaveLength(3)
})

test('the caller’s signal ends a call and a wait, with its own reason', async () => {
  const during = client(['nothing'])
  const stop = new AbortController()
  const call = during.kusanya.invoices.get('1', { signal: stop.signal })
  setTimeout(() => stop.abort(new Error('enough')), 10)
  expect(await outcome(call)).toMatchObject({ message: 'enough' })
  const waiting = client([refusal(503, { 'retry-after': '60' }), done()])
  const later = new AbortController()
  setTimeout(() => later.abort(new Error('enough')), 5_000)
  const start = Date.now()
  expect(await outcome(waiting.kusanya.invoices.get('1', { signal: later.signal }))).toMatchObject({
    message: 'enough',
  })
  expect(Date.now() - start).toBe(5_000) // and not when the wait would have been over
  expect(waiting.sent).toHaveLength(1)
  const before = client([done()])
  expect(await outcome(before.kusanya.invoices.get('1', { signal: stop.signal }))).toMatchObject({ message: 'enough' })
  expect(before.sent).toHaveLength(0)
})

test('an attempt without an answer ends in time and is made again; in all there is a deadline', async () => {
  vi.useRealTimers()
  const { kusanya, sent } = client(['nothing', done()], { timeoutMs: 20 })
  expect(await make(kusanya)).toMatchObject({ id: '1' })
  expect(sent).toHaveLength(2)
  const hanging = client(['nothing', 'nothing', 'nothing'], { timeoutMs: 20, deadlineMs: 30 })
  const error = await make(hanging.kusanya).catch((error: unknown) => error)
  expect(error).toMatchObject({ code: 'timeout', status: null, idempotencyKey: hanging.sent[0]?.key })
  expect(hanging.sent).toHaveLength(1)
})

test('what is no answer of Kusanya is not taken for one', async () => {
  const page = new Response('<h1>It works!</h1>', { headers: { 'content-type': 'text/html' } })
  expect(await outcome(make(client([page]).kusanya))).toMatchObject({ code: 'unreadable', status: 200 })
  const moved = new Response(null, { status: 301, headers: { location: 'https://kusanya.example.org/' } })
  const { kusanya, sent } = client([moved])
  expect(await outcome(make(kusanya))).toMatchObject({ code: 'unreadable', status: 301 })
  expect(sent).toHaveLength(1)
})

test('null is for a thing that is missing, not for an address that is wrong', async () => {
  const said = (error: string) => Response.json({ success: false, error }, { status: 404 })
  expect(await client([said('Invoice not found')]).kusanya.invoices.get('1')).toBeNull()
  expect(await outcome(client([said('Not found')]).kusanya.invoices.get('1'))).toMatchObject({ code: 'not_found' })
  const error = await outcome(client([new Response('', { status: 404 })]).kusanya.invoices.get('1'))
  expect(error).toMatchObject({ status: 404, error: 'HTTP 404' })
})

test('options that make no sense are refused when the client is made', () => {
  expect(() => new Kusanya({ apiKey: 'x', baseUrl: 'localhost:4000' })).toThrow('baseUrl must be')
  expect(() => new Kusanya({ apiKey: 'x', retries: -1 })).toThrow('retries must be')
  expect(() => new Kusanya({ apiKey: 'x', timeoutMs: Number.NaN })).toThrow('timeoutMs must be')
})
