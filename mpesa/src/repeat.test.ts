import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordedServer, type RecordedServer, type Reply, tokenPath } from '../test/recorded-server.ts'
import type { Mpesa, PesafyError } from './index.ts'

let server: RecordedServer
beforeEach(async () => {
  server = await recordedServer()
})
afterEach(() => server.close())

const base = '/v1/billmanager-invoice'
const urls = { resultUrl: 'https://shop.example/hooks/r', queueTimeOutUrl: 'https://shop.example/hooks/t' }
const invoice = {
  externalReference: 'INV-1',
  billedFullName: 'Jane Doe',
  billedPhoneNumber: '0722000000',
  billedPeriod: 'May 2026',
  invoiceName: 'Rent',
  dueDate: '2026-05-31',
  accountReference: 'A1',
  amount: 100,
}
const push = { amount: 1, phoneNumber: '0722000000', accountReference: 'A', transactionDesc: 'B' }
const callbackUrl = 'https://shop.example/hooks'
const b2b = { amount: 10, partyA: '600979', partyB: '600000', accountReference: 'A', ...urls }

const gone: Reply = (_, socket) => socket.destroy()
const down: Reply = { status: 503, text: '<html>' }
const spike: Reply = { status: 500, body: { errorCode: '500.003.02', errorMessage: 'Spike Arrest Violation' } }

const once: [string, string, (mpesa: Mpesa) => Promise<unknown>][] = [
  ['stkPush', '/mpesa/stkpush/v1/processrequest', (mpesa) => mpesa.stkPush({ ...push, callbackUrl })],
  ['b2bPayBill', '/mpesa/b2b/v1/paymentrequest', (mpesa) => mpesa.b2bPayBill(b2b)],
  ['b2bBuyGoods', '/mpesa/b2b/v1/paymentrequest', (mpesa) => mpesa.b2bBuyGoods(b2b)],
  ['b2cPayment', '/mpesa/b2b/v1/paymentrequest', (mpesa) => mpesa.b2cPayment(b2b)],
  ['remitTax', '/mpesa/b2b/v1/remittax', (mpesa) => mpesa.remitTax(b2b)],
  [
    'b2cDisbursement',
    '/mpesa/b2c/v3/paymentrequest',
    (mpesa) =>
      mpesa.b2cDisbursement({
        ...urls,
        originatorConversationId: 'x',
        commandId: 'BusinessPayment',
        amount: 10,
        partyA: '600979',
        partyB: '0722000000',
        remarks: 'Wages',
      }),
  ],
  [
    'reverseTransaction',
    '/mpesa/reversal/v1/request',
    (mpesa) => mpesa.reverseTransaction({ ...urls, transactionId: 'UKM1AB2C3D', amount: 1, receiverParty: '600610' }),
  ],
  [
    'b2bExpressCheckout',
    '/v1/ussdpush/get-msisdn',
    (mpesa) =>
      mpesa.b2bExpressCheckout({
        primaryShortCode: '600001',
        receiverShortCode: '600002',
        amount: 1,
        paymentRef: 'A',
        callbackUrl,
        partnerName: 'V',
      }),
  ],
  [
    'createStandingOrder',
    '/standingorder/v1/createStandingOrderExternal',
    (mpesa) =>
      mpesa.createStandingOrder({
        ...push,
        standingOrderName: 'A',
        startDate: '2026-12-01',
        endDate: '2027-12-01',
        businessShortCode: '174379',
        callbackUrl,
        frequency: '4',
      }),
  ],
  ['sendBulkInvoices', `${base}/bulk-invoicing`, (mpesa) => mpesa.sendBulkInvoices({ invoices: [invoice] })],
]

describe.each(once)('%s moves money or rings a phone, so it is sent once', (_, path, call) => {
  test.each([
    ['the line is cut', gone],
    ['the gateway is down', down],
    ['the spike arrest strikes', spike],
  ])('even if %s', async (_, reply) => {
    server.reply(path, reply)
    await expect(call(server.client({ retries: 5 }))).rejects.toMatchObject({ name: 'PesafyError' })
    expect(server.calls()).toHaveLength(1)
  })
})

const idempotent: [string, string, (mpesa: Mpesa) => Promise<unknown>, unknown][] = [
  ['sendInvoice', `${base}/single-invoicing`, (mpesa) => mpesa.sendInvoice(invoice), { rescode: '200' }],
  [
    'reconcilePayment',
    `${base}/reconciliation`,
    (mpesa) =>
      mpesa.reconcilePayment({
        transactionId: 'UKM1AB2C3D',
        externalReference: 'INV-1',
        accountReference: 'A1',
        paidAmount: '100',
        paymentDate: '2026-05-01',
        phoneNumber: '0722000000',
        fullName: 'Jane',
        invoiceName: 'Rent',
      }),
    { rescode: '200' },
  ],
  [
    'stkQuery',
    '/mpesa/stkpushquery/v1/query',
    (mpesa) => mpesa.stkQuery({ checkoutRequestId: 'ws_CO_1' }),
    { ResponseCode: '0', ResultCode: '0', ResultDesc: '' },
  ],
  [
    'accountBalance',
    '/mpesa/accountbalance/v1/query',
    (mpesa) => mpesa.accountBalance({ ...urls, partyA: '600000', identifierType: '4' }),
    { ResponseCode: '0' },
  ],
]

describe.each(idempotent)('%s may be repeated', (_, path, call, answer) => {
  test('and is, after a cut line, a gateway that is down and a spike arrest', async () => {
    server.reply(path, gone, down, spike, { body: answer })
    await expect(call(server.client({ retries: 3 }))).resolves.toMatchObject(answer as object)
    expect(server.calls()).toHaveLength(4)
  })

  test('but not after a refusal', async () => {
    server.reply(path, { status: 400, body: { errorCode: '400.002.05', errorMessage: 'Invalid Request Payload' } })
    await expect(call(server.client())).rejects.toMatchObject({ code: 'API_ERROR', outcome: 'refused' })
    expect(server.calls()).toHaveLength(1)
  })
})

describe('the settings do what they say', () => {
  const path = `${base}/cancel-single-invoice`
  const bill = { externalReference: 'INV-1' }

  test.each([0, 1, 4])('retries: %i makes that many further attempts', async (retries) => {
    server.reply(path, down)
    await expect(server.client({ retries }).cancelInvoice(bill)).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
    expect(server.calls()).toHaveLength(retries + 1)
  })

  test('retries and timeout can be given for one call, and idempotent: false makes it one attempt', async () => {
    server.reply(path, down)
    await server
      .client()
      .cancelInvoice(bill, { retries: 1 })
      .catch(() => {})
    expect(server.calls()).toHaveLength(2)
    await server
      .client()
      .cancelInvoice(bill, { idempotent: false })
      .catch(() => {})
    expect(server.calls()).toHaveLength(3)
    server.reply(path, () => {})
    const late = server.client().cancelInvoice(bill, { timeout: 20, retries: 0 })
    await expect(late).rejects.toMatchObject({ code: 'TIMEOUT' })
  })

  test('waits double, and chance makes them up to a quarter longer', async () => {
    server.reply(path, down)
    const mpesa = server.client({ retries: 3, retryDelay: 20, random: () => 0.999 })
    await mpesa.accessToken()
    const began = performance.now()
    await mpesa.cancelInvoice(bill).catch(() => {})
    // 25 + 50 + 100; without doubling 75, without chance 140.
    expect(performance.now() - began).toBeGreaterThan(165)
  })

  test('an answer of more than a megabyte is not asked for again', async () => {
    server.reply(path, { text: `"${'x'.repeat(1_100_000)}"` })
    await expect(server.client().cancelInvoice(bill)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' })
    expect(server.calls()).toHaveLength(1)
  })

  test('no attempt starts after the deadline', async () => {
    server.reply(path, down)
    const call = server.client({ retries: 9, retryDelay: 60_000, deadline: 1_000 }).cancelInvoice(bill)
    await expect(call).rejects.toMatchObject({ code: 'REQUEST_FAILED' })
    expect(server.calls()).toHaveLength(1)
  })

  test('an abort ends the wait between attempts', async () => {
    const controller = new AbortController()
    server.reply(path, (response) => {
      response.writeHead(503).end()
      setTimeout(() => controller.abort(), 30)
    })
    const mpesa = server.client({ retryDelay: 50_000 })
    await expect(mpesa.cancelInvoice(bill, { signal: controller.signal })).rejects.toMatchObject({ statusCode: 503 })
  })

  test('a token is asked for again while the gateway is down, also for a push', async () => {
    server.reply(tokenPath, down, { body: { access_token: 't', expires_in: '3599' } })
    server.reply('/mpesa/stkpush/v1/processrequest', { body: { ResponseCode: '0' } })
    await expect(server.client().stkPush({ ...push, callbackUrl })).resolves.toMatchObject({ ResponseCode: '0' })
  })
})

describe('a duplicate answer to an invoice', () => {
  const path = `${base}/single-invoicing`
  const duplicate: Reply = {
    status: 409,
    body: { Status_Message: 'Another entry exist with the same externalReference number', rescode: '409' },
  }

  test('after an attempt that got no answer means that it had arrived', async () => {
    server.reply(path, gone, duplicate)
    await expect(server.client().sendInvoice(invoice)).resolves.toMatchObject({ rescode: '200' })
  })

  test('to the first attempt is an error', async () => {
    server.reply(path, duplicate)
    await expect(server.client().sendInvoice(invoice)).rejects.toMatchObject({ code: 'DUPLICATE_REQUEST' })
  })

  test('after an attempt that was certainly refused is an error', async () => {
    server.reply(path, spike, duplicate)
    await expect(server.client().sendInvoice(invoice)).rejects.toMatchObject({ code: 'DUPLICATE_REQUEST' })
  })
})

test('an unknown end of a push is not retryable; of an invoice it is', async () => {
  server.reply('/mpesa/stkpush/v1/processrequest', gone)
  server.reply(`${base}/single-invoicing`, gone)
  const mpesa = server.client({ retries: 0 })
  const errors = [mpesa.stkPush({ ...push, callbackUrl }), mpesa.sendInvoice(invoice)].map((call) =>
    call.then(() => null).catch((error: unknown) => error as PesafyError),
  )
  expect((await Promise.all(errors)).map((error) => [error?.outcome, error?.retryable])).toEqual([
    ['unknown', false],
    ['unknown', true],
  ])
})

describe('after an attempt that may have arrived', () => {
  const refusal: Reply = { status: 400, body: { errorCode: '400.002.05', errorMessage: 'Invalid Request Payload' } }

  test.each([
    ['a refusal', refusal, 'API_ERROR'],
    ['a spike arrest', spike, 'RATE_LIMITED'],
  ])('%s leaves the end unknown', async (_, last, code) => {
    server.reply(`${base}/single-invoicing`, gone, last)
    const call = server.client({ retries: 1 }).sendInvoice(invoice)
    await expect(call).rejects.toMatchObject({ code, outcome: 'unknown' })
  })

  test('a token that cannot be had leaves the end unknown', async () => {
    server.reply(tokenPath, { body: { access_token: 't', expires_in: '3599' } }, { status: 401 })
    server.reply(`${base}/single-invoicing`, gone, { status: 401 })
    const call = server.client({ retries: 1 }).sendInvoice(invoice)
    await expect(call).rejects.toMatchObject({ code: 'AUTH_FAILED', outcome: 'unknown' })
  })

  test('"already registered" means that it did: an opt-in and a registration of URLs have succeeded', async () => {
    const registered = { status: 409, body: { Status_Message: 'Biller already Registered', rescode: '409' } }
    const urls = { errorCode: '500.003.1001', errorMessage: 'Urls are already registered' }
    server.reply(`${base}/optin`, gone, registered)
    server.reply('/mpesa/c2b/v2/registerurl', gone, { status: 500, body: urls })
    const mpesa = server.client()
    const optIn = { shortcode: '600984', email: 'a@b.example', officialContact: '0722000000', callbackUrl }
    await expect(mpesa.billManagerOptIn({ ...optIn, sendReminders: '1' })).resolves.toMatchObject({ rescode: '200' })
    const c2b = { shortCode: '600984', responseType: 'Completed', confirmationUrl: callbackUrl } as const
    const call = mpesa.registerC2BUrls({ ...c2b, validationUrl: callbackUrl })
    await expect(call).resolves.toMatchObject({ ResponseCode: '0' })
    server.reply(`${base}/optin`, registered)
    const second = mpesa.billManagerOptIn({ ...optIn, sendReminders: '1' })
    await expect(second).rejects.toMatchObject({ code: 'DUPLICATE_REQUEST', outcome: 'refused' })
  })
})

describe('time', () => {
  const path = `${base}/cancel-single-invoice`
  const bill = { externalReference: 'INV-1' }
  const silent: Reply = () => {}

  test('cuts off the running attempt at the deadline', async () => {
    server.reply(path, silent)
    const call = server.client({ deadline: 60, retries: 0 }).cancelInvoice(bill)
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'unknown' })
  })

  test('spent on the token counts, and nothing is sent after the deadline', async () => {
    server.reply(tokenPath, silent)
    const call = server.client({ deadline: 60 }).stkPush({ ...push, callbackUrl })
    await expect(call).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'not_sent' })
    expect(server.calls()).toHaveLength(0)
  })

  test('and attempts given for one call hold for its token too, but not for another call that waits for it', async () => {
    let first = true
    server.reply(tokenPath, (response) => {
      if (!first) response.end('{"access_token":"t","expires_in":"3599"}')
      first = false
    })
    server.reply(path, { body: { resmsg: 'Success', rescode: '200' } })
    const mpesa = server.client()
    const hasty = mpesa.cancelInvoice(bill, { timeout: 40, retries: 0 })
    const patient = mpesa.cancelInvoice(bill)
    await expect(hasty).rejects.toMatchObject({ code: 'TIMEOUT', outcome: 'not_sent' })
    await expect(patient).resolves.toMatchObject({ rescode: '200' })
    expect(server.requests.filter((one) => one.path === tokenPath)).toHaveLength(2)
  })

  test.each([0, -1, Number.NaN, Infinity, 2 ** 31, '5', null])('is never %j ms', async (bad) => {
    const ms = bad as number
    const problem = { code: 'VALIDATION_ERROR', outcome: 'not_sent', issues: [{ field: expect.any(String) }] }
    if (bad !== null) {
      expect(() => server.client({ timeout: ms })).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }))
      expect(() => server.client({ deadline: ms })).toThrow(expect.objectContaining({ code: 'VALIDATION_ERROR' }))
      await expect(server.client().cancelInvoice(bill, { timeout: ms })).rejects.toMatchObject(problem)
    }
    const signal = bad as unknown as AbortSignal
    await expect(server.client().cancelInvoice(bill, { signal })).rejects.toMatchObject(problem)
    expect(server.requests).toHaveLength(0)
  })
})
