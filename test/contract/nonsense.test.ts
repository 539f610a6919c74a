import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routesOf } from '../routes.ts'
import type { World } from '../world.ts'
import { operations, type Schema } from './document.ts'
import { misfit } from './fits.ts'
import { takeWalk, type Walked } from './take-walk.ts'
import { fitting, odd, oddBytes, spoilt } from './values.ts'

const seed = Number(process.env['TEST_SEED'] ?? 7)
const numRuns = Number(process.env['TEST_RUNS'] ?? 20)

let w: World
let walked: Record<string, Walked>
let ids: string[]
beforeAll(async () => {
  ;({ w, walked } = await takeWalk())
  ids = [...new Set(JSON.stringify(walked).match(/(?<=")[0-9a-f]{24}(?=")/g))].slice(0, 60)
}, 180_000)
afterAll(() => w.end())

type Sent = { method: string; path: string; headers: Record<string, string>; body?: string | Buffer }
const seen: Record<number, number> = {}
type Came = { status: number; type: string; body: unknown }

/** Asks, and fails when nothing comes, when it is a mistake of ours, or when it is neither JSON nor what was asked for. */
async function ask({ method, path, headers, body }: Sent): Promise<Came> {
  const response = await fetch(w.ctx.publicUrl + path, {
    method,
    headers: { authorization: w.apiKey, ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body }),
    signal: AbortSignal.timeout(20_000),
  })
  const text = await response.text()
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  return { status: response.status, type, body: type === 'application/json' ? JSON.parse(text) : text }
}

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'text/xml',
  'multipart/form-data',
  'x',
  '',
]
const oddHeaders = fc.dictionary(
  fc.constantFrom('idempotency-key', 'x-request-id', 'accept-language', 'accept', 'if-none-match', 'range'),
  fc.oneof(
    fc.constantFrom('', 'x'.repeat(300), '*', ',;q=', 'bytes=9-1'),
    fc.stringMatching(/^[\x20-\x7e\xa0-\xff]{0,40}$/),
  ),
  { maxKeys: 2 },
)
/** Names may come twice. */
const queryOf = (names: string[]) =>
  fc.array(fc.tuple(fc.constantFrom('page', 'extra', '__proto__', ...names), odd(ids).map(String)), { maxLength: 4 })

const rawValue = (text: string) => encodeURIComponent(text.toWellFormed())
const written = (query: [string, string][]) => query.map(([name, value]) => `${name}=${rawValue(value)}`).join('&')
/** Ends of an address that no client of ours would write. */
const oddEnds = ['', '', '', '&=', '&limit=%ff', '&search=%', '&search=%00', '&a[b]=1', `&cursor=${'x'.repeat(3000)}`]

function bodyOf(
  schema: Schema | undefined,
  base: object | undefined,
): fc.Arbitrary<{ body?: string | Buffer; type?: string }> {
  const asText = (body: unknown) => ({ body: JSON.stringify(body) ?? '' })
  const fit = schema ? fc.oneof(fitting(schema, ids), fc.constant(base)) : fc.constant<unknown>(base ?? {})
  const spoil = fc.tuple(fit, fc.nat(), odd(ids)).map(([value, at, by]) => asText(spoilt(value, at, by)))
  const raw = fc.record({ body: fc.constantFrom(...oddBytes), type: fc.constantFrom(...types) })
  return fc.oneof(
    { weight: 3, arbitrary: fit.map(asText) },
    { weight: 5, arbitrary: spoil },
    { weight: 3, arbitrary: raw },
  )
}

test.each(operations.map((operation) => [operation.operationId, operation] as const))(
  'whatever %s is sent, the answer is one that is described',
  async (name, operation) => {
    const base = walked[name] as Walked
    const params = operation.path.match(/\{\w+\}/g) ?? []
    const names = operation.parameters.flatMap((one) => (one.in === 'query' ? [one.name as string] : []))
    const media = operation.requestBody?.content['application/json']
    const request = fc.record({
      path: fc.oneof(
        fc.constant(base.path.split('?')[0] as string),
        odd(ids).map((id) =>
          params.reduce((path, param) => path.replace(param, () => rawValue(String(id)) || '%20'), operation.path),
        ),
      ),
      query: queryOf(names),
      end: fc.constantFrom(...oddEnds),
      headers: oddHeaders,
      sent: operation.method === 'GET' ? fc.constant({}) : bodyOf(media?.schema, base.body),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ path, query, end, headers, sent }) => {
        const { body, type = 'application/json' } = sent as { body?: string | Buffer; type?: string }
        const address = `${path}?${written(query)}${end}`
        const came = await ask({
          method: operation.method,
          path: address,
          headers: { ...(body !== undefined && type !== '' && { 'content-type': type }), ...headers },
          ...(body !== undefined && { body }),
        })
        seen[came.status] = (seen[came.status] ?? 0) + 1
        expect(Object.keys(operation.responses), said(came)).toContain(String(came.status))
        expect(came.status === 502 ? 400 : came.status, said(came)).toBeLessThan(500)
        const answer = operation.responses[came.status]
        if (came.status < 300 && came.type !== 'application/json')
          expect(Object.keys(answer?.content ?? {})).toContain(came.type)
        else expect(misfit(came.body, ...placeOf(operation, came.status)), said(came)).toBeNull()
      }),
      { seed, numRuns },
    )
  },
  120_000,
)

function placeOf({ path, method, responses }: (typeof operations)[number], status: number): string[] {
  const place = responses[status]?.$ref?.slice(2).split('/')
  return [
    ...(place ?? ['paths', path, method.toLowerCase(), 'responses', String(status)]),
    'content',
    'application/json',
    'schema',
  ]
}

const said = ({ status, body }: Came) => `${status} ${JSON.stringify(body).slice(0, 500)}`

test('not all of it is refused at the door', () => {
  for (const status of [200, 201, 400, 404, 415]) expect(seen[status] ?? 0, JSON.stringify(seen)).toBeGreaterThan(3)
})

test('whatever pages, callbacks and the dashboard’s routes are sent, it is no mistake of ours', async () => {
  const described = operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
  const routes = routesOf(w.app).filter(({ method, path }) => !described.includes(`${method} ${path}`))
  const hidden = routes.filter(({ method, path }) => method !== 'GET' || path.includes(':'))
  expect(hidden.length).toBeGreaterThan(10)
  const code = walked['createPaymentLink']?.answer.body.data.code as string
  for (const { method, path } of hidden) {
    const request = fc.record({
      params: fc.oneof(fc.constant(code), odd(ids).map(String)),
      query: queryOf(['request', 'lang']),
      headers: oddHeaders,
      sent: bodyOf(undefined, {
        email: 'a@example.test',
        password: 'x',
        token: 'x',
        amount: '10',
        phone: '0712345678',
      }),
      type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain'),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ params, query, headers, sent, type }) => {
        const address = `${path.replace(/:\w+/g, () => rawValue(params) || '%20')}?${written(query)}`
        const came = await ask({
          method,
          path: address,
          headers: { 'content-type': sent.type || type, 'sec-fetch-site': 'same-origin', ...headers },
          ...(method !== 'GET' && sent.body !== undefined && { body: sent.body }),
        })
        expect(came.status, `${method} ${address} ${said(came)}`).toBeLessThan(500)
        if (came.status >= 400 && !/^\/(pay|m)\//.test(path)) expect(came.type, said(came)).toBe('application/json')
      }),
      { seed, numRuns },
    )
  }
}, 120_000)
