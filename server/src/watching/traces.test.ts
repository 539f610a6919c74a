import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startMerchant } from '../../../test/merchant.ts'
import { readSources } from '../../../test/sources.ts'
import { world, type World } from '../../../test/world.ts'
import { startReceiver, type Receiver } from '../webhooks/test-receiver.ts'
import { startTracer } from './open-telemetry.ts'

type Value = { stringValue?: string; intValue?: number; boolValue?: boolean }
type Sent = {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  attributes: { key: string; value: Value }[]
  events: { name: string }[]
  status: { code: number }
}

let collector: Receiver
let w: World
let spans: Sent[]
/** All that was sent to the collector about what is lived below. */
let everything: string
let secrets: string[]

const traceparent = (trace: string) => ({ traceparent: `00-${trace.repeat(32)}-00f067aa0ba902b7-01` })

beforeAll(async () => {
  collector = await startReceiver()
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', new URL(collector.url).origin)
  vi.stubEnv('OTEL_EXPORTER_OTLP_HEADERS', 'x-collector-key=abc')
  vi.stubEnv('OTEL_SERVICE_NAME', 'bills')
  const tracer = await startTracer({ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' }, { role: 'all' })
  w = await world({ tracer })
  const merchant = await startMerchant(w)
  const shop = await merchant.receiver()
  const { body: hook } = await w.call('POST', '/business/webhook/create', { url: shop.url })
  secrets = [w.apiKey, w.apiKey.slice(-12), hook.data.secret, w.ctx.vault.path('callbacks', w.businessId)]
  const { body: created } = await w.call(
    'POST',
    '/business/invoice/create',
    { customerid: w.customer.id, items: [{ itemid: w.products[0], quantity: 1, rate: 100 }], duedate: '2031-04-01' },
    traceparent('a'),
  )
  const push = { amount: 100, phone: w.customer.phone, referenceid: created.data._id }
  const asked = await w.call('POST', '/business/payments/mobile/request', push, traceparent('b'))
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  const missing = await w.call('GET', '/business/invoice/details/254712345678', undefined, traceparent('c'))
  expect(missing.status).toBe(404)
  expect(await sendBitByBit('/business/tax/create', { name: 'Levy', rate: 2 }, traceparent('d'))).toBe(201)
  await w.work()
  expect(shop.received.map(({ event }) => event.event)).toContain('invoice.created')
  await merchant.end()
  await tracer.stop() // sends the rest
  everything = collector.received.map(({ body }) => body).join()
  spans = collector.received.flatMap(({ body }) =>
    JSON.parse(body).resourceSpans.flatMap(({ scopeSpans }: { scopeSpans: { spans: Sent[] }[] }) =>
      scopeSpans.flatMap((scope) => scope.spans),
    ),
  )
})
afterAll(async () => {
  await w.end()
  await collector.end()
  vi.unstubAllEnvs()
})

async function sendBitByBit(path: string, body: object, headers: Record<string, string>): Promise<number | undefined> {
  const text = JSON.stringify(body)
  const sending = request(w.ctx.publicUrl + path, {
    method: 'POST',
    headers: { authorization: w.apiKey, 'content-type': 'application/json', 'content-length': text.length, ...headers },
  })
  for (const character of text) {
    await new Promise((written) => sending.write(character, written))
    await new Promise(setImmediate)
  }
  sending.end()
  const [answer] = (await once(sending, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  return answer.statusCode
}

const namesIn = (trace: string) => spans.filter(({ traceId }) => traceId === trace.repeat(32)).map(({ name }) => name)
function theOne(trace: string, name: string): Sent {
  const [found, ...more] = spans.filter((span) => span.traceId === trace.repeat(32) && span.name === name)
  expect([found?.name, more.length], `${name} in ${namesIn(trace).join()}`).toEqual([name, 0])
  return found as Sent
}
const attribute = (span: Sent, name: string) => {
  const value = span.attributes.find(({ key }) => key === name)?.value ?? {}
  return value.stringValue ?? value.intValue ?? value.boolValue
}

test('a request is a part of its caller’s trace, its transaction of the request, and the webhook of the transaction', () => {
  const asked = theOne('a', 'POST /business/invoice/create')
  expect(asked.parentSpanId).toBe('00f067aa0ba902b7')
  expect(attribute(asked, 'http.response.status_code')).toBe(201)
  expect(attribute(asked, 'kusanya.business_id')).toBe(w.businessId)
  const transaction = theOne('a', 'transaction')
  expect(transaction.parentSpanId).toBe(asked.spanId)
  expect(transaction.events.map(({ name }) => name)).toEqual(['a connection was free'])
  const delivery = theOne('a', 'deliver invoice.created')
  expect(delivery.parentSpanId).toBe(transaction.spanId)
  expect(attribute(delivery, 'http.response.status_code')).toBe(200)
})

test('a call to M-PESA is a part of the request that made it', () => {
  const call = theOne('b', 'Daraja /mpesa/stkpush/v1/processrequest')
  expect(call.parentSpanId).toBe(theOne('b', 'POST /business/payments/mobile/request').spanId)
  expect(attribute(call, 'http.response.status_code')).toBe(200)
})

test('a refusal is no error', () => {
  expect(attribute(theOne('c', 'transaction'), 'kusanya.refusal')).toBe('invoice_not_found')
  for (const name of ['transaction', 'GET /business/invoice/details/:id'])
    expect(theOne('c', name).status.code).not.toBe(2)
})

test('a body that comes bit by bit belongs to its request as well', () => {
  expect(namesIn('d').sort()).toEqual(['POST /business/tax/create', 'transaction'])
})

test('work that waited has spans; idle looks have none', () => {
  const queues = spans.filter(({ name }) => name.startsWith('work on '))
  expect(queues.map(({ name }) => name)).toContain('work on deliveries')
  for (const span of queues) expect(attribute(span, 'kusanya.business_id'), span.name).toMatch(/^[0-9a-f]{24}$/)
})

test('the collector is asked with its headers, and told no phone, name or secret', () => {
  expect(collector.received[0]?.headers['x-collector-key']).toBe('abc')
  expect(everything).toContain('"stringValue":"bills"')
  for (const secret of [...secrets, w.customer.phone, w.customer.phone.slice(3), 'Amina'])
    expect(everything).not.toContain(secret)
})

test('goes to /v1/traces as protobuf unless told otherwise; a sampler that is off sends nothing', async () => {
  collector.received.splice(0)
  const plain = await startTracer({}, { role: 'api' })
  plain.start('one', { kind: 'internal' }).end()
  await plain.stop()
  expect(collector.received.map(({ path, headers }) => [path, headers['content-type']])).toEqual([
    ['/v1/traces', 'application/x-protobuf'],
  ])
  const off = await startTracer({ OTEL_TRACES_SAMPLER: 'always_off' }, { role: 'api' })
  off.start('two', { kind: 'internal' }).end()
  await off.stop()
  expect(collector.received).toHaveLength(1)
})

test.each([
  [{ OTEL_TRACES_SAMPLER: 'sometimes' }, 'OTEL_TRACES_SAMPLER must be'],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '2' }, 'OTEL_TRACES_SAMPLER_ARG must be'],
  [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }, 'OTEL_EXPORTER_OTLP_PROTOCOL must be'],
])('with %j there is no start', async (environment, message) => {
  await expect(startTracer(environment, { role: 'all' })).rejects.toThrow(message)
})

test('a process without traces needs none of the packages: one file asks for another only when it is to', () => {
  const sources = readSources('server/src').filter(({ path }) => !path.endsWith('.test.ts'))
  const importers = (what: RegExp) =>
    sources.filter(({ imports }) => imports.some(({ written }) => what.test(written))).map(({ path }) => path)
  const ofPackages = ['server/src/watching/open-telemetry.ts', 'server/src/watching/otel-settings.ts']
  expect(importers(/^@opentelemetry\//).sort()).toEqual(ofPackages)
  expect(importers(/\/otel-settings\.ts$/)).toEqual(ofPackages.slice(0, 1))
  expect(importers(/\/open-telemetry\.ts$/)).toEqual(['server/src/main.ts'])
  const main = sources.find(({ path }) => path === 'server/src/main.ts')?.text
  expect(main).toContain("await import('./watching/open-telemetry.ts')")
  expect(main).not.toMatch(/^import .*open-telemetry/m)
})
