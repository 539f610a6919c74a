import http from 'node:http'
import { expect, test } from 'vitest'
import { call, type Json, simulator } from './world.ts'

async function asking() {
  const daraja = await simulator()
  const ask = (path: string, body: unknown) =>
    call(`${daraja.url}/_sim${path}`, { method: 'POST', body: JSON.stringify(body) })
  return { daraja, ask }
}

test.each<[Json, string]>([
  [{ endpoint: 'bill-bulkk', kind: 'refused' }, 'bill-bulk,'],
  [{ endpoint: 5, kind: 'refused' }, 'oauth'],
  [{ endpoint: 'stk-push', kind: 'callback-lost' }, 'stk-callback'],
  [{ endpoint: 'stk-callback', kind: 'slow' }, 'stk-push'],
  [{ endpoint: 'c2b-validation', kind: 'callback-twice' }, 'c2b-confirmation'],
  [{ endpoint: 'stk-push', kind: 'queue-timeout' }, 'reversal'],
  [{ endpoint: '*', kind: 'slow', delay: 5 }, 'ms'],
  [{ endpoint: '*', kind: 'refused', ms: 5 }, 'errorCode'],
  [{ endpoint: '*', kind: 'slow', ms: 1e12 }, 'ms'],
  [{ endpoint: '*', kind: 'refused', status: 99 }, 'status'],
  [{ endpoint: '*', kind: 'refused', status: 600 }, 'status'],
  [{ endpoint: '*', kind: 'refused', status: '503' }, 'status'],
  [{ endpoint: '*', kind: 'refused', message: {} }, 'message'],
  [{ endpoint: '*', kind: '500', form: 'xml' }, 'html'],
  [{ endpoint: '*', kind: 'slow', times: 0 }, 'times'],
  [{ endpoint: '*', kind: 'slow', chance: 2 }, 'chance'],
])('the trouble %j is refused in a sentence that says %s', async (wish, said) => {
  const { daraja, ask } = await asking()
  const answer = await ask('/trouble', wish)
  expect(answer.status).toBe(400)
  expect(answer.body.error).toContain(said)
  expect(daraja.troubles()).toEqual([])
})

test.each<Json>([
  { times: 'x' },
  { direction: 'up' },
  { status: 'ok' },
  { since: 'yesterday' },
  { limit: -1 },
  { endpoint: 'stk-push' },
])('the journal cannot be asked for %j: it would answer something else', async (filter) => {
  const daraja = await simulator()
  expect(() => daraja.expectRequests(filter, 0)).toThrow(Object.keys(filter)[0])
  const query = new URLSearchParams(filter as Record<string, string>)
  expect((await call(`${daraja.url}/_sim/journal?${query}`)).status).toBe(400)
})

test.each<Json>([
  { msisdn: '0712345678', name: 5 },
  { msisdn: '0712345678', name: null },
  { msisdn: '0712345678', balance: '100' },
  { msisdn: '0712345678', balance: -1 },
  { msisdn: '0712345678', balance: 1e15 },
  { msisdn: '0712345678', balance: 0.001 },
  { msisdn: '0712345678', pin: 12 },
  { msisdn: '0712345678', pin: [1234] },
  { msisdn: '0712345678', answers: 'maybe' },
  { msisdn: '0712345678', colour: 'green' },
  { msisdn: ['0712345678'] },
])('the phone %j is refused and not stored', async (wish) => {
  const { daraja, ask } = await asking()
  const before = daraja.phones()
  expect((await ask('/phones', wish)).status).toBe(400)
  expect(daraja.phones()).toEqual(before)
})

test('a PIN that came as a number is the PIN', async () => {
  const { ask } = await asking()
  expect((await ask('/phones', { msisdn: '0712345678', pin: 4321 })).body).toMatchObject({ pin: '4321' })
})

test.each<Json>([
  { shortcode: '111222', name: {} },
  { shortcode: '111222', passkey: 5 },
  { shortcode: '111222', validation: 'yes' },
  { shortcode: '111222', balance: '5' },
  { shortcode: '111222', workingBalance: 1e15 },
  { shortcode: '111222', express: 'sometimes' },
  { shortcode: '111222', initiator: 'testapi' },
  { shortcode: '111222', initiator: { name: 'testapi' } },
  { shortcode: '111222', initiator: { name: 'testapi', password: 'x', role: 'y' } },
  { shortcode: '111222', products: 'stk-push' },
  { shortcode: '111222', products: ['stk-pushh'] },
  { shortcode: '111222', consumerKey: 7 },
  { shortcode: '111222', consumerSecret: 7 },
  { shortcode: '111222', kind: 'shop' },
  { shortcode: '111222', currency: 'KES' },
  { shortcode: ['111222'] },
])('the business %j is refused and not stored', async (wish) => {
  const { daraja, ask } = await asking()
  const before = daraja.businesses()
  expect((await ask('/businesses', wish)).status).toBe(400)
  expect(daraja.businesses()).toEqual(before)
})

test.each<Json>([
  { phone: '0712345678', shortcode: '600984', account: {}, amount: 5 },
  { phone: '0712345678', shortcode: { a: 1 }, account: 'A', amount: 5 },
  { phone: '0712345678', shortcode: '600984', account: 'A', amount: 5, pin: {} },
  { phone: '0712345678', shortcode: '600984', account: 'A', amount: 5, tip: 1 },
])('the payment %j is refused and no phone is made for it', async (wish) => {
  const { daraja, ask } = await asking()
  expect((await ask('/paybill', wish)).status).toBe(400)
  expect(daraja.phones()).toHaveLength(1)
})

test.each([
  ['//', 404],
  ['//page/main.js', 404],
  ['/%', 404],
  ['/_sim/phones/%', 400],
  ['/_sim/phones?limit=x', 400],
  ['/_sim/trouble/x', 404],
])('the path %s is answered with %i', async (path, status) => {
  const daraja = await simulator()
  const answered = await new Promise<number | undefined>((resolve, reject) => {
    const method = path === '/_sim/trouble/x' ? 'DELETE' : 'GET'
    const asked = http.request({ host: '127.0.0.1', port: daraja.port, path, method }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    asked.on('error', reject).end()
  })
  expect(answered).toBe(status)
})
