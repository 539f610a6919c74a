import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { remind } from './remind.sweep.ts'
import { sendMessages } from './send-messages.sweep.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
  await w.call('PATCH', '/business/settings/update', { reminderchannels: ['sms'], reminderdays: [7, 0, -3, 0] })
})
afterAll(() => w.end())

let people = 0
async function owing(extra: object) {
  const phone = `+2547240${String(++people).padStart(5, '0')}`
  const who = { name: 'Otieno', email: 'otieno@home.example', phone, country: 'Kenya', currency: 'KES' }
  const customerid = (await w.call('POST', '/business/customer/create', who)).body.data._id
  const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
  const made = await w.call('POST', '/business/invoice/create', { customerid, items, title: 'Rent', ...extra })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const texts = () => w.simulator.phone(phone.slice(1)).inbox.map(({ text }) => text.replace(/ Pay at .*/, ''))
  return { id: made.body.data._id as string, texts }
}
/** Lives so many days: what there is to do about messages is done at noon and at midnight. */
async function live(days: number) {
  for (let halves = 0; halves < days * 2; halves++) {
    await w.advance('PT12H')
    while ((await remind(w.ctx, 1000)) + (await sendMessages(w.ctx, 1000)) > 0);
  }
}

test('the settings keep days once, in their order', async () => {
  const { body } = await w.call('GET', '/business/settings/details')
  expect(body.data).toMatchObject({ reminderdays: [-3, 0, 7], reminderchannels: ['sms'] })
})

test('an open invoice is reminded of on each of the days, once', async () => {
  const { id, texts } = await owing({ duedate: '2031-03-06' })
  const paid = await owing({ duedate: '2031-03-06' })
  await live(3)
  expect(texts()).toEqual(['Reminder from Mwangaza Academy: KES 900 for Rent, due 6 Mar 2031.'])
  await w.call('POST', `/business/invoice/${paid.id}/payment/add`, { amount: 900 })
  await w.call('POST', `/business/invoice/${id}/payment/add`, { amount: 100 })
  await live(15)
  expect(texts()).toEqual([
    'Reminder from Mwangaza Academy: KES 900 for Rent, due 6 Mar 2031.',
    'Reminder from Mwangaza Academy: KES 800 for Rent, due 6 Mar 2031.',
    'Reminder from Mwangaza Academy: KES 800 for Rent, was due 6 Mar 2031.',
  ])
  expect(paid.texts()).toHaveLength(1)
})

test('with a schedule each instalment that is open is reminded of', async () => {
  const { texts } = await owing({
    duedate: '2031-04-20',
    instalments: [
      { duedate: '2031-03-24', amount: 300 },
      { duedate: '2031-04-20', amount: 600 },
    ],
  })
  await live(10)
  expect(texts()).toEqual([
    'Reminder from Mwangaza Academy: KES 300 for Rent, due 24 Mar 2031.',
    'Reminder from Mwangaza Academy: KES 300 for Rent, due 24 Mar 2031.',
  ])
})

describe('when nothing ran for days', () => {
  test('the latest reminder goes out, and not all that were missed', async () => {
    const { texts } = await owing({ duedate: '2031-04-02' })
    await w.work()
    await w.advance('P9D')
    await w.work()
    expect(w.ctx.now().toISOString()).toContain('2031-04-07')
    expect(texts()).toEqual(['Reminder from Mwangaza Academy: KES 900 for Rent, was due 2 Apr 2031.'])
    await live(1)
    expect(texts()).toHaveLength(1)
  })
})

test('what is paid, or due on another day, before a reminder is handed over is not reminded of', async () => {
  const [paid, moved] = [await owing({ duedate: '2031-04-12' }), await owing({ duedate: '2031-04-12' })]
  await w.advance('P1D') // the 9th, three days before
  await remind(w.ctx, 1000)
  await w.call('POST', `/business/invoice/${paid.id}/payment/add`, { amount: 900 })
  await w.call('PATCH', `/business/invoice/update/${moved.id}`, { duedate: '2031-05-12' })
  await w.work()
  const log = async ({ id }: { id: string }) => (await w.call('GET', `/business/invoice/${id}/message/list`)).body.data
  expect(await log(paid)).toMatchObject([{ status: 'suppressed', reason: 'The invoice was paid' }])
  expect(await log(moved)).toMatchObject([
    { status: 'suppressed', reason: 'What was due that day was paid, or is due on another day' },
  ])
})

test('twenty sweeps at once, and a round that is looked at again, make one reminder', async () => {
  const { texts } = await owing({ duedate: '2031-04-13' })
  await w.advance('P1D')
  await Promise.all(Array.from({ length: 20 }, () => remind(w.ctx, 1000)))
  await w.call('PATCH', '/business/settings/update', { reminderdays: [-3, 0, 7, 14] })
  await w.work()
  await Promise.all(Array.from({ length: 20 }, () => sendMessages(w.ctx, 1000)))
  expect(texts()).toHaveLength(1)
})

test('switched off, nothing is reminded of; switched on again, what was missed stays unsaid', async () => {
  await w.call('PATCH', '/business/settings/update', { reminderchannels: [] })
  const { texts } = await owing({ duedate: '2031-04-16' })
  await live(4)
  await w.call('PATCH', '/business/settings/update', { reminderchannels: ['sms'] })
  await live(1)
  expect(texts()).toEqual([])
})
