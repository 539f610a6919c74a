import { createRequire } from 'node:module'
import http from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { sandboxPasskey, type Simulator } from '../src/index.ts'
import { type Json, listener, simulator } from './world.ts'

// Clients by other people, who never saw this simulator: what they send must be understood, and what they expect
// must come back.
const require = createRequire(import.meta.url)
type Client = Record<string, (...args: unknown[]) => Promise<unknown>>
type Answer = { data: Json }

const initiator = { name: 'testapi', password: 'Simulator123!' }

function mpesaNode(daraja: Simulator): Client {
  const Mpesa = require('mpesa-node') as new (config: Json) => Client & { baseURL: string }
  const client = new Mpesa({
    consumerKey: 'demo',
    consumerSecret: 'demo',
    environment: 'sandbox',
    shortCode: '600984',
    initiatorName: initiator.name,
    lipaNaMpesaShortCode: '174379',
    lipaNaMpesaShortPass: sandboxPasskey,
    securityCredential: initiator.password,
    certPath: require.resolve('mpesa-node/keys/sandbox-cert.cer'),
  })
  client.baseURL = daraja.url
  return client
}

/** It has no option for the host and drops the port of a URL, so the port goes in by the agent's default. */
async function mpesaApi(daraja: Simulator): Promise<Client> {
  const { routes } = require('mpesa-api/lib/routes') as { routes: { sandbox: string } }
  const { Mpesa } = require('mpesa-api') as { Mpesa: new (config: Json, environment: string) => Client }
  const agent = http.globalAgent as http.Agent & { defaultPort: number }
  const before = { sandbox: routes.sandbox, port: agent.defaultPort }
  routes.sandbox = 'http://127.0.0.1'
  agent.defaultPort = daraja.port
  onTestFinished(() => {
    routes.sandbox = before.sandbox
    agent.defaultPort = before.port
  })
  const config = { clientKey: 'demo', clientSecret: 'demo', initiatorPassword: initiator.password }
  const client = new Mpesa(config, 'sandbox')
  // Its constructor reads the certificate without waiting for it.
  const sealed = client as unknown as { securityCredential?: string }
  await expect.poll(() => sealed.securityCredential).toBeTypeOf('string')
  return client
}

const accepted = { ResponseCode: '0', ResponseDescription: 'Accept the service request successfully.' }

async function world() {
  const daraja = await simulator({ businesses: [{ shortcode: '600984', workingBalance: 1000 }] })
  const business = await listener()
  const results = () => business.bodies('/result').map((body) => body.Result as Json)
  return { daraja, business, results, queue: `${business.url}/timeout`, result: `${business.url}/result` }
}

test('mpesa-node pushes to a phone, sees it paid by query and by callback', async () => {
  const { daraja, business } = await world()
  const client = mpesaNode(daraja)
  const pushed = (await client.lipaNaMpesaOnline!(254708374149, 10, `${business.url}/stk`, 'Acc')) as Answer
  expect(pushed.data).toMatchObject({ ResponseCode: '0', CustomerMessage: 'Success. Request accepted for processing' })
  const id = String(pushed.data.CheckoutRequestID)
  await expect(client.lipaNaMpesaQuery!(id)).rejects.toMatchObject({ response: { status: 500 } })
  await daraja.answerPrompt('254708374149', id, { pin: '1234' })
  const asked = (await client.lipaNaMpesaQuery!(id)) as Answer
  expect(asked.data).toMatchObject({ ResponseCode: '0', ResultCode: '0', CheckoutRequestID: id })
  await daraja.settled()
  expect(business.bodies('/stk')).toHaveLength(1)
})

test('mpesa-node registers C2B URLs and simulates a payment, which is confirmed', async () => {
  const { daraja, business } = await world()
  const client = mpesaNode(daraja)
  const registered = (await client.c2bRegister!(`${business.url}/confirm`, `${business.url}/validate`)) as Answer
  expect(registered.data).toMatchObject({ ResponseDescription: 'Success' })
  const simulated = (await client.c2bSimulate!(254708374149, 10, 'h6dk0Ue2')) as Answer
  expect(simulated.data).toMatchObject(accepted)
  await daraja.settled()
  expect(business.bodies('/confirm')).toMatchObject([{ TransAmount: '10.00', BillRefNumber: 'h6dk0Ue2' }])
})

test('mpesa-node pays a customer, asks for status and balance, and reverses a payment', async () => {
  const { daraja, results, queue, result } = await world()
  const client = mpesaNode(daraja)
  const { receipt } = await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount: 70 })

  expect(((await client.b2c!(600984, 254708374149, 100, queue, result)) as Answer).data).toMatchObject(accepted)
  expect(((await client.transactionStatus!(receipt, 600984, 4, queue, result)) as Answer).data).toMatchObject(accepted)
  expect(((await client.accountBalance!(600984, 4, queue, result)) as Answer).data).toMatchObject(accepted)
  expect(((await client.reversal!(receipt, 70, queue, result)) as Answer).data).toMatchObject(accepted)
  await daraja.settled()

  expect(results().map((one) => one.ResultCode)).toEqual([0, 0, 0, 0])
  expect(JSON.stringify(results()[0])).toContain('"ReceiverPartyPublicName","Value":"254708374149 - Test Customer"')
  expect(JSON.stringify(results()[1])).toContain('"TransactionStatus","Value":"Completed"')
  expect(JSON.stringify(results()[2])).toContain('Working Account|KES|1070.00|1070.00|0.00|0.00&Float Account')
  expect(JSON.stringify(results()[3])).toContain(`"OriginalTransactionID","Value":"${receipt}"`)
  expect(daraja.phone('254708374149').balance).toBe(50_100)
})

test('mpesa-node pays another business', async () => {
  const { daraja, results, queue, result } = await world()
  const sent = (await mpesaNode(daraja).b2b!(
    600984,
    174379,
    400,
    queue,
    result,
    4,
    4,
    null,
    'BusinessPayBill',
    'ref',
  )) as Answer
  expect(sent.data).toMatchObject(accepted)
  await daraja.settled()
  expect(results()).toMatchObject([{ ResultCode: 0 }])
  expect(daraja.businesses().map((one) => one.balances.working)).toEqual([600, 400])
})

test('mpesa-api pushes to a phone and asks what became of it', async () => {
  const { daraja, business } = await world()
  const client = await mpesaApi(daraja)
  const pushed = (await client.lipaNaMpesaOnline!({
    BusinessShortCode: 174379,
    passKey: sandboxPasskey,
    Amount: 5,
    PartyA: '254708374149',
    PartyB: '174379',
    PhoneNumber: '254708374149',
    CallBackURL: `${business.url}/stk`,
    AccountReference: 'A-7',
  })) as Json
  expect(pushed.ResponseCode).toBe('0')
  await daraja.answerPrompt('254708374149', String(pushed.CheckoutRequestID), { cancel: true })
  const query = { BusinessShortCode: 174379, passKey: sandboxPasskey, CheckoutRequestID: pushed.CheckoutRequestID }
  expect(await client.lipaNaMpesaQuery!(query)).toMatchObject({ ResponseCode: '0', ResultCode: '1032' })
})

test('mpesa-api does C2B, B2C, status, balance and reversal', async () => {
  const { daraja, business, results, queue: QueueTimeOutURL, result: ResultURL } = await world()
  const client = await mpesaApi(daraja)
  const urls = { ConfirmationURL: `${business.url}/confirm`, ValidationURL: `${business.url}/validate` }
  await client.c2bRegister!({ ShortCode: 600984, ResponseType: 'Completed', ...urls })
  const Msisdn = 254708374149
  await client.c2bSimulate!({
    ShortCode: 600984,
    CommandID: 'CustomerPayBillOnline',
    Amount: 25,
    Msisdn,
    BillRefNumber: 'B',
  })
  await daraja.settled()
  const TransactionID = business.bodies('/confirm')[0]?.TransID

  const order = { Initiator: initiator.name, QueueTimeOutURL, ResultURL }
  const out = { CommandID: 'BusinessPayment', Amount: 20, PartyA: 600984, PartyB: Msisdn }
  expect(await client.b2c!({ ...order, ...out })).toMatchObject(accepted)
  const party = { PartyA: 600984, IdentifierType: 4 }
  expect(await client.transactionStatus!({ ...order, ...party, TransactionID })).toMatchObject(accepted)
  expect(await client.accountBalance!({ ...order, ...party })).toMatchObject(accepted)
  expect(await client.reversal!({ ...order, TransactionID, Amount: 25, ReceiverParty: 600984 })).toMatchObject(accepted)
  await daraja.settled()
  expect(results().map((one) => one.ResultCode)).toEqual([0, 0, 0, 0])
})

test('both clients are told in Daraja’s words what was wrong', async () => {
  const { daraja, queue, result } = await world()
  const wrong = mpesaNode(daraja).b2c!(600984, 'nobody', 100, queue, result)
  await expect(wrong).rejects.toMatchObject({
    response: { status: 400, data: { errorCode: '400.002.02', errorMessage: 'Bad Request - Invalid PartyB' } },
  })
  const unknown = (await mpesaApi(daraja)).lipaNaMpesaQuery!({
    BusinessShortCode: 174379,
    passKey: sandboxPasskey,
    CheckoutRequestID: 'ws_CO_none',
  })
  await expect(unknown).rejects.toMatchObject({
    statusCode: 500,
    data: { errorMessage: 'The transaction does not Exist' },
  })
})
