import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { expressCallbacks } from './express.ts'
import { fastifyCallbacks } from './fastify.ts'
import { honoCallbacks } from './hono.ts'
import { type Payment, type ReceiverOptions, safaricomIps } from './receiver.ts'
import { callbackHandler } from './web.ts'

const url = new URL('../../fixtures/callbacks.json', import.meta.url)
const fixtures = JSON.parse(readFileSync(url, 'utf8')) as { kind: string; body: Record<string, unknown> }[]
const bodyOf = (kind: string) => fixtures.find((one) => one.kind === kind)?.body
const [billPayment, c2b, stk] = [bodyOf('bill_payment'), bodyOf('c2b'), bodyOf('stk')]

const secret = '0123456789abcdef0123456789abcdef'
const accepted = { resmsg: 'Success', rescode: '200', ResultCode: 0, ResultDesc: 'Accepted' }

/** Sends to a web handler, and gives status and body of the answer. */
async function post(options: Partial<ReceiverOptions>, path: string, body: unknown, ip?: string, method = 'POST') {
  const handle = callbackHandler({ secret: false, onPayment: () => {}, onError: () => {}, ...options })
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const init = method === 'GET' ? { method } : { method, body: text }
  const response = await handle(new Request(`https://shop.example${path}`, init), { ip })
  return { status: response.status, body: await response.json() }
}

describe('every road of money ends in onPayment', () => {
  test.each([
    [stk, { road: 'stk', receipt: 'UKM1AB2C3D', amount: '1', requestId: 'ws_CO_22112026095105123722000000' }],
    [c2b, { road: 'c2b', receipt: 'UKM1AB2C3D', amount: '5.00', account: 'INV-1', shortCode: '600966' }],
    [billPayment, { road: 'bill_manager', receipt: 'UKL1AB2C3D', amount: '800', account: 'ACC-1' }],
    [bodyOf('b2b_express'), { road: 'b2b_express', receipt: 'UKM1AB2C3D', amount: '71.0' }],
  ])('%#', async (body, expected) => {
    const payments: Payment[] = []
    const reply = await post({ onPayment: (payment) => void payments.push(payment) }, '/hooks', body)
    expect(reply).toEqual({ status: 200, body: accepted })
    expect(payments).toMatchObject([expected])
  })

  test('which is awaited before the 200, and whose failure is a 500, so that Bill Manager sends again', async () => {
    const order: string[] = []
    const slow = async () => {
      await Promise.resolve()
      order.push('stored')
    }
    await post({ onPayment: slow }, '/hooks', billPayment).then(() => order.push('answered'))
    expect(order).toEqual(['stored', 'answered'])
    const errors: unknown[] = []
    const fail = () => Promise.reject(new Error('database is down'))
    const reply = await post({ onPayment: fail, onError: (error) => errors.push(error) }, '/hooks', billPayment)
    expect(reply).toMatchObject({ status: 500, body: { rescode: '500' } })
    expect(errors).toEqual([new Error('database is down')])
  })
})

test('what is no payment goes to onCallback; an unknown body without it is 400', async () => {
  const kinds: string[] = []
  const onCallback = (callback: { kind: string }) => void kinds.push(callback.kind)
  expect((await post({ onCallback }, '/hooks', bodyOf('result'))).status).toBe(200)
  expect((await post({ onCallback }, '/hooks', { hello: 'world' })).status).toBe(200)
  expect(kinds).toEqual(['result', 'unknown'])
  expect((await post({}, '/hooks', { hello: 'world' })).status).toBe(400)
})

describe('a validation', () => {
  test('is told by its path, never counted as a payment, and let in unless somebody objects', async () => {
    const onPayment = () => expect.unreachable()
    expect(await post({ onPayment }, '/hooks/c2b/validate', c2b)).toEqual({ status: 200, body: accepted })
    const onValidation = ({ billRefNumber }: { billRefNumber: string }) =>
      billRefNumber === 'INV-1' ? 'C2B00012' : null
    expect(await post({ onPayment, onValidation }, '/hooks/c2b/validate', c2b)).toEqual({
      status: 200,
      body: { ResultCode: 'C2B00012', ResultDesc: 'Rejected' },
    })
    const other = { ...c2b, BillRefNumber: 'A2' }
    expect((await post({ onPayment, onValidation }, '/hooks/c2b/validate', other)).body).toEqual(accepted)
  })

  const validation = { ...c2b, OrgAccountBalance: '' }
  const never = () => expect.unreachable()

  test.each([
    ['/hooks/c2b/validation', c2b, {}],
    ['/hooks/c2bValidation', c2b, {}],
    ['/hooks/validate/600966', c2b, {}],
    ['/hooks/confirmed-hooks/validate', c2b, {}],
    ['/hooks/check', c2b, { validationPath: '/check' }],
    ['/hooks/check/', c2b, { validationPath: 'check/' }],
    ['/hooks/c2b', validation, {}],
    ['/hooks/validators', validation, { validationPath: '/check' }],
  ])('at %s is asked about and never a payment: %#', async (path, body, more) => {
    const reply = await post({ ...more, onPayment: never, onValidation: () => 'C2B00012' }, path, body)
    expect(reply).toMatchObject({ status: 200, body: { ResultCode: 'C2B00012' } })
  })

  test.each([
    ['/hooks/confirm', validation, {}],
    ['/validated/c2b/confirmation', validation, {}],
    ['/hooks/c2b', c2b, {}],
    ['/hooks/c2b/confirm', validation, { validationPath: '/check' }],
    ['/hooks/validators', c2b, { validationPath: '/check' }],
  ])('is not what comes to %s: %#', async (path, body, more) => {
    const payments: Payment[] = []
    const onPayment = (payment: Payment) => void payments.push(payment)
    await post({ ...more, onPayment, onValidation: never }, path, body)
    expect(payments).toHaveLength(1)
  })

  test('or a payment, when nothing tells, goes to onCallback, or else to onError', async () => {
    const heard: unknown[] = []
    await post({ onPayment: never, onCallback: ({ kind }) => void heard.push(kind) }, '/hooks/c2b', validation)
    await post({ onPayment: never, onError: (error) => heard.push(error) }, '/hooks/c2b', validation)
    expect(heard).toEqual(['c2b', expect.objectContaining({ message: expect.stringContaining('not taken as paid') })])
  })

  test('that cannot be read is turned away', async () => {
    expect((await post({}, '/hooks/validate', { TransID: '' })).body).toEqual(
      expect.objectContaining({ ResultCode: 'C2B00016' }),
    )
  })
})

describe('strangers', () => {
  test.each([undefined, '', 'short', null, true, 'with/slash/0123456789', ' '.repeat(32)])(
    'cannot be kept out by the secret %j, so nothing starts with it',
    (bad) => {
      const start = () => callbackHandler({ secret: bad as string, onPayment: () => {} })
      expect(start).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR', issues: [expect.anything()] }))
    },
  )

  test('who do not know the secret find nothing', async () => {
    expect((await post({ secret }, '/hooks/guess', billPayment)).status).toBe(404)
    expect((await post({ secret }, `/hooks/${secret}x`, billPayment)).status).toBe(404)
    expect((await post({ secret }, `/hooks/${secret}/bills`, billPayment)).status).toBe(200)
  })

  test('are blocked by address when asked to, and an unknown address is a stranger', async () => {
    const options = { allowedIps: safaricomIps }
    expect((await post(options, '/hooks', billPayment, '203.0.113.9')).status).toBe(403)
    expect((await post(options, '/hooks', billPayment)).status).toBe(403)
    expect((await post(options, '/hooks', billPayment, '::ffff:196.201.214.200')).status).toBe(200)
  })

  test('who send something else than a JSON POST of moderate size get 405 and 400', async () => {
    expect((await post({}, '/hooks', '', undefined, 'GET')).status).toBe(405)
    expect((await post({}, '/hooks', '{"cut')).status).toBe(400)
    expect((await post({}, '/hooks', '')).status).toBe(400)
    expect((await post({}, '/hooks', { ...billPayment, padding: 'x'.repeat(70_000) })).status).toBe(400)
  })
})

describe('the adapters', () => {
  const payments: string[] = []
  const options: ReceiverOptions = {
    secret,
    allowedIps: ['127.0.0.1'],
    onPayment: ({ receipt }) => void payments.push(receipt),
  }

  test('Fastify', async () => {
    const app = fastify()
    await app.register(fastifyCallbacks(options), { prefix: '/hooks' })
    const reply = await app.inject({ method: 'POST', url: `/hooks/${secret}?x=1`, payload: billPayment ?? {} })
    expect([reply.statusCode, reply.json()]).toEqual([200, accepted])
    expect((await app.inject({ method: 'POST', url: '/hooks/guess', payload: {} })).statusCode).toBe(404)
    await app.close()
    expect(payments.splice(0)).toEqual(['UKL1AB2C3D'])
  })

  test('Hono, whose handlers take a context with the raw request', async () => {
    const handler = honoCallbacks(options, (context: { req: { raw: Request }; ip: string }) => context.ip)
    const raw = new Request(`https://shop.example/hooks/${secret}`, {
      method: 'POST',
      body: JSON.stringify(billPayment),
    })
    const response = await handler({ req: { raw }, ip: '127.0.0.1' })
    expect([response.status, await response.json()]).toEqual([200, accepted])
    expect(payments.splice(0)).toEqual(['UKL1AB2C3D'])
  })

  test.each([
    ['before express.json()', undefined],
    ['after express.json()', billPayment],
  ])('Express, %s', async (_, parsed) => {
    const handler = expressCallbacks(options)
    // The members Express adds to what Node gives.
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      const { method = '', url: originalUrl = '', socket } = request
      const express = { method, originalUrl, ip: socket.remoteAddress, ...(parsed ? { body: parsed } : {}) }
      const status = (code: number) => ({
        json: (body: unknown) => response.writeHead(code).end(JSON.stringify(body)),
      })
      const next = (error: unknown) => expect.unreachable(String(error))
      handler(
        Object.assign(express, { [Symbol.asyncIterator]: () => request[Symbol.asyncIterator]() }),
        { status },
        next,
      )
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const response = await fetch(`http://127.0.0.1:${port}/hooks/${secret}?x=1`, {
      method: 'POST',
      body: JSON.stringify(billPayment),
    })
    expect([response.status, await response.json()]).toEqual([200, accepted])
    await new Promise((resolve) => server.close(resolve))
    expect(payments.splice(0)).toEqual(['UKL1AB2C3D'])
  })
})

describe('Express lives through', () => {
  /** Express's request is Node's, with `ip` worked out when it is read: from a socket that may be gone. */
  async function withExpress(ip: (request: IncomingMessage) => string, work: (port: number) => Promise<void>) {
    const handler = expressCallbacks({ secret, onPayment: () => {} })
    const errors: unknown[] = []
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      Object.defineProperty(request, 'ip', { get: () => ip(request) })
      const status = (code: number) => ({
        json: (body: unknown) => response.writeHead(code).end(JSON.stringify(body)),
      })
      const express = Object.assign(request, { method: request.method ?? '', originalUrl: request.url ?? '' })
      handler(express, { status }, (error) => {
        errors.push(error)
        response.writeHead(500).end()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await work((server.address() as AddressInfo).port)
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    return errors
  }
  const send = (port: number, body: string) =>
    fetch(`http://127.0.0.1:${port}/hooks/guess`, { method: 'POST', body }).then(({ status }) => status)
  const addressOf = ({ socket }: IncomingMessage) => {
    if (socket.destroyed || socket.remoteAddress === undefined) throw new TypeError('argument addr is required')
    return socket.remoteAddress
  }

  test('a body of any size from a stranger', async () => {
    const errors = await withExpress(addressOf, async (port) => {
      expect(await send(port, 'x'.repeat(200_000))).toBe(404)
      await send(port, 'x'.repeat(20_000_000)).catch(() => 'cut')
      expect(await send(port, 'x')).toBe(404)
    })
    expect(errors).toEqual([])
  })

  test('whatever it throws itself, which goes to `next`', async () => {
    const broken = new TypeError('no address')
    const fail = () => {
      throw broken
    }
    const errors = await withExpress(fail, async (port) => expect(await send(port, '{}')).toBe(500))
    expect(errors).toEqual([broken])
  })
})
