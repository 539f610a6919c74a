import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { examples } from '../events/examples.ts'
import { recordEvents } from '../events/record-events.ts'
import { finishDeliveries } from './deliver.sweep.ts'
import { startMerchant, type Merchant } from '../../../test/merchant.ts'
import { say, sayReceived, type Answering, type Received } from './test-receiver.ts'

let w: World
let m: Merchant
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(async () => {
  await finishDeliveries(w.ctx)
  await w.end()
})
beforeEach(async () => void (m = await startMerchant(w)))
afterEach(() => m.end())

/** Drops the connection, as a server does that is restarted again and again. */
const hangUp: Answering = (_received, response) => void response.socket?.destroy()

/** Lets so many hours pass, a few at a time, each time with something that happens. */
async function hours(count: number, each: (hour: number) => Promise<void> = async () => {}, step = 1) {
  for (let hour = 0; hour < count; hour += step) {
    await each(hour)
    await w.work()
    await w.advance(`PT${step}H`)
  }
  await w.work()
}

const idsOf = (received: Received[]) => received.map(({ event }) => event.id)
const subjectsOf = (received: Received[]) => Map.groupBy(received, ({ event }) => event.data._id)

/** Whether the events of each subject came in the order in which they happened. */
function isInOrder(received: Received[]): boolean {
  return [...subjectsOf(received).values()].every((some) => isDeepStrictEqual(idsOf(some), idsOf(some).toSorted()))
}

describe('a receiver that is down for 24 hours', () => {
  test.each([
    ['refusing connections', hangUp],
    ['behind a gateway that says 502', say(502)],
    ['saying 503', say(503)],
  ])('%s: gets every event once it is back, each once, in order for each invoice', async (_how, answering) => {
    const merchant = await m.registered(answering)
    const other = await m.registered()
    // Twelve invoices, each with news in several hours of the day.
    await hours(24, (hour) => m.announce([`inv${hour % 12}`, `inv${(hour * 5) % 12}`, `inv${(hour * 7) % 12}`]))
    expect(other.received).toHaveLength(72)
    expect(await m.details(merchant.id)).toMatchObject({ status: 'failing', failingsince: expect.any(String) })
    const before = merchant.received.length
    merchant.answering = sayReceived
    // Something happens again, and is accepted: all that waits follows at once.
    await w.advance('PT5M')
    await m.announce(['fresh'])
    await w.work()
    const accepted = merchant.received.slice(before)
    expect(accepted).toHaveLength(73)
    expect(new Set(idsOf(accepted)).size).toBe(73)
    expect(new Set(idsOf(accepted))).toEqual(new Set(idsOf(other.received)))
    expect(isInOrder(accepted)).toBe(true)
    expect(await m.details(merchant.id)).toMatchObject({ status: 'active', failingsince: null })
    await hours(24)
    expect(merchant.received.length - before, 'nothing is sent again later').toBe(73)
  })

  test('gets it all within six hours and a half when nothing else happens', async () => {
    const merchant = await m.registered(hangUp)
    await hours(24, (hour) => m.announce([`inv${hour % 5}`]))
    const before = merchant.received.length
    merchant.answering = sayReceived
    await hours(7)
    const accepted = merchant.received.slice(before)
    expect(new Set(idsOf(accepted)).size).toBe(24)
    expect(accepted).toHaveLength(24)
    expect(isInOrder(accepted)).toBe(true)
  })

  test('is not asked for every invoice anew: what is new about one waits with what is old', async () => {
    const merchant = await m.registered(hangUp)
    await hours(24, () => m.announce(['inv1']))
    const asked = new Set(idsOf(merchant.received))
    expect(asked.size, 'only the first event was ever tried').toBe(1)
    expect((await m.deliveries(merchant.id)).filter(({ attempts }) => attempts === 0)).toHaveLength(23)
  })
})

test('an answer about one event holds up nothing that comes after it', async () => {
  const merchant = await m.registered((received, response) => {
    if (received.event.event === 'invoice.created') response.writeHead(500).end('cannot do this one')
    else sayReceived(received, response)
  })
  await m.announce(['inv1'], 'invoice.created')
  await w.work()
  await m.announce(['inv1'], 'invoice.paid')
  await w.work()
  expect(merchant.received.map(({ event }) => event.event)).toEqual(['invoice.created', 'invoice.paid'])
})

test('one event at which a receiver hangs, among many it takes, is not sent with each of them, nor given up early', async () => {
  const merchant = await m.registered((received, response) => {
    if (received.event.data._id === 'poison') hangUp(received, response)
    else sayReceived(received, response)
  })
  await m.announce(['poison'])
  for (let minute = 0; minute < 60; minute++) {
    await w.work()
    await m.announce([`inv${minute}`])
    await w.work()
    await w.advance('PT1M')
  }
  const poison = merchant.received.filter(({ event }) => event.data._id === 'poison')
  expect(poison.length).toBeLessThan(8)
  expect(merchant.received.length - poison.length).toBe(60)
  expect((await m.deliveries(merchant.id, '&status=pending')).map(({ attempts }) => attempts)).toEqual([poison.length])
})

describe('an endpoint that accepts nothing for five days', () => {
  /** Five days of failing, with news all the time. */
  async function paused(answering: Answering = say(500, 'broken')) {
    const merchant = await m.registered(answering)
    await hours(5 * 24 + 7, (hour) => m.announce([`inv${hour}`]), 4)
    return merchant
  }

  test('is paused, not deleted; the other endpoints are told, and the audit trail', async () => {
    const other = await m.registered()
    const merchant = await paused()
    const details = await m.details(merchant.id)
    expect(details).toMatchObject({
      active: true,
      status: 'paused',
      failingsince: expect.any(String),
      pausedat: expect.any(String),
      pausereason: 'It accepted nothing for five days. Last: The receiver answered 500',
    })
    const told = other.received.filter(({ event }) => event.event === 'webhook.paused')
    expect(told.map(({ event }) => event.data)).toEqual([details])
    expect(Object.keys(examples['webhook.paused'].data).sort()).toEqual(Object.keys(details).sort())
    const { body } = await m.call('GET', `/business/audit/list?type=webhook&subjectid=${merchant.id}`)
    expect(body.data[0]).toMatchObject({ actor: 'system', action: 'webhook.pause', reason: details.pausereason })
    const before = merchant.received.length
    await hours(24, () => m.announce(['later']), 6)
    expect(merchant.received, 'it is left in peace').toHaveLength(before)
  })

  test('loses nothing: what was held goes out when it is resumed, what was given up when it is replayed', async () => {
    const other = await m.registered()
    const merchant = await paused()
    await m.announce(['while it is paused'])
    await w.work()
    const [latest] = await m.deliveries(merchant.id)
    expect(latest).toMatchObject({ status: 'held', attempts: 0, nextattemptat: null })
    const [failed] = await m.deliveries(merchant.id, '&status=failed')
    expect(failed, 'the first ones had their three days before').toMatchObject({ attempts: 17 })
    const before = merchant.received.length
    merchant.answering = sayReceived
    const { failingsince } = await m.details(merchant.id)
    const resumed = await m.call('POST', `/business/webhook/${merchant.id}/resume`)
    expect(resumed).toMatchObject({ status: 200, body: { data: { status: 'active', failingsince: null } } })
    const replayed = await m.call('POST', `/business/webhook/${merchant.id}/delivery/replay`, {
      from: failingsince,
      only: 'failed',
    })
    expect(replayed.status).toBe(200)
    await w.work()
    const accepted = idsOf(merchant.received.slice(before))
    expect(resumed.body.data.queued + replayed.body.data.queued).toBe(accepted.length)
    expect(new Set(accepted)).toEqual(new Set(idsOf(other.received)))
    expect(accepted).toHaveLength(other.received.length)
  })

  test('is not paused when one thing was accepted in between', async () => {
    const merchant = await m.registered(say(500))
    await hours(4 * 24, (hour) => m.announce([`inv${hour}`]), 6)
    merchant.answering = sayReceived
    await m.announce(['good'])
    await w.work()
    merchant.answering = say(500)
    await hours(4 * 24, (hour) => m.announce([`inv${hour}`]), 6)
    expect(await m.details(merchant.id)).toMatchObject({ status: 'failing', pausedat: null })
  })

  test('announced at the moment of the pause, an event is held by whoever would have sent it', async () => {
    const merchant = await paused()
    // As a transaction writes it that read the endpoint before the pause was committed.
    await inBusiness(w.ctx.sql, m.businessId, async (tx) => {
      await recordEvents(tx, w.ctx, m.businessId, [{ type: 'invoice.paid', subjectId: 'race', data: { _id: 'race' } }])
      await tx`
        update deliveries set state = 'due', next_attempt_at = ${w.ctx.now()}
        where endpoint_id = ${merchant.id} and event_id = (select max(id) from events)
      `
    })
    const before = merchant.received.length
    await w.work()
    expect(merchant.received).toHaveLength(before)
    expect((await m.deliveries(merchant.id))[0]).toMatchObject({ status: 'held', attempts: 0 })
  })
})

describe('POST /business/webhook/:id/resume', () => {
  test('409 for one that is not paused, and for one that is off', async () => {
    const merchant = await m.registered()
    const resume = () => m.call('POST', `/business/webhook/${merchant.id}/resume`)
    expect(await resume()).toMatchObject({ status: 409, body: { error: 'Webhook is not paused' } })
    await m.call('PATCH', `/business/webhook/update/${merchant.id}`, { active: false })
    expect(await resume()).toMatchObject({
      status: 409,
      body: { error: 'Webhook is not active. Set active to true first' },
    })
    expect(await m.details(merchant.id)).toMatchObject({ status: 'off' })
  })
})
