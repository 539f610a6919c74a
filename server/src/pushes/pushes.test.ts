import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
beforeEach(() => w.simulator.clearTrouble())
afterAll(() => w.end())

let people = 0
async function customer(phone = `+2547130${String(++people).padStart(5, '0')}`) {
  const { body } = await w.call('POST', '/business/customer/create', {
    name: `Payer ${people}`,
    email: 'payer@example.test',
    phone,
    country: 'Kenya',
    currency: 'KES',
  })
  return { id: body.data._id as string, phone: phone.slice(1) }
}
async function invoice(customerid: string, extra: object = {}) {
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid,
    items: [{ itemid: w.products[0], quantity: 1, rate: 900 }],
    duedate: '2031-04-01',
    ...extra,
  })
  return body.data as { _id: string; invoiceno: string }
}
const pushOf = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data.push
const bills = (phone: string) => w.simulator.phone(phone).inbox.filter(({ kind }) => kind === 'bill')
const calls = (name: string) => w.simulator.journal({ direction: 'in' }).filter((entry) => entry.path.endsWith(name))

test('bills that wait together go out in one call, each to its phone', async () => {
  const payers = []
  for (let n = 0; n < 12; n++) payers.push(await customer())
  const made = await Promise.all(payers.map(({ id }) => invoice(id)))
  const before = calls('/bulk-invoicing').length
  await w.work()
  expect(calls('/bulk-invoicing').length).toBe(before + 1)
  for (const { phone } of payers) expect(bills(phone)).toHaveLength(1)
  for (const { _id } of made) expect(await pushOf(_id)).toMatchObject({ state: 'sent', reason: null })
})

test('one row that Safaricom refuses is told as that; its neighbours arrive', async () => {
  const [one, other] = [await customer(), await customer()]
  const [good, bad] = await Promise.all([invoice(one.id), invoice(other.id)])
  // Somebody has used this reference before: the simulator then refuses the whole batch, as it does with one bad row.
  const token = await w.ctx.daraja((await shortcodes())[0]!).accessToken()
  await fetch(`${w.simulator.url}/v1/billmanager-invoice/single-invoicing`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      externalReference: bad.invoiceno,
      billedFullName: 'X',
      billedPhoneNumber: '0700000001',
      billedPeriod: 'March 2031',
      invoiceName: 'X',
      dueDate: '2031-04-01',
      accountReference: 'X',
      amount: '10',
    }),
  })
  await w.work()
  expect(await pushOf(good._id)).toMatchObject({ state: 'sent' })
  const refused = await pushOf(bad._id)
  expect(refused.state).toBe('refused')
  expect(refused.reason).toContain('externalReference')
  expect(bills(one.phone)).toHaveLength(1)
  expect(bills(other.phone)).toHaveLength(0)
})

describe('an answer that never comes', () => {
  for (const [what, trouble] of [
    ['the line is cut after Safaricom took the bills', { kind: 'dropped-after-commit' }],
    ['the gateway times out (504)', { kind: '504', form: 'fault' }],
    ['the answer is garbled', { kind: 'garbled' }],
    ['the line is cut before', { kind: 'dropped' }],
  ] as const) {
    test(`${what}: each phone gets its bill once`, async () => {
      const payers = [await customer(), await customer(), await customer()]
      const made = await Promise.all(payers.map(({ id }) => invoice(id)))
      w.simulator.trouble({ endpoint: '/billmanager-invoice', ...trouble, times: 2 })
      await w.work()
      await w.advance('PT10M')
      await w.work()
      await w.advance('PT1H')
      await w.work()
      for (const { phone } of payers) expect(bills(phone)).toHaveLength(1)
      for (const { _id } of made) expect(await pushOf(_id)).toMatchObject({ state: 'sent' })
    })
  }

  test('a business that wants to be asked gets them as unknown, and nothing is sent again', async () => {
    await w.ctx.sql`update businesses set when_push_unknown = 'ask' where id = ${w.businessId}`
    const payer = await customer()
    const made = await invoice(payer.id)
    w.simulator.trouble({ endpoint: '/billmanager-invoice', kind: 'dropped-after-commit' })
    await w.work()
    await w.advance('PT1H')
    await w.work()
    expect(await pushOf(made._id)).toMatchObject({ state: 'unknown' })
    expect(bills(payer.phone)).toHaveLength(1)
    await w.ctx.sql`update businesses set when_push_unknown = 'resend' where id = ${w.businessId}`
  })
})

test('while Safaricom is away or busy, bills wait and then go out once', async () => {
  const payer = await customer()
  const made = await invoice(payer.id)
  w.simulator.trouble({ endpoint: '/billmanager-invoice', kind: 'spike-arrest', times: 2 })
  await w.work()
  expect(await pushOf(made._id)).toMatchObject({ state: 'queued' })
  for (let n = 0; n < 3; n++) {
    await w.advance('PT15M')
    await w.work()
  }
  expect(await pushOf(made._id)).toMatchObject({ state: 'sent' })
  expect(bills(payer.phone)).toHaveLength(1)
})

test('a customer whom no SMS can reach is told as that, at once', async () => {
  const abroad = await customer('+14155550100')
  const made = await invoice(abroad.id)
  expect(await pushOf(made._id)).toMatchObject({ state: 'refused', reason: 'The customer has no Kenyan mobile number' })
})

test('a draft is not sent; issued, it is; cancelled, the bill is cancelled at Safaricom', async () => {
  const payer = await customer()
  const draft = await invoice(payer.id, { status: 'draft' })
  await w.work()
  expect(await pushOf(draft._id)).toBeUndefined()
  await w.call('PATCH', `/business/invoice/update/${draft._id}`, { status: 'unpaid' })
  await w.work()
  expect(bills(payer.phone)).toHaveLength(1)
  const before = calls('/cancel-single-invoice').length
  await w.call('PATCH', `/business/invoice/update/${draft._id}`, { status: 'cancelled' })
  await w.work()
  expect(calls('/cancel-single-invoice').length).toBe(before + 1)
  expect(calls('/cancel-single-invoice').at(-1)?.status).toBe(200)
})

test('cancelled before it was sent, a bill never reaches the phone', async () => {
  const payer = await customer()
  const made = await invoice(payer.id)
  await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'cancelled' })
  await w.work()
  expect(bills(payer.phone)).toHaveLength(0)
})

test('two workers send each bill once', async () => {
  const { sendPushes } = await import('./send-pushes.sweep.ts')
  const payers = []
  for (let n = 0; n < 20; n++) payers.push(await customer())
  await Promise.all(payers.map(({ id }) => invoice(id)))
  await Promise.all([sendPushes(w.ctx, 7), sendPushes(w.ctx, 7), sendPushes(w.ctx, 7), sendPushes(w.ctx, 7)])
  await w.work()
  for (const { phone } of payers) expect(bills(phone)).toHaveLength(1)
})

async function shortcodes() {
  const { findShortcodes } = await import('../payments/daraja.ts')
  return inBusiness(w.ctx.sql, w.businessId, (tx) => findShortcodes(tx, w.ctx, w.businessId))
}

describe('a bill that was called off and is wanted again', () => {
  test('goes out anew under the next reference, and is acknowledged under it', async () => {
    const payer = await customer()
    const made = await invoice(payer.id)
    await w.work()
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'cancelled' })
    await w.work()
    expect(await pushOf(made._id)).toMatchObject({ state: 'cancelled' })
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'unpaid' })
    await w.work()
    expect(await pushOf(made._id)).toMatchObject({ state: 'sent' })
    expect(bills(payer.phone).map(({ bill }) => bill?.externalReference)).toEqual([
      made.invoiceno,
      `${made.invoiceno}-2`,
    ])
    const { body } = await w.call('GET', `/business/invoice/details/${made._id}`)
    w.simulator.addPhone({ msisdn: payer.phone, balance: 5000 })
    await w.simulator.pay({ phone: payer.phone, shortcode: '600984', account: body.data.accountno, amount: 900 })
    await w.work()
    const last = calls('/reconciliation').at(-1)
    expect(last).toMatchObject({ request: { externalReference: `${made.invoiceno}-2` }, response: { rescode: '200' } })
  })

  test('cancelled before it was sent and reopened, it is sent once', async () => {
    const payer = await customer()
    const made = await invoice(payer.id)
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'cancelled' })
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'unpaid' })
    await w.work()
    expect(bills(payer.phone)).toHaveLength(1)
  })

  test('a discount after sending calls the bill off and sends the new amount', async () => {
    const payer = await customer()
    const made = await invoice(payer.id)
    await w.work()
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { discount: 100 })
    await w.work()
    expect(bills(payer.phone).map(({ bill }) => bill?.amount)).toEqual([900, 800])
    expect(await pushOf(made._id)).toMatchObject({ state: 'sent' })
  })

  test('paid by hand, the bill is called off, so that no reminder follows', async () => {
    const payer = await customer()
    const made = await invoice(payer.id)
    await w.work()
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'paid' })
    await w.work()
    expect(await pushOf(made._id)).toMatchObject({ state: 'cancelled' })
  })
})

describe('a bill that is paid in instalments', () => {
  const instalments = [
    { duedate: '2031-05-10', amount: 400 },
    { duedate: '2031-06-10', amount: 300 },
    { duedate: '2031-07-10', amount: 200 },
  ]
  const sent = (invoiceno: string) =>
    calls('/single-invoicing').flatMap(({ request }) => {
      const { externalReference, amount, dueDate } = request as Record<string, string>
      return externalReference?.startsWith(invoiceno) ? [[externalReference, Number(amount), dueDate]] : []
    })

  test('asks for one after the other, each by its day, when the one before has been paid', async () => {
    const payer = await customer()
    w.simulator.addPhone({ msisdn: payer.phone, name: 'Payer', balance: 5000, pin: '1234' })
    const made = await invoice(payer.id, { instalments, duedate: '2031-07-10' })
    const pay = async (amount: number) => {
      await w.advance('PT1H')
      await w.simulator.pay({ phone: payer.phone, shortcode: '600984', account: made.invoiceno, amount })
      await w.work()
    }
    await w.work()
    const first = [made.invoiceno, 400, '2031-05-10 23:59:00']
    expect(sent(made.invoiceno)).toEqual([first])
    await pay(150)
    expect(sent(made.invoiceno), 'it is not paid yet').toEqual([first])
    await pay(250)
    const second = [`${made.invoiceno}-2`, 300, '2031-06-10 23:59:00']
    expect(sent(made.invoiceno)).toEqual([first, second])
    await pay(500)
    expect(sent(made.invoiceno), 'all is paid').toEqual([first, second])
    const acknowledged = calls('/reconciliation').flatMap(({ request }) => {
      const { externalReference } = request as Record<string, string>
      return externalReference?.startsWith(made.invoiceno) ? [externalReference] : []
    })
    expect(acknowledged).toEqual([made.invoiceno, made.invoiceno, `${made.invoiceno}-2`])
  })

  test('that is scheduled otherwise is called off, and asks anew', async () => {
    const payer = await customer()
    const made = await invoice(payer.id, { instalments, duedate: '2031-07-10' })
    await w.work()
    const otherwise = [
      { duedate: '2031-05-20', amount: 100 },
      { duedate: '2031-07-10', amount: 800 },
    ]
    const changed = await w.call('PATCH', `/business/invoice/update/${made._id}`, { instalments: otherwise })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    await w.work()
    expect(sent(made.invoiceno).at(-1)).toEqual([`${made.invoiceno}-2`, 100, '2031-05-20 23:59:00'])
  })
})
