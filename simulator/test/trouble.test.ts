import { expect, test } from 'vitest'
import { billPath, call, caller, invoice, type Json, listener, optInBody, simulator, stkBody, token } from './world.ts'

const single = `${billPath}/single-invoicing`

async function optedIn() {
  const daraja = await simulator()
  const business = await listener()
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(`${business.url}/bills`))
  return { daraja, business, post }
}

test('dropped after commit: the bill is on the phone although the line was cut', async () => {
  const { daraja, post } = await optedIn()
  daraja.trouble({ endpoint: 'bill-single', kind: 'dropped-after-commit' })
  await expect(post(single, invoice())).rejects.toThrow('fetch failed')
  expect(daraja.phone('254708374149').inbox).toHaveLength(1)
  expect((await post(single, invoice())).body).toMatchObject({ rescode: '409' })
  const [entry] = daraja.journal({ name: 'bill-single' })
  expect(entry).toMatchObject({ status: null, trouble: 'dropped-after-commit', response: { rescode: '200' } })
})

test('dropped: the line was cut and nothing was done', async () => {
  const { daraja, post } = await optedIn()
  daraja.trouble({ endpoint: single, kind: 'dropped' })
  await expect(post(single, invoice())).rejects.toThrow('fetch failed')
  expect((await post(single, invoice())).body).toMatchObject({ rescode: '200' })
})

test.each([
  ['fault', /^\{"fault":\{"faultstring":"The Service is temporarily unavailable"/],
  ['daraja', /"errorCode":"503\.003\.1001"/],
  ['html', /^<html>/],
  ['empty', /^$/],
] as const)('a 503 comes with a body of the form %s', async (form, body) => {
  const { daraja, post } = await optedIn()
  daraja.trouble({ endpoint: 'bill-single', kind: '503', form })
  const answer = await post(single, invoice())
  expect(answer.status).toBe(503)
  expect(answer.text).toMatch(body)
})

test('a trouble strikes as often as was said, and then no more', async () => {
  const { daraja, post } = await optedIn()
  daraja.trouble({ endpoint: '*', kind: 'spike-arrest', times: 2 })
  const codes = []
  for (let i = 0; i < 3; i++) codes.push((await post(single, invoice({ externalReference: `I-${i}` }))).body.errorCode)
  expect(codes).toEqual(['500.003.02', '500.003.02', undefined])
  expect(daraja.troubles()).toEqual([])
})

test('the same seed gives the same luck', async () => {
  const run = async () => {
    const daraja = await simulator({ seed: 42 })
    daraja.trouble({ endpoint: 'oauth', kind: '500', times: 'always', chance: 0.5 })
    const tokens = []
    for (let i = 0; i < 20; i++) tokens.push(await token(daraja))
    return tokens.map((one) => one === 'undefined')
  }
  const first = await run()
  expect(await run()).toEqual(first)
  expect(new Set(first)).toEqual(new Set([true, false]))
})

test('a revoked token is rejected in the words of the endpoint, and stays rejected', async () => {
  const { daraja, post } = await optedIn()
  daraja.trouble({ endpoint: 'bill-single', kind: 'token-revoked' })
  expect(await post(single, invoice())).toMatchObject({
    status: 401,
    body: { errorMessage: 'Unauthorized - Invalid Access Token' },
  })
  expect((await post(single, invoice())).status).toBe(401)
  expect((await (await caller(daraja))(single, invoice())).body).toMatchObject({ rescode: '200' })
})

test('half an answer is no JSON', async () => {
  const { daraja, post } = await optedIn()
  daraja.trouble({ endpoint: 'bill-single', kind: 'garbled' })
  const { status, text } = await post(single, invoice())
  expect(status).toBe(200)
  expect(() => void JSON.parse(text)).toThrow(SyntaxError)
})

test('a callback may come twice, late, or not at all', async () => {
  const { daraja, business } = await optedIn()
  const pay = async () => {
    await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount: 5 })
    await daraja.settled()
    return business.got.splice(0).length
  }
  daraja.freezeClock(true)
  daraja.trouble({ endpoint: 'bill-payment', kind: 'callback-twice' })
  expect(await pay()).toBe(2)
  daraja.trouble({ endpoint: 'bill-payment', kind: 'callback-late', ms: 90_000 })
  expect(await pay()).toBe(0)
  await daraja.advance('PT90S')
  expect(business.got.splice(0)).toHaveLength(1)
  daraja.trouble({ endpoint: 'bill-payment', kind: 'callback-lost' })
  expect(await pay()).toBe(0)
  expect(daraja.journal({ direction: 'out' }).at(-1)).toMatchObject({ status: null, error: 'lost on the way' })
  expect(await pay()).toBe(1)
})

test('a callback that is held back is overtaken by the next', async () => {
  const { daraja, business } = await optedIn()
  daraja.trouble({ endpoint: 'bill-payment', kind: 'callback-out-of-order' })
  const pay = (amount: number) => daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount })
  const first = await pay(1)
  const second = await pay(2)
  await daraja.settled()
  expect(business.got.map((one) => one.body.transactionId)).toEqual([second.receipt, first.receipt])
})

test('a callback may arrive before the answer to its cause', async () => {
  const daraja = await simulator({ newPhones: { answers: 'pays' } })
  const order: string[] = []
  const business = await listener(() => (order.push('callback'), {}))
  const post = await caller(daraja)
  daraja.trouble({ endpoint: 'stk-push', kind: 'callback-before-answer' })
  const changes = { PartyA: 254712345678, PhoneNumber: 254712345678 }
  const answer = await post('/mpesa/stkpush/v1/processrequest', stkBody(`${business.url}/stk`, changes))
  order.push('answer')
  expect(answer.status).toBe(200)
  expect(order).toEqual(['callback', 'answer'])
})

test('an order that times out in the queue is told to the QueueTimeOutURL and not done', async () => {
  const daraja = await simulator()
  const business = await listener()
  const post = await caller(daraja)
  daraja.trouble({ endpoint: 'b2c', kind: 'queue-timeout' })
  await post('/mpesa/b2c/v1/paymentrequest', {
    InitiatorName: 'testapi',
    SecurityCredential: 'A'.repeat(344),
    CommandID: 'BusinessPayment',
    Amount: 100,
    PartyA: 600984,
    PartyB: 254708374149,
    Remarks: 'ok',
    QueueTimeOutURL: `${business.url}/timeout`,
    ResultURL: `${business.url}/result`,
  })
  await daraja.settled()
  expect(business.got.map((one) => one.path)).toEqual(['/timeout'])
  expect(daraja.phone('254708374149').balance).toBe(50_000)
})

test('a trouble that cannot be is refused with the list of those that can', async () => {
  const daraja = await simulator()
  const answer = await call(`${daraja.url}/_sim/trouble`, { method: 'POST', body: '{"kind":"rain"}' })
  expect(answer.status).toBe(400)
  expect((answer.body as { error: string }).error).toContain('dropped-after-commit')
})

test('more requests a second than the limit are arrested', async () => {
  const { daraja, post } = await optedIn()
  daraja.switches({ requestsPerSecond: 5 })
  const rows = Array.from({ length: 12 }, (_, i) => post(single, invoice({ externalReference: `R-${i}` })))
  const answers = await Promise.all(rows)
  const arrested = answers.filter((one) => one.status === 429)
  expect(arrested.length).toBeGreaterThanOrEqual(6)
  expect((arrested[0]?.body.fault as Json).detail).toEqual({ errorcode: 'policies.ratelimit.SpikeArrestViolation' })
})
