import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordedServer, type RecordedServer, type Reply, tokenPath } from '../test/recorded-server.ts'
import {
  isAlreadyRegistered,
  isDuplicateReference,
  isPesafyError,
  isStkPending,
  PesafyError,
  requireSuccess,
} from './index.ts'

interface Fixture {
  name: string
  status: number
  body?: unknown
  text?: string
  expect: Record<string, unknown>
}

const fixtures = JSON.parse(readFileSync(new URL('../fixtures/errors.json', import.meta.url), 'utf8')) as Fixture[]
const cancelPath = '/v1/billmanager-invoice/cancel-single-invoice'

let server: RecordedServer
beforeEach(async () => {
  server = await recordedServer()
})
afterEach(() => server.close())

/** The error of one bill cancelled against a server that gives these replies. */
async function errorFor(...replies: Reply[]): Promise<PesafyError> {
  server.reply(cancelPath, ...replies)
  const error: unknown = await server
    .client({ retries: 0 })
    .cancelInvoice({ externalReference: 'INV-1' })
    .catch((thrown: unknown) => thrown)
  if (!(error instanceof PesafyError)) throw new Error(`expected a PesafyError, got ${String(error)}`)
  return error
}

describe('what Safaricom answers', () => {
  test.each(fixtures)('$name → $expect.code, $expect.outcome', async ({ status, body, text, expect: expected }) => {
    expect(await errorFor({ status, body, ...(text === undefined ? {} : { text }) })).toMatchObject(expected)
  })

  test('the message is what Bill Manager says, not its JSON', async () => {
    const error = await errorFor({
      status: 409,
      body: { Status_Message: 'Incorrect due date format', resmsg: 'Conflict', rescode: '409' },
    })
    expect(error.message).toBe('cancelInvoice: Incorrect due date format')
  })

  test('a redirect is not followed: it would carry the bill to another address', async () => {
    server.reply('/elsewhere', { body: { resmsg: 'Success', rescode: '200' } })
    const error = await errorFor({ status: 307, headers: { location: '/elsewhere' } })
    expect(error).toMatchObject({ code: 'HTTP_ERROR', outcome: 'refused' })
    expect(server.calls()).toHaveLength(1)
  })

  test('an answer of more than a megabyte is not read to its end', async () => {
    expect(await errorFor({ text: `"${'x'.repeat(1_100_000)}"` })).toMatchObject({ code: 'INVALID_RESPONSE' })
  })
})

describe('what happens to the connection', () => {
  test('a cut line is a NETWORK_ERROR whose outcome is unknown', async () => {
    const error = await errorFor((_, socket) => socket.destroy())
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', outcome: 'unknown' })
  })

  test('a line cut inside the answer is a NETWORK_ERROR whose outcome is unknown', async () => {
    const error = await errorFor((response, socket) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{"resc', () => socket.destroy())
    })
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', outcome: 'unknown' })
  })

  test('no answer in time is a TIMEOUT whose outcome is unknown', async () => {
    server.reply(cancelPath, () => {})
    const call = server.client({ retries: 0, timeout: 30 }).cancelInvoice({ externalReference: 'INV-1' })
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' })
  })

  test('an answer that trickles in is under the same time-out', async () => {
    server.reply(cancelPath, (response) => response.writeHead(200).write('{'))
    const call = server.client({ retries: 0, timeout: 50 }).cancelInvoice({ externalReference: 'INV-1' })
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' })
  })

  test('a refused connection was certainly not sent, and may be tried again even for a push', async () => {
    const { url } = server
    const mpesa = server.client({ retries: 0 })
    await mpesa.accessToken()
    await server.close()
    const push = mpesa.stkPush({
      amount: 1,
      phoneNumber: '0722000000',
      callbackUrl: `${url}/hooks`,
      accountReference: 'A',
      transactionDesc: 'B',
    })
    await expect(push).rejects.toMatchObject({ code: 'NETWORK_ERROR', outcome: 'not_sent', retryable: true })
    server = await recordedServer()
  })

  test('a host that does not exist was certainly not reached', async () => {
    const mpesa = server.client({ retries: 0, baseUrl: 'http://nowhere.invalid' })
    await expect(mpesa.accessToken()).rejects.toMatchObject({ code: 'NETWORK_ERROR', outcome: 'not_sent' })
  })

  test('a signal aborted before the call sends nothing; aborted during it, the outcome is unknown', async () => {
    const mpesa = server.client()
    await mpesa.accessToken()
    const before = mpesa.cancelInvoice({ externalReference: 'INV-1' }, { signal: AbortSignal.abort() })
    await expect(before).rejects.toMatchObject({ code: 'REQUEST_FAILED', outcome: 'not_sent' })
    expect(server.calls()).toHaveLength(0)
    const controller = new AbortController()
    server.reply(cancelPath, () => controller.abort())
    const during = mpesa.cancelInvoice({ externalReference: 'INV-1' }, { signal: controller.signal })
    await expect(during).rejects.toMatchObject({ code: 'REQUEST_FAILED', outcome: 'unknown' })
    expect(server.calls()).toHaveLength(1)
  })
})

describe('a token that cannot be had', () => {
  test.each([
    [{ status: 400, body: { errorCode: '400.008.01', errorMessage: 'Invalid Authentication passed' } }],
    [{ status: 400, body: { errorCode: '400.008.02', errorMessage: 'Invalid grant type passed' } }],
    [{ status: 401, text: '' }],
    [{ status: 400, text: '' }],
    [{ status: 200, body: { access_token: '', expires_in: '3599' } }],
  ])('%j is AUTH_FAILED, and the call it was for was not sent', async (reply) => {
    server.reply(tokenPath, reply)
    expect(await errorFor({})).toMatchObject({ code: 'AUTH_FAILED', outcome: 'not_sent', retryable: false })
    expect(server.calls()).toHaveLength(0)
  })

  test('a gateway that is down stays what it is, but nothing was sent', async () => {
    server.reply(tokenPath, { status: 503, text: '<html>' })
    expect(await errorFor({})).toMatchObject({ code: 'REQUEST_FAILED', outcome: 'not_sent', retryable: true })
  })
})

describe('telling errors apart', () => {
  test('a duplicate reference is recognised, and nothing else is taken for one', async () => {
    const body = { Status_Message: 'Another entry exist with the same externalReference number', rescode: '409' }
    expect(isDuplicateReference(await errorFor({ body }))).toBe(true)
    const other = await errorFor({ body: { Status_Message: 'Incorrect phone number format', rescode: '409' } })
    expect(isDuplicateReference(other)).toBe(false)
    expect(isDuplicateReference(new Error('Another entry exist with the same externalReference number'))).toBe(false)
  })

  test('an opt-in that was done before is recognised', async () => {
    const body = { Status_Message: 'Biller already Registered', resmsg: 'Conflict', rescode: '409' }
    expect(isAlreadyRegistered(await errorFor({ body }))).toBe(true)
  })

  test.each([
    ['The transaction is being processed', true],
    ['The transaction does not Exist', true],
    ['[MerchantValidate] - Wrong credentials', false],
  ])('an STK query refused with "%s": pending is %s', async (errorMessage, pending) => {
    server.reply('/mpesa/stkpushquery/v1/query', { status: 500, body: { errorCode: '500.001.1001', errorMessage } })
    const query = server.client().stkQuery({ checkoutRequestId: 'ws_CO_1' })
    const error: unknown = await query.catch((thrown: unknown) => thrown)
    expect(isStkPending(error)).toBe(pending)
    expect(server.calls()).toHaveLength(1)
  })

  test('an STK query answered with ResultCode 4999 is pending too', () => {
    expect(isStkPending({ ResultCode: '4999', ResultDesc: 'still under processing' })).toBe(true)
    expect(isStkPending({ ResultCode: '1032', ResultDesc: '' })).toBe(false)
  })

  test('result code 1 is INSUFFICIENT_FUNDS, another TRANSACTION_FAILED, 0 passes', () => {
    expect(() => requireSuccess({ resultCode: '0', resultDesc: 'ok' })).not.toThrow()
    expect(() => requireSuccess({ ResultCode: '1', ResultDesc: 'The balance is insufficient' })).toThrow(
      expect.objectContaining({ code: 'INSUFFICIENT_FUNDS', errorCode: '1', outcome: 'refused' }),
    )
    expect(() => requireSuccess({ resultCode: 'SFC_IC0003', resultDesc: '' })).toThrow(
      expect.objectContaining({ code: 'TRANSACTION_FAILED', errorCode: 'SFC_IC0003' }),
    )
  })

  test('an error of another copy of the package is recognised', () => {
    const foreign = Object.assign(new Error('x'), { name: 'PesafyError', outcome: 'refused' })
    expect(isPesafyError(foreign)).toBe(true)
    expect(isPesafyError(new Error('x'))).toBe(false)
  })
})

test.each([
  '254712345678',
  '+254 (0)712-345-678',
  '00254712345678',
  '0712.345.678',
  '0712/345/678',
  '712345678',
  '(0712) 345678',
  '+254\u00a0712\u00a0345\u00a0678',
  '\u202a0712‑345‑678\u202c',
  'ws_CO_22112026095105123712345678',
])('toJSON masks %s in message, requestId and errorCode', (written) => {
  const error = new PesafyError({
    code: 'API_ERROR',
    message: `No: KES 100 by ${written}, not found`,
    requestId: written,
    errorCode: `E ${written}`,
  })
  const digits = JSON.stringify(error).replace(/[^\d]/g, '')
  expect(digits).not.toContain('12345')
  expect(JSON.stringify(error)).toContain('KES 100 by')
})

test('toJSON leaves Safaricom’s own ids and codes alone', () => {
  const told = { requestId: '16813-1590513-1', errorCode: '500.001.1001' }
  const message = 'AG_20261122_2010abc failed at 20261122105105'
  expect(new PesafyError({ code: 'API_ERROR', message, ...told }).toJSON()).toMatchObject({ ...told, message })
})

test('toJSON holds no token, secret, body or whole phone number', async () => {
  const error = await errorFor({
    status: 400,
    body: {
      errorCode: '400.002.02',
      errorMessage: 'Invalid Access Token - abcDEF123456 for 254712345678 and 0712 345 678, Basic a2V5OnNlY3JldA==',
      secret: 'body-secret',
    },
  })
  const text = JSON.stringify(error)
  for (const secret of ['abcDEF123456', '712345678', '345 678,', 'a2V5OnNlY3JldA', 'body-secret', 'token-']) {
    expect(text).not.toContain(secret)
  }
  expect(JSON.parse(text)).toMatchObject({ name: 'PesafyError', code: 'AUTH_FAILED', errorCode: '400.002.02' })
})
