import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { deliverEvents, finishDeliveries } from './deliver.sweep.ts'
import { startMerchant, type Merchant } from '../../../test/merchant.ts'
import { say, sayReceived, type Answering } from './test-receiver.ts'

let w: World
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(async () => {
  await finishDeliveries(w.ctx)
  await w.end()
})

/** Each test has a business and receivers of its own. */
let m: Merchant
beforeEach(async () => void (m = await startMerchant(w)))
afterEach(() => m.end())
const call: World['call'] = (...request) => m.call(...request)
const registered: Merchant['registered'] = (...given) => m.registered(...given)
const announce: Merchant['announce'] = (...given) => m.announce(...given)
const deliveries: Merchant['deliveries'] = (...given) => m.deliveries(...given)

/** The same database and clock, looked after by another process. */
const anotherProcess = (): Context => ({ ...w.ctx })
const minutes = (count: number) => count * 60_000
/** Beyond the jitter of the wait. */
const after = (waitMs: number) => w.advance(waitMs * 1.1 + 1)

describe('a delivery', () => {
  test('carries the event as it was written, signed in both ways', async () => {
    const { received, secret } = await registered()
    const timestamp = w.ctx.now().toISOString().replace(/\.\d+/, '')
    await announce(['inv1'])
    await deliverEvents(w.ctx, 10)
    expect(received).toHaveLength(1)
    const [{ headers, body, event } = { headers: {}, body: '', event: null }] = received
    const [stored] = await inBusiness(
      w.ctx.sql,
      m.businessId,
      (tx) => tx`select body from events where id = ${String(event?.id)}`,
    )
    expect(body).toBe(stored?.['body'])
    expect(JSON.parse(body)).toEqual({
      id: expect.stringMatching(/^evt_[0-9a-f]{24}$/),
      event: 'invoice.updated',
      type: 'invoice.updated',
      timestamp,
      data: { _id: 'inv1', title: 'Chakula – ½' },
    })
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Kusanya',
      'webhook-id': event?.id,
      'webhook-timestamp': String(Date.parse(timestamp) / 1000),
      'x-cashfin-event': 'invoice.updated',
      'x-cashfin-delivery': event?.id,
      'x-cashfin-attempt': '1',
      'x-cashfin-signature': createHmac('sha256', secret).update(body).digest('hex'),
    })
    vi.setSystemTime(w.ctx.now())
    try {
      expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body))
      expect(() => new Webhook(secret).verify(body.replace('inv1', 'inv2'), headers)).toThrow()
    } finally {
      vi.useRealTimers()
    }
  })

  test('goes to the endpoints that asked for it, and to those of no other business', async () => {
    const paidOnly = await registered(sayReceived, { events: ['invoice.paid'] })
    const off = await registered(sayReceived, { active: false })
    const all = await registered()
    const stranger = await startMerchant(w)
    const theirs = await stranger.registered()
    await announce(['mine'])
    await stranger.announce(['theirs'])
    await deliverEvents(w.ctx, 10)
    const seen = [paidOnly, off, all, theirs].map(({ received }) => received.map(({ event }) => event.data._id))
    expect(seen).toEqual([[], [], ['mine'], ['theirs']])
    await stranger.end()
  })

  test('that succeeded is not sent again', async () => {
    const { id, received } = await registered(say(204))
    await announce(['inv1'])
    await w.work()
    await after(minutes(1440))
    await w.work()
    expect(received).toHaveLength(1)
    expect(await deliveries(id)).toMatchObject([
      { status: 'delivered', attempts: 1, laststatus: 204, lasterror: null, nextattemptat: null },
    ])
  })

  test.each([500, 404, 302])(
    'answered with %i is tried seventeen times in three days, then given up',
    async (status) => {
      const { id, received } = await registered(say(status, 'no'))
      await announce(['inv1'])
      await w.work()
      for (const wait of [1, 5, 30, 120, 240, ...Array<number>(11).fill(360)].map(minutes)) {
        const before = received.length
        await w.advance(wait - 1)
        await w.work()
        expect(received).toHaveLength(before)
        await after(wait * 0.1)
        await w.work()
        expect(received).toHaveLength(before + 1)
      }
      const numbers = Array.from({ length: 17 }, (_, index) => String(index + 1))
      expect(received.map(({ headers }) => headers['x-cashfin-attempt'])).toEqual(numbers)
      expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
      expect(new Set(received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(17)
      expect(new Set(received.map(({ body }) => body)).size).toBe(1)
      expect(await deliveries(id)).toMatchObject([
        {
          status: 'failed',
          attempts: 17,
          laststatus: status,
          lasterror: `The receiver answered ${status}`,
          lastanswer: 'no',
          nextattemptat: null,
        },
      ])
      await after(minutes(10_000))
      await w.work()
      expect(received).toHaveLength(17)
    },
  )

  test('to a webhook that was switched off meanwhile is given up, and can be sent again when it is on', async () => {
    const { id, received } = await registered()
    await announce(['inv1'])
    await call('PATCH', `/business/webhook/update/${id}`, { active: false })
    await w.work()
    expect(received).toHaveLength(0)
    const [delivery] = await deliveries(id)
    expect(delivery).toMatchObject({ status: 'failed', attempts: 0, lasterror: 'The webhook is not active' })
    const resend = () => call('POST', `/business/webhook/${id}/delivery/resend`, { deliveryid: delivery?._id })
    expect(await resend()).toMatchObject({
      status: 409,
      body: { error: 'Webhook is not active. Set active to true first' },
    })
    await call('PATCH', `/business/webhook/update/${id}`, { active: true })
    expect(await resend()).toMatchObject({ status: 200, body: { data: { _id: delivery?._id, status: 'pending' } } })
    await w.work()
    expect(received).toHaveLength(1)
  })
})

describe('POST /business/webhook/:id/delivery/resend', () => {
  test('200 sends a delivered one once more, under the same id', async () => {
    const { id, received } = await registered()
    await announce(['inv1'])
    await w.work()
    const [{ _id } = { _id: '' }] = await deliveries(id)
    await call('POST', `/business/webhook/${id}/delivery/resend`, { deliveryid: _id })
    await w.work()
    expect(received.map(({ headers }) => [headers['webhook-id'], headers['x-cashfin-attempt']])).toEqual([
      [_id, '1'],
      [_id, '2'],
    ])
  })

  test('404 for a delivery of another webhook, 400 without deliveryid', async () => {
    const one = await registered()
    await announce(['inv1'])
    const other = await registered()
    const [{ _id } = { _id: '' }] = await deliveries(one.id)
    const resend = (body: object) => call('POST', `/business/webhook/${other.id}/delivery/resend`, body)
    expect(await resend({ deliveryid: _id })).toMatchObject({ status: 404, body: { error: 'Delivery not found' } })
    expect(await resend({})).toMatchObject({ status: 400, body: { error: 'deliveryid is required' } })
  })
})

/** Holds each answer back until it is let go. */
function gate() {
  const waiting: (() => void)[] = []
  const answering: Answering = (received, response) => void waiting.push(() => sayReceived(received, response))
  return { answering, waiting, open: () => waiting.splice(0).forEach((let_go) => let_go()) }
}

describe('many deliveries', () => {
  test('of one thing leave one after the other, in the order in which it happened, also with two processes', async () => {
    let underway = 0
    let most = 0
    const { received } = await registered((got, response) => {
      most = Math.max(most, ++underway)
      setImmediate(() => {
        underway--
        sayReceived(got, response)
      })
    })
    for (let round = 0; round < 5; round++) await announce(['inv1', 'inv1', 'inv1'])
    const processes = [w.ctx, anotherProcess()]
    await Promise.all(processes.map((ctx) => deliverEvents(ctx, 10)))
    await vi.waitFor(async () => {
      await w.work()
      expect(received).toHaveLength(15)
    })
    const ids = received.map(({ event }) => event.id)
    expect(ids).toEqual([...ids].sort())
    expect(most).toBe(1)
  })

  test('go four at a time to one endpoint, also with two processes', async () => {
    const { answering, waiting, open } = gate()
    const slow = await registered(answering)
    await announce(Array.from({ length: 10 }, (_, index) => `inv${index}`))
    const processes = [w.ctx, anotherProcess()]
    await Promise.all(processes.map((ctx) => deliverEvents(ctx, 10)))
    expect(waiting).toHaveLength(4)
    slow.answering = sayReceived
    open()
    const { received } = slow
    await vi.waitFor(async () => {
      await w.work()
      expect(received).toHaveLength(10)
    })
    expect(new Set(received.map(({ event }) => event.id)).size).toBe(10)
  })

  test('reach healthy endpoints while another one hangs', async () => {
    const { answering, open } = gate()
    const hanging = await registered(answering)
    const healthy = await registered()
    await announce(Array.from({ length: 30 }, (_, index) => `inv${index}`))
    await vi.waitFor(async () => {
      await deliverEvents(w.ctx, 10)
      expect(healthy.received).toHaveLength(30)
    })
    await announce(['later'])
    await vi.waitFor(async () => {
      await deliverEvents(w.ctx, 10)
      expect(healthy.received).toHaveLength(31)
    })
    expect(hanging.received, 'which has not answered the first four').toHaveLength(4)
    hanging.answering = sayReceived
    open()
    await w.work()
    expect(hanging.received).toHaveLength(31)
  })

  test('that all fail leave the endpoint in peace for a minute', async () => {
    const sick = await registered(say(503))
    await announce(Array.from({ length: 12 }, (_, index) => `inv${index}`))
    await w.work()
    expect(sick.received).toHaveLength(4)
    await after(minutes(1))
    sick.answering = sayReceived
    await w.work()
    expect(await deliveries(sick.id)).toHaveLength(12)
    expect((await deliveries(sick.id)).every(({ status }) => status === 'delivered')).toBe(true)
  })
})

describe('a process that dies or is late', () => {
  test('after sending, leaves the delivery to whoever comes a minute later, and what it writes then is ignored', async () => {
    const { answering, waiting } = gate()
    const slow = await registered(answering)
    await announce(['inv1'])
    const dying = anotherProcess()
    await deliverEvents(dying, 10)
    expect(waiting).toHaveLength(1)
    await deliverEvents(w.ctx, 10)
    expect(slow.received).toHaveLength(1)
    await w.advance(minutes(1))
    slow.answering = say(500)
    await deliverEvents(w.ctx, 10)
    expect(slow.received.map(({ headers }) => headers['x-cashfin-attempt'])).toEqual(['1', '2'])
    waiting.forEach((let_go) => let_go())
    await finishDeliveries(dying)
    expect(await deliveries(slow.id)).toMatchObject([{ status: 'pending', attempts: 2, laststatus: 500 }])
  })

  test('that is stopped waits for what is on its way and starts nothing more', async () => {
    const { answering, waiting, open } = gate()
    const { id, received } = await registered(answering)
    await announce(Array.from({ length: 6 }, (_, index) => `inv${index}`))
    const stopping = anotherProcess()
    await deliverEvents(stopping, 10)
    expect(waiting).toHaveLength(4)
    const stopped = finishDeliveries(stopping)
    open()
    await stopped
    await deliverEvents(stopping, 10)
    expect(received).toHaveLength(4)
    const statuses = (await deliveries(id)).map(({ status }) => status)
    expect(statuses.filter((status: string) => status === 'delivered')).toHaveLength(4)
  })
})

test('a receiver that marks the invoice paid on every invoice.paid settles with exactly one invoice.paid', async () => {
  const events: string[] = []
  const merchant = await m.receiver((received, response) => {
    events.push(received.event.event)
    sayReceived(received, response)
    if (received.event.event === 'invoice.paid') patches.push(pay(received.event.data._id))
  })
  await w.call('POST', '/business/webhook/create', { url: merchant.url })
  const patches: Promise<unknown>[] = []
  const pay = (id: string) => w.call('PATCH', `/business/invoice/update/${id}`, { status: 'paid' })
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 1, rate: 150_000 }],
    duedate: '2031-03-31',
  })
  await pay(body.data._id)
  for (let round = 0; round < 3; round++) {
    await w.work()
    await Promise.all(patches)
  }
  expect(patches).toHaveLength(1)
  expect(events.filter((event) => event === 'invoice.paid')).toHaveLength(1)
})
