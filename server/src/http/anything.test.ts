import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routesOf, type Route } from '../../../test/routes.ts'
import { world, type World } from '../../../test/world.ts'

type Schema = { properties?: Record<string, Schema>; items?: Schema; parameters?: { in: string; name: string }[] }
type Operation = {
  requestBody?: { content: Record<string, { schema: Schema }> }
  parameters?: { in: string; name: string }[]
}

const seed = Number(process.env['TEST_SEED'] ?? 7)
const runs = Number(process.env['TEST_RUNS'] ?? 25)

let w: World
let routes: Route[]
let ids: string[]
beforeAll(async () => {
  w = await world({ connected: false })
  routes = routesOf(w.app).filter(({ path }) => path.startsWith('/business/'))
  const invoice = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
    duedate: '2031-04-01',
  })
  ids = [invoice.body.data._id, invoice.body.data.accountid, w.customer.id, w.taxId, ...w.products]
})
afterAll(() => w.end())

test('whatever is sent to whichever route, the answer is JSON and never a bug of ours', async () => {
  const seen: Record<number, number> = {}
  for (const route of routes) {
    const { fields, query } = fieldsOf(route)
    const value = odd(ids)
    const request = fc.record({
      id: fc.oneof(fc.constantFrom(...ids), fc.string({ unit: 'binary', minLength: 1 })),
      query: fc.dictionary(fc.constantFrom('page', ...query), fc.string({ unit: 'binary' }), { maxKeys: 3 }),
      body: fc.dictionary(fc.constantFrom('extra', ...fields), value, { maxKeys: 8 }),
      fitting: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(request, async ({ id, query, body, fitting }) => {
        const path = `${route.path.replace(':id', encodeURIComponent(id.toWellFormed()))}?${new URLSearchParams(query)}`
        const sent = route.method === 'GET' ? undefined : { ...(fitting && plausible(ids)), ...body }
        const answer = await w.call(route.method, path, sent)
        seen[answer.status] = (seen[answer.status] ?? 0) + 1
        expect(typeof answer.body.success, `${route.method} ${path}`).toBe('boolean')
        expect(answer.status, JSON.stringify([route, path, sent, answer.body])).not.toBe(500)
      }),
      { numRuns: runs, seed },
    )
  }
  // Not all is refused at the door.
  for (const status of [200, 201, 400, 404]) expect(seen[status], JSON.stringify(seen)).toBeGreaterThan(3)
}, 120_000)

/** The names that the API's own description gives to a route's fields, those inside others too. */
function fieldsOf({ method, path }: Route): { fields: string[]; query: string[] } {
  const paths = w.app.swagger().paths as unknown as Record<string, Record<string, Operation>>
  const operation = paths[path.replace(':id', '{id}')]?.[method.toLowerCase()] ?? {}
  const names = (schema: Schema = {}): string[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [name, ...names(one)]),
    ...(schema.items ? names(schema.items) : []),
  ]
  return {
    fields: names(operation.requestBody?.content['application/json']?.schema),
    query: (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name),
  }
}

function odd(known: string[]) {
  return fc.oneof(
    fc.constantFrom(
      ...known,
      ...[
        '',
        ' ',
        '\0',
        '0x10',
        '\ud800',
        '__proto__',
        '9999-12-31',
        '1970-01-01',
        '2031-02-30',
        'KES',
        'paid',
        'draft',
      ],
      ...[
        'fixed',
        'percentage',
        'overdue',
        '0712345678',
        'mpesa',
        'http://127.0.0.1:9',
        'https://[::1]',
        'javascript:1',
      ],
    ),
    fc.constantFrom(null, true, 0, -0, 1, -1, 0.001, 1e-300, 1e12, 1e13, 1e21, 1e308, Number.MAX_SAFE_INTEGER),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(
      fc.record({ itemid: fc.constantFrom(...known), quantity: fc.integer(), rate: fc.double({ noNaN: true }) }),
      {
        maxLength: 3,
      },
    ),
  )
}

/** Enough to get past the schemas, so that the odd values reach what lies behind them. */
function plausible([, , customerid, , itemid]: string[]): object {
  return {
    customerid,
    items: [{ itemid, quantity: 1, rate: 10 }],
    duedate: '2031-04-01',
    title: 'T',
    name: 'N',
    price: 1,
    rate: 1,
    amount: 1,
    email: 'a@example.test',
    phone: '0712345678',
    country: 'Kenya',
    currency: 'KES',
    channel: 'mpesa',
    url: 'https://example.test/hook',
  }
}
