import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordedServer, type RecordedServer, testNow, tokenPath } from '../test/recorded-server.ts'
import { parseAccountBalance } from './index.ts'

// What was found wrong in the published clients by running them. Each is a promise here.

let server: RecordedServer
beforeEach(async () => {
  server = await recordedServer()
})
afterEach(() => server.close())

const tokenRequests = () => server.requests.filter((one) => one.path === tokenPath)
const cancel = '/v1/billmanager-invoice/cancel-single-invoice'
const bill = { externalReference: 'INV-1' }
const ok = { body: { resmsg: 'Success', rescode: '200' } }
const pushPath = '/mpesa/stkpush/v1/processrequest'
const push = {
  amount: 1,
  phoneNumber: '0722000000',
  callbackUrl: 'https://shop.example/hooks',
  accountReference: 'INV-1',
  transactionDesc: 'Rent',
}

test('an expires_in of "3599" is a number of seconds: seven calls need one token', async () => {
  server.reply(cancel, ok)
  const mpesa = server.client()
  for (let n = 0; n < 7; n++) await mpesa.cancelInvoice(bill)
  expect(tokenRequests()).toHaveLength(1)
})

test('four parallel calls survive a server on which each token kills the one before', async () => {
  let live = 0
  server.reply(tokenPath, (response) => {
    response.end(JSON.stringify({ access_token: `t${++live}`, expires_in: '3599' }))
  })
  server.reply(cancel, (response) => {
    const good = response.req.headers.authorization === `Bearer t${live}`
    response.writeHead(good ? 200 : 404)
    response.end(JSON.stringify(good ? ok.body : { errorCode: '404.001.03', errorMessage: 'Invalid Access Token' }))
  })
  const mpesa = server.client()
  await Promise.all([1, 2, 3, 4].map(() => mpesa.cancelInvoice(bill)))
  expect(live).toBe(1)
  live++
  await Promise.all([1, 2, 3, 4].map(() => mpesa.cancelInvoice(bill)))
  expect(live).toBe(3)
})

test('a rescode of 409 inside HTTP 200 is thrown', async () => {
  server.reply(cancel, { body: { Status_Message: 'Action Forbidden', resmsg: 'Conflict', rescode: '409' } })
  await expect(server.client().cancelInvoice(bill)).rejects.toMatchObject({ errorCode: '409', outcome: 'refused' })
})

test('the message of an HTTP 409 is its Status_Message or resmsg, not raw JSON', async () => {
  server.reply(cancel, { status: 409, body: { resmsg: 'Conflict', rescode: '409' } })
  await expect(server.client().cancelInvoice(bill)).rejects.toMatchObject({ message: 'cancelInvoice: Conflict' })
})

test('retries, retryDelay and timeout are obeyed', async () => {
  server.reply(cancel, () => {})
  const began = performance.now()
  const call = server.client({ retries: 1, retryDelay: 40, timeout: 40 }).cancelInvoice(bill)
  await expect(call).rejects.toMatchObject({ code: 'TIMEOUT' })
  expect(server.calls()).toHaveLength(2)
  const ms = performance.now() - began
  expect(ms).toBeGreaterThan(100)
  expect(ms).toBeLessThan(5_000)
})

test('an STK push is never posted twice: not after 500, not after a time-out, not with wrong credentials', async () => {
  const mpesa = server.client({ timeout: 40, retries: 5 })
  const wrong = { errorCode: '500.001.1001', errorMessage: '[MerchantValidate] - Wrong credentials' }
  server.reply(pushPath, { status: 500, text: '' })
  await expect(mpesa.stkPush(push)).rejects.toMatchObject({ outcome: 'unknown', retryable: false })
  server.reply(pushPath, () => {})
  await expect(mpesa.stkPush(push)).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'unknown', retryable: false })
  server.reply(pushPath, { status: 500, body: wrong })
  await expect(mpesa.stkPush(push)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS', outcome: 'refused' })
  expect(server.calls()).toHaveLength(3)
})

test.each(['0', 0])('the ResultCode %j of an STK query is the text "0"', async (ResultCode) => {
  server.reply('/mpesa/stkpushquery/v1/query', { body: { ResponseCode: '0', ResultCode, ResultDesc: 'done' } })
  const { ResultCode: code } = await server.client().stkQuery({ checkoutRequestId: 'ws_CO_1' })
  expect(code).toBe('0')
})

test('accounts of a balance are parted at "&"', () => {
  const text =
    'Working Account|KES|481000.00|481000.00|0.00|0.00&Float Account|KES|0.00|0.00|0.00|0.00&Charges Paid Account|KES|-8220.00|-8220.00|0.00|0.00'
  expect(parseAccountBalance(text).map(({ name, currency, amount }) => [name, currency, amount])).toEqual([
    ['Working Account', 'KES', '481000.00'],
    ['Float Account', 'KES', '0.00'],
    ['Charges Paid Account', 'KES', '-8220.00'],
  ])
  expect(parseAccountBalance('')).toEqual([])
})

test('a 4 somewhere in an error does not stop the repeats of what may be repeated', async () => {
  server.reply(cancel, { status: 503, text: 'connect to 10.4.4.4:5432 failed' }, ok)
  await expect(server.client().cancelInvoice(bill)).resolves.toMatchObject({ rescode: '200' })
})

test('the timestamp of a push is Nairobi’s, wherever the host stands, and the password holds the same one', async () => {
  server.reply(pushPath, { body: { ResponseCode: '0' } })
  const zone = process.env['TZ']
  for (const TZ of ['America/Los_Angeles', 'Pacific/Auckland']) {
    process.env['TZ'] = TZ
    await server.client({ now: () => new Date('2026-12-31T22:30:00Z') }).stkPush(push)
    const body = server.calls().at(-1)?.body as { Timestamp: string; Password: string }
    expect(body.Timestamp).toBe('20270101013000')
    expect(atob(body.Password)).toBe('174379passkey20270101013000')
  }
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

test('an amount with cents is an error, not a rounding; a reference too long is an error, not a cut', async () => {
  const mpesa = server.client()
  await expect(mpesa.stkPush({ ...push, amount: 799.7 })).rejects.toMatchObject({ code: 'VALIDATION_ERROR' })
  const long = mpesa.stkPush({ ...push, accountReference: 'INV-2026-000001' })
  await expect(long).rejects.toMatchObject({ code: 'VALIDATION_ERROR' })
  expect(server.requests).toHaveLength(0)
})

test('the sandbox is told by the environment, not by a word in the address', async () => {
  server.reply('/mpesa/c2b/v2/simulate', { body: { ResponseCode: '0' } })
  const pay = { shortCode: '600984', commandId: 'CustomerPayBillOnline', amount: 1, msisdn: '0722000000' } as const
  await expect(server.client().simulateC2B({ ...pay, billRefNumber: 'A' })).resolves.toBeDefined()
  const production = server.client({ environment: 'production' }).simulateC2B({ ...pay, billRefNumber: 'A' })
  await expect(production).rejects.toMatchObject({ code: 'VALIDATION_ERROR' })
})

test('a token that ends is renewed before, not at, its end', async () => {
  let now = testNow.getTime()
  const mpesa = server.client({ now: () => new Date(now) })
  await mpesa.accessToken()
  now += (3599 - 59) * 1000
  await mpesa.accessToken()
  expect(tokenRequests()).toHaveLength(2)
})

test('nothing is written to the console', async () => {
  const written: unknown[] = []
  const kept = { ...console }
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) console[name] = (...args) => written.push(args)
  server.reply(cancel, { status: 503, text: '' }, ok)
  await server.client().cancelInvoice(bill)
  Object.assign(console, kept)
  expect(written).toEqual([])
})

test('a passkey beyond Latin-1 is sent as UTF-8, and phones of a simulated payment may be numbers', async () => {
  server.reply(pushPath, { body: { ResponseCode: '0' } })
  await server.client({ lipaNaMpesaPassKey: 'kïtu→' }).stkPush(push)
  const { Password } = server.calls().at(-1)?.body as { Password: string }
  expect(Buffer.from(Password, 'base64').toString()).toBe('174379kïtu→20261122105105')
  server.reply('/mpesa/c2b/v2/simulate', { body: { ResponseCode: '0' } })
  const pay = { shortCode: 600984, commandId: 'CustomerPayBillOnline', amount: 1, msisdn: 254722000000 } as const
  await server.client().simulateC2B({ ...pay, billRefNumber: 'A' })
  expect(server.calls().at(-1)?.body).toMatchObject({ ShortCode: 600984, Msisdn: 254722000000 })
})
