import { happenings, type HappeningType } from '@kusanya/domain/happening.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operatorOf, world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { misfit } from '../../../test/contract/fits.ts'
import { examples } from './examples.ts'

type Told = {
  id: string
  event: HappeningType
  type: string
  timestamp: string
  data: { _id: string } & Record<string, unknown>
}

let w: World
beforeAll(async () => {
  w = await world({ operator: true })
  // Nobody has to listen; but this one is announced only where somebody asked for it by name.
  await w.call('POST', '/business/webhook/create', { url: 'http://127.0.0.1:9/', events: ['payment.received'] })
})
afterAll(() => w.end())

const since = { id: '' }
/** What was announced since the last time of asking, in the order of the ids. */
async function told(): Promise<Told[]> {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ body: string }[]>`select body from events where id > ${since.id} order by id`,
  )
  const events = rows.map(({ body }) => JSON.parse(body) as Told)
  since.id = events.at(-1)?.id ?? since.id
  seen.push(...events)
  return events
}
const seen: Told[] = []
const typesOf = (events: Told[]) => events.map(({ event }) => event)

async function post(path: string, body: object) {
  const answer = await w.call('POST', path, body)
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body.data
}

async function invoice(rate: number, customerid = w.customer.id, duedate = '2031-04-01') {
  const items = [{ itemid: w.products[0], quantity: 1, rate }]
  return post('/business/invoice/create', { customerid, items, duedate, title: 'Term 1 fees' })
}

let customers = 0
async function customer() {
  const phone = `07220000${String(++customers).padStart(2, '0')}`
  return post('/business/customer/create', {
    name: 'Baraka Njoroge',
    email: 'baraka@example.test',
    phone,
    country: 'Kenya',
    currency: 'KES',
  })
}

async function paybill(transactionId: string, paidAmount: string, accountReference: string) {
  await fetch(callbackUrls(w.ctx, w.businessId).bill, {
    method: 'POST',
    body: JSON.stringify({
      transactionId,
      paidAmount,
      msisdn: w.customer.phone,
      dateCreated: '2031-03-01',
      accountReference,
      shortCode: '600984',
    }),
  })
  await w.work()
}

test('a customer is announced when made and when really changed', async () => {
  const { _id } = await customer()
  await told()
  expect(seen.at(-1)).toMatchObject({ event: 'customer.created', data: { _id, name: 'Baraka Njoroge' } })
  await w.call('PATCH', `/business/customer/update/${_id}`, { name: 'Baraka Njoroge' })
  expect(await told()).toEqual([])
  await w.call('PATCH', `/business/customer/update/${_id}`, { name: 'Baraka N. Njoroge' })
  expect(await told()).toMatchObject([{ event: 'customer.updated', data: { _id, name: 'Baraka N. Njoroge' } }])
})

describe('money', () => {
  test('that pays an invoice is announced as arrived, allocated, paid and receipted, in that order', async () => {
    const made = await invoice(1000)
    await told()
    await paybill('UKN0000001', '1000', made.accountno)
    const events = await told()
    expect(typesOf(events)).toEqual([
      'payment.completed',
      'payment.received',
      'payment.allocated',
      'invoice.paid',
      'receipt.created',
    ])
    const parts = { allocations: [{ invoiceid: made._id, invoiceno: made.invoiceno, amount: 1000 }], unmatched: 0 }
    for (const { data } of events.slice(0, 3)) expect(data).toMatchObject({ transactioncode: 'UKN0000001', ...parts })
    expect(events.at(-1)?.data).toMatchObject({ amount: 1000, status: 'issued', invoice: { _id: made._id } })
  })

  test('of nobody is unmatched, and allocated when a clerk has laid it on an invoice', async () => {
    await paybill('UKN0000002', '300', 'NOBODY')
    const arrived = await told()
    expect(typesOf(arrived)).toEqual(['payment.completed', 'payment.received', 'payment.unmatched'])
    expect(arrived[2]?.data).toMatchObject({ allocations: [], unmatched: 300 })
    const { _id } = await customer()
    const made = await invoice(500, _id)
    await told()
    const paymentId = arrived[0]?.data._id
    await post(`/business/payment/${paymentId}/move`, { invoiceid: made._id, reason: 'Found whose it is' })
    const moved = await told()
    expect(typesOf(moved)).toEqual(['receipt.created', 'payment.allocated', 'invoice.partially_paid'])
    expect(moved[1]?.data).toMatchObject({
      _id: paymentId,
      transactioncode: 'UKN0000002',
      allocations: [{ invoiceid: made._id, amount: 300 }],
      unmatched: 0,
    })
  })

  test('that was credit is allocated when it pays the next invoice', async () => {
    const { _id, accountno } = await customer()
    await paybill('UKN0000003', '700', accountno)
    expect(typesOf(await told())).not.toContain('payment.allocated')
    await invoice(400, _id)
    const events = await told()
    expect(typesOf(events)).toEqual(['invoice.created', 'receipt.created', 'payment.allocated', 'invoice.paid'])
    expect(events[2]?.data).toMatchObject({ allocations: [{ amount: 400 }], credit: 300 })
  })

  test('that is taken back is reversed, and its receipt cancelled', async () => {
    const { _id } = await customer()
    const made = await invoice(900, _id)
    const { transaction } = await post(`/business/invoice/${made._id}/payment/add`, { amount: 900 })
    await told()
    await post(`/business/payment/${transaction._id}/reverse`, { reason: 'The cheque bounced' })
    const events = await told()
    expect(typesOf(events)).toEqual(['receipt.cancelled', 'payment.reversed', 'invoice.updated'])
    expect(events[0]?.data).toMatchObject({ status: 'cancelled', amount: 900, transactionid: transaction._id })
    expect(events[1]?.data).toMatchObject({ _id: transaction._id, status: 'reversed', reason: 'The cheque bounced' })
  })

  test('that is held is announced as held, and as nothing else', async () => {
    await w.call('PATCH', '/business/settings/update', { confirmedabove: 100 })
    await told()
    await paybill('UKN0000004', '101', 'NOBODY')
    expect(await told()).toMatchObject([{ event: 'payment.held', data: { status: 'held', held: 101, unmatched: 0 } }])
    await w.call('PATCH', '/business/settings/update', { confirmedabove: null })
  })

  test('that M-PESA confirms is announced as confirmed, once, and keeps saying so when it is taken back', async () => {
    const { _id } = await customer()
    const made = await invoice(250, _id)
    const account = made.accountno
    const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount: 250 })
    await w.work()
    expect(typesOf(await told())).not.toContain('payment.confirmed')
    for (let times = 0; times < 2; times++) {
      await w.advance('PT5M')
      await w.work()
    }
    const confirmed = (await told()).filter(
      ({ event, data }) => event === 'payment.confirmed' && data['transactioncode'] === receipt,
    )
    expect(confirmed.map(({ data }) => data)).toMatchObject([{ confirmed: true, confirmedby: 'pull', amount: 250 }])
    await post(`/business/payment/${confirmed[0]?.data._id}/reverse`, { reason: 'Sent to the wrong Paybill' })
    expect((await told()).find(({ event }) => event === 'payment.reversed')?.data).toMatchObject({ confirmed: true })
  })

  test('of which another amount is told is contradicted, and when a person keeps that, reversed and announced anew', async () => {
    const made = await invoice(500, (await customer())._id)
    await paybill('UKN0000005', '500', made.accountno)
    await told()
    await paybill('UKN0000005', '450', made.accountno)
    const found = await told()
    expect(found).toMatchObject([
      { event: 'payment.contradicted', data: { state: 'open', ours: { amount: 500 }, theirs: { amount: 450 } } },
    ])
    const path = `/business/payment/contradiction/${found[0]?.data._id}/resolve`
    const { newtransactionid } = await post(path, { keep: 'theirs', reason: 'The statement says 450' })
    const events = await told()
    expect(typesOf(events)).toEqual([
      'receipt.cancelled',
      'payment.reversed',
      'invoice.updated',
      'payment.completed',
      'payment.received',
      'payment.allocated',
      'invoice.partially_paid',
      'receipt.created',
      'payment.contradiction_resolved',
    ])
    expect(events[3]?.data).toMatchObject({ _id: newtransactionid, transactioncode: 'UKN0000005', amount: 450 })
    expect(events.at(-1)?.data).toMatchObject({ kept: 'theirs', newtransactionid })
  })

  test('that a payer says he has paid is announced as claimed, once', async () => {
    const { invoiceno, _id, paymentlink } = await invoice(250)
    await told()
    const claim = 'SGL31HA2AB Confirmed. Ksh250.00 sent to MWANGAZA ACADEMY on 1/3/31 at 11:15 AM'
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    for (let times = 0; times < 2; times++) {
      const pressed = await w.call(
        'POST',
        `/pay/${paymentlink.code}/claim`,
        new URLSearchParams({ claim }).toString(),
        form,
      )
      expect(pressed.status).toBe(303)
    }
    expect(await told()).toMatchObject([
      {
        event: 'payment.claimed',
        data: {
          state: 'waiting',
          transactioncode: 'SGL31HA2AB',
          amount: 250,
          date: '2031-03-01T08:15:00Z',
          invoiceid: _id,
          invoiceno,
        },
      },
    ])
  })

  test('that a clerk takes back with the status of the invoice is reversed as well', async () => {
    const { _id } = await customer()
    const made = await invoice(900, _id)
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'paid' })
    await told()
    await w.call('PATCH', `/business/invoice/update/${made._id}`, { status: 'unpaid' })
    expect(typesOf(await told())).toEqual(['payment.reversed', 'receipt.cancelled', 'invoice.updated'])
  })

  test('that a phone is asked for is announced as initiated', async () => {
    const made = await invoice(250)
    await told()
    const asked = await post('/business/payments/mobile/request', {
      amount: 250,
      phone: w.customer.phone,
      channel: 'mpesa',
      referenceid: made.paymentlink.code,
    })
    expect(await told()).toMatchObject([
      {
        event: 'payment.initiated',
        data: { checkoutrequestid: asked.checkoutrequestid, amount: 250, status: 'pending', invoiceid: made._id },
      },
    ])
  })

  describe('that a phone did not pay is announced as failed, with the reason', () => {
    const phone = '254722000900'
    const ask = async () => {
      const made = await invoice(250)
      await told()
      const body = { amount: 250, phone, channel: 'mpesa', referenceid: made.paymentlink.code }
      return w.call('POST', '/business/payments/mobile/request', body)
    }
    const cancel = () => {
      const [prompt] = w.simulator.phone(phone).prompts.filter(({ state }) => state === 'waiting')
      return w.simulator.answerPrompt(phone, prompt?.id ?? '', { cancel: true })
    }
    const failed = (reason: string, more = {}) => ({
      event: 'payment.failed',
      data: { status: 'failed', reason, ...more },
    })
    beforeAll(() => void w.simulator.addPhone({ msisdn: phone, name: 'Baraka', balance: 500, pin: '1234' }))

    test('when the payer cancels; once, however often M-PESA says so', async () => {
      w.simulator.trouble({ endpoint: 'stk-callback', kind: 'callback-twice', times: 1 })
      const { body } = await ask()
      await cancel()
      await w.work()
      const events = (await told()).filter(({ event }) => event === 'payment.failed')
      expect(events).toMatchObject([
        failed('cancelled', { checkoutrequestid: body.data.checkoutrequestid, resultcode: '1032', amount: 250 }),
      ])
    })

    test('when its callback was lost, as soon as M-PESA is asked', async () => {
      w.simulator.trouble({ endpoint: 'stk-callback', kind: 'callback-lost', times: 5 })
      await ask()
      await cancel()
      await w.work()
      expect(typesOf(await told())).not.toContain('payment.failed')
      await w.advance('PT2M')
      await w.work()
      w.simulator.clearTrouble()
      const ours = (await told()).filter(({ event, data }) => event === 'payment.failed' && data['phone'] === phone)
      expect(ours).toMatchObject([failed('cancelled')])
    })

    test('when M-PESA does not take the request', async () => {
      w.simulator.trouble({ endpoint: 'stk-push', kind: 'refused', status: 400, message: 'Bad Request', times: 1 })
      expect((await ask()).status).toBe(502)
      expect(await told()).toMatchObject([failed('failed', { checkoutrequestid: null })])
    })
  })
})

test('a reversal at M-PESA is announced when asked for, when done, and when it comes to nothing', async () => {
  const pay = async () => {
    const { invoiceno: account } = await invoice(10)
    const { receipt } = await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account, amount: 10 })
    await w.advance('PT6M')
    await w.work()
    const { body } = await w.call('GET', `/business/transaction/list?search=${receipt}`)
    await told()
    return `/business/payment/${body.data[0]._id}/reverse`
  }
  const wanted = { reason: 'Paid twice', atmpesa: true }
  await post(await pay(), wanted)
  expect(await told()).toMatchObject([{ event: 'payment.reversal_requested', data: { reversal: { status: 'asked' } } }])
  await w.work()
  expect(typesOf(await told())).toEqual(['receipt.cancelled', 'payment.reversed', 'invoice.updated'])
  const path = await pay()
  w.simulator.trouble({ endpoint: 'reversal', kind: 'refused' })
  expect((await w.call('POST', path, wanted)).status).toBe(502)
  expect(await told()).toMatchObject([{ event: 'payment.reversal_failed', data: { reversal: { status: 'refused' } } }])
})

test('an operator whom Safaricom refuses is announced, once', async () => {
  const { securityCredential: securitycredential } = await operatorOf(w.simulator, 'wrong')
  await post('/business/shortcode/600984/operator', { name: 'testapi', securitycredential })
  w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
  for (let times = 0; times < 2; times++) {
    await w.simulator.pay({ phone: w.customer.phone, shortcode: '600984', account: 'NOBODY', amount: 10 })
    await w.work()
    await w.advance('PT7M')
    await w.work()
  }
  w.simulator.clearTrouble()
  const refused = (await told()).filter(({ event }) => event === 'shortcode.operator_refused')
  expect(refused.map(({ data }) => data)).toMatchObject([{ _id: '600984', operator: { status: 'refused' } }])
})

test('a message is announced when it was taken, and when it comes to nothing', async () => {
  const send = async () => {
    const { _id } = await invoice(100, (await customer())._id)
    await post('/business/message/send', { invoiceid: _id, purpose: 'reminder', channels: ['sms'] })
    await w.work()
  }
  await told()
  await send()
  w.simulator.trouble({ endpoint: 'sms', kind: 'refused', errorCode: '403', message: 'InvalidPhoneNumber' })
  await send()
  const messages = (await told()).filter(({ event }) => event.startsWith('message.'))
  expect(typesOf(messages)).toEqual(['message.sent', 'message.failed'])
  expect(messages.at(-1)?.data).toMatchObject({ status: 'failed', reason: 'InvalidPhoneNumber (403)' })
})

test('a credit note is announced when made and when taken back', async () => {
  const made = await invoice(800)
  await told()
  const note = await post('/business/credit-note/create', { invoiceid: made._id, reason: 'Left school' })
  expect(await told()).toMatchObject([
    { event: 'invoice.paid' },
    { event: 'credit_note.created', data: { _id: note._id, status: 'issued', amount: 800 } },
  ])
  await post(`/business/credit-note/${note._id}/reverse`, { reason: 'Came back' })
  expect(typesOf(await told())).toContain('credit_note.reversed')
  expect(seen.at(-1)?.data).toMatchObject({ _id: note._id, status: 'cancelled' })
})

test('payment.received is written down only for whoever asked for it by name', async () => {
  const stranger = await w.stranger()
  const as = { authorization: stranger.apiKey }
  const types = () =>
    inBusiness(w.ctx.sql, stranger.businessId, (tx) => tx<{ type: string }[]>`select type from events order by id`)
  const { body: made } = await w.call(
    'POST',
    '/business/customer/create',
    { name: 'Asha', email: 'asha@example.test', phone: '0722111222', country: 'Kenya', currency: 'KES' },
    as,
  )
  const product = await w.call('POST', '/business/product/create', { title: 'Water', price: 100 }, as)
  const draft = {
    customerid: made.data._id,
    items: [{ itemid: product.body.data._id, quantity: 1, rate: 100 }],
    duedate: '2031-04-01',
  }
  const pay = async () => {
    const { body } = await w.call('POST', '/business/invoice/create', draft, as)
    await w.call('POST', `/business/invoice/${body.data._id}/payment/add`, { amount: 100 }, as)
  }
  await w.call('POST', '/business/webhook/create', { url: 'http://127.0.0.1:9/' }, as)
  await pay()
  expect((await types()).map(({ type }) => type)).not.toContain('payment.received')
  await w.call('POST', '/business/webhook/create', { url: 'http://127.0.0.1:9/', events: ['payment.received'] }, as)
  await pay()
  expect((await types()).map(({ type }) => type)).toContain('payment.received')
})

test('an invoice that passes its due day is announced as overdue', async () => {
  const made = await invoice(100, w.customer.id, '2031-03-02')
  await told()
  await w.advance('P3D')
  await w.work()
  expect(await told()).toContainEqual(
    expect.objectContaining({ event: 'invoice.overdue', data: expect.objectContaining({ _id: made._id }) }),
  )
})

/** Keys and kinds of values, all the way down; of a list that of its first member. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : []
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

test('each fits the API’s description', () => {
  expect(seen.length).toBeGreaterThan(50)
  for (const event of seen) {
    const place = ['webhooks', event.event, 'post', 'requestBody', 'content', 'application/json', 'schema']
    expect(misfit(event, ...place), event.event).toBeNull()
  }
})

// webhook.paused is compared where it happens, in webhooks/pause.test.ts.
test.each(happenings.filter((type) => type !== 'webhook.paused'))(
  'the example of %s has the shape of a real one',
  (type) => {
    const real = seen.filter(({ event }) => event === type).map(({ data }) => shapeOf(data))
    expect(real).toContainEqual(shapeOf(examples[type].data))
  },
)
