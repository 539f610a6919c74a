import { expect, test } from 'vitest'
import { billPath, caller, invoice, listener, optInBody, simulator, stkBody } from './world.ts'

test('a bill reaches the phone, is paid by menu and by STK, and every road tells the same receipt', async () => {
  const daraja = await simulator({ phones: [{ msisdn: '254708374149', balance: 500_000 }] })
  const business = await listener()
  const post = await caller(daraja)

  const optedIn = await post(`${billPath}/optin`, optInBody(`${business.url}/bills`))
  expect(optedIn).toMatchObject({ status: 200, body: { resmsg: 'Success', rescode: '200' } })
  const urls = { ConfirmationURL: `${business.url}/confirm`, ValidationURL: `${business.url}/validate` }
  const registered = await post('/mpesa/c2b/v2/registerurl', {
    ShortCode: '600984',
    ResponseType: 'Completed',
    ...urls,
  })
  expect(registered.body).toMatchObject({ ResponseCode: '00000000', ResponseDescription: 'Success' })

  const sent = await post(`${billPath}/single-invoicing`, invoice({ amount: '145800' }))
  expect(sent.body).toEqual({ Status_Message: 'Invoice sent successfully', resmsg: 'Success', rescode: '200' })
  expect(daraja.phone('0708374149').inbox.at(-1)?.text).toContain('KES 145,800')

  const byMenu = await daraja.pay({
    phone: '254708374149',
    shortcode: '600984',
    account: 'ACC-1',
    amount: 45_800,
    pin: '1234',
  })
  await daraja.settled()
  expect(byMenu.balance).toBe(454_200)
  expect(business.bodies('/bills')).toMatchObject([
    {
      transactionId: byMenu.receipt,
      paidAmount: '45800',
      msisdn: '254708374149',
      accountReference: 'ACC-1',
      shortCode: '600984',
    },
  ])
  expect(business.bodies('/confirm')).toMatchObject([
    {
      TransID: byMenu.receipt,
      TransAmount: '45800.00',
      BillRefNumber: 'ACC-1',
      MSISDN: '2547 ***** 149',
      FirstName: 'TEST',
    },
  ])

  const pushed = await post('/mpesa/stkpush/v1/processrequest', stkBody(`${business.url}/stk`, { Amount: 100_000 }))
  expect(pushed.status).toBe(200)
  const [prompt] = daraja.phone('254708374149').prompts
  expect(prompt).toMatchObject({
    id: pushed.body.CheckoutRequestID,
    amount: 100_000,
    account: 'ACC-1',
    state: 'waiting',
  })
  const paid = await daraja.answerPrompt('254708374149', prompt!.id, { pin: '1234' })
  expect(paid).toMatchObject({ ok: true, resultCode: 0 })
  await daraja.settled()
  const [stk] = business.bodies('/stk') as { Body: { stkCallback: { CallbackMetadata: { Item: unknown } } } }[]
  expect(stk?.Body.stkCallback.CallbackMetadata.Item).toContainEqual({
    Name: 'MpesaReceiptNumber',
    Value: paid.receipt,
  })
  expect(business.bodies('/confirm')[1]).toMatchObject({ TransID: paid.receipt })
  expect(business.bodies('/bills')[1]).toMatchObject({ transactionId: paid.receipt })

  const acknowledged = await post(`${billPath}/reconciliation`, {
    paymentDate: '2026-11-23',
    paidAmount: '100000',
    accountReference: 'ACC-1',
    transactionId: paid.receipt,
    phoneNumber: '0708374149',
    fullName: 'Test Customer',
    invoiceName: 'School fees',
    externalReference: 'INV-1',
  })
  expect(acknowledged.body).toEqual({ resmsg: 'Success', rescode: '200' })
  expect(daraja.phone('254708374149').inbox.at(-1)).toMatchObject({ kind: 'receipt', receipt: paid.receipt })

  expect(daraja.sendAgain(byMenu.receipt, ['bill-payment'])).toEqual(['bill-payment'])
  await daraja.settled()
  expect(business.bodies('/bills').map((body) => body.transactionId)).toEqual([
    byMenu.receipt,
    paid.receipt,
    byMenu.receipt,
  ])
})
