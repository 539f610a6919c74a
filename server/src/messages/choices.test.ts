import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mailServer, type MailServer } from '../../../test/mail-server.ts'
import { world, type World } from '../../../test/world.ts'
import { createMailer } from '../mail/mailer.ts'

let w: World
let mail: MailServer
beforeAll(async () => {
  w = await world({ connected: false })
  mail = await mailServer()
  w.ctx.mailer = createMailer(mail.url, 'bills@school.example')
  const channels = ['email', 'sms']
  await w.call('PATCH', '/business/settings/update', { invoicechannels: channels, receiptchannels: channels })
})
afterAll(async () => {
  await w.end()
  await mail.close()
})
beforeEach(() => {
  mail.received = []
})

let people = 0
async function customer() {
  const phone = `+2547260${String(++people).padStart(5, '0')}`
  const body = { name: 'Wanjiru Kamau', email: 'wanjiru@home.example', phone, country: 'Kenya', currency: 'KES' }
  return (await w.call('POST', '/business/customer/create', body)).body.data._id as string
}
async function bill(customerid: string) {
  const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
  const made = await w.call('POST', '/business/invoice/create', { customerid, items, duedate: '2031-04-01' })
  await w.work()
  return made.body.data._id as string
}
const pay = async (id: string) => {
  await w.call('POST', `/business/invoice/${id}/payment/add`, { amount: 100 })
  await w.work()
}
const wishes = async (id: string) => {
  const { emails, sms } = (await w.call('GET', `/business/customer/details/${id}`)).body.data
  return { emails, sms }
}
const log = async (id: string) =>
  (await w.call('GET', `/business/invoice/${id}/message/list`)).body.data.map(
    (one: { purpose: string; channel: string; status: string }) => `${one.purpose} ${one.channel} ${one.status}`,
  )
/** What a mail program is given to stop such mails. */
const stopOf = (letter = '') => /^List-Unsubscribe: <([^>]+)>/m.exec(letter.replace(/\r\n[ \t]+/g, ' '))?.[1] ?? ''
const post = (url: string, body: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })
const oneClick = (letter?: string) => post(stopOf(letter), { 'List-Unsubscribe': 'One-Click' })

describe('one click in a mail program', () => {
  test('on an invoice stops invoices and reminders by mail; receipts still come, and SMS too', async () => {
    const id = await customer()
    await bill(id)
    expect((await oneClick(mail.received[0])).status).toBe(303)
    expect(await wishes(id)).toEqual({ emails: 'receipts', sms: 'all' })
    const next = await bill(id)
    expect(await log(next)).toEqual(['invoice sms sent', 'invoice email suppressed'])
    await pay(next)
    expect((await log(next)).slice(0, 2)).toEqual(['receipt sms sent', 'receipt email sent'])
  })

  test('on a receipt stops receipts as well', async () => {
    const id = await customer()
    const first = await bill(id)
    await pay(first)
    await oneClick(mail.received.at(-1))
    expect(await wishes(id)).toEqual({ emails: 'none', sms: 'all' })
    mail.received = []
    const next = await bill(id)
    await pay(next)
    expect(mail.received).toEqual([])
  })

  test('brings back nothing that was stopped before', async () => {
    const id = await customer()
    await bill(id)
    await w.call('PATCH', `/business/customer/update/${id}`, { emails: 'none' })
    await oneClick(mail.received[0])
    expect(await wishes(id)).toEqual({ emails: 'none', sms: 'all' })
  })
})

describe('the page', () => {
  test('shows what is chosen, in two languages, without a name; keeps what is chosen anew', async () => {
    const id = await customer()
    await bill(id)
    const page = stopOf(mail.received[0]).replace(/\/stop.*/, '')
    const shown = await fetch(page, { headers: { 'accept-language': 'en' } })
    const text = await shown.text()
    expect([shown.status, shown.headers.get('x-robots-tag')]).toEqual([200, 'noindex, nofollow'])
    expect(text).toContain('Which messages do you want from Mwangaza Academy?')
    expect(text.match(/value="all" checked/g)).toHaveLength(2)
    expect(text).not.toMatch(/Wanjiru|home\.example|2547260/)
    expect(await (await fetch(`${page}?lang=sw`)).text()).toContain('Ungependa kupata ujumbe gani')
    const saved = await post(page, { emails: 'receipts', sms: 'none' })
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${new URL(page).pathname}?saved`])
    expect(await wishes(id)).toEqual({ emails: 'receipts', sms: 'none' })
    expect(await (await fetch(`${page}?saved`)).text()).toContain('role="status"')
  })

  test('looking at it changes nothing, nor does nonsense that is sent', async () => {
    const id = await customer()
    await bill(id)
    const stop = stopOf(mail.received[0])
    expect((await fetch(stop, { redirect: 'manual' })).status).toBe(303)
    expect((await post(stop.replace(/\/stop.*/, ''), { emails: 'everything', sms: '' })).status).toBe(303)
    expect(await wishes(id)).toEqual({ emails: 'all', sms: 'all' })
  })

  test('404 for what is no code at all, on each road', async () => {
    for (const path of ['%EF%BF%BDx', '%EF%BF%BDx/stop', '%0d%0ax/stop'])
      expect((await fetch(`${w.ctx.publicUrl}/m/${path}`, { redirect: 'manual' })).status).toBe(404)
  })

  test('404 for a code that nobody was given, and for the code of a bill', async () => {
    const id = await customer()
    const invoice = await bill(id)
    const { body } = await w.call('GET', `/business/invoice/details/${invoice}`)
    for (const code of ['x'.repeat(22), body.data.paymentlink.code]) {
      expect((await fetch(`${w.ctx.publicUrl}/m/${code}`)).status).toBe(404)
      expect((await post(`${w.ctx.publicUrl}/m/${code}/stop?channel=email&purpose=invoice`, {})).status).toBe(404)
    }
  })
})
