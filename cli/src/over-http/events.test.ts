import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { happenings } from '@kusanya/domain/happening.ts'
import { world, type World } from '../../../test/world.ts'
import { gate } from '../../test/gate.ts'
import { kusanya, start } from '../../test/kusanya.ts'
import { receiver } from '../../test/receiver.ts'
import { apiOf } from '../api.ts'
import { recipes } from './recipes.ts'

// Each command is a process of its own.
vi.setConfig({ testTimeout: 120_000 })
const patience = { timeout: 60_000, interval: 20 }

let w: World
const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`
beforeAll(async () => (w = await world({ connected: false, start: new Date() })))
afterAll(() => w.end())

const env = (url = w.ctx.publicUrl) => ({ KUSANYA_BASE_URL: url, KUSANYA_API_KEY: w.apiKey, WEBHOOK_SECRET: secret })
const makeCustomer = async (name: string): Promise<string> => {
  const phone = '+254712000019'
  const body = { name, email: 'c@example.test', phone, country: 'Kenya', currency: 'KES' }
  return (await w.call('POST', '/business/customer/create', body)).body.data._id
}

describe('listen', () => {
  test('forwards each event once and in order, while receiver and server come and go', async () => {
    await makeCustomer('Before')
    const between = await gate(w.ctx.publicUrl)
    const place = await receiver()
    await place.close()
    const { child, said, ended } = start(['listen', '--forward', place.url], env(between.url))
    try {
      await vi.waitUntil(() => said.err.includes('Forwarding'), patience)
      await makeCustomer('While no receiver is there')
      await vi.waitUntil(() => said.err.includes('Nobody answers at'), patience)
      const { got, close } = await receiver(Number(new URL(place.url).port))
      await vi.waitUntil(() => got.length === 1, patience)

      await between.leave()
      await vi.waitUntil(() => /No server answers at .* Waiting for it/.test(said.err), patience)
      for (const name of ['While the server is away', 'And another']) await makeCustomer(name)
      await between.comeBack()
      await vi.waitUntil(() => said.err.includes('The server is there again.'), patience)
      await makeCustomer('Afterwards')
      await vi.waitUntil(() => said.out.split('\n').length > 4, patience)
      const names = got.map(({ body }) => (JSON.parse(body) as { data: { name: string } }).data.name)
      expect(names).toEqual(['While no receiver is there', 'While the server is away', 'And another', 'Afterwards'])
      await close()
    } finally {
      child.kill('SIGINT')
      await ended
      await between.leave()
    }
  })

  test('sends the bytes that a webhook gets, signed as the published verifier wants it', async () => {
    const hook = await receiver()
    const made = await w.call('POST', '/business/webhook/create', { url: hook.url, events: ['customer.created'] })
    expect(made.status).toBe(201)
    const copy = await receiver()
    const line = ['listen', '--forward', copy.url, '--from', '2020-01-01', '--events', 'customer.created', '--json']
    const { child, said, ended } = start(line, env())
    try {
      const id = await makeCustomer('Both')
      await w.work()
      await vi.waitUntil(() => copy.got.some(({ body }) => body.includes(id)), patience)
      const [forwarded] = copy.got.filter(({ body }) => body.includes(id))
      expect(forwarded?.body).toBe(hook.got[0]?.body)
      expect(new Webhook(secret).verify(forwarded?.body ?? '', forwarded?.headers ?? {})).toMatchObject({
        data: { _id: id },
      })
      expect(new Set(copy.got.map(({ type }) => type))).toEqual(new Set(['customer.created']))
      expect(JSON.parse(said.out.split('\n')[0] ?? '')).toMatchObject({ type: 'customer.created', status: 200 })
    } finally {
      child.kill('SIGINT')
      await ended
      await Promise.all([hook.close(), copy.close()])
    }
  })

  test.each([
    [['--forward', 'localhost:3000'], 'It must be an address'],
    [['--forward', 'http://localhost:3000', '--events', 'invoice.lost'], '“invoice.lost” is no event'],
    [['--forward', 'http://localhost:3000', '--from', 'soon'], 'It must be a day'],
  ])('%j ends with 2', async (line, said) => {
    expect(await kusanya(['listen', ...line], env())).toMatchObject({ code: 2, err: expect.stringContaining(said) })
  })

  test('a secret that is none, and a key that is none, end it', async () => {
    const line = ['listen', '--forward', 'http://127.0.0.1:1']
    const odd = await kusanya(line, { ...env(), WEBHOOK_SECRET: 'secret' })
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('→ It begins with whsec_.')])
    const wrong = await kusanya(line, { ...env(), KUSANYA_API_KEY: 'cs_test_none' })
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('→ Set KUSANYA_API_KEY')])
  })
})

describe('trigger', () => {
  test('makes every event that it has a recipe for really happen', async () => {
    const api = apiOf({ url: w.ctx.publicUrl, key: w.apiKey })
    for (const type of happenings) {
      const subjectid = await recipes[type]?.(api)
      if (subjectid === undefined) continue
      await w.work()
      const { data } = await api.events.list({ event: type, subjectid })
      expect(
        data.map(({ type }) => type),
        type,
      ).toEqual([type])
    }
    expect(Object.keys(recipes).length).toBeGreaterThan(10)
  })

  test('tells the event', async () => {
    const { code, out, err } = await kusanya(['trigger', 'invoice.paid', '--json'], env())
    expect([code, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({ type: 'invoice.paid', data: { status: 'paid', balance: 0 } })
  })

  test('of a webhook sends the example, and says what came of it', async () => {
    const hook = await receiver()
    const made = await w.call('POST', '/business/webhook/create', { url: hook.url, events: ['invoice.paid'] })
    const id = made.body.data._id as string
    const sent = await kusanya(['trigger', 'payment.claimed', '--webhook', id], env())
    expect([sent.code, sent.out]).toEqual([0, expect.stringMatching(/^payment\.claimed evt_\w+ → 200\n$/)])
    expect(JSON.parse(hook.got[0]?.body ?? '')).toMatchObject({ type: 'payment.claimed', test: true })
    await hook.close()
    const lost = await kusanya(['trigger', 'payment.claimed', '--webhook', id], env())
    expect([lost.code, lost.out]).toEqual([1, expect.stringMatching(/→ .+/)])
  })

  test('does nothing in a live business, and says what it cannot do', async () => {
    const live = await kusanya(['trigger', 'customer.created'], { ...env(), KUSANYA_API_KEY: 'cs_live_none' })
    expect([live.code, live.err]).toEqual([2, expect.stringContaining('→ Use a key that begins with cs_test_.')])
    const odd = await kusanya(['trigger', 'webhook.paused'], env())
    expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('--webhook ID')])
  })
})
