import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailServer, type MailServer } from '../../../test/mail-server.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { createMailer } from '../mail/mailer.ts'

let w: World
let mail: MailServer
beforeAll(async () => {
  w = await world({ connected: false })
  mail = await mailServer()
  w.ctx.mailer = createMailer(mail.url, 'Kusanya <bills@school.example>')
  await settings({ invoicechannels: ['email', 'sms'], receiptchannels: ['sms', 'email'] })
})
afterAll(async () => {
  await w.end()
  await mail.close()
})
beforeEach(() => {
  Object.assign(mail, { received: [], answer: null, hangsUp: false })
  w.simulator.clearTrouble()
})

const settings = (body: object) => w.call('PATCH', '/business/settings/update', body)
let people = 0
async function customer(extra: object = {}) {
  const phone = `+2547230${String(++people).padStart(5, '0')}`
  const body = {
    name: 'Wanjiru Kamau',
    email: 'wanjiru@home.example',
    phone,
    country: 'Kenya',
    currency: 'KES',
    ...extra,
  }
  const made = await w.call('POST', '/business/customer/create', body)
  return { id: made.body.data._id as string, phone: phone.slice(1) }
}
async function invoice(customerid: string, extra: object = {}) {
  const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
  const body = { customerid, items, duedate: '2031-04-01', title: 'Term 1 fees', ...extra }
  const made = await w.call('POST', '/business/invoice/create', body)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.data as { _id: string; invoiceno: string; paymentlink: { shorturl: string } }
}
const inbox = (phone: string) => w.simulator.phone(phone).inbox.filter(({ kind }) => kind === 'message')
const log = async (id: string) => (await w.call('GET', `/business/invoice/${id}/message/list`)).body.data

test('nothing goes out from a business that has not said what', async () => {
  const { apiKey } = await w.stranger()
  const as = (method: string, path: string, body?: object) => w.call(method, path, body, { authorization: apiKey })
  const who = { name: 'O', email: 'o@home.example', phone: '0723999999', country: 'Kenya', currency: 'KES' }
  const other = (await as('POST', '/business/customer/create', who)).body.data._id
  const product = (await as('POST', '/business/product/create', { title: 'Soap', price: 5 })).body.data._id
  const items = [{ itemid: product, quantity: 1, rate: 5 }]
  await as('POST', '/business/invoice/create', { customerid: other, items, duedate: '2031-04-01' })
  await w.work()
  expect((await as('GET', '/business/message/list')).body.data).toEqual([])
  expect(mail.received).toEqual([])
})

describe('an invoice that is issued', () => {
  test('reaches the customer by mail with the document, and by SMS, once each; the log says so', async () => {
    const { id, phone } = await customer()
    const made = await invoice(id)
    await w.work()
    await w.work()
    const [sms, ...more] = inbox(phone)
    expect(more).toEqual([])
    expect(sms).toMatchObject({
      from: 'AFRICASTKNG',
      text: `Mwangaza Academy: KES 900 for Term 1 fees, due 1 Apr 2031. Pay at ${made.paymentlink.shorturl}`,
    })
    expect(mail.received).toHaveLength(1)
    // Long headers are written in several lines.
    const letter = mail.received[0]?.replace(/\r\n[ \t]+/g, ' ') ?? ''
    expect(letter).toMatch(/^From: Mwangaza Academy <bills@school.example>/m)
    expect(letter).toMatch(/^Subject: Term 1 fees from Mwangaza Academy: KES 900/m)
    expect(letter).toMatch(
      /^List-Unsubscribe: <http:\/\/[^ ]+\/m\/[0-9A-Za-z]{22}\/stop\?channel=email&purpose=invoice>/m,
    )
    expect(letter).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
    expect(letter).toContain(`filename=${made.invoiceno}.pdf`)
    expect(await log(made._id)).toMatchObject([
      { channel: 'sms', status: 'sent', recipient: phone, text: sms?.text, parts: 1, cost: 'KES 0.8000', attempts: 1 },
      { channel: 'email', status: 'sent', recipient: 'wanjiru@home.example', parts: null, cost: null, language: 'en' },
    ])
  })

  test('speaks the language of the customer', async () => {
    const { id, phone } = await customer({ language: 'sw' })
    await invoice(id, { title: undefined })
    await w.work()
    expect(inbox(phone)[0]?.text).toMatch(
      /^Mwangaza Academy: KES 900 ya Ankara INV-2031-\d+, ya kulipwa kufikia 1 Apr 2031\. Lipa hapa: http/,
    )
  })

  test('is not told of as long as it is a draft, nor when it is paid or cancelled before', async () => {
    const { id, phone } = await customer()
    const draft = await invoice(id, { status: 'draft' })
    const cancelled = await invoice(id)
    await w.call('PATCH', `/business/invoice/update/${cancelled._id}`, { status: 'cancelled' })
    await w.work()
    expect(inbox(phone)).toEqual([])
    expect(await log(draft._id)).toEqual([])
    expect(await log(cancelled._id)).toMatchObject([
      { status: 'suppressed', reason: 'The invoice was cancelled', text: null },
      { status: 'suppressed', reason: 'The invoice was cancelled' },
    ])
    await w.call('PATCH', `/business/invoice/update/${draft._id}`, { status: 'unpaid' })
    await w.work()
    expect(inbox(phone)).toHaveLength(1)
  })

  test('without an address on a channel is said to have none', async () => {
    const { id } = await customer({ phone: '+44 20 7946 0000' })
    const made = await invoice(id)
    await w.work()
    expect(await log(made._id)).toMatchObject([
      { channel: 'sms', status: 'suppressed', reason: 'The customer has no Kenyan mobile number' },
      { channel: 'email', status: 'sent' },
    ])
  })
})

test('a receipt says what was paid, and what is left', async () => {
  const { id, phone } = await customer()
  const made = await invoice(id)
  await w.work()
  await w.call('POST', `/business/invoice/${made._id}/payment/add`, { amount: 400, reference: 'CHQ-7' })
  await w.work()
  expect(inbox(phone).at(-1)?.text).toMatch(
    /^Mwangaza Academy has received KES 400 for Term 1 fees\. Receipt RCP-2031-\d+, recorded by hand\. Still to pay: KES 500\.$/,
  )
  expect(mail.received.at(-1)).toMatch(/filename=RCP-2031-\d+\.pdf/)
})

describe('in quiet hours', () => {
  test('what nobody waits for is held until they end, and receipts of what was just paid go out', async () => {
    await w.advance('PT11H') // 22:15 in Nairobi
    const { id, phone } = await customer()
    const made = await invoice(id)
    await w.work()
    expect(inbox(phone)).toEqual([])
    expect(await log(made._id)).toMatchObject([
      { channel: 'sms', status: 'queued', attempts: 0, nextattempt: '2031-03-02T05:00:00Z' },
      { channel: 'email', status: 'queued', attempts: 0, nextattempt: '2031-03-02T05:00:00Z' },
    ])
    await w.call('POST', `/business/invoice/${made._id}/payment/add`, { amount: 100 })
    await w.work()
    expect(inbox(phone)).toMatchObject([{ text: expect.stringContaining('has received KES 100') }])
    await w.advance('PT10H')
    await w.work()
    expect(inbox(phone)).toMatchObject([{}, { text: expect.stringContaining('KES 800 for Term 1 fees') }])
  })
})

describe('never twice', () => {
  test('a worker that dies between the gateway’s yes and our note leaves “maybe sent”, and the phone has one SMS', async () => {
    const { id, phone } = await customer({ emails: 'none' })
    const made = await invoice(id)
    const { sms } = w.ctx
    w.ctx.sms = async (one) => {
      await sms?.(one)
      throw new Error('the worker is gone')
    }
    await expect(w.work()).rejects.toThrow('the worker is gone')
    w.ctx.sms = sms
    await w.work()
    expect((await log(made._id))[0]).toMatchObject({ channel: 'sms', status: 'sending' })
    await w.advance('PT3M')
    await w.work()
    await w.advance('P2D')
    await w.work()
    expect(inbox(phone)).toHaveLength(1)
    expect((await log(made._id))[0]).toMatchObject({
      status: 'maybe_sent',
      reason: 'It is not known whether it was sent',
      nextattempt: null,
      recipient: phone,
    })
  })

  test('an answer that is lost on the way leaves “maybe sent” at once, by SMS and by mail', async () => {
    await w.advance('PT1H')
    const { id, phone } = await customer()
    const made = await invoice(id)
    w.simulator.trouble({ endpoint: 'sms', kind: 'dropped-after-commit' })
    mail.hangsUp = true
    await w.work()
    mail.hangsUp = false
    await w.advance('PT5H')
    await w.work()
    expect([inbox(phone).length, mail.received.length]).toEqual([1, 1])
    expect(await log(made._id)).toMatchObject([{ status: 'maybe_sent' }, { status: 'maybe_sent' }])
  })

  test('what was certainly not taken is tried again, later; what never will be taken is not', async () => {
    const [poor, odd] = [await customer({ emails: 'none' }), await customer({ emails: 'none' })]
    const waits = await invoice(poor.id)
    w.simulator.trouble({ endpoint: 'sms', kind: 'refused', errorCode: '405', message: 'InsufficientBalance' })
    await w.work()
    expect((await log(waits._id))[0]).toMatchObject({
      status: 'queued',
      attempts: 1,
      reason: 'InsufficientBalance (405)',
    })
    await w.advance('PT1M')
    await w.work()
    expect((await log(waits._id))[0]).toMatchObject({ status: 'sent', attempts: 2, reason: null })
    const refused = await invoice(odd.id)
    w.simulator.trouble({ endpoint: 'sms', kind: 'refused', errorCode: '406', message: 'UserInBlacklist' })
    await w.work()
    await w.advance('PT1H')
    await w.work()
    expect((await log(refused._id))[0]).toMatchObject({
      status: 'failed',
      attempts: 1,
      reason: 'UserInBlacklist (406)',
    })
    expect([inbox(poor.phone).length, inbox(odd.phone).length]).toEqual([1, 0])
  })

  test('the tables take one message for an occasion and channel', async () => {
    const { id } = await customer()
    const made = await invoice(id)
    const again = inBusiness(
      w.ctx.sql,
      w.businessId,
      (tx) => tx`
        insert into messages (business_id, id, customer_id, invoice_id, purpose, channel, occasion, at_any_hour, state,
          next_attempt_at, created_at, updated_at)
        values (${w.businessId}, ${w.ctx.newId()}, ${id}, ${made._id}, 'invoice', 'sms', 'issued', false, 'queued',
          ${w.ctx.now()}, ${w.ctx.now()}, ${w.ctx.now()})
      `,
    )
    await expect(again).rejects.toThrow('messages_occasion_unique')
  })
})
