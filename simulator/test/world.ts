import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { demoPasskey, type Simulator, type SimulatorOptions, startSimulator } from '../src/index.ts'

export type Json = Record<string, unknown>

/** A simulator that ends with the test. */
export async function simulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const daraja = await startSimulator({ seed: 1, ...options })
  onTestFinished(() => daraja.close())
  return daraja
}

/** A business's server: remembers what it is sent, in order, and answers what the test says. */
export async function listener(
  reply: (body: Json, path: string) => { status?: number; body?: unknown; silent?: boolean } = () => ({}),
) {
  const got: { path: string; body: Json }[] = []
  const server = http.createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body = JSON.parse(text) as Json
      got.push({ path: request.url ?? '', body })
      const answer = reply(body, request.url ?? '')
      if (answer.silent) return
      response.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer.body ?? { resmsg: 'Success', rescode: '200', ResultCode: 0 }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, got, bodies: (path: string) => got.filter((one) => one.path === path).map((one) => one.body) }
}

export interface Answered {
  status: number
  body: Json
  text: string
}

export async function call(url: string, init: RequestInit = {}): Promise<Answered> {
  const response = await fetch(url, init)
  const text = await response.text()
  let body: Json = {}
  try {
    body = JSON.parse(text) as Json
  } catch {
    // Some answers are meant not to be JSON.
  }
  return { status: response.status, body, text }
}

const basic = (key: string, secret: string) => `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`

export async function token(daraja: Simulator, key = 'demo', secret = 'demo'): Promise<string> {
  const url = `${daraja.url}/oauth/v1/generate?grant_type=client_credentials`
  const { body } = await call(url, { headers: { authorization: basic(key, secret) } })
  return String(body.access_token)
}

/** A caller of Daraja with a token, as any client makes one. */
export async function caller(daraja: Simulator, key = 'demo', secret = 'demo') {
  const bearer = await token(daraja, key, secret)
  return (path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(daraja.url + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
}

/** `yyyyMMddHHmmss` in Nairobi. */
export function stamp(at: Date): string {
  return new Date(at.getTime() + 3 * 3_600_000).toISOString().replace(/\D/g, '').slice(0, 14)
}

export function stkBody(callbackUrl: string, changes: Json = {}): Json {
  const BusinessShortCode = String(changes.BusinessShortCode ?? '600984')
  const Timestamp = String(changes.Timestamp ?? stamp(new Date()))
  return {
    BusinessShortCode,
    Password: Buffer.from(BusinessShortCode + demoPasskey + Timestamp).toString('base64'),
    Timestamp,
    TransactionType: 'CustomerPayBillOnline',
    Amount: 100,
    PartyA: 254708374149,
    PartyB: BusinessShortCode,
    PhoneNumber: 254708374149,
    CallBackURL: callbackUrl,
    AccountReference: 'ACC-1',
    TransactionDesc: 'Fees',
    ...changes,
  }
}

export const invoice = (changes: Json = {}): Json => ({
  externalReference: 'INV-1',
  billedFullName: 'Test Customer',
  billedPhoneNumber: '254708374149',
  billedPeriod: 'Term 1 2027',
  invoiceName: 'School fees',
  dueDate: '2027-02-15 23:59:00',
  accountReference: 'ACC-1',
  amount: '2500',
  ...changes,
})

export const optInBody = (callbackurl: string, changes: Json = {}): Json => ({
  shortcode: '600984',
  email: 'bills@example.com',
  officialContact: '0700000000',
  sendReminders: '1',
  logo: '',
  callbackurl,
  ...changes,
})

export const billPath = '/v1/billmanager-invoice'
