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
