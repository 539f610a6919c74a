import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const settings = async () => (await w.call('GET', '/business/settings/details')).body.data
const change = (body: unknown, headers = {}) => w.call('PATCH', '/business/settings/update', body, headers)

describe('GET /business/settings/details', () => {
  test('200: what a new business has not decided for itself', async () => {
    expect(await settings()).toEqual({
      _id: w.businessId,
      name: 'Mwangaza Academy',
      whenpushunknown: 'resend',
      matchthreshold: 0.99,
      accountnumbers: 'checked',
      accountprefixes: [],
      validationpolicy: 'accept_all',
      cents: 'keep',
      allocationorder: 'oldest_due',
      creditpaysinvoices: true,
      confirmedabove: null,
      invoicechannels: [],
      reminderchannels: [],
      receiptchannels: [],
      reminderdays: [-3, 0, 7],
      quietfrom: '20:00',
      quietuntil: '08:00',
      messagelanguage: 'en',
      smssender: null,
      letterhead: null,
      currency: 'KES',
      timezone: 'Africa/Nairobi',
      availablechannels: ['sms'],
    })
  })

  test('200: says by which channels the server can send at all', async () => {
    const { mailer, sms } = w.ctx
    Object.assign(w.ctx, { mailer: async () => ({ kind: 'sent' }), sms: null })
    expect((await settings()).availablechannels).toEqual(['email'])
    Object.assign(w.ctx, { mailer, sms })
    expect((await change({ availablechannels: ['email', 'sms'] })).status).toBe(400)
  })
})

describe('PATCH /business/settings/update', () => {
  test('200: changes what was sent, shows it, and leaves the rest', async () => {
    const answer = await change({
      matchthreshold: 0.995,
      accountprefixes: [' adm '],
      validationpolicy: 'known_only',
      confirmedabove: 10_000.5,
    })
    expect([answer.status, answer.body.data]).toEqual([
      200,
      {
        _id: w.businessId,
        modified: 1,
        updated: {
          matchthreshold: 0.995,
          accountprefixes: ['ADM'],
          validationpolicy: 'known_only',
          confirmedabove: 10_000.5,
        },
      },
    ])
    expect(await settings()).toMatchObject({ matchthreshold: 0.995, cents: 'keep', confirmedabove: 10_000.5 })
    expect((await change({ confirmedabove: null })).body.data.updated).toEqual({ confirmedabove: null })
    expect((await settings()).confirmedabove).toBeNull()
  })

  test('200 and modified 0 when nothing changes, without a line in the audit trail', async () => {
    await change({ cents: 'round' })
    const lines = async () => (await w.call('GET', '/business/audit/list?type=business')).body.pagination.total
    const before = await lines()
    expect(before).toBeGreaterThan(0)
    expect((await change({ cents: 'round' })).body.data.modified).toBe(0)
    expect(await lines()).toBe(before)
  })

  test('a whole object sent back changes nothing', async () => {
    const answer = await change(await settings())
    expect([answer.status, answer.body.data.modified]).toEqual([200, 0])
  })

  test('another business keeps its own', async () => {
    const { apiKey } = await w.stranger()
    await change({ name: 'Mwangaza Girls' })
    const theirs = await w.call('GET', '/business/settings/details', undefined, { authorization: apiKey })
    expect(theirs.body.data).toMatchObject({ name: 'Jirani Stores', validationpolicy: 'accept_all' })
  })

  test('400: each field says what it may be, and nothing is changed', async () => {
    const before = await settings()
    for (const [body, field, text] of [
      [{ matchthreshold: 0.2 }, 'matchthreshold', 'Matchthreshold must be at least 0.5'],
      [{ cents: 'drop' }, 'cents', 'Invalid cents. Use keep, round, carry'],
      [
        { validationpolicy: null },
        'validationpolicy',
        'Invalid validationpolicy. Use accept_all, check_character, known_only',
      ],
      [{ accountprefixes: ['ADM-'] }, 'accountprefixes.0', 'An account prefix is up to 8 letters and digits'],
      [{ quietfrom: '8:00' }, 'quietfrom', 'A time of day is written HH:MM'],
      [
        { smssender: 'Much too long a name' },
        'smssender',
        'A sender of SMS is up to 11 letters and digits, as it was registered',
      ],
      [{ confirmedabove: -1 }, 'confirmedabove', 'Confirmedabove must be at least 0'],
      [{ name: ' ' }, 'name', 'Name is required'],
    ] as const) {
      const answer = await change(body)
      expect([answer.status, answer.body.errors[field]]).toEqual([400, text])
    }
    expect((await change({})).body.error).toBe('No valid fields to update')
    expect(await settings()).toEqual(before)
  })

  test('the Idempotency-Key replays', async () => {
    const key = { 'idempotency-key': 'settings once' }
    const first = await change({ allocationorder: 'smallest_balance' }, key)
    await change({ allocationorder: 'oldest_due' })
    const again = await change({ allocationorder: 'smallest_balance' }, key)
    expect([again.body, again.headers.get('idempotent-replayed')]).toEqual([first.body, 'true'])
    expect((await settings()).allocationorder).toBe('oldest_due')
  })
})
