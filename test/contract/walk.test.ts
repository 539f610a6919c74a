import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../server/src/http/app.ts'
import { pages } from '../../server/src/dashboard/pages.ts'
import { routesOf } from '../routes.ts'
import type { Answered, World } from '../world.ts'
import { operations, type Answer } from './document.ts'
import { isRecording, record } from './record.ts'
import { misfit } from './fits.ts'
import { takeWalk, type Walked } from './take-walk.ts'

let w: World
let walked: Record<string, Walked>
const csvs: Record<string, string> = {}
const refused: Record<number, unknown> = {}

beforeAll(async () => {
  ;({ w, walked } = await takeWalk())
}, 180_000)
afterAll(() => w.end())

test('every route is described, but for pages, a stream and what machines and the dashboard ask for', () => {
  const others =
    /^\/(healthz|readyz|metrics|openapi\.json|docs|pay\/|qr\/|m\/|hooks\/|session\/|sign-in\/|business\/event\/stream$)/
  // Fastify prints `/invoices/*` as `/invoices*`, and the dashboard's `/assets/*` as `/*`.
  const isOther = (path: string) => others.test(path) || [...pages, '/*'].includes(path.replace(/(?<!\/)\*$/, '/*'))
  const described = operations.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
  const routes = routesOf(w.app).map(({ method, path }) => `${method} ${path}`)
  expect(described.filter((one) => !routes.includes(one))).toEqual([])
  expect(routes.filter((one) => !described.includes(one) && !isOther(one.split(' ')[1] ?? ''))).toEqual([])
})

describe.each(operations.map((operation) => [operation.operationId, operation] as const))('%s', (name, operation) => {
  const isRead = operation.method === 'GET'
  const place = ['paths', operation.path, operation.method.toLowerCase()]
  const [done = '', answered] = Object.entries(operation.responses)[0] ?? []
  const expectAnswer = ({ status, headers, body }: Answered, wanted: number) => {
    expect(status, JSON.stringify(body)).toBe(wanted)
    expect(headers.get('x-request-id')).toBeTruthy()
    const said = operation.responses[wanted] as Answer
    expect(
      misfit(body, ...(said.$ref?.slice(2).split('/') ?? [...place, 'responses', String(wanted)]), ...json),
    ).toBeNull()
    if (wanted >= 400) refused[wanted] ??= body
  }
  const again = (change: Partial<Walked> = {}, headers: Record<string, string> = {}) => {
    const { method, path, body } = { ...(walked[name] as Walked), ...change }
    return w.call(method, path, body, headers)
  }
  const occurs = (status: number) => (promise: string, held: () => Promise<void>) => {
    if (String(status) in operation.responses) test(promise, held)
  }

  test('answers as described, in each form', async () => {
    const { answer, body, path } = walked[name] as Walked
    expect(String(answer.status)).toBe(done)
    if (operation.requestBody) expect(misfit(body, ...place, 'requestBody', ...json)).toBeNull()
    for (const type of Object.keys(answered?.content ?? {})) {
      if (type === 'application/json') {
        expectAnswer(answer, answer.status)
        continue
      }
      const form = type.split('/')[1] as string
      const asked =
        answer.headers.get('content-type') === type ? path : `${path}${path.includes('?') ? '&' : '?'}format=${form}`
      const file = await again({ path: asked })
      expect([file.status, file.headers.get('content-type')?.split(';')[0]]).toEqual([200, type])
      expect(file.body).toMatch({ pdf: /^%PDF-/, zip: /^PK/, csv: /^\ufeff?\w.*,.*\r\n/ }[form] as RegExp)
      if (form === 'csv') csvs[name] = file.body
    }
  })

  occurs(400)('400', async () => {
    const first = operation.parameters.find((one) => one.in === 'query')?.name
    const path = `${walked[name]?.path.split('?')[0]}?${first}=a&${first}=b`
    expectAnswer(isRead ? await again({ path }) : await again({ body: '{' as unknown as object }), 400)
  })

  occurs(401)('401', async () => expectAnswer(await again({}, { authorization: 'cs_nobody' }), 401))

  occurs(403)('403', async () => {
    const [scope] = (operation.security?.[0] as { apiKey: string[] }).apiKey
    const scopes = ['read', 'write', 'payments'].filter((one) => one !== scope)
    expectAnswer(await again({}, { authorization: await keyWith(scopes) }), 403)
  })

  occurs(404)('404', async () => {
    const missing = (text: string) =>
      text.replace(/(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])|"600984"|"INV-[\d-]+"/g, (one) =>
        one.length === 24 ? '0'.repeat(24) : '"nowhere"',
      )
    const { path, body } = walked[name] as Walked
    const code = name === 'getBill' ? { path: '/pay/nothing.json' } : {}
    const strange = body && (JSON.parse(missing(JSON.stringify(body))) as object)
    const nobody = { path: missing(path).replace(/(?<=\/shortcode\/)\d+/, '999999'), body: strange, ...code }
    expectAnswer(await again(nobody), 404)
  })

  occurs(409)('409 for an Idempotency-Key that was used for something else', async () => {
    const { body, key } = walked[name] as Walked
    expectAnswer(await again({ body: { ...body, other: true } }, { 'idempotency-key': key }), 409)
  })

  occurs(413)('413', async () => {
    expectAnswer(await again({ body: { ...walked[name]?.body, other: 'x'.repeat(11_000_000) } }), 413)
  })

  occurs(415)('415', async () => expectAnswer(await again({}, { 'content-type': 'text/xml' }), 415))

  occurs(409)('gives the same bytes to the same request with the same Idempotency-Key', async () => {
    const { answer, key } = walked[name] as Walked
    const repeated = await again({}, { 'idempotency-key': key })
    // A key's secret is shown once, and a webhook's is what it is now.
    const said = ({ data: { secret: _, ...data }, ...body }: Answered['body']) => ({ ...body, data })
    expect([repeated.status, said(repeated.body), repeated.headers.get('idempotent-replayed')]).toEqual([
      answer.status,
      said(answer.body),
      'true',
    ])
  })
})

/** A business has a hundred keys at the most: one for each set of scopes. */
const keys = new Map<string, string>()
async function keyWith(scopes: string[]): Promise<string> {
  const name = scopes.join(', ')
  const known = keys.get(name)
  if (known) return known
  const { secret } = (await w.call('POST', '/business/key/create', { name, scopes })).body.data
  keys.set(name, secret)
  return secret
}

const json = ['content', 'application/json', 'schema']

/** Asks every operation that needs a key, or all, and holds the answer to the description of a refusal. */
async function everywhere(status: number, ask: (one: Walked) => Promise<Answered>, needsKey = true) {
  for (const { operationId, responses } of operations.filter(
    ({ path }) => !needsKey || path.startsWith('/business/'),
  )) {
    const answer = await ask(walked[operationId] as Walked)
    expect(answer.status, `${operationId}: ${JSON.stringify(answer.body)}`).toBe(status)
    expect(Object.keys(responses), operationId).toContain(String(status))
    if (status === 429 || status === 503)
      expect(Number(answer.headers.get('retry-after')), operationId).toBeGreaterThan(0)
    expect(misfit(answer.body, 'components', 'schemas', 'Error'), operationId).toBeNull()
    refused[status] = answer.body
  }
}

describe('when things do not go well', () => {
  test('M-PESA refuses: 502', async () => {
    w.simulator.addPhone({ msisdn: '254700000001', name: 'Njeri Otieno', balance: 0, pin: '1234' })
    w.simulator.trouble({ endpoint: 'stk-push', kind: 'refused', status: 400, message: 'Bad Request', times: 1 })
    const { path, body } = walked['requestMobilePayment'] as Walked
    const answer = await w.call('POST', path, { ...body, phone: '254700000001' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(502)
    expect(misfit(answer.body, 'components', 'schemas', 'Error')).toBeNull()
    refused[502] = answer.body
  })

  test('a key has asked too much: 429 from every operation, with Retry-After', async () => {
    const app = await buildApp({ ...w.ctx, config: { ...w.ctx.config, requestsPerMinute: 1 } })
    const url = await app.listen({ host: '127.0.0.1', port: 0 })
    const ours = w.ctx.publicUrl
    try {
      w.ctx.publicUrl = url
      await w.call('GET', '/business/settings/details')
      await everywhere(429, ({ method, path, body }) => w.call(method, path, body))
    } finally {
      w.ctx.publicUrl = ours
      await app.close()
    }
  })

  test('a mistake of ours: 500, with no word of what it was', async () => {
    w.ctx.log.level = 'silent' // that is where it says what it was
    const owner = w.owner()
    await owner`alter table taxes rename to gone`
    const answer = await w.call('GET', '/business/tax/list')
    await owner`alter table gone rename to taxes`
    await owner.end()
    expect([answer.status, answer.body]).toEqual([500, { success: false, error: 'Internal error' }])
    refused[500] = answer.body
  })

  test('the database is away: 503 from every operation, with Retry-After', async () => {
    await w.ctx.sql.end()
    await everywhere(503, ({ method, path, body }) => w.call(method, path, body), false)
  })
})

test.runIf(isRecording)('the examples are what a server answered', () => record(walked, csvs, refused, w.ctx.publicUrl))
