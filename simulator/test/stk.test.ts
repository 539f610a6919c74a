import { expect, test } from 'vitest'
import { demoPasskey, type Simulator } from '../src/index.ts'
import { call, caller, type Json, listener, simulator, stamp, stkBody } from './world.ts'

const push = '/mpesa/stkpush/v1/processrequest'

async function ring(daraja: Simulator, callbackUrl: string, changes: Json = {}): Promise<string> {
  const post = await caller(daraja)
  const { body } = await post(
    push,
    stkBody(callbackUrl, { Timestamp: stamp(new Date(daraja.clock().now)), ...changes }),
  )
  return String(body.CheckoutRequestID)
}

async function ask(daraja: Simulator, id: string) {
  const Timestamp = stamp(new Date())
  const Password = Buffer.from(`600984${demoPasskey}${Timestamp}`).toString('base64')
  const post = await caller(daraja)
  return post('/mpesa/stkpushquery/v1/query', {
    BusinessShortCode: '600984',
    Password,
    Timestamp,
    CheckoutRequestID: id,
  })
}

const resultOf = (body: Json | undefined) => (body?.Body as { stkCallback: Json } | undefined)?.stkCallback

test('a query of a push nobody has answered says that it is being processed', async () => {
  const daraja = await simulator()
  const id = await ring(daraja, 'http://127.0.0.1:9/stk')
  expect(await ask(daraja, id)).toMatchObject({
    status: 500,
    body: { errorCode: '500.001.1001', errorMessage: 'The transaction is being processed' },
  })
  daraja.switches({ pendingQuery: '4999' })
  expect(await ask(daraja, id)).toMatchObject({ status: 200, body: { ResultCode: '4999' } })
  daraja.switches({ queryBlindSeconds: 30 })
  expect(await ask(daraja, id)).toMatchObject({ body: { errorMessage: 'The transaction does not Exist' } })
})

test('a prompt nobody answers ends after a minute with 1037, as a number in the callback and a string in the query', async () => {
  const daraja = await simulator({ frozen: true })
  const business = await listener()
  const id = await ring(daraja, `${business.url}/stk`)
  await daraja.advance('PT59S')
  expect(business.got).toHaveLength(0)
  await daraja.advance('PT1S')
  expect(resultOf(business.got[0]?.body)).toMatchObject({
    CheckoutRequestID: id,
    ResultCode: 1037,
    ResultDesc: 'No response from user.',
  })
  expect(resultOf(business.got[0]?.body)).not.toHaveProperty('CallbackMetadata')
  expect((await ask(daraja, id)).body).toMatchObject({ ResultCode: '1037' })
})

test.each([
  ['cancels', 1032],
  ['wrong-pin', 2001],
  ['unreachable', 1037],
] as const)('a phone that %s ends the push with %i', async (answers, code) => {
  const daraja = await simulator({ phones: [{ msisdn: '254708374149', answers }] })
  const business = await listener()
  await ring(daraja, `${business.url}/stk`)
  await daraja.settled()
  expect(resultOf(business.got[0]?.body)?.ResultCode).toBe(code)
  expect(daraja.phone('254708374149').balance).toBe(50_000)
})

test('what the phone does not have cannot be paid, and nothing moves', async () => {
  const daraja = await simulator({ phones: [{ msisdn: '254708374149', balance: 99 }] })
  const id = await ring(daraja, 'http://127.0.0.1:9/stk')
  const outcome = await daraja.answerPrompt('254708374149', id, { pin: '1234' })
  expect(outcome).toEqual({ ok: false, resultCode: 1, resultDesc: 'The balance is insufficient for the transaction.' })
  expect(daraja.phone('254708374149').balance).toBe(99)
})

test('a prompt that is over cannot be answered again', async () => {
  const daraja = await simulator()
  const id = await ring(daraja, 'http://127.0.0.1:9/stk')
  const both = [1, 2].map(() => daraja.answerPrompt('254708374149', id, { pin: '1234' }))
  const [first, second] = await Promise.allSettled(both)
  expect(first?.status).toBe('fulfilled')
  expect(second).toMatchObject({ status: 'rejected', reason: { status: 409 } })
  expect(daraja.phone('254708374149').balance).toBe(49_900)
})

test('the same amount to the same business within two minutes is refused with 17, and taken afterwards', async () => {
  const daraja = await simulator({ frozen: true })
  const pay = async () => {
    const id = await ring(daraja, 'http://127.0.0.1:9/stk')
    return (await daraja.answerPrompt('254708374149', id, { pin: '1234' })).resultCode
  }
  expect(await pay()).toBe(0)
  expect(await pay()).toBe(17)
  await daraja.advance('PT2M')
  expect(await pay()).toBe(0)
})

test('three wrong PINs lock the phone until its PIN is set anew', async () => {
  const daraja = await simulator({ frozen: true })
  const wrong = async (pin: string) => {
    const id = await ring(daraja, 'http://127.0.0.1:9/stk')
    return (await daraja.answerPrompt('254708374149', id, { pin })).resultCode
  }
  expect([await wrong('0'), await wrong('0'), await wrong('0'), await wrong('1234')]).toEqual([2001, 2001, 2001, 8006])
  daraja.addPhone({ msisdn: '254708374149', pin: '4321' })
  expect(await wrong('4321')).toBe(0)
})

test('a till is paid by BuyGoods only', async () => {
  const daraja = await simulator({ businesses: [{ shortcode: '600001', kind: 'till' }] })
  const business = await listener()
  const id = await ring(daraja, `${business.url}/stk`, { PartyB: '600001', TransactionType: 'CustomerBuyGoodsOnline' })
  expect(await daraja.answerPrompt('254708374149', id, { pin: '1234' })).toMatchObject({ ok: true })
  await ring(daraja, `${business.url}/mismatch`, { PartyB: '600001' })
  await daraja.settled()
  expect(resultOf(business.bodies('/mismatch')[0])?.ResultCode).toBe(2028)
})

test('a thousand phones that pay by themselves are all paid for, each once', async () => {
  const daraja = await simulator({ newPhones: { answers: 'pays' } })
  const business = await listener()
  const post = await caller(daraja)
  const phones = Array.from({ length: 1000 }, (_, i) => 254700000000 + i)
  await Promise.all(
    phones.map((PhoneNumber) => post(push, stkBody(`${business.url}/stk`, { PartyA: PhoneNumber, PhoneNumber }))),
  )
  await daraja.settled()
  const receipts = new Set(
    business.got.map((one) => JSON.stringify(resultOf(one.body)?.CallbackMetadata).match(/U[A-L]\w{8}/)?.[0]),
  )
  expect(business.got).toHaveLength(1000)
  expect(receipts.size).toBe(1000)
  expect(daraja.businesses()[0]?.balances.working).toBe(100_000)
})

test('the control API says clearly why a prompt cannot be answered', async () => {
  const daraja = await simulator()
  const url = `${daraja.url}/_sim/phones/254708374149/prompts/none`
  const answer = await call(url, { method: 'POST', body: '{"pin":"1234"}' })
  expect(answer).toMatchObject({ status: 409, body: { ok: false, error: 'The phone 254708374149 has no prompt none' } })
})
