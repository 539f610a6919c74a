import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'

const phone =
  'Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

const open = (path: string, headers: Record<string, string> = {}) => p.get(path, { 'user-agent': phone, ...headers })
const seenAt = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data.seenat

describe('an invoice is seen', () => {
  test('when its page is first opened, and that is kept', async () => {
    const bill = await p.bill()
    expect(await seenAt(bill._id)).toBeUndefined()
    await open(bill.path)
    const first = await seenAt(bill._id)
    expect(first).toBe(w.ctx.now().toISOString().replace(/\.\d+/, ''))
    await w.advance('PT1H')
    await open(bill.path)
    expect(await seenAt(bill._id)).toBe(first)
  })

  test('once by many at the same time', async () => {
    const bill = await p.bill()
    const answers = await Promise.all(Array.from({ length: 12 }, () => open(bill.path)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
    const { body } = await w.call('GET', `/business/invoice/${bill._id}/timeline`)
    expect(body.data.filter(({ kind }: { kind: string }) => kind === 'seen')).toHaveLength(1)
  })

  for (const [who, headers] of [
    ['a preview that WhatsApp draws', { 'user-agent': 'WhatsApp/2.23.20.0' }],
    ['one that Facebook and iMessage draw', { 'user-agent': 'facebookexternalhit/1.1 Facebot Twitterbot/1.0' }],
    ['one that Telegram draws', { 'user-agent': 'TelegramBot (like TwitterBot)' }],
    ['one that Slack draws', { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' }],
    ['a search engine', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
    ['somebody who does not say what he is', { 'user-agent': '' }],
    ['a browser that fetches ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['who is signed in at the dashboard', { cookie: 'kusanya=anything' }],
  ] as const) {
    test(`not by ${who}`, async () => {
      const bill = await p.bill()
      expect((await open(bill.path, headers)).status).toBe(200)
      expect(await seenAt(bill._id)).toBeUndefined()
    })
  }

  test('not when only its head is asked for, its QR code or what it says as JSON', async () => {
    const bill = await p.bill()
    const head = { method: 'HEAD', headers: { 'user-agent': phone } }
    expect((await fetch(w.ctx.publicUrl + bill.path, head)).status).toBe(200)
    await open(`${bill.path}.json`)
    await open(`/qr/${bill.code}.png`)
    expect(await seenAt(bill._id)).toBeUndefined()
  })

  test('not as a draft', async () => {
    const draft = await p.bill({ status: 'draft' })
    await open(draft.path)
    expect(await seenAt(draft._id)).toBeUndefined()
    await w.call('PATCH', `/business/invoice/update/${draft._id}`, { status: 'unpaid' })
    await open(draft.path)
    expect(await seenAt(draft._id)).toBeDefined()
  })
})
