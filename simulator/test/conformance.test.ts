import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BusinessWish, Simulator, Switches } from '../src/index.ts'
import { call, type Json, simulator, stkBody, token } from './world.ts'

/** A request as somebody's programme sends it, and the answer of the real Daraja as far as it is known. */
interface Sent {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: unknown
  /** An STK body with these changes. */
  stk?: Json
  /** The only row of the body, this often. */
  times?: number
}
interface Case {
  name: string
  source: string
  switches?: Partial<Switches>
  businesses?: BusinessWish[]
  given?: Sent[]
  request: Sent
  answer: { status: number; body: unknown }
}

const folder = new URL('../fixtures/', import.meta.url)

async function send(daraja: Simulator, bearer: string, sent: Sent) {
  const body = sent.stk ? stkBody('http://127.0.0.1:9/stk', sent.stk) : sent.body
  const rows = sent.times ? Array.from({ length: sent.times }, () => (body as unknown[])[0]) : body
  return call(daraja.url + sent.path, {
    method: sent.method ?? 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, ...sent.headers },
    ...(rows !== undefined && { body: JSON.stringify(rows) }),
  })
}

/** Strings that begin with ~ are patterns; everything else is as it stands. */
function expected(value: unknown): unknown {
  if (typeof value === 'string' && value.startsWith('~')) return expect.stringMatching(new RegExp(value.slice(1)))
  if (Array.isArray(value)) return value.map(expected)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expected(inner)]))
}

for (const file of readdirSync(folder)) {
  const cases = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case[]
  describe(file.replace('.json', ''), () => {
    test.each(cases)('$name', async (one) => {
      const daraja = await simulator({
        ...(one.switches && { switches: one.switches }),
        ...(one.businesses && { businesses: one.businesses }),
      })
      const bearer = await token(daraja)
      for (const before of one.given ?? []) expect((await send(daraja, bearer, before)).status).toBe(200)
      const { status, body } = await send(daraja, bearer, one.request)
      expect({ status, body }).toEqual(expected(one.answer))
    })
  })
}
