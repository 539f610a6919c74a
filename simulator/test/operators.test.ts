import { constants, publicEncrypt } from 'node:crypto'
import { expect, test } from 'vitest'
import { billPath, caller, invoice, type Json, listener, optInBody, simulator } from './world.ts'

const phone = '254708374149'
/** As long as one made with Safaricom's certificate, and as unreadable. */
const foreign = Buffer.alloc(256, 7).toString('base64')

async function operator(workingBalance = 0) {
  const daraja = await simulator({ businesses: [{ shortcode: '600984', workingBalance }] })
  const business = await listener()
  const post = await caller(daraja)
  const common = {
    Initiator: 'testapi',
    InitiatorName: 'testapi',
    SecurityCredential: foreign,
    Remarks: 'ok',
    QueueTimeOutURL: `${business.url}/timeout`,
    ResultURL: `${business.url}/result`,
  }
  /** Sends an order and answers its result. */
  const order = async (path: string, body: Json) => {
    await post(path, { ...common, ...body })
    await daraja.settled()
    return business.bodies('/result').at(-1)?.Result as Json
  }
  return { daraja, business, post, order }
}

const b2c = (changes: Json = {}) => ({
  CommandID: 'BusinessPayment',
  Amount: 500,
  PartyA: 600984,
  PartyB: phone,
  ...changes,
})
const reversal = (TransactionID: string, Amount: number) => ({
  CommandID: 'TransactionReversal',
  TransactionID,
  Amount,
  ReceiverParty: '600984',
  RecieverIdentifierType: '11',
})
const status = (changes: Json) => ({
  CommandID: 'TransactionStatusQuery',
  PartyA: '600984',
  IdentifierType: '4',
  ...changes,
})

function parameter(result: Json, key: string): unknown {
  const { ResultParameter } = result.ResultParameters as { ResultParameter: { Key: string; Value: unknown }[] }
  return ResultParameter.find((one) => one.Key === key)?.Value
}

test('B2C moves money to the phone, texts it, and can be found again by its conversation', async () => {
  const { daraja, order } = await operator()
  const paid = await order('/mpesa/b2c/v3/paymentrequest', b2c({ OriginatorConversationID: 'mine-1' }))
  expect(paid).toMatchObject({ ResultCode: 0, OriginatorConversationID: 'mine-1' })
  expect(parameter(paid, 'B2CUtilityAccountAvailableFunds')).toBe(999_500)
  expect(daraja.phone(phone)).toMatchObject({ balance: 50_500, inbox: [{ receipt: paid.TransactionID }] })
  const found = await order('/mpesa/transactionstatus/v1/query', status({ OriginalConversationID: 'mine-1' }))
  expect(parameter(found, 'ReceiptNo')).toBe(paid.TransactionID)
})

test.each([
  [{ Amount: 9 }, 2],
  [{ Amount: 250_001 }, 3],
  [{ PartyA: 111111 }, 'SFC_IC0003'],
  [{ InitiatorName: 'nobody' }, 2001],
])('B2C with %j ends with %s, without parameters', async (changes, code) => {
  const { order } = await operator()
  const result = await order('/mpesa/b2c/v1/paymentrequest', b2c(changes))
  expect(result.ResultCode).toBe(code)
  expect(result).not.toHaveProperty('ResultParameters')
  expect(result.TransactionID).toMatch(/0000000$/)
})

test('B2C beyond what the utility account or the phone can hold is refused', async () => {
  const { daraja, order } = await operator()
  daraja.addBusiness({ shortcode: '600984', balance: 100 })
  expect((await order('/mpesa/b2c/v1/paymentrequest', b2c())).ResultCode).toBe(1)
  daraja.addBusiness({ shortcode: '600984', balance: 1000 })
  daraja.addPhone({ msisdn: phone, balance: 499_900 })
  expect((await order('/mpesa/b2c/v1/paymentrequest', b2c())).ResultCode).toBe(8)
})

test('a reversal gives the payment back once and opens the bill again', async () => {
  const { daraja, post, order } = await operator()
  await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/bills'))
  await post(`${billPath}/single-invoicing`, invoice())
  const { receipt } = await daraja.pay({ phone, shortcode: '600984', account: 'ACC-1', amount: 1000 })
  const cancel = () => post(`${billPath}/cancel-single-invoice`, { externalReference: 'INV-1' })
  expect((await cancel()).body.Status_Message).toBe('partially or fully paid invoices cannot be cancelled.')

  expect((await order('/mpesa/reversal/v1/request', reversal(receipt, 999))).ResultCode).toBe(25)
  const reversed = await order('/mpesa/reversal/v1/request', reversal(receipt, 1000))
  expect(parameter(reversed, 'OriginalTransactionID')).toBe(receipt)
  expect(daraja.phone(phone).balance).toBe(50_000)
  expect((await order('/mpesa/reversal/v1/request', reversal(receipt, 1000))).ResultCode).toBe('R000001')
  expect((await order('/mpesa/reversal/v1/request', reversal('UKM0000000', 1000))).ResultCode).toBe('R000002')
  expect((await cancel()).body.rescode).toBe('200')
})

test('balance, status and Pull agree with what was paid', async () => {
  const { daraja, business, post, order } = await operator()
  await post('/pulltransactions/v1/register', {
    ShortCode: '600984',
    RequestType: 'Pull',
    NominatedNumber: '0700000000',
    CallBackURL: `${business.url}/pull`,
  })
  const receipts = []
  for (let i = 1; i <= 120; i++)
    receipts.push((await daraja.pay({ phone, shortcode: '600984', account: `A${i}`, amount: i })).receipt)
  const total = (120 * 121) / 2

  const balance = await order('/mpesa/accountbalance/v1/query', {
    CommandID: 'AccountBalance',
    PartyA: '600984',
    IdentifierType: '4',
  })
  expect(String(parameter(balance, 'AccountBalance')).split('&')[0]).toBe(
    `Working Account|KES|${total}.00|${total}.00|0.00|0.00`,
  )
  expect(daraja.phone(phone).balance).toBe(50_000 - total)

  const page = async (OffSetValue: string) => {
    const day = (ms: number) => new Date(Date.now() + 3 * 3_600_000 + ms).toISOString().replace('T', ' ').slice(0, 19)
    const window = { StartDate: day(-3_600_000), EndDate: day(60_000) }
    const { body } = await post('/pulltransactions/v1/query', { ShortCode: '600984', ...window, OffSetValue })
    return (body.Response as Json[][])[0]!
  }
  const pulled = [...(await page('0')), ...(await page('100'))]
  expect(pulled.map((row) => row.transactionId)).toEqual(receipts)
  expect(pulled[119]).toMatchObject({
    msisdn: 708374149,
    billreference: 'A120',
    amount: '120.00',
    transactiontype: 'c2b-pay-bill-debit',
  })

  const found = await order('/mpesa/transactionstatus/v1/query', status({ TransactionID: receipts[6] }))
  expect(parameter(found, 'Amount')).toBe(7)
  expect((found.ResultParameters as { ResultParameter: Json[] }).ResultParameter).toContainEqual({
    Key: 'TransactionReason',
  })
  expect(found.ReferenceData).toMatchObject({ ReferenceItem: [{ Key: 'Occasion' }, { Key: 'QueueTimeoutURL' }] })
  const unknown = await order('/mpesa/transactionstatus/v1/query', status({ TransactionID: 'UKM0000000' }))
  // A single item comes bare.
  expect(unknown).toMatchObject({ ResultCode: 2032, ReferenceData: { ReferenceItem: { Key: 'QueueTimeoutURL' } } })
})

test('a credential made with the simulator’s own key is read: the wrong password is refused', async () => {
  const { daraja, order } = await operator()
  const key = await (await fetch(`${daraja.url}/_sim/public-key.pem`)).text()
  const seal = (password: string) =>
    publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(password)).toString('base64')
  const pay = (SecurityCredential: string) => order('/mpesa/b2c/v1/paymentrequest', b2c({ SecurityCredential }))
  expect((await pay(seal('Simulator123!'))).ResultCode).toBe(0)
  expect((await pay(seal('wrong'))).ResultCode).toBe(2001)
  expect((await pay(foreign)).ResultCode).toBe(0)
  daraja.switches({ foreignCredential: 'refuse' })
  expect((await pay(foreign)).ResultCode).toBe(2001)
})

test('B2B pays from the working account and needs money there', async () => {
  const { daraja, order } = await operator(300)
  const b2b = {
    CommandID: 'BusinessPayBill',
    SenderIdentifierType: '4',
    RecieverIdentifierType: '4',
    Amount: '200',
    PartyA: '600984',
    PartyB: '174379',
    AccountReference: 'R',
  }
  const paid = await order('/mpesa/b2b/v1/paymentrequest', b2b)
  expect(paid).toMatchObject({
    ResultCode: 0,
    ReferenceData: { ReferenceItem: [{ Key: 'BillReferenceNumber', Value: 'R' }, { Key: 'QueueTimeoutURL' }] },
  })
  expect((await order('/mpesa/b2b/v1/paymentrequest', b2b)).ResultCode).toBe(1)
  const moved = await order('/mpesa/b2b/v1/paymentrequest', {
    ...b2b,
    CommandID: 'BusinessTransferFromMMFToUtility',
    Amount: 100,
    PartyB: '600984',
  })
  expect(moved.ResultCode).toBe(0)
  expect(daraja.businesses().map((one) => one.balances)).toMatchObject([
    { working: 0, utility: 1_000_100 },
    { working: 200 },
  ])
})

test.each([
  ['pays', '0'],
  ['cancels', '4001'],
  ['no-number', '4104'],
] as const)('the holder of a till %s: B2B Express ends with %s', async (express, code) => {
  const daraja = await simulator({ businesses: [{ shortcode: '600002', kind: 'till', workingBalance: 100, express }] })
  const business = await listener()
  const post = await caller(daraja)
  const body = {
    primaryShortCode: '600002',
    receiverShortCode: '600984',
    amount: '71',
    paymentRef: 'ref',
    callbackUrl: `${business.url}/x`,
    partnerName: 'Test',
    RequestRefID: 'r-1',
  }
  await post('/v1/ussdpush/get-msisdn', body)
  await daraja.settled()
  expect(business.got[0]?.body).toMatchObject({ resultCode: code, requestId: 'r-1', amount: '71.0' })
})

test('an app that has not ticked a product is told so by the gateway', async () => {
  const daraja = await simulator({
    businesses: [{ shortcode: '600003', consumerKey: 'half', consumerSecret: 'half', products: ['stk-push'] }],
  })
  const post = await caller(daraja, 'half', 'half')
  const answer = await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/b', { shortcode: '600003' }))
  expect(answer.status).toBe(401)
  expect(answer.text).toContain('Invalid API call as no apiproduct match found')
})
