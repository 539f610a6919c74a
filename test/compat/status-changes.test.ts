import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { statuses, type Status } from '@kusanya/domain/invoice.ts'
import { callbackUrls } from '../../server/src/businesses/connect-shortcode.ts'
import { world, type World } from '../world.ts'
import { details, eventsOf, thousand, update } from './examples.ts'

let w: World
let receipts = 0
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

type Made = { _id: string; invoiceno: string }

/** Money that really arrived: a Paybill payment that names the invoice. */
async function payReally(made: Made, amount: number): Promise<Made> {
  await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransactionType: 'Pay Bill',
      TransID: `UST${String(++receipts).padStart(7, '0')}`,
      TransTime: '20310301111500',
      TransAmount: `${amount}.00`,
      BusinessShortCode: '600984',
      BillRefNumber: made.invoiceno,
      MSISDN: '2547 ***** 678',
      FirstName: 'AMINA',
    }),
  })
  await w.work()
  return made
}
async function payByHand(made: Made, amount: number): Promise<Made> {
  await update(w, made._id, amount === 1000 ? { status: 'paid' } : { status: 'partially_paid', amountpaid: amount })
  return made
}
async function overdue(): Promise<Made> {
  const made = await thousand(w, { duedate: '2031-02-01' })
  await w.work()
  return made
}

const from: Record<string, { make: () => Promise<Made>; is: Status }> = {
  draft: { is: 'draft', make: () => thousand(w, { status: 'draft' }) },
  unpaid: { is: 'unpaid', make: () => thousand(w) },
  'part-paid by hand': { is: 'partially_paid', make: async () => payByHand(await thousand(w), 400) },
  'part-paid by M-PESA': { is: 'partially_paid', make: async () => payReally(await thousand(w), 400) },
  'paid by hand': { is: 'paid', make: async () => payByHand(await thousand(w), 1000) },
  'paid by M-PESA': { is: 'paid', make: async () => payReally(await thousand(w), 1000) },
  'paid by both': { is: 'paid', make: async () => payByHand(await payReally(await thousand(w), 400), 1000) },
  overdue: { is: 'overdue', make: overdue },
  'overdue and part-paid by hand': { is: 'overdue', make: async () => payByHand(await overdue(), 400) },
  'overdue and part-paid by M-PESA': { is: 'overdue', make: async () => payReally(await overdue(), 400) },
  cancelled: {
    is: 'cancelled',
    make: async () => {
      const made = await thousand(w)
      await update(w, made._id, { status: 'cancelled' })
      return made
    },
  },
}

const hasPayments = 'Invoice has recorded payments'
const hasMoney = 'Partially or fully paid invoices cannot be cancelled'
const pastDue = 'Invoice is past its due date: it stays overdue until it is paid or its duedate is moved'
const noPart = 'Invoice has no part payment: record one, or send amountpaid with the amount received'
const notOverdue = 'Invoice is not overdue: an open invoice becomes overdue when its duedate passes'
const [paidAlready, cancelled] = ['Invoice is already paid', 'Invoice is cancelled']

/** The status afterwards, or the sentence of the 409. */
const expected: Record<string, Record<Status, string>> = {
  // to: draft, unpaid, partially_paid, paid, overdue, cancelled
  draft: row('draft', 'unpaid', noPart, 'paid', notOverdue, 'cancelled'),
  unpaid: row('draft', 'unpaid', noPart, 'paid', notOverdue, 'cancelled'),
  'part-paid by hand': row('draft', 'unpaid', 'partially_paid', 'paid', notOverdue, hasMoney),
  'part-paid by M-PESA': row(hasPayments, hasPayments, 'partially_paid', 'paid', notOverdue, hasMoney),
  'paid by hand': row('draft', 'unpaid', paidAlready, 'paid', notOverdue, hasMoney),
  'paid by M-PESA': row(hasPayments, hasPayments, paidAlready, 'paid', notOverdue, hasMoney),
  'paid by both': row(hasPayments, hasPayments, paidAlready, 'paid', notOverdue, hasMoney),
  overdue: row('draft', pastDue, noPart, 'paid', 'overdue', 'cancelled'),
  'overdue and part-paid by hand': row('draft', pastDue, pastDue, 'paid', 'overdue', hasMoney),
  'overdue and part-paid by M-PESA': row(hasPayments, hasPayments, pastDue, 'paid', 'overdue', hasMoney),
  cancelled: row('draft', 'unpaid', cancelled, 'paid', notOverdue, 'cancelled'),
}
function row(...cells: [string, string, string, string, string, string]): Record<Status, string> {
  return Object.fromEntries(statuses.map((status, place) => [status, cells[place]])) as Record<Status, string>
}

describe.each(Object.keys(from))('PATCH status of an invoice that is %s', (name) => {
  test.each(statuses)('to %s', async (to) => {
    const start = from[name]!
    const made = await start.make()
    const before = await details(w, made._id)
    expect(before.status).toBe(start.is)
    const eventsBefore = await eventsOf(w, made._id)
    const { status, body } = await update(w, made._id, { status: to })
    const after = await details(w, made._id)
    const events = (await eventsOf(w, made._id)).slice(eventsBefore.length)
    const outcome = expected[name]![to]

    if (outcome.includes(' ')) {
      expect([status, body]).toEqual([409, { success: false, error: outcome }])
      expect(after).toEqual(before)
      expect(events).toEqual([])
      return
    }
    expect([status, body.data?.updated.status, after.status]).toEqual([200, outcome, outcome])
    expect(after.balance).toBe(
      after.status === 'paid' || after.status === 'cancelled' ? 0 : after.total - after.amountpaid,
    )
    if (start.is === outcome && name !== 'overdue and part-paid by hand') {
      expect([after, events, body.data.modified]).toEqual([before, [], 0])
    } else if (start.is !== outcome) {
      expect(events).toEqual(outcome === 'paid' ? ['invoice.updated', 'invoice.paid'] : ['invoice.updated'])
    }
    if (outcome === 'draft' || outcome === 'unpaid') expect(after.amountpaid).toBe(0)
  })
})

test('a part payment that is stated is recorded, within what is owed', async () => {
  const made = await thousand(w)
  const answers = []
  for (const amountpaid of [0, -5, 1000, 1000.01, 250.5]) {
    const { status, body } = await update(w, made._id, { status: 'partially_paid', amountpaid })
    answers.push(status === 200 ? body.data.updated.status : [status, body.error])
  }
  const tooLarge = [400, 'amountpaid must be less than the balance; use status paid for all of it']
  const notPositive = [400, 'amountpaid must be greater than 0']
  expect(answers).toEqual([notPositive, notPositive, tooLarge, tooLarge, 'partially_paid'])
  expect(await details(w, made._id)).toMatchObject({ amountpaid: 250.5, balance: 749.5 })
  expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.updated', 'invoice.partially_paid'])
})

test('overdue can be said a moment before the sweep finds it, and is announced once', async () => {
  const made = await thousand(w, { duedate: '2031-02-01' })
  expect((await update(w, made._id, { status: 'overdue' })).body.data.updated.status).toBe('overdue')
  await w.work()
  expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.updated', 'invoice.overdue'])
})

test('a draft has no number and keeps the one it is given when it goes back to being a draft', async () => {
  const made = await thousand(w, { status: 'draft' })
  expect(made.invoiceno).toBeNull()
  await update(w, made._id, { status: 'unpaid' })
  const { invoiceno } = await details(w, made._id)
  expect(invoiceno).toMatch(/^INV-2031-\d{3}$/)
  await update(w, made._id, { status: 'draft' })
  await update(w, made._id, { status: 'unpaid' })
  expect((await details(w, made._id)).invoiceno).toBe(invoiceno)
})

test('the discount comes before the status: marked as paid, less than before was recorded', async () => {
  const made = await thousand(w)
  await update(w, made._id, { status: 'paid', discount: 100 })
  expect(await details(w, made._id)).toMatchObject({ status: 'paid', total: 900, amountpaid: 900, balance: 0 })
})

test('an invoice of nothing is paid when it is issued, says so, and cannot be made unpaid', async () => {
  const made = await thousand(w, { items: [{ itemid: w.products[0], quantity: 1, rate: 0 }] })
  expect(made).toMatchObject({ status: 'paid', balance: 0, total: 0 })
  expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.paid'])
  const answer = await update(w, made._id, { status: 'unpaid' })
  expect([answer.status, answer.body.error]).toEqual([409, 'Invoice has nothing to pay: its total is 0'])
})
