import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoPasskey, type Simulator, startSimulator } from '../../simulator/src/index.ts'
import {
  type Callback,
  isAlreadyRegistered,
  isDuplicateReference,
  isStkPending,
  Mpesa,
  type Payment,
} from '../src/index.ts'
import { fastifyCallbacks } from '../src/receive/fastify.ts'

// The simulator was written from the same documents by other hands, and shares no code with the client.

let daraja: Simulator
let shop: FastifyInstance
let hooks: string
let mpesa: Mpesa
let payments: Payment[]
let callbacks: Callback[]

beforeEach(async () => {
  daraja = await startSimulator({ seed: 1 })
  payments = []
  callbacks = []
  shop = fastify()
  await shop.register(
    fastifyCallbacks({
      secret: false,
      onPayment: (payment, callback) => void (payments.push(payment), callbacks.push(callback)),
      onCallback: (callback) => void callbacks.push(callback),
      onValidation: ({ billRefNumber }) => (billRefNumber === 'NOBODY' ? 'C2B00012' : null),
    }),
    { prefix: '/hooks' },
  )
  hooks = `${await shop.listen({ port: 0, host: '127.0.0.1' })}/hooks`
  const key = await fetch(`${daraja.url}/_sim/public-key.pem`)
  mpesa = new Mpesa({
    consumerKey: 'demo',
    consumerSecret: 'demo',
    environment: 'sandbox',
    baseUrl: daraja.url,
    lipaNaMpesaShortCode: '600984',
    lipaNaMpesaPassKey: demoPasskey,
    initiatorName: 'testapi',
    initiatorPassword: 'Simulator123!',
    certificatePem: await key.text(),
    retryDelay: 1,
  })
})
afterEach(async () => {
  await daraja.close()
  await shop.close()
})

const phone = '254708374149'
const optIn = () =>
  mpesa.billManagerOptIn({
    shortcode: '600984',
    email: 'billing@shop.example',
    officialContact: '0700000000',
    sendReminders: '1',
    callbackUrl: `${hooks}/bills`,
  })
const bill = (n: number) => ({
  externalReference: `INV-${n}`,
  billedFullName: 'Jane Doe',
  billedPhoneNumber: '0708 374 149',
  billedPeriod: 'May 2026',
  invoiceName: 'Rent',
  dueDate: '2030-05-31 23:59:00',
  accountReference: `A${n}`,
  amount: 2_500,
  invoiceItems: [
    { itemName: 'Rent', amount: 2_000 },
    { itemName: 'Water', amount: 500 },
  ],
})
const urls = () => ({ resultUrl: `${hooks}/results`, queueTimeOutUrl: `${hooks}/queue` })
const registerC2B = () =>
  mpesa.registerC2BUrls({
    shortCode: '600984',
    responseType: 'Completed',
    confirmationUrl: `${hooks}/confirm`,
    validationUrl: `${hooks}/validate`,
  })

describe('Bill Manager', () => {
  test('opt-in, bill, payment, acknowledgement, e-receipt', async () => {
    const { app_key: appKey } = await optIn()
    expect(appKey).toBeTypeOf('string')
    await mpesa.sendInvoice(bill(1))
    expect(
      daraja
        .phone(phone)
        .inbox.map((sms) => sms.text)
        .join(),
    ).toContain('A1')
    const { receipt } = await daraja.pay({ phone, shortcode: '600984', account: 'A1', amount: 2_500 })
    await daraja.settled()
    expect(payments).toMatchObject([{ road: 'bill_manager', receipt, amount: '2500', account: 'A1' }])
    await mpesa.reconcilePayment({
      transactionId: receipt,
      externalReference: 'INV-1',
      accountReference: 'A1',
      paidAmount: '2500',
      paymentDate: '2026-11-22',
      phoneNumber: phone,
      fullName: 'Jane Doe',
      invoiceName: 'Rent',
    })
    expect(daraja.phone(phone).inbox.at(-1)?.text).toContain(receipt)
  })

  test('refusals are thrown in both of the forms Safaricom may use', async () => {
    await optIn()
    for (const billRefusalStatus of [200, 409] as const) {
      daraja.switches({ billRefusalStatus })
      expect(isAlreadyRegistered(await optIn().catch((error: unknown) => error))).toBe(true)
      await mpesa.sendInvoice(bill(billRefusalStatus))
      const again: unknown = await mpesa.sendInvoice(bill(billRefusalStatus)).catch((error: unknown) => error)
      expect(isDuplicateReference(again)).toBe(true)
    }
  })

  test('the other calls: details, many bills, changes, cancelling', async () => {
    await optIn()
    await mpesa.updateOptIn({
      shortcode: '600984',
      email: 'new@shop.example',
      officialContact: '0711111111',
      sendReminders: '0',
      callbackUrl: `${hooks}/bills`,
    })
    await mpesa.sendBulkInvoices({ invoices: [bill(1), bill(2), bill(3)] })
    await mpesa.changeInvoice(bill(1))
    await mpesa.changeInvoices({ invoices: [bill(2), bill(3)] })
    await mpesa.cancelInvoice({ externalReference: 'INV-1' })
    await mpesa.cancelBulkInvoices({ externalReferences: ['INV-2', 'INV-3'] })
    daraja.expectRequests({ direction: 'in', path: '/billmanager-invoice/', status: 200 }, 7)
  })

  test('a bill whose answer was lost is on the phone once, and the call succeeds', async () => {
    await optIn()
    daraja.trouble({ endpoint: 'bill-single', kind: 'dropped-after-commit' })
    await expect(mpesa.sendInvoice(bill(1))).resolves.toMatchObject({ rescode: '200' })
    expect(daraja.phone(phone).inbox.filter((sms) => sms.text.includes('A1'))).toHaveLength(1)
  })
})

describe('STK', () => {
  const push = () =>
    mpesa.stkPush({
      amount: 100,
      phoneNumber: '0708374149',
      callbackUrl: `${hooks}/stk`,
      accountReference: 'A1',
      transactionDesc: 'Rent',
    })

  test('push, pending query, PIN, callback, query', async () => {
    const { CheckoutRequestID: checkoutRequestId } = await push()
    expect(isStkPending(await mpesa.stkQuery({ checkoutRequestId }).catch((error: unknown) => error))).toBe(true)
    daraja.switches({ pendingQuery: '4999' })
    expect(isStkPending(await mpesa.stkQuery({ checkoutRequestId }))).toBe(true)
    const [prompt] = daraja.phone(phone).prompts
    await daraja.answerPrompt(phone, prompt?.id ?? '', { pin: '1234' })
    await daraja.settled()
    expect(payments).toMatchObject([{ road: 'stk', amount: '100', requestId: checkoutRequestId }])
    expect(await mpesa.stkQuery({ checkoutRequestId })).toMatchObject({ ResultCode: '0' })
  })

  test('a cancelled prompt is a failure with a code, not a payment', async () => {
    await push()
    await daraja.answerPrompt(phone, daraja.phone(phone).prompts[0]?.id ?? '', { cancel: true })
    await daraja.settled()
    expect(payments).toEqual([])
    expect(callbacks).toMatchObject([{ kind: 'stk', paid: false, resultCode: '1032' }])
  })

  test('a push whose answer is lost rings once, and its end is unknown', async () => {
    daraja.trouble({ endpoint: 'stk-push', kind: 'dropped-after-commit', times: 'always' })
    await expect(push()).rejects.toMatchObject({ outcome: 'unknown', retryable: false })
    expect(daraja.phone(phone).prompts).toHaveLength(1)
  })
})

test('C2B: registration, a payment that is let in, one that is not, and a made-up one', async () => {
  await registerC2B()
  daraja.addBusiness({ shortcode: '600984', validation: true })
  await daraja.pay({ phone, shortcode: '600984', account: 'A1', amount: 100 })
  await expect(daraja.pay({ phone, shortcode: '600984', account: 'NOBODY', amount: 100 })).rejects.toThrow()
  await mpesa.simulateC2B({
    shortCode: '600984',
    commandId: 'CustomerPayBillOnline',
    amount: 50,
    msisdn: phone,
    billRefNumber: 'A2',
  })
  await expect.poll(() => payments).toHaveLength(2)
  expect(payments.map(({ road, account, amount }) => [road, account, Number(amount)])).toEqual([
    ['c2b', 'A1', 100],
    ['c2b', 'A2', 50],
  ])
})

test('one payment that comes by three roads has one receipt', async () => {
  await optIn()
  await registerC2B()
  await mpesa.stkPush({
    amount: 100,
    phoneNumber: phone,
    callbackUrl: `${hooks}/stk`,
    accountReference: 'A1',
    transactionDesc: 'Rent',
  })
  await daraja.answerPrompt(phone, daraja.phone(phone).prompts[0]?.id ?? '', { pin: '1234' })
  await daraja.settled()
  expect(payments.map((payment) => payment.road).sort()).toEqual(['bill_manager', 'c2b', 'stk'])
  expect(new Set(payments.map((payment) => payment.receipt)).size).toBe(1)
})

test('the initiator’s calls are accepted, and their results can be read', async () => {
  const { receipt } = await daraja.pay({ phone, shortcode: '600984', account: 'A1', amount: 100 })
  const wages = { commandId: 'BusinessPayment', partyA: '600984', partyB: phone, remarks: 'Wages' } as const
  await mpesa.b2cDisbursement({ ...urls(), ...wages, originatorConversationId: 'w1', amount: 10 })
  const again = mpesa.b2cDisbursement({ ...urls(), ...wages, originatorConversationId: 'w1', amount: 10 })
  await expect(again).rejects.toMatchObject({ code: 'IDEMPOTENCY_ERROR', outcome: 'refused' })
  const b2b = { ...urls(), amount: 10, partyA: '600984', partyB: '174379', accountReference: 'A' }
  await mpesa.b2bPayBill(b2b)
  await mpesa.b2bBuyGoods(b2b)
  await mpesa.b2cPayment(b2b)
  await mpesa.remitTax({ ...b2b, partyB: '572572' })
  await mpesa.transactionStatus({ ...urls(), transactionId: receipt, partyA: '600984', identifierType: '4' })
  await mpesa.accountBalance({ ...urls(), partyA: '600984', identifierType: '4' })
  await mpesa.reverseTransaction({ ...urls(), transactionId: receipt, amount: 100, receiverParty: '600984' })
  await daraja.settled()
  expect(callbacks.map((callback) => callback.kind)).toEqual(Array.from({ length: 8 }, () => 'result'))
  const readable = callbacks.flatMap((callback) => (callback.kind === 'result' ? [callback] : []))
  expect(readable.some((result) => result.parameters['ReceiptNo'] === receipt)).toBe(true)
  expect(readable.some((result) => result.parameters['AccountBalance']?.includes('|KES|'))).toBe(true)
})

test('QR, B2B Express, standing order, and payments pulled page by page', async () => {
  const code = { merchantName: 'Shop', refNo: 'A1', amount: 100, trxCode: 'PB', cpi: '600984' } as const
  expect((await mpesa.generateDynamicQR(code)).QRCode).not.toBe('')
  daraja.addBusiness({ shortcode: '600001', kind: 'till', balance: 5_000 })
  await mpesa.b2bExpressCheckout({
    primaryShortCode: '600001',
    receiverShortCode: '600984',
    amount: 71,
    paymentRef: 'A1',
    callbackUrl: `${hooks}/express`,
    partnerName: 'Shop',
  })
  await expect.poll(() => callbacks.splice(0)).toMatchObject([{ kind: 'b2b_express' }])
  await mpesa.createStandingOrder({
    standingOrderName: 'Rent A1',
    startDate: '2030-01-01',
    endDate: '2030-12-31',
    businessShortCode: '600984',
    amount: 100,
    phoneNumber: phone,
    callbackUrl: `${hooks}/ratiba`,
    accountReference: 'A1',
    transactionDesc: 'Rent',
    frequency: '4',
  })
  await expect.poll(() => callbacks).toMatchObject([{ kind: 'standing_order' }])
  await mpesa.pullTransactionsRegister({ shortCode: '600984', nominatedNumber: phone, callbackUrl: `${hooks}/pull` })
  const paid = new Set<string>()
  for (let n = 0; n < 130; n++) {
    const { receipt } = await daraja.pay({ phone, shortcode: '600984', account: 'A1', amount: 1 + n })
    paid.add(receipt)
  }
  const at = new Date(daraja.clock().now).getTime()
  const period = { startDate: new Date(at - 3_600_000), endDate: new Date(at + 60_000) }
  const pulled = new Set<string>()
  for await (const payment of mpesa.pullTransactions({ shortCode: '600984', ...period })) pulled.add(payment.receipt)
  expect(pulled).toEqual(paid)
})

test('a token that is revoked under way is not noticed by the caller', async () => {
  await optIn()
  daraja.trouble({ endpoint: 'bill-single', kind: 'token-revoked' })
  await expect(mpesa.sendInvoice(bill(1))).resolves.toMatchObject({ rescode: '200' })
})

test('every body a broken gateway gives is told apart from a refusal', async () => {
  await optIn()
  for (const form of ['fault', 'html', 'empty'] as const) {
    daraja.trouble({ endpoint: 'bill-bulk', kind: '504', form })
    const call = mpesa.sendBulkInvoices({ invoices: [bill(1)] })
    await expect(call).rejects.toMatchObject({ code: 'REQUEST_FAILED', outcome: 'unknown' })
  }
  daraja.trouble({ endpoint: 'bill-bulk', kind: 'garbled' })
  const cut = mpesa.sendBulkInvoices({ invoices: [bill(1)] })
  await expect(cut).rejects.toMatchObject({ outcome: 'unknown' })
})
