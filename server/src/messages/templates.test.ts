import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())

const list = async () => (await w.call('GET', '/business/message/templates')).body.data
const update = (body: object) => w.call('PATCH', '/business/message/template/update', body)
const preview = (body: object) => w.call('POST', '/business/message/preview', body)
const reminder = { purpose: 'reminder', channel: 'sms', language: 'en' }

test('every template is there in both languages, and each of ours fits the rules for others', async () => {
  const all = await list()
  expect(all).toHaveLength(12)
  for (const { purpose, channel, language, title, text } of all) {
    const tried = await preview({ purpose, channel, language, title, text })
    expect([tried.status, tried.body.data?.text]).toEqual([200, expect.not.stringMatching(/[{}]/)])
    if (channel === 'sms') expect(tried.body.data).toMatchObject({ encoding: 'GSM-7', unusual: [] })
  }
})

describe('PATCH /business/message/template/update', () => {
  test('200: the business’s own words, until it goes back to ours', async () => {
    const [ours] = (await list()).filter(({ _id }: { _id: string }) => _id === 'reminder.sms.en')
    const answer = await update({ ...reminder, text: '{customer}, {amount} is {due}.' })
    expect([answer.status, answer.body.data]).toMatchObject([
      200,
      { own: true, text: '{customer}, {amount} is {due}.' },
    ])
    expect((await preview(reminder)).body.data.text).toBe('Amina Otieno, KES 12,500 is due 4 Mar 2031.')
    expect((await update({ ...reminder, text: null })).body.data).toEqual(ours)
  })

  test('400: an unknown placeholder is refused by its name, an empty text and a mail without a title too', async () => {
    for (const [body, error] of [
      [{ ...reminder, text: 'Pay {balanse}' }, /^\{balanse\} is no placeholder of these messages\. Use business, /],
      [{ ...reminder, text: 'Receipt {receipt}' }, /^\{receipt\} is no placeholder/],
      [{ ...reminder, text: ' ' }, /problems with your submission/],
      [{ ...reminder, channel: 'email', text: 'Pay' }, /^A mail needs a title$/],
      [{ ...reminder, language: 'fr', text: 'Payez' }, /problems with your submission/],
    ] as const) {
      const answer = await update(body)
      expect([answer.status, answer.body.error]).toEqual([400, expect.stringMatching(error)])
    }
    expect((await list()).some(({ own }: { own: boolean }) => own)).toBe(false)
  })
})

describe('POST /business/message/preview', () => {
  test('200: counts an SMS as the networks do', async () => {
    const { data } = (await preview({ ...reminder, text: `${'a'.repeat(150)} ŵ’ {stop}` })).body
    expect(data).toMatchObject({ encoding: 'UCS-2', unusual: ['ŵ'], title: null })
    expect(data.parts).toBe(Math.ceil(data.length / 67))
  })

  test('200: about an invoice of the business; a mail says where to choose', async () => {
    const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
    const body = { customerid: w.customer.id, items, duedate: '2031-04-01', title: 'Rent for March' }
    const invoiceid = (await w.call('POST', '/business/invoice/create', body)).body.data._id
    const { data } = (await preview({ purpose: 'invoice', channel: 'email', invoiceid })).body
    expect(data).toMatchObject({ title: 'Rent for March from Mwangaza Academy: KES 900', parts: null, encoding: null })
    expect(data.text).toMatch(/Choose which messages you get: http:\/\/[^ ]+\/m\/[0-9A-Za-z]{22}$/)
    expect((await preview({ ...reminder, invoiceid: '0'.repeat(24) })).status).toBe(404)
  })

  test('200: about an invoice it says to whom it goes, in whose language, or why it does not', async () => {
    const who = {
      name: 'Wanjiru Kamau',
      email: 'wanjiru@home.example',
      phone: '+254726000001',
      language: 'sw',
      sms: 'none',
    }
    const customer = { ...who, country: 'Kenya', currency: 'KES' }
    const customerid = (await w.call('POST', '/business/customer/create', customer)).body.data._id
    const items = [{ itemid: w.products[0], quantity: 1, rate: 900 }]
    const made = await w.call('POST', '/business/invoice/create', { customerid, items, duedate: '2031-04-01' })
    const about = async (body: object) =>
      (await preview({ purpose: 'reminder', invoiceid: made.body.data._id, ...body })).body.data
    expect(await about({ channel: 'email' })).toMatchObject({
      recipient: 'wanjiru@home.example',
      reason: null,
      text: expect.stringMatching(/^Habari Wanjiru Kamau/),
    })
    expect((await about({ channel: 'email', language: 'en' })).text).toMatch(/^Dear Wanjiru Kamau/)
    expect(await about({ channel: 'sms' })).toMatchObject({
      recipient: null,
      reason: 'The customer does not want this',
    })
    expect(await about({ channel: 'sms', purpose: 'receipt' })).toMatchObject({ recipient: null, reason: null })
    expect((await preview(reminder)).body.data).toMatchObject({ recipient: null, reason: null })
  })

  test('what a payer wrote is not taken for a placeholder', async () => {
    await w.call('PATCH', '/business/settings/update', { name: 'The {stop} shop' })
    expect((await preview({ ...reminder, text: '{business}' })).body.data.text).toBe('The {stop} shop')
  })
})
