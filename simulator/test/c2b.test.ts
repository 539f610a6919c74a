import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { caller, type Json, listener, simulator } from './world.ts'

const phone = '254708374149'
const simulate = {
  ShortCode: 600984,
  CommandID: 'CustomerPayBillOnline',
  Amount: 100,
  Msisdn: 254708374149,
  BillRefNumber: 'A',
}

async function withValidation(
  reply: (body: Json, path: string) => { status?: number; body?: unknown },
  ResponseType: 'Completed' | 'Cancelled' = 'Completed',
) {
  const daraja = await simulator({ businesses: [{ shortcode: '600984', validation: true }] })
  const business = await listener(reply)
  const post = await caller(daraja)
  const urls = { ConfirmationURL: `${business.url}/confirm`, ValidationURL: `${business.url}/validate` }
  await post('/mpesa/c2b/v2/registerurl', { ShortCode: '600984', ResponseType, ...urls })
  return { daraja, business, post }
}

const pay = { phone, shortcode: '600984', account: 'A', amount: 100 }

test('a business that validates is asked first, without a balance, and its ThirdPartyTransID comes back', async () => {
  const { daraja, business } = await withValidation(() => ({
    body: { ResultCode: '0', ResultDesc: 'Accepted', ThirdPartyTransID: 'mine' },
  }))
  const { receipt } = await daraja.pay(pay)
  await daraja.settled()
  expect(business.got.map((one) => one.path)).toEqual(['/validate', '/confirm'])
  expect(business.got[0]?.body).toMatchObject({ TransID: receipt, OrgAccountBalance: '', ThirdPartyTransID: '' })
  expect(business.got[1]?.body).toMatchObject({
    TransID: receipt,
    OrgAccountBalance: '100.00',
    ThirdPartyTransID: 'mine',
  })
})

test('a payment the business rejects is not taken', async () => {
  const { daraja, business } = await withValidation(() => ({
    body: { ResultCode: 'C2B00012', ResultDesc: 'Rejected' },
  }))
  await expect(daraja.pay(pay)).rejects.toMatchObject({
    status: 422,
    more: { refusal: 'validation_rejected', resultCode: 'C2B00012' },
  })
  await daraja.settled()
  expect(business.bodies('/confirm')).toEqual([])
  expect(daraja.phone(phone).balance).toBe(50_000)
})

test.each([
  ['Completed', 1],
  ['Cancelled', 0],
] as const)('when validation fails to answer, %s decides', async (responseType, confirmations) => {
  const { daraja, business, post } = await withValidation(
    (_body, path) => ({ status: path === '/validate' ? 500 : 200 }),
    responseType,
  )
  expect((await post('/mpesa/c2b/v2/simulate', simulate)).body).toMatchObject({ ResponseCode: '0' })
  await daraja.settled()
  expect(business.bodies('/confirm')).toHaveLength(confirmations)
  expect(daraja.phone(phone).balance).toBe(50_000 - 100 * confirmations)
})

test('money spent while the business was thinking is not there any more', async () => {
  let more: Promise<unknown> = Promise.resolve()
  const { daraja } = await withValidation(() => {
    daraja.addPhone({ msisdn: phone, balance: 50 })
    return { body: { ResultCode: '0' } }
  })
  more = daraja.pay(pay)
  await expect(more).rejects.toMatchObject({ more: { refusal: 'insufficient_funds' } })
  expect(daraja.phone(phone).balance).toBe(50)
})

test('version 1 hashes the number, version 2 masks it; names as the switch says', async () => {
  const daraja = await simulator({ phones: [{ msisdn: phone, name: 'Ann Bee Cee' }] })
  const business = await listener()
  const post = await caller(daraja)
  const urls = { ConfirmationURL: `${business.url}/confirm`, ValidationURL: `${business.url}/validate` }
  await post('/mpesa/c2b/v1/registerurl', { ShortCode: '600984', ResponseType: 'Completed', ...urls })
  daraja.switches({ c2bNames: 'all' })
  await daraja.pay(pay)
  await daraja.settled()
  expect(business.got[0]?.body).toMatchObject({
    MSISDN: createHash('sha256').update(phone).digest('hex'),
    FirstName: 'ANN',
    MiddleName: 'BEE',
    LastName: 'CEE',
  })
  await post('/mpesa/c2b/v2/registerurl', { ShortCode: '600984', ResponseType: 'Completed', ...urls })
  daraja.switches({ c2bNames: 'none' })
  await daraja.pay(pay)
  await daraja.settled()
  expect(business.got[1]?.body).toMatchObject({ MSISDN: '2547 ***** 149', FirstName: '', LastName: '' })
  expect(Object.values(business.got[1]!.body).every((value) => typeof value === 'string')).toBe(true)
})

test('the menu refuses in clear words', async () => {
  const daraja = await simulator()
  const refusal = (changes: Json) =>
    daraja.pay({ ...pay, ...changes }).then(
      () => 'taken',
      (error: { more: Json }) => error.more.refusal,
    )
  expect(await refusal({ amount: 50_001 })).toBe('insufficient_funds')
  expect(await refusal({ amount: 250_001 })).toBe('above_maximum')
  expect(await refusal({ shortcode: '111111' })).toBe('unknown_business')
  expect(await refusal({ account: '' })).toBe('invalid_account')
  expect(await refusal({ pin: '0000' })).toBe('wrong_pin')
  expect(await refusal({ pin: '0000' })).toBe('wrong_pin')
  expect(await refusal({ pin: '1234' })).toBe('taken')
  // The right PIN has wiped the slate.
  expect(await refusal({ pin: '0000' })).toBe('wrong_pin')
  expect(await refusal({ pin: '1234' })).toBe('taken')
})

test('a till takes no account number and is told "Buy Goods"', async () => {
  const daraja = await simulator({ businesses: [{ shortcode: '600001', kind: 'till' }] })
  const business = await listener()
  const post = await caller(daraja)
  const urls = { ConfirmationURL: `${business.url}/confirm`, ValidationURL: `${business.url}/validate` }
  await post('/mpesa/c2b/v2/registerurl', { ShortCode: '600001', ResponseType: 'Completed', ...urls })
  await daraja.pay({ phone, shortcode: '600001', amount: 7 })
  await daraja.settled()
  expect(business.got[0]?.body).toMatchObject({ TransactionType: 'Buy Goods', BillRefNumber: '', TransAmount: '7.00' })
})

test('fees come on top when they are switched on', async () => {
  const daraja = await simulator({ switches: { customerFees: true } })
  const paid = await daraja.pay({ ...pay, amount: 1000 })
  expect([paid.fee, paid.balance]).toEqual([10, 48_990])
  await expect(daraja.pay({ ...pay, amount: 48_990 })).rejects.toMatchObject({
    more: { refusal: 'insufficient_funds' },
  })
})
