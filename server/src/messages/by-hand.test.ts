import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

let people = 0
async function invoice(extra: object = {}, who: object = {}) {
  const phone = `+2547250${String(++people).padStart(5, '0')}`
  const body = { name: 'Otieno', email: 'otieno@home.example', phone, country: 'Kenya', currency: 'KES', ...who }
  const customerid = (await w.call('POST', '/business/customer/create', body)).body.data._id as string
  const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
  const made = await w.call('POST', '/business/invoice/create', { customerid, items, duedate: '2031-04-01', ...extra })
  return { id: made.body.data._id as string, customerid, phone: phone.slice(1) }
}
const sendNow = (body: object, headers = {}) => w.call('POST', '/business/message/send', body, headers)
const inbox = (phone: string) => w.simulator.phone(phone).inbox.filter(({ kind }) => kind === 'message')
const settings = (body: object) => w.call('PATCH', '/business/settings/update', body)
const log = async (id: string) => (await w.call('GET', `/business/invoice/${id}/message/list`)).body.data

describe('beside Bill Manager', () => {
  test('what it sends by SMS is not sent by us, and what it refuses is', async () => {
    await settings({ invoicechannels: ['sms'], receiptchannels: ['sms'] })
    const { id, phone } = await invoice()
    await w.work()
    expect(await log(id)).toMatchObject([{ status: 'suppressed', reason: 'Bill Manager sends this SMS' }])
    expect(w.simulator.phone(phone).inbox.map(({ kind }) => kind)).toEqual(['bill'])
    w.simulator.trouble({ endpoint: 'bill-single', kind: 'refused', times: 2 })
    w.simulator.trouble({ endpoint: 'bill-bulk', kind: 'refused', times: 2 })
    const other = await invoice()
    for (let minutes = 0; minutes < 4; minutes++) {
      await w.work()
      await w.advance('PT1M')
    }
    await w.work()
    w.simulator.clearTrouble()
    expect((await w.call('GET', `/business/invoice/details/${other.id}`)).body.data.push.state).toBe('refused')
    expect(inbox(other.phone)).toHaveLength(1)
    await settings({ invoicechannels: [], receiptchannels: [] })
  })
})

describe('POST /business/message/send', () => {
  test('201: sends now by whatever reaches the customer, in quiet hours too; the Idempotency-Key replays', async () => {
    await w.advance('PT12H')
    const { id, phone } = await invoice()
    await w.work()
    const key = { 'idempotency-key': 'send once' }
    const first = await sendNow({ invoiceid: id, purpose: 'invoice', channels: ['sms'] }, key)
    expect([first.status, first.body.data]).toMatchObject([
      201,
      [{ invoiceid: id, purpose: 'invoice', channel: 'sms', status: 'queued', byhand: true }],
    ])
    const again = await sendNow({ invoiceid: id, purpose: 'invoice', channels: ['sms'] }, key)
    expect(again.body).toEqual(first.body)
    await w.work()
    expect(inbox(phone)).toHaveLength(1)
    expect(await log(id)).toMatchObject([{ status: 'sent' }])
  })

  test('409 when the same went a moment ago; later it goes again', async () => {
    const { id, phone } = await invoice()
    const wish = { invoiceid: id, purpose: 'reminder', channels: ['sms'] }
    await sendNow(wish)
    await w.work()
    const soon = await sendNow(wish)
    expect([soon.status, soon.body.error]).toEqual([409, 'Such a message is being sent, or went a moment ago'])
    await w.advance('PT2M')
    expect((await sendNow(wish)).status).toBe(201)
    await w.work()
    expect(inbox(phone)).toHaveLength(2)
  })

  test('one that waits is brought forward, not written twice', async () => {
    await settings({ invoicechannels: ['email'] })
    const { id } = await invoice()
    await w.work()
    const sent = await sendNow({ invoiceid: id, purpose: 'invoice', channels: ['email'] })
    expect(sent.body.data).toMatchObject([{ byhand: false, status: 'queued' }])
    expect(await log(id)).toHaveLength(1)
    await settings({ invoicechannels: [] })
  })

  test('409: what would not go out, with the reason', async () => {
    const mute = await invoice({}, { sms: 'none', emails: 'receipts' })
    const draft = await invoice({ status: 'draft' })
    for (const [id, reason] of [
      [mute.id, 'This cannot be sent: The customer does not want this'],
      [draft.id, 'This cannot be sent: The invoice was withdrawn'],
    ] as const) {
      const answer = await sendNow({ invoiceid: id, purpose: 'invoice' })
      expect([answer.status, answer.body.error]).toEqual([409, reason])
      expect(await log(id)).toEqual([])
    }
  })

  test('400 and 404: what is no purpose, no channel, no invoice', async () => {
    expect((await sendNow({ invoiceid: 'x', purpose: 'receipt' })).status).toBe(400)
    expect((await sendNow({ invoiceid: 'x', purpose: 'invoice', channels: ['fax'] })).status).toBe(400)
    expect((await sendNow({ invoiceid: '0'.repeat(24), purpose: 'invoice' })).body.error).toBe('Invoice not found')
  })
})

describe('the list', () => {
  test('200: filters, and pages by cursor', async () => {
    const list = async (query: string) => (await w.call('GET', `/business/message/list?${query}`)).body
    const all = (await list('limit=100')).data
    expect(all.length).toBeGreaterThan(4)
    const first = await list('limit=2&cursor=')
    const second = await list(`limit=2&cursor=${first.nextcursor}`)
    expect([...first.data, ...second.data]).toEqual(all.slice(0, 4))
    expect((await list('channel=email&limit=100')).data).toEqual(
      all.filter((one: { channel: string }) => one.channel === 'email'),
    )
    expect((await list('status=sent&limit=100')).data).toEqual(
      all.filter((one: { status: string }) => one.status === 'sent'),
    )
    expect((await list(`customerid=${all[0].customerid}`)).data).toMatchObject([
      { customerid: all[0].customerid, customername: 'Otieno' },
    ])
    expect((await w.call('GET', '/business/message/list?status=lost')).status).toBe(400)
  })
})
