import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { Kusanya, WebhookError } from './index.ts'

const { verify } = Kusanya.webhooks
const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
const other = `whsec_${Buffer.alloc(32, 4).toString('base64')}`
const body = '{"id":"evt_1","event":"invoice.paid","type":"invoice.paid","data":{"title":"Ada ya shule – Muhula 1"}}'
const at = new Date('2031-03-01T08:15:00Z')
const nowMs = at.getTime()
const headersBy = (...secrets: string[]) => ({
  'webhook-id': 'evt_1',
  'webhook-timestamp': String(nowMs / 1000),
  'webhook-signature': secrets.map((one) => new Webhook(one).sign('evt_1', at, body)).join(' '),
})

test('what the standardwebhooks package signs is believed, in whatever form the headers and the body are', async () => {
  const headers = headersBy(secret)
  const node = { ...headers, accept: ['a', 'b'], 'x-nothing': undefined }
  const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]))
  for (const form of [headers, node, shouted, new Headers(headers)]) {
    expect((await verify(body, form, secret, { nowMs })).event).toBe('invoice.paid')
  }
  expect((await verify(new TextEncoder().encode(body), headers, secret, { nowMs })).id).toBe('evt_1')
})

test('what is believed here, the standardwebhooks package believes; and it refuses what is refused here', async () => {
  const now = new Date()
  const headers = {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': `v1a,AAAA v1,!! ${new Webhook(secret).sign('evt_1', now, body)}`,
  }
  expect(await verify(body, headers, secret)).toEqual(new Webhook(secret).verify(body, headers))
  for (const [changed, given] of [
    [`${body} `, headers],
    [body, { ...headers, 'webhook-id': 'evt_2' }],
    [body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 301) }],
    [
      body,
      { ...headers, 'webhook-signature': headers['webhook-signature'].replace('v1,', 'v2,').replace(' v1,', ' v2,') },
    ],
    [body, {}],
  ] as const) {
    expect(() => new Webhook(secret).verify(changed, given as Record<string, string>)).toThrow()
    await expect(verify(changed, given, secret)).rejects.toThrow(WebhookError)
  }
})

test('while a secret is changed, either side may have two', async () => {
  expect((await verify(body, headersBy(other, secret), secret, { nowMs })).id).toBe('evt_1')
  expect((await verify(body, headersBy(secret), [other, secret], { nowMs })).id).toBe('evt_1')
  await expect(verify(body, headersBy(other), secret, { nowMs })).rejects.toThrow('does not hold')
})

test('five minutes either way are believed, a second more is not; both can be set', async () => {
  const after = (seconds: number, toleranceSeconds?: number) =>
    verify(body, headersBy(secret), secret, { nowMs: nowMs + seconds * 1000, toleranceSeconds })
  for (const seconds of [-300, 300]) expect((await after(seconds)).id).toBe('evt_1')
  for (const seconds of [-301, 301]) await expect(after(seconds)).rejects.toThrow('too old')
  await expect(after(11, 10)).rejects.toThrow('too old')
})

test('the published header is believed when it is given by itself, and never among headers, as it has no time', async () => {
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  expect((await verify(body, signature, secret)).event).toBe('invoice.paid')
  expect((await verify(body, signature, [other, secret])).event).toBe('invoice.paid')
  await expect(verify(body, signature.replace(/^./, 'x'), secret)).rejects.toThrow('does not hold')
  await expect(verify(`${body} `, signature, secret)).rejects.toThrow('does not hold')
  await expect(verify(body, '', secret)).rejects.toThrow('does not hold')
  await expect(verify(body, { 'x-cashfin-signature': signature }, secret)).rejects.toThrow('does not hold')
})

test('without a secret nothing is believed', async () => {
  await expect(verify(body, headersBy(secret), '')).rejects.toThrow('secret is required')
  await expect(verify(body, headersBy(secret), [])).rejects.toThrow('secret is required')
  await expect(verify(body, headersBy(secret), 'whsec_')).rejects.toThrow('whsec_')
})
