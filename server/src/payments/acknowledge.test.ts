import { afterAll, beforeAll, expect, test } from 'vitest'
import { reports, shortcode } from '../../../test/reports.ts'
import { world, type World } from '../../../test/world.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { settleCallbacks } from './settle-callbacks.sweep.ts'

let w: World
let r: ReturnType<typeof reports>
beforeAll(async () => {
  w = await world()
  r = reports(w)
  await w.work()
})
afterAll(() => w.end())

/** Money that pays an invoice, of which Bill Manager has not been told yet. */
async function booked(amount = 500) {
  const made = await r.invoice(500)
  const receipt = r.receipt()
  await fetch(callbackUrls(w.ctx, w.businessId).bill, {
    method: 'POST',
    body: JSON.stringify({
      transactionId: receipt,
      paidAmount: String(amount),
      msisdn: w.customer.phone,
      dateCreated: '2031-03-01',
      accountReference: made.invoiceno,
      shortCode: shortcode,
    }),
  })
  await settleCallbacks(w.ctx, 100)
  const [{ _id }] = await r.transactions(receipt)
  return { made, receipt, id: _id as string }
}
/** The invoices that Bill Manager was told of for a payment. */
async function told(receipt: string) {
  await w.work()
  const journal = w.simulator.journal({ path: '/v1/billmanager-invoice/reconciliation' })
  const requests = journal.map(({ request }) => request as { transactionId: string; externalReference: string })
  return requests.filter(({ transactionId }) => transactionId === receipt).map((one) => one.externalReference)
}
const clerk = async (id: string, verb: string, body: object) => {
  const answer = await w.call('POST', `/business/payment/${id}/${verb}`, { reason: 'Wrong bill', ...body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

test('of a payment that is taken off its invoice before Bill Manager was told, no payer is thanked', async () => {
  const one = await booked()
  await clerk(one.id, 'unmatch', {})
  expect(await told(one.receipt)).toEqual([])
  const other = await r.invoice(500)
  await clerk(one.id, 'match', { invoiceid: other._id })
  expect(await told(one.receipt)).toEqual([other.invoiceno])
})

test('of one that is moved it is told where it lies', async () => {
  const one = await booked()
  const other = await r.invoice(500)
  await clerk(one.id, 'move', { invoiceid: other._id })
  expect(await told(one.receipt)).toEqual([other.invoiceno])
})

test('of one of which a part stays where it was, as it was', async () => {
  await r.invoice(500)
  const one = await booked(700)
  const other = await r.invoice(500)
  await clerk(one.id, 'move', { invoiceid: other._id, frominvoiceid: one.made._id, amount: 200 })
  expect(await told(one.receipt)).toEqual([one.made.invoiceno])
})

test('of one that is taken back nothing is told, and of one that was told nothing more', async () => {
  const one = await booked()
  await clerk(one.id, 'reverse', {})
  expect(await told(one.receipt)).toEqual([])
  const late = await booked()
  expect(await told(late.receipt)).toEqual([late.made.invoiceno])
  await clerk(late.id, 'unmatch', {})
  await clerk(late.id, 'match', { invoiceid: (await r.invoice(500))._id })
  expect(await told(late.receipt)).toEqual([late.made.invoiceno])
})
