import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { examples } from '../events/examples.ts'
import { finishDeliveries } from './deliver.sweep.ts'
import { startMerchant, type Merchant } from '../../../test/merchant.ts'
import { say, sayReceived } from './test-receiver.ts'

let w: World
let m: Merchant
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(async () => {
  await finishDeliveries(w.ctx)
  await w.end()
})
beforeEach(async () => void (m = await startMerchant(w)))
afterEach(() => m.end())

const attempt = (id: string, body: object = {}, headers = {}) =>
  m.call('POST', `/business/webhook/${id}/test`, body, headers)

describe('POST /business/webhook/:id/test', () => {
  test('200 sends a signed webhook.test now and answers with what came of it', async () => {
    const { id, url, secret, received } = await m.registered()
    const { status, body } = await attempt(id)
    expect({ status, message: body.message }).toEqual({ status: 200, message: 'Test event accepted' })
    expect(body.data).toMatchObject({
      _id: expect.stringMatching(/^evt_/),
      event: 'webhook.test',
      delivered: true,
      attempt: 1,
      status: 200,
      error: null,
      answer: '{"received":true}',
    })
    const [got] = received
    expect(received).toHaveLength(1)
    expect(got?.body).toBe(body.data.request.body)
    expect(got?.headers).toMatchObject(body.data.request.headers)
    expect(JSON.parse(got?.body ?? '')).toEqual({
      id: body.data._id,
      event: 'webhook.test',
      type: 'webhook.test',
      test: true,
      timestamp: '2031-03-01T08:15:00Z',
      data: { _id: id, url },
    })
    vi.setSystemTime(w.ctx.now())
    try {
      expect(() => new Webhook(secret).verify(got?.body ?? '', got?.headers ?? {})).not.toThrow()
    } finally {
      vi.useRealTimers()
    }
  })

  test('200 sends the example of any event, marked as a test', async () => {
    const { id, received } = await m.registered()
    await attempt(id, { event: 'invoice.paid' })
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      event: 'invoice.paid',
      test: true,
      data: examples['invoice.paid'].data,
    })
    expect(received[0]?.headers['x-cashfin-event']).toBe('invoice.paid')
  })

  test('200 with the refusal of the receiver, or why there was no answer', async () => {
    const merchant = await m.registered(say(401, 'bad signature'))
    expect(await attempt(merchant.id)).toMatchObject({
      status: 200,
      body: {
        message: 'Test event not accepted',
        data: { delivered: false, status: 401, error: 'The receiver answered 401', answer: 'bad signature' },
      },
    })
    await merchant.end()
    const { body } = await attempt(merchant.id)
    expect(body.data).toMatchObject({
      delivered: false,
      status: null,
      error: 'The connection was refused',
      answer: null,
    })
    await merchant.end().catch(() => {})
  })

  test('a test is no news: it is in no list and is not sent again', async () => {
    const { id, received } = await m.registered(say(500))
    await attempt(id)
    await w.advance('P1D')
    await w.work()
    expect(received).toHaveLength(1)
    expect(await m.deliveries(id)).toEqual([])
    expect((await m.call('GET', '/business/event/list')).body.data).toEqual([])
  })

  test('reaches an endpoint that is off, which is when one wants to know', async () => {
    const { id } = await m.registered(sayReceived, { active: false })
    expect((await attempt(id)).body.data.delivered).toBe(true)
  })

  test('that is accepted after an outage brings at once what waits', async () => {
    const merchant = await m.registered(say(503))
    await m.announce(['inv1', 'inv2'])
    for (let hour = 0; hour < 8; hour++) {
      await w.work()
      await w.advance('PT1H')
    }
    merchant.answering = sayReceived
    merchant.received.length = 0
    await attempt(merchant.id)
    await w.work()
    expect(merchant.received.map(({ event }) => event.event)).toEqual([
      'webhook.test',
      'invoice.updated',
      'invoice.updated',
    ])
  })

  test('a repeat with the same Idempotency-Key gets the same answer and sends nothing', async () => {
    const { id, received } = await m.registered()
    const first = await attempt(id, {}, { 'idempotency-key': 'try' })
    const second = await attempt(id, {}, { 'idempotency-key': 'try' })
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    expect(second.body).toEqual(first.body)
    expect(received).toHaveLength(1)
  })

  test('400 for an event that is none', async () => {
    const { id } = await m.registered()
    expect(await attempt(id, { event: 'invoice.melted' })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('Unknown event. Use invoice.created') },
    })
  })
})
