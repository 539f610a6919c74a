import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { finishDeliveries } from './deliver.sweep.ts'
import { startMerchant, type Merchant, type Registered } from '../../../test/merchant.ts'
import { say, sayReceived, type Received } from './test-receiver.ts'

let w: World
let m: Merchant
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(async () => {
  await finishDeliveries(w.ctx)
  await w.end()
})
beforeEach(async () => void (m = await startMerchant(w)))
afterEach(() => m.end())

const replay = (id: string, body: object) => m.call('POST', `/business/webhook/${id}/delivery/replay`, body)
const subjects = (received: Received[]) => received.map(({ event }) => event.data._id)
const instant = () => w.ctx.now().toISOString()

/** Three hours with news of three invoices each, everything accepted. Answers when each began, and when it was over. */
async function threeHours(): Promise<string[]> {
  const begins: string[] = []
  for (const hour of [0, 1, 2]) {
    begins.push(instant())
    await m.announce([`a${hour}`, `b${hour}`])
    await m.announce([`c${hour}`], 'invoice.paid')
    await w.work()
    await w.advance('PT1H')
  }
  return [...begins, instant()]
}

describe('POST /business/webhook/:id/delivery/replay', () => {
  test('200 sends what happened in a span of time again, in its order, under the same ids', async () => {
    const { id, received } = await m.registered()
    const [, from, to] = await threeHours()
    const first = received.splice(0)
    const { status, body } = await replay(id, { from, to })
    expect({ status, data: body.data }).toEqual({ status: 200, data: { queued: 3 } })
    await w.work()
    expect(subjects(received).toSorted()).toEqual(['a1', 'b1', 'c1'])
    const idOf = (subject: string, some: Received[]) => some.find(({ event }) => event.data._id === subject)?.event.id
    for (const subject of ['a1', 'b1', 'c1']) expect(idOf(subject, received)).toBe(idOf(subject, first))
    expect(received.map(({ headers }) => headers['x-cashfin-attempt'])).toEqual(['2', '2', '2'])
  })

  test('200 up to now when no end is given, of the events that are named only', async () => {
    const { id, received } = await m.registered()
    const [from] = await threeHours()
    received.length = 0
    expect((await replay(id, { from, events: ['invoice.paid'] })).body.data.queued).toBe(3)
    await w.work()
    expect(subjects(received).toSorted()).toEqual(['c0', 'c1', 'c2'])
  })

  test('200 only what was given up', async () => {
    const merchant = await m.registered(say(500))
    await m.announce(['lost'])
    const from = instant()
    for (let attempt = 1; attempt <= 17; attempt++) {
      await w.work()
      await w.advance('PT6H40M')
    }
    merchant.answering = sayReceived
    await m.announce(['fine'])
    await w.work()
    merchant.received.length = 0
    expect((await replay(merchant.id, { from, only: 'failed' })).body.data.queued).toBe(1)
    await w.work()
    expect(subjects(merchant.received)).toEqual(['lost'])
  })

  test('200 only what was never meant for it: it was off then, or not there yet', async () => {
    const from = instant()
    await m.announce(['before it was there'])
    await w.advance('PT1M')
    const { id, received } = await m.registered()
    await m.announce(['delivered'])
    await w.work()
    await m.call('PATCH', `/business/webhook/update/${id}`, { active: false })
    await m.announce(['while it was off'])
    await m.call('PATCH', `/business/webhook/update/${id}`, { active: true })
    received.length = 0
    const { body } = await replay(id, { from, only: 'missing' })
    await w.work()
    expect(subjects(received)).toEqual(['before it was there', 'while it was off'])
    expect(body.data.queued).toBe(2)
  })

  test('200 leaves alone what is on its way, and what belongs to another business', async () => {
    const merchant = await m.registered(say(503))
    const stranger = await startMerchant(w)
    const from = instant()
    await stranger.announce(['theirs'])
    await m.announce(['waiting'])
    await w.work()
    const [before] = await m.deliveries(merchant.id)
    expect((await replay(merchant.id, { from })).body.data.queued).toBe(0)
    expect(await m.deliveries(merchant.id)).toEqual([before])
    await stranger.end()
  })

  test('a repeat with the same Idempotency-Key replays once', async () => {
    const { id, received } = await m.registered()
    const [from] = await threeHours()
    const again = () =>
      m.call('POST', `/business/webhook/${id}/delivery/replay`, { from }, { 'idempotency-key': 'again' })
    const first = await again()
    await w.work()
    expect((await again()).body).toEqual(first.body)
    await w.work()
    expect(received).toHaveLength(18)
  })

  test.each([
    [{}, 'from is required'],
    [{ from: 'yesterday' }, 'Invalid from format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)'],
    [{ from: '2031-03-01', to: '1' }, 'Invalid to format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)'],
    [{ from: '2031-03-01', only: 'some' }, 'Invalid only. Use all, failed, missing'],
    [{ from: '2031-03-01', events: [] }, expect.stringContaining('events')],
    [{ from: '2031-03-01', events: ['invoice.melted'] }, expect.stringContaining('Unknown event. Use invoice.created')],
  ])('400 for %j', async (body, error) => {
    const { id } = await m.registered()
    expect(await replay(id, body)).toMatchObject({ status: 400, body: { success: false, error } })
  })

  test('409 for one that is off', async () => {
    const { id } = await m.registered(sayReceived, { active: false })
    const error = 'Webhook is not active. Set active to true first'
    expect(await replay(id, { from: '2031-03-01' })).toMatchObject({ status: 409, body: { error } })
  })
})

describe('GET /business/webhook/:id/delivery/list', () => {
  let merchant: Registered
  beforeEach(async () => {
    merchant = await m.registered(say(500, 'no'))
    await m.announce(['one'])
    await w.work()
    await w.advance('PT2M')
    merchant.answering = (_received, response) => void response.socket?.destroy()
    await w.work()
    await w.advance('PT10M')
    merchant.answering = say(201, `yes${'!'.repeat(2000)}`)
    await w.work()
  })

  test('200 shows every attempt, with its time, status and the first of its answer', async () => {
    const [delivery] = await m.deliveries(merchant.id)
    expect(delivery).toMatchObject({ status: 'delivered', attempts: 3, laststatus: 201 })
    const error = expect.stringContaining('The connection failed')
    expect(delivery?.['history']).toEqual([
      {
        attempt: 1,
        at: expect.any(String),
        durationms: 0,
        status: 500,
        error: 'The receiver answered 500',
        answer: 'no',
      },
      { attempt: 2, at: expect.any(String), durationms: 0, status: null, error, answer: null },
      { attempt: 3, at: expect.any(String), durationms: 0, status: 201, error: null, answer: `yes${'!'.repeat(997)}` },
    ])
    const times = (delivery?.['history'] as { at: string }[]).map(({ at }) => Date.parse(at))
    expect(times.map((at) => (at - (times[0] ?? 0)) / 60_000)).toEqual([0, 2, 12])
  })

  test('200 only those with a status, or of an event', async () => {
    merchant.answering = say(500)
    await m.announce(['two'], 'invoice.paid')
    await w.work()
    const events = async (query: string) => (await m.deliveries(merchant.id, query)).map(({ event }) => event)
    expect(await events('&status=delivered')).toEqual(['invoice.updated'])
    expect(await events('&status=pending')).toEqual(['invoice.paid'])
    expect(await events('&status=failed')).toEqual([])
    expect(await events('&event=invoice.paid')).toEqual(['invoice.paid'])
    expect(await events('&event=invoice.paid&status=delivered')).toEqual([])
  })

  test.each([
    ['status=lost', 'Invalid status. Use pending, held, delivered, failed'],
    ['event=invoice.melted', expect.stringContaining('Unknown event. Use invoice.created')],
  ])('400 for %s', async (query, error) => {
    const { status, body } = await m.call('GET', `/business/webhook/${merchant.id}/delivery/list?${query}`)
    expect({ status, error: body.error }).toEqual({ status: 400, error })
  })
})
