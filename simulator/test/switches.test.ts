import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { endpoints } from '../src/daraja/endpoints.ts'
import { defaultSwitches } from '../src/index.ts'
import { troubleKinds } from '../src/trouble.ts'
import { roads } from '../src/work.ts'
import { billPath, call, caller, invoice, type Json, listener, optInBody, simulator, stamp, stkBody } from './world.ts'

const single = `${billPath}/single-invoicing`
const push = '/mpesa/stkpush/v1/processrequest'
const away = 'http://127.0.0.1:9/x'
const phone = '254708374149'

test('the documentation names every switch with its default, every endpoint, road and trouble', () => {
  const docs = readFileSync(new URL('../../docs/simulator.md', import.meta.url), 'utf8')
  for (const [name, value] of Object.entries(defaultSwitches)) {
    const row = docs.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? ''
    expect(row.split('|')[2]?.replaceAll('`', '').trim()).toBe([value].flat().join(', '))
  }
  for (const name of [...endpoints.map((one) => one.name), ...roads, ...troubleKinds])
    expect(docs).toContain(`\`${name}\``)
})

test('the token’s life as a number, and 401 for a wrong key', async () => {
  const daraja = await simulator({ switches: { expiresInAs: 'number', tokenSeconds: 10, wrongKeyStatus: 401 } })
  const mint = (credentials: string) =>
    call(`${daraja.url}/oauth/v1/generate?grant_type=client_credentials`, {
      headers: { authorization: `Basic ${btoa(credentials)}` },
    })
  expect((await mint('demo:demo')).body.expires_in).toBe(10)
  expect((await mint('demo:wrong')).status).toBe(401)
})

test('a Bill Manager refusal with the HTTP status of its rescode', async () => {
  const daraja = await simulator({ switches: { billRefusalStatus: 409 } })
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(away))
  expect(await post(`${billPath}/optin`, optInBody(away))).toMatchObject({ status: 409, body: { rescode: '409' } })
  expect((await post(`${billPath}/cancel-single-invoice`, { externalReference: 'none' })).status).toBe(404)
})

test('with requireAppKey a bill needs the key of the opt-in, in either spelling; without it the key only chooses', async () => {
  const daraja = await simulator({ switches: { requireAppKey: true } })
  const post = await caller(daraja)
  const { app_key } = (await post(`${billPath}/optin`, optInBody(away))).body as { app_key: string }
  expect((await post(single, invoice())).body.Status_Message).toBe('Invalid consumer key/shortcode')
  expect((await post(single, invoice(), { appKey: app_key })).body.rescode).toBe('200')
  expect((await post(single, invoice({ externalReference: 'I-2' }), { app_key })).body.rescode).toBe('200')

  daraja.switches({ requireAppKey: false })
  await post(`${billPath}/optin`, optInBody(away, { shortcode: '174379' }))
  await post(single, invoice({ externalReference: 'I-3' }), { appKey: app_key })
  expect(daraja.phone(phone).inbox.at(-1)?.bill?.shortcode).toBe('600984')
})

test('a batch that is not atomic takes the good rows and lists the bad', async () => {
  const daraja = await simulator({ switches: { bulkAtomic: false } })
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(away))
  const { body } = await post(`${billPath}/bulk-invoicing`, [
    invoice(),
    invoice({ externalReference: 'BAD', dueDate: 'soon' }),
  ])
  expect(body).toMatchObject({ rescode: '409', errors: [{ externalReference: 'BAD' }] })
  expect(daraja.phone(phone).inbox).toHaveLength(1)
})

test('payments for unknown accounts are not pushed when so wished; those of a bill are', async () => {
  const daraja = await simulator({ switches: { pushUnknownAccounts: false } })
  const business = await listener()
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(business.url))
  await post(single, invoice())
  for (const account of ['OTHER', 'ACC-1']) await daraja.pay({ phone, shortcode: '600984', account, amount: 5 })
  await daraja.settled()
  expect(business.got.map((one) => one.body.accountReference)).toEqual(['ACC-1'])
})

test('a strict Bill Manager refuses to cancel twice and to acknowledge what was never paid', async () => {
  const daraja = await simulator({ switches: { cancelAgain: 'refuse', reconcileUnknown: 'refuse' } })
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(away))
  await post(single, invoice())
  const cancel = () => post(`${billPath}/cancel-single-invoice`, { externalReference: 'INV-1' })
  expect((await cancel()).body.rescode).toBe('200')
  expect((await cancel()).body.rescode).toBe('409')
  const acknowledge = (transactionId: string) =>
    post(`${billPath}/reconciliation`, {
      paymentDate: '2026-11-22',
      paidAmount: '5',
      accountReference: 'ACC-1',
      transactionId,
      phoneNumber: phone,
      fullName: 'Test Customer',
      invoiceName: 'School fees',
      externalReference: 'INV-1',
    })
  expect((await acknowledge('UKM0000000')).body.rescode).toBe('404')
  const { receipt } = await daraja.pay({ phone, shortcode: '600984', account: 'ACC-1', amount: 5 })
  expect([(await acknowledge(receipt)).body.rescode, (await acknowledge(receipt)).body.rescode]).toEqual(['200', '200'])
  expect(daraja.phone(phone).inbox.filter((sms) => sms.kind === 'receipt')).toHaveLength(1)
})

test('a second push is accepted and ended with 1001 when so wished', async () => {
  const daraja = await simulator({ switches: { secondPush: 'callback' } })
  const business = await listener()
  const post = await caller(daraja)
  await post(push, stkBody(`${business.url}/1`))
  expect((await post(push, stkBody(`${business.url}/2`, { Amount: 7 }))).status).toBe(200)
  await daraja.settled()
  expect(JSON.stringify(business.got)).toContain('"ResultCode":1001')
  expect(daraja.phone(phone).prompts.map((prompt) => prompt.state)).toEqual(['waiting', 'failed'])
})

test('a Timestamp of another day is taken when it is near either clock, or with tolerance 0', async () => {
  const daraja = await simulator()
  const post = await caller(daraja)
  const pushAt = (at: Date, PhoneNumber: number) => post(push, stkBody(away, { Timestamp: stamp(at), PhoneNumber }))
  await daraja.advance('P30D')
  const fresh = await caller(daraja)
  const again = (at: Date, PhoneNumber: number) => fresh(push, stkBody(away, { Timestamp: stamp(at), PhoneNumber }))
  expect((await pushAt(new Date(), 254700000000)).body.errorCode).toBe('404.001.03')
  expect((await again(new Date(), 254700000001)).status).toBe(200)
  expect((await again(new Date(daraja.clock().now), 254700000002)).status).toBe(200)
  expect((await again(new Date('2020-01-01T00:00:00Z'), 254700000003)).status).toBe(400)
  daraja.switches({ timestampToleranceHours: 0 })
  expect((await again(new Date('2020-01-01T00:00:00Z'), 254700000003)).status).toBe(200)
})

test('a long description, a lower limit, and the hour in which Pull tells time', async () => {
  const daraja = await simulator({ now: () => new Date('2027-01-04T05:00:00Z'), frozen: true })
  const post = await caller(daraja)
  const Timestamp = '20270104080000'
  const long = stkBody(away, { Timestamp, TransactionDesc: 'Lipa na mpesa online' })
  daraja.switches({ longDescription: 'refuse', perTransactionLimitKes: 99 })
  expect((await post(push, long)).body.errorMessage).toBe('Bad Request - Invalid Amount')
  daraja.switches({ perTransactionLimitKes: 100 })
  expect((await post(push, long)).body.errorMessage).toBe('Bad Request - Invalid TransactionDesc')
  daraja.switches({ longDescription: 'accept' })
  expect((await post(push, long)).status).toBe(200)

  const pull = { ShortCode: '600984', RequestType: 'Pull', NominatedNumber: '0700000000', CallBackURL: away }
  await post('/pulltransactions/v1/register', pull)
  await daraja.pay({ phone, shortcode: '600984', account: 'A', amount: 5 })
  const window = {
    ShortCode: '600984',
    StartDate: '2027-01-04 00:00:00',
    EndDate: '2027-01-04 23:59:59',
    OffSetValue: '0',
  }
  const time = async () =>
    ((await post('/pulltransactions/v1/query', window)).body.Response as Json[][])[0]?.[0]?.trxDate
  expect(await time()).toBe('2027-01-04T05:00:00Z')
  daraja.switches({ pullTimes: 'nairobi' })
  expect(await time()).toBe('2027-01-04T08:00:00Z')
})

test('callbacks may take their time, and validation may not', async () => {
  const daraja = await simulator({
    frozen: true,
    businesses: [{ shortcode: '600984', validation: true }],
    switches: { callbackDelayMs: 5000, validationTimeoutMs: 30 },
  })
  const business = await listener((_body, path) => ({ silent: path === '/validate' }))
  const post = await caller(daraja)
  const urls = { ConfirmationURL: `${business.url}/confirm`, ValidationURL: `${business.url}/validate` }
  await post('/mpesa/c2b/v2/registerurl', { ShortCode: '600984', ResponseType: 'Completed', ...urls })
  await daraja.pay({ phone, shortcode: '600984', account: 'A', amount: 5 })
  expect(daraja.journal({ name: 'c2b-validation' })).toMatchObject([{ status: null, error: 'no answer within 30 ms' }])
  await daraja.settled()
  expect(business.bodies('/confirm')).toEqual([])
  await daraja.advance('PT5S')
  expect(business.bodies('/confirm')).toHaveLength(1)
})

test('a switch cannot be set to what it cannot be', async () => {
  const daraja = await simulator()
  expect(() => daraja.switches({ promptSeconds: -1 })).toThrow('The switch promptSeconds cannot be -1')
  expect(() => daraja.switches({ pushTriesAtSeconds: [] })).toThrow('cannot be []')
  expect(daraja.switches()).toEqual(defaultSwitches)
})
