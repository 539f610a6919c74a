import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startMerchant, type Merchant } from '../../../test/merchant.ts'
import { world, type World } from '../../../test/world.ts'
import { finishDeliveries } from './deliver.sweep.ts'
import { say, sayReceived, type Answering } from './test-receiver.ts'

let w: World
let m: Merchant
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(async () => {
  await finishDeliveries(w.ctx)
  await w.end()
})
beforeEach(async () => void (m = await startMerchant(w)))
afterEach(() => m.end())

const asking =
  (status: number, retryAfter: string): Answering =>
  (_received, response) =>
    void response.writeHead(status, { 'retry-after': retryAfter }).end()

test.each([429, 503])('a receiver that answers %i with Retry-After is sent nothing before then', async (status) => {
  const { id, received } = await m.registered(asking(status, '7200'))
  await m.announce(['inv1'])
  await w.work()
  expect(received).toHaveLength(1)
  const until = w.ctx.now().getTime() + 7_200_000
  expect(await m.deliveries(id)).toMatchObject([{ nextattemptat: new Date(until).toISOString().replace('.000', '') }])
  await m.announce(['inv2'])
  await w.advance(7_199_000)
  await w.work()
  expect(received, 'neither what it was asked for nor what came later').toHaveLength(1)
  await w.advance(1_000)
  await w.work()
  expect(received.map(({ event }) => event.data._id).sort()).toEqual(['inv1', 'inv1', 'inv2'])
})

test('Retry-After with a mistake of its own, or sooner than we would come, changes nothing', async () => {
  const { id, received } = await m.registered(asking(500, '7200'))
  await m.announce(['inv1'])
  await w.work()
  await w.advance(66_001)
  await w.work()
  expect(received).toHaveLength(2)
  const hasty = await m.registered(asking(503, '1'))
  await m.announce(['inv2'])
  await w.work()
  await w.advance(59_000)
  await w.work()
  expect(hasty.received).toHaveLength(1)
  expect((await m.details(id)).status).toBe('failing')
})

test('410 pauses a webhook at once; the others are told, and what it did not take is held for it', async () => {
  const gone = await m.registered(say(410, 'moved away'))
  const other = await m.registered()
  await m.announce(['inv1'])
  await w.work()
  expect(await m.details(gone.id)).toMatchObject({ status: 'paused', pausereason: 'It answered 410: it is gone' })
  expect(other.received.map(({ event }) => event.event)).toContain('webhook.paused')
  await m.announce(['inv2'])
  await w.advance('P4D')
  await w.work()
  expect(gone.received).toHaveLength(1)
  gone.answering = sayReceived
  const resumed = await m.call('POST', `/business/webhook/${gone.id}/resume`)
  expect(resumed.status).toBe(200)
  await w.work()
  const invoices = gone.received.filter(({ event }) => event.event === 'invoice.updated')
  expect(invoices.map(({ event }) => event.data._id)).toEqual(['inv1', 'inv1', 'inv2'])
})
