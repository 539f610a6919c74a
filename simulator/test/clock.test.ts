import { expect, test } from 'vitest'
import { billPath, caller, invoice, listener, optInBody, simulator, token } from './world.ts'

const start = () => new Date('2027-01-04T05:00:00Z')

test('reminders go out at eight, seven and three days before and on the day, to those who still owe', async () => {
  const daraja = await simulator({ now: start, frozen: true })
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/bills'))
  const bill = (reference: string, phone: string) =>
    invoice({
      externalReference: reference,
      accountReference: reference,
      billedPhoneNumber: phone,
      dueDate: '2027-02-15',
    })
  await post(`${billPath}/bulk-invoicing`, [
    bill('OWES', '254700000001'),
    bill('PAID', '254700000002'),
    bill('GONE', '254700000003'),
  ])
  await daraja.pay({ phone: '254700000002', shortcode: '600984', account: 'PAID', amount: 2500 })
  await post(`${billPath}/cancel-single-invoice`, { externalReference: 'GONE' })

  await daraja.advance('P12W')

  const reminders = (phone: string) => daraja.phone(phone).inbox.filter((sms) => sms.kind === 'reminder')
  expect(reminders('254700000001').map((sms) => sms.at)).toEqual([
    '2027-02-08T05:00:00.000Z',
    '2027-02-12T05:00:00.000Z',
    '2027-02-15T05:00:00.000Z',
  ])
  expect(reminders('254700000001')[2]?.text).toContain('is due today')
  expect(reminders('254700000002')).toEqual([])
  expect(reminders('254700000003')).toEqual([])
})

test('without sendReminders nobody is reminded', async () => {
  const daraja = await simulator({ now: start, frozen: true })
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/bills', { sendReminders: '0' }))
  await post(`${billPath}/single-invoicing`, invoice({ dueDate: '2027-01-20' }))
  await daraja.advance('P5W')
  expect(daraja.phone('254708374149').inbox.map((sms) => sms.kind)).toEqual(['bill'])
})

test('a payment push is tried five times, at 0, 30 s, 2, 10 and 30 minutes, and then given up', async () => {
  const daraja = await simulator({ now: start, frozen: true })
  const business = await listener(() => ({ status: 500 }))
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(`${business.url}/bills`))
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount: 5 })
  await daraja.advance('P1D')
  const tries = daraja.journal({ name: 'bill-payment' })
  expect(tries.map((one) => [one.attempt, one.at])).toEqual([
    [1, '2027-01-04T05:00:00.000Z'],
    [2, '2027-01-04T05:00:30.000Z'],
    [3, '2027-01-04T05:02:00.000Z'],
    [4, '2027-01-04T05:10:00.000Z'],
    [5, '2027-01-04T05:30:00.000Z'],
  ])
  expect(new Set(business.got.map((one) => JSON.stringify(one.body))).size).toBe(1)
})

test('a push that is taken is not tried again; a server that is away is no harm', async () => {
  const daraja = await simulator({ now: start, frozen: true })
  let down = true
  const business = await listener(() => ({ status: down ? 503 : 200 }))
  const post = await caller(daraja)
  await post(`${billPath}/optin`, optInBody(`${business.url}/bills`))
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount: 5 })
  await daraja.settled()
  down = false
  await daraja.advance('P1D')
  expect(business.got).toHaveLength(2)
  const later = await caller(daraja)
  await later(`${billPath}/change-optin-details`, { shortcode: '600984', callbackurl: 'http://127.0.0.1:1/gone' })
  await daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount: 6 })
  await daraja.settled()
  expect(daraja.journal({ name: 'bill-payment' }).at(-1)).toMatchObject({
    status: null,
    error: expect.stringContaining('ECONNREFUSED') as unknown,
  })
})

test('a token dies after 3599 seconds of the simulator’s clock', async () => {
  const daraja = await simulator({ now: start, frozen: true })
  const post = await caller(daraja)
  await daraja.advance('PT3598S')
  expect((await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/b'))).status).toBe(200)
  await daraja.advance('PT1S')
  expect((await post(`${billPath}/optin`, optInBody('http://127.0.0.1:9/b'))).status).toBe(401)
})

test('a new token ends the one before, unless many may live', async () => {
  const daraja = await simulator()
  const first = await caller(daraja)
  await token(daraja)
  expect((await first(`${billPath}/optin`, {})).status).toBe(401)
  daraja.switches({ liveTokens: 'many' })
  const second = await caller(daraja)
  await token(daraja)
  expect((await second(`${billPath}/optin`, {})).status).toBe(200)
})

test('the clock goes forward only, and refuses what it cannot read', async () => {
  const daraja = await simulator({ now: start })
  await expect(daraja.setClock('2026-01-01T00:00:00Z')).rejects.toThrow('The clock only goes forward.')
  await expect(daraja.advance('P1M')).rejects.toThrow('weeks, days, hours')
  const { now, aheadMs } = await daraja.setClock('2027-03-01T00:00:00Z')
  expect([now, aheadMs]).toEqual(['2027-03-01T00:00:00.000Z', Date.parse(now) - start().getTime()])
})

test('the daily limit counts by the Nairobi day', async () => {
  // 20:59 UTC is 23:59 in Nairobi.
  const daraja = await simulator({
    now: () => new Date('2027-01-04T20:59:00Z'),
    frozen: true,
    phones: [{ msisdn: '254708374149', balance: 900_000 }],
  })
  const pay = (amount: number) => daraja.pay({ phone: '254708374149', shortcode: '600984', account: 'A', amount })
  await pay(250_000)
  await pay(250_000)
  await expect(pay(1)).rejects.toMatchObject({ status: 422, more: { refusal: 'daily_limit', resultCode: 4 } })
  await daraja.advance('PT1M')
  expect((await pay(1)).balance).toBe(399_999)
})
