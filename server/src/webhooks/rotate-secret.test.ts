import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { finishDeliveries } from './deliver.sweep.ts'
import { startMerchant, type Merchant, type Registered } from '../../../test/merchant.ts'
import type { Received } from './test-receiver.ts'

let w: World
let m: Merchant
let endpoint: Registered
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(async () => {
  await finishDeliveries(w.ctx)
  await w.end()
})
beforeEach(async () => {
  m = await startMerchant(w)
  endpoint = await m.registered()
})
afterEach(() => m.end())

const rotate = (body: object = {}, headers = {}) =>
  m.call('POST', `/business/webhook/${endpoint.id}/secret/rotate`, body, headers)
const retire = () => m.call('POST', `/business/webhook/${endpoint.id}/secret/retire`)

/** What the endpoint gets when something happens now. */
async function next(): Promise<Received> {
  await m.announce(['inv1'])
  await w.work()
  const received = endpoint.received.at(-1)
  if (!received) throw new Error('nothing was received')
  return received
}

/** Whether the published verifier accepts a delivery with a secret, at the platform's time. */
function accepts(secret: string, { body, headers }: Received): boolean {
  vi.setSystemTime(w.ctx.now())
  try {
    new Webhook(secret).verify(body, headers)
    return true
  } catch {
    return false
  } finally {
    vi.useRealTimers()
  }
}
const published = (secret: string, { body }: Received) => createHmac('sha256', secret).update(body).digest('hex')

describe('POST /business/webhook/:id/secret/rotate', () => {
  test('200 shows a new secret; for a day the published verifier accepts both, then only the new one', async () => {
    const old = endpoint.secret
    const { status, body } = await rotate()
    const { secret } = body.data
    expect(status).toBe(200)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(secret).not.toBe(old)
    expect(body.data.oldsecretuntil).toBe('2031-03-02T08:15:00Z')
    const during = await next()
    expect(during.headers['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/)
    expect([accepts(secret, during), accepts(old, during)]).toEqual([true, true])
    await w.advance('P1D')
    const after = await next()
    expect(after.headers['webhook-signature']).toMatch(/^v1,\S+$/)
    expect([accepts(secret, after), accepts(old, after)]).toEqual([true, false])
  })

  test('200: the published signature, which has room for one, is the old secret’s until the overlap is over', async () => {
    const old = endpoint.secret
    const { secret } = (await rotate({ overlaphours: 2 })).body.data
    const during = await next()
    expect(during.headers['x-cashfin-signature']).toBe(published(old, during))
    await w.advance('PT2H')
    const after = await next()
    expect(after.headers['x-cashfin-signature']).toBe(published(secret, after))
  })

  test('200 without an overlap: a secret that got out signs nothing more', async () => {
    const { secret, oldsecretuntil } = (await rotate({ overlaphours: 0 })).body.data
    expect(oldsecretuntil).toBeNull()
    const received = await next()
    expect([accepts(secret, received), accepts(endpoint.secret, received)]).toEqual([true, false])
    expect(received.headers['x-cashfin-signature']).toBe(published(secret, received))
  })

  test('200 twice: no more than two secrets are live', async () => {
    const second = (await rotate()).body.data.secret
    const third = (await rotate()).body.data.secret
    const received = await next()
    expect([endpoint.secret, second, third].map((secret) => accepts(secret, received))).toEqual([false, true, true])
  })

  test('a repeat with the same Idempotency-Key rotates once', async () => {
    const answers = [await rotate({}, { 'idempotency-key': 'r' }), await rotate({}, { 'idempotency-key': 'r' })]
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect(accepts(endpoint.secret, await next())).toBe(true)
  })

  test('neither secret lies anywhere in the clear', async () => {
    const { secret } = (await rotate({}, { 'idempotency-key': 'clear' })).body.data
    const owner = w.owner()
    const [found] = await owner.begin(async (tx) => {
      await tx`set local role kusanya_app`
      await tx`select set_config('app.business_id', ${m.businessId}, true)`
      return tx`
        select (select string_agg(t::text, '') from webhook_endpoints t) || (select string_agg(t::text, '') from idempotency_keys t)
          || (select string_agg(t::text, '') from audit_lines t) as text
      `
    })
    await owner.end()
    expect(found?.['text']).toContain(endpoint.id)
    for (const shown of [secret, endpoint.secret]) {
      expect(found?.['text']).not.toContain(shown)
      expect(found?.['text']).not.toContain(Buffer.from(shown).toString('hex'))
    }
  })

  test.each([
    [{ overlaphours: -1 }, 'overlaphours must be at least 0'],
    [{ overlaphours: 169 }, 'overlaphours must be at most 168'],
    [{ overlaphours: 1.5 }, 'overlaphours must be an integer'],
    [{ overlaphours: 'long' }, 'overlaphours must be an integer'],
  ])('400 for %j', async (body, error) => {
    expect(await rotate(body)).toMatchObject({ status: 400, body: { success: false, error } })
  })
})

describe('POST /business/webhook/:id/secret/retire', () => {
  test('200 ends the overlap at once', async () => {
    const { secret } = (await rotate()).body.data
    expect(await retire()).toMatchObject({ status: 200, body: { data: { oldsecretuntil: null } } })
    const received = await next()
    expect([accepts(secret, received), accepts(endpoint.secret, received)]).toEqual([true, false])
    expect(received.headers['x-cashfin-signature']).toBe(published(secret, received))
  })

  test('409 when there is nothing to retire, or its time is over', async () => {
    const error = 'There is no old secret: it was retired, or its time is over'
    expect(await retire()).toMatchObject({ status: 409, body: { error } })
    await rotate({ overlaphours: 1 })
    await w.advance('PT1H')
    expect(await retire()).toMatchObject({ status: 409, body: { error } })
  })
})
