import { addDays, dayOf, endOfDay } from '@kusanya/domain/day.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { startMerchant, type Merchant } from '../../../test/merchant.ts'
import { recordEvents } from './record-events.ts'

let w: World
let m: Merchant
beforeAll(async () => void (w = await world({ connected: false })))
afterAll(() => w.end())
beforeEach(async () => void (m = await startMerchant(w)))

type Listed = { _id: string; event: string; subjectid: string; timestamp: string; data: Record<string, unknown> }
type Page = { data: Listed[]; nextcursor: string | null; lastcursor: string }

const list = async (query = ''): Promise<Page> => (await m.call('GET', `/business/event/list?${query}`)).body
const subjects = ({ data }: { data: Listed[] }) => data.map(({ subjectid }) => subjectid)
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `s${from + index}`)

/** All pages from a cursor on; between two of them `meanwhile` happens. */
async function read(query: string, meanwhile: () => Promise<void> = async () => {}, cursor = '') {
  const seen: string[] = []
  let page = await list(`${query}&cursor=${cursor}`)
  seen.push(...subjects(page))
  while (page.nextcursor !== null) {
    await meanwhile()
    page = await list(`${query}&cursor=${page.nextcursor}`)
    seen.push(...subjects(page))
  }
  return { seen, lastcursor: page.lastcursor }
}

describe('GET /business/event/list', () => {
  test('200, oldest first, with what a webhook would have got', async () => {
    await m.announce(['inv1'], 'invoice.paid')
    const { data, nextcursor } = await list()
    expect(data).toEqual([
      {
        _id: expect.stringMatching(/^evt_[0-9a-f]{24}$/),
        event: 'invoice.paid',
        type: 'invoice.paid',
        timestamp: expect.stringMatching(/^2031-/),
        subjectid: 'inv1',
        data: { _id: 'inv1', title: 'Chakula – ½' },
      },
    ])
    expect(nextcursor).toBeNull()
  })

  test('a reader sees each event once, in order, while others are added, and goes on later where he stopped', async () => {
    await m.announce(numbered(0, 25))
    let added = 25
    const first = await read('limit=7', async () => {
      if (added < 28) await m.announce(numbered(added, ++added))
    })
    expect(first.seen).toEqual(numbered(0, 28))
    expect((await list(`cursor=${first.lastcursor}`)).data).toEqual([])
    await m.announce(numbered(28, 31))
    expect((await read('limit=2', undefined, first.lastcursor)).seen).toEqual(numbered(28, 31))
  })

  test('misses nothing that is committed late, though its id is older than what was read', async () => {
    await m.announce(['before'])
    let proceed = () => {}
    const held = new Promise<void>((resolve) => (proceed = resolve))
    let written = () => {}
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const late = inBusiness(w.ctx.sql, m.businessId, async (tx) => {
      await recordEvents(tx, w.ctx, m.businessId, [{ type: 'invoice.updated', subjectId: 'late', data: {} }])
      written()
      await held
    })
    await isWritten
    await m.announce(['quick'])
    const page = await list()
    expect(subjects(page)).toEqual(['before', 'quick'])
    proceed()
    await late
    const next = await list(`cursor=${page.lastcursor}`)
    expect(subjects(next)).toEqual(['late'])
    expect((next.data[0]?._id ?? '') < (page.data[1]?._id ?? ''), 'which the ids alone would have hidden').toBe(true)
  })

  test('twenty readers at once give each event one place', async () => {
    await m.announce(numbered(0, 50))
    const pages = await Promise.all(Array.from({ length: 20 }, () => list('limit=100')))
    for (const page of pages) expect(subjects(page)).toEqual(numbered(0, 50))
  })

  test('of a time, an event or a thing', async () => {
    await m.announce(['a'])
    await w.advance('PT1H')
    const from = w.ctx.now().toISOString()
    await m.announce(['b', 'c'])
    await m.announce(['b'], 'invoice.paid')
    await w.advance('PT1H')
    const to = w.ctx.now().toISOString()
    await m.announce(['d'])
    expect(subjects(await list(`from=${from}`))).toEqual(['b', 'c', 'b', 'd'])
    expect(subjects(await list(`from=${from}&to=${to}`))).toEqual(['b', 'c', 'b'])
    expect(subjects(await list('event=invoice.paid'))).toEqual(['b'])
    expect((await list('subjectid=b')).data.map(({ event }) => event)).toEqual(['invoice.updated', 'invoice.paid'])
    expect((await read(`limit=1&from=${from}`)).seen).toEqual(['b', 'c', 'b', 'd'])
    const { lastcursor } = await list('event=invoice.paid')
    expect((await list(`cursor=${lastcursor}`)).data, 'what was passed over was read').toEqual([])
  })

  test('of a day, which is the business’s own and belongs to it whole', async () => {
    const zone = 'Africa/Nairobi'
    const untilMidnight = endOfDay(dayOf(w.ctx.now(), zone), zone).getTime() - w.ctx.now().getTime()
    await w.advance(`PT${Math.floor(untilMidnight / 1000) - 60}S`)
    const today = dayOf(w.ctx.now(), zone)
    await m.announce(['today'])
    await w.advance('PT2M')
    await m.announce(['tomorrow'])
    expect(subjects(await list(`from=${today}&to=${today}`))).toEqual(['today'])
    expect(subjects(await list(`from=${addDays(today, 1)}`))).toEqual(['tomorrow'])
    expect(subjects(await list(`to=${today}`))).toContain('today')
    expect(subjects(await list(`to=${addDays(today, -1)}`))).not.toContain('today')
  })

  test('is the same whether or not a webhook heard of it, and shows nothing of another business', async () => {
    const stranger = await startMerchant(w)
    await stranger.announce(['theirs'])
    await m.announce(['mine'])
    expect(subjects(await list())).toEqual(['mine'])
  })

  test.each([
    ['cursor=x', 'Invalid cursor. Use the nextcursor of the answer before'],
    [`cursor=${Buffer.from('event 99999999999999999999').toString('base64url')}`, expect.stringContaining('cursor')],
    ['from=x', 'Invalid from format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)'],
    ['to=2031-02-30', 'Invalid to format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)'],
    ['event=invoice.melted', expect.stringContaining('Unknown event. Use invoice.created')],
  ])('400 for %s', async (query, error) => {
    const { status, body } = await m.call('GET', `/business/event/list?${query}`)
    expect({ status, error: body.error }).toEqual({ status: 400, error })
  })
})

describe('GET /business/event/details/:id', () => {
  test('200 with what became of it at each webhook', async () => {
    const merchant = await m.registered()
    await m.announce(['inv1'])
    await w.work()
    const [event] = (await list()).data
    const { status, body } = await m.call('GET', `/business/event/details/${event?._id}`)
    expect(status).toBe(200)
    expect(body.data).toEqual({
      ...event,
      deliveries: [{ webhookid: merchant.id, status: 'delivered', attempts: 1, laststatus: 200, nextattemptat: null }],
    })
    await m.end()
  })

  test('404 for an id of another business, a missing one and nonsense', async () => {
    const stranger = await startMerchant(w)
    await stranger.announce(['theirs'])
    const { body: theirs } = await stranger.call('GET', '/business/event/list')
    for (const id of [theirs.data[0]._id, 'evt_000000000000000000000000', 'x', '%00']) {
      expect(await m.call('GET', `/business/event/details/${id}`)).toMatchObject({
        status: 404,
        body: { success: false, error: 'Event not found' },
      })
    }
  })
})
