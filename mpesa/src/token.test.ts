import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordedServer, type RecordedServer, testNow, testOptions, tokenPath } from '../test/recorded-server.ts'
import { memoryTokenStore, type TokenStore } from './index.ts'
import { readLimits } from './limits.ts'
import { readOptions } from './options.ts'
import { Tokens } from './token.ts'

const cancelPath = '/v1/billmanager-invoice/cancel-single-invoice'
const ok = { body: { resmsg: 'Success', rescode: '200' } }
const bill = { externalReference: 'INV-1' }

let server: RecordedServer
beforeEach(async () => {
  server = await recordedServer()
  server.reply(cancelPath, ok)
})
afterEach(() => server.close())

const tokenRequests = () => server.requests.filter((one) => one.path === tokenPath)

test('key and secret go out as Basic, with a GET', async () => {
  await server.client({ consumerKey: 'ké', consumerSecret: 'sécret' }).accessToken()
  const [request] = tokenRequests()
  expect(request?.method).toBe('GET')
  expect(request?.headers.authorization).toBe(`Basic ${Buffer.from('ké:sécret').toString('base64')}`)
})

test.each(['3599', 3599])('expires_in %j is kept until a minute before its end', async (expiresIn) => {
  let now = testNow.getTime()
  const mpesa = server.client({ now: () => new Date(now) })
  server.reply(
    tokenPath,
    { body: { access_token: 'first', expires_in: expiresIn } },
    { body: { access_token: 'second', expires_in: expiresIn } },
  )
  expect(await mpesa.accessToken()).toBe('first')
  now += 3_538_000
  expect(await mpesa.accessToken()).toBe('first')
  now += 2_000
  expect(await mpesa.accessToken()).toBe('second')
})

test('fifty calls at once ask for one token', async () => {
  const mpesa = server.client()
  await Promise.all(Array.from({ length: 50 }, () => mpesa.cancelInvoice(bill)))
  expect(tokenRequests()).toHaveLength(1)
  expect(server.calls()).toHaveLength(50)
})

describe('a rejected token is renewed once and the call repeated once', () => {
  test.each([
    [404, { errorCode: '404.001.03', errorMessage: 'Invalid Access Token' }],
    [400, { errorCode: '400.003.01', errorMessage: 'Invalid Access Token' }],
    [401, { errorCode: '401.002.01', errorMessage: 'Error Occurred - Invalid Access Token - abc' }],
    [401, { errorCode: '401.001', errorMessage: 'Error Occurred - Invalid Access Token - abc' }],
    [401, { errorCode: '401', errorMessage: 'Unauthorized - Invalid Access Token' }],
    [401, { fault: { faultstring: 'Invalid access token', detail: { errorcode: 'oauth.v2.InvalidAccessToken' } } }],
  ])('HTTP %i %j', async (status, body) => {
    server.reply(cancelPath, { status, body }, ok)
    await expect(server.client().cancelInvoice(bill)).resolves.toMatchObject({ rescode: '200' })
    expect(server.calls().map((one) => one.headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('also for a push, because it was turned away at the gate', async () => {
    const accepted = {
      ResponseCode: '0',
      ResponseDescription: 'ok',
      CheckoutRequestID: 'ws_CO_1',
      MerchantRequestID: '1',
    }
    server.reply(
      '/mpesa/stkpush/v1/processrequest',
      { status: 404, body: { errorCode: '404.001.03', errorMessage: 'Invalid Access Token' } },
      { body: accepted },
    )
    const push = { amount: 1, phoneNumber: '0722000000', callbackUrl: 'https://shop.example/hooks' }
    const answer = await server.client().stkPush({ ...push, accountReference: 'A', transactionDesc: 'B' })
    expect(answer.CheckoutRequestID).toBe('ws_CO_1')
  })

  test('rejected again, it is AUTH_FAILED and refused', async () => {
    server.reply(cancelPath, { status: 401, body: { errorCode: '401', errorMessage: 'Unauthorized' } })
    const call = server.client().cancelInvoice(bill)
    await expect(call).rejects.toMatchObject({ code: 'AUTH_FAILED', outcome: 'refused', errorCode: '401' })
    expect(server.calls()).toHaveLength(2)
    expect(tokenRequests()).toHaveLength(2)
  })

  test('many calls whose token is rejected together share one new one', async () => {
    server.reply(cancelPath, (response) => {
      const dead = response.req.headers.authorization === 'Bearer token-1'
      const body = dead ? { errorCode: '404.001.03', errorMessage: 'Invalid Access Token' } : ok.body
      response.writeHead(dead ? 404 : 200).end(JSON.stringify(body))
    })
    const mpesa = server.client()
    await Promise.all(Array.from({ length: 20 }, () => mpesa.cancelInvoice(bill)))
    expect(tokenRequests()).toHaveLength(2)
    expect(server.calls()).toHaveLength(40)
  })
})

test('clearTokenCache makes the next call fetch a new token', async () => {
  const mpesa = server.client()
  expect(await mpesa.accessToken()).toBe('token-1')
  await mpesa.clearTokenCache()
  expect(await mpesa.accessToken()).toBe('token-2')
  expect(await mpesa.accessToken()).toBe('token-2')
})

test('a caller who gives up does not take the token away from the others', async () => {
  const controller = new AbortController()
  server.reply(tokenPath, (response) => {
    controller.abort()
    setTimeout(() => response.end('{"access_token":"slow","expires_in":"3599"}'), 20)
  })
  const mpesa = server.client()
  const leaver = mpesa.accessToken({ signal: controller.signal })
  const stayer = mpesa.accessToken()
  await expect(leaver).rejects.toMatchObject({ code: 'REQUEST_FAILED', outcome: 'not_sent' })
  expect(await stayer).toBe('slow')
})

test('an answer that is no token, but may hold one, is not carried by the error', async () => {
  server.reply(tokenPath, { body: { access_token: 'half a secret', expires_in: '3599' } })
  const error: unknown = await server
    .client()
    .accessToken()
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ code: 'AUTH_FAILED', response: undefined })
})

describe('a shared TokenStore', () => {
  test('one token serves two clients, and its name is no secret', async () => {
    const kept = memoryTokenStore()
    const keys = new Set<string>()
    const tokenStore: TokenStore = {
      read: (key) => (keys.add(key), kept.read(key)),
      write: (key, token) => kept.write(key, token),
    }
    expect(await server.client({ tokenStore }).accessToken()).toBe('token-1')
    expect(await server.client({ tokenStore }).accessToken()).toBe('token-1')
    expect(keys.size).toBe(1)
    expect([...keys][0]).not.toContain(':secret')
    expect(tokenRequests()).toHaveLength(1)
  })

  test('a token another process has renewed meanwhile is used instead of killing it with a new one', async () => {
    const tokenStore = memoryTokenStore()
    let key = ''
    const spied: TokenStore = { ...tokenStore, read: (name) => tokenStore.read((key = name)) }
    server.reply(
      cancelPath,
      (response) => {
        const accessToken = 'from-another-process'
        void tokenStore.write(key, { accessToken, expiresAt: testNow.getTime() + 3_599_000 }).then(() => {
          response.writeHead(404).end('{"errorCode":"404.001.03","errorMessage":"Invalid Access Token"}')
        })
      },
      ok,
    )
    await server.client({ tokenStore: spied }).cancelInvoice(bill)
    expect(tokenRequests()).toHaveLength(1)
    expect(server.calls().at(-1)?.headers.authorization).toBe('Bearer from-another-process')
  })

  test('whoever joins a renewal that ends with the very token he knows to be rejected gets another', async () => {
    const store = memoryTokenStore()
    let release = () => {}
    const locked = new Promise<void>((resolve) => (release = resolve))
    let key = ''
    const tokenStore: TokenStore = {
      ...store,
      read: (name) => store.read((key = name)),
      lock: (_, work) => locked.then(work),
    }
    const settings = readOptions({ ...testOptions, baseUrl: server.url, tokenStore })
    const limits = readLimits(settings, undefined)
    const tokens = new Tokens(settings)
    const first = tokens.current(limits)
    await expect.poll(() => key).not.toBe('')
    await store.write(key, { accessToken: 'old', expiresAt: testNow.getTime() + 3_599_000 })
    const second = tokens.renew('old', limits)
    release()
    expect([await first, await second]).toEqual(['old', 'token-1'])
  })

  test('renewing happens inside the lock', async () => {
    const inner = memoryTokenStore()
    let locked = false
    const tokenStore: TokenStore = {
      read: (key) => inner.read(key),
      write: async (key, token) => {
        expect(locked).toBe(true)
        await inner.write(key, token)
      },
      lock: async (_, work) => {
        locked = true
        return work().finally(() => (locked = false))
      },
    }
    expect(await server.client({ tokenStore }).accessToken()).toBe('token-1')
  })
})

test.each(['read', 'write', 'lock'] as const)(
  'a tokenStore whose %s fails is a PesafyError, and not_sent',
  async (method) => {
    const broken = () => {
      throw new Error('redis is down')
    }
    const tokenStore = { ...memoryTokenStore(), [method]: broken }
    const call = server.client({ tokenStore }).cancelInvoice(bill)
    await expect(call).rejects.toMatchObject({ name: 'PesafyError', outcome: 'not_sent', retryable: true })
    expect(server.calls()).toHaveLength(0)
  },
)
