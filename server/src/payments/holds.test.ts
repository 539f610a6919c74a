import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'
import { theBusiness } from '../businesses/business.ts'
import { callbackUrls } from '../businesses/connect-shortcode.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'
import { applyPayments } from './apply-payments.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world({ operator: true })
  p = payer(w)
  await w.work()
  const { status } = await w.call('PATCH', '/business/settings/update', { confirmedabove: 500 })
  expect(status).toBe(200)
})
afterAll(async () => {
  expect(await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))).toEqual([])
  await w.end()
})
beforeEach(() => w.simulator.clearTrouble())

const details = async (id: string) => (await w.call('GET', `/business/invoice/details/${id}`)).body.data
const transaction = async (receipt: string) =>
  (await w.call('GET', `/business/transaction/list?search=${receipt}`)).body.data[0]
const listed = async (trust: string) =>
  (await w.call('GET', `/business/transaction/list?trust=${trust}&limit=100`)).body.data.map(
    ({ transactioncode }: { transactioncode: string }) => transactioncode,
  )
const typesAbout = async (id: string) => {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ type: string }[]>`
      select type from events where business_id = ${w.businessId} and subject_id = ${id} order by id
    `,
  )
  return rows.map(({ type }) => type)
}
const acknowledged = async (paymentId: string) =>
  inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx`select 1 from acknowledgements where business_id = ${w.businessId} and payment_id = ${paymentId}`,
  ).then((rows) => rows.length)

let receipts = 0
/** A C2B confirmation that anybody who knows the path could send. */
async function forge(BillRefNumber: string, TransAmount: string) {
  const TransID = `UKH${String(++receipts).padStart(7, '0')}`
  await fetch(callbackUrls(w.ctx, w.businessId).confirmation, {
    method: 'POST',
    body: JSON.stringify({
      TransID,
      TransAmount,
      BillRefNumber,
      BusinessShortCode: '600984',
      TransTime: '20310301111500',
    }),
  })
  await w.work()
  return TransID
}

describe('a report of more than the business trusts one with', () => {
  test('that is forged pays nothing, gives no receipt and is told of as held only; a clerk can reject it', async () => {
    const { _id, invoiceno } = await p.bill()
    const receipt = await forge(invoiceno, '1000.00')
    const found = await transaction(receipt)
    expect(found).toMatchObject({ status: 'held', held: 1000, unmatched: 0, confirmed: false, invoiceid: null })
    expect(await details(_id)).toMatchObject({ status: 'unpaid', amountpaid: 0 })
    expect(await typesAbout(found._id)).toEqual(['payment.held'])
    expect(await typesAbout(_id)).toEqual(['invoice.created'])
    expect(await acknowledged(found._id)).toBe(0)
    expect(JSON.stringify((await w.call('GET', '/business/payment/unmatched/list')).body)).not.toContain(receipt)
    const list = (await w.call('GET', `/business/receipt/list?search=${invoiceno}`)).body.data
    expect(list).toEqual([])

    for (let day = 0; day < 4; day++) {
      await w.advance('P1D')
      await w.work()
    }
    expect(await details(_id)).toMatchObject({ amountpaid: 0 })
    expect(await listed('suspicious')).toContain(receipt)
    const move = { invoiceid: _id, reason: 'It is theirs' }
    expect((await w.call('POST', `/business/payment/${found._id}/move`, move)).status).toBe(409)
    const rejected = await w.call('POST', `/business/payment/${found._id}/reverse`, { reason: 'Forged' })
    expect([rejected.status, rejected.body.data.status]).toEqual([200, 'cancelled'])
    expect(await listed('suspicious')).not.toContain(receipt)
    expect(await listed('held')).not.toContain(receipt)
  })

  test('is laid when Safaricom confirms it, with all that follows, once', async () => {
    const { _id, accountno, invoiceno } = await p.bill()
    const older = await p.bill({ duedate: '2031-03-20' })
    w.simulator.trouble({ endpoint: 'pull-query', kind: '503', times: 'always' })
    const { receipt } = await w.simulator.pay({
      phone: w.customer.phone,
      shortcode: '600984',
      account: invoiceno,
      amount: 1000,
    })
    await w.work()
    const found = await transaction(receipt)
    expect(found).toMatchObject({ status: 'held', held: 1000 })
    expect(await listed('held')).toContain(receipt)
    await w.advance('PT20S')
    await w.work()
    expect(await transaction(receipt)).toMatchObject({ status: 'completed', held: 0, confirmedby: 'status' })
    expect(await details(_id)).toMatchObject({ status: 'paid', amountpaid: 1000 })
    expect(await details(older._id)).toMatchObject({ amountpaid: 0 })
    expect(await acknowledged(found._id)).toBe(1)
    expect((await typesAbout(found._id)).sort()).toEqual([
      'payment.allocated',
      'payment.completed',
      'payment.confirmed',
      'payment.held',
    ])
    expect(await typesAbout(_id)).toEqual(['invoice.created', 'invoice.paid'])
    expect(accountno).toBeTruthy()
  })

  test('two confirmations that arrive together lay it once', async () => {
    const { _id, invoiceno } = await p.bill()
    const receipt = await forge(invoiceno, '1000.00')
    const arrive = (road: 'pull' | 'statement') =>
      inBusiness(w.ctx.sql, w.businessId, async (tx) =>
        applyPayments(tx, w.ctx, await theBusiness(tx, w.businessId), [
          {
            road,
            channel: 'mpesa',
            shortcode: '600984',
            receipt,
            amount: 1000_00n,
            currency: 'KES',
            accountTyped: invoiceno,
            phone: null,
            payerName: null,
            paidAt: null,
            note: null,
            callbackId: null,
            asked: null,
          },
        ]),
      )
    await Promise.all([arrive('pull'), arrive('statement'), arrive('pull'), arrive('statement')])
    const found = await transaction(receipt)
    expect(found).toMatchObject({ status: 'completed', confirmed: true, unmatched: 0 })
    expect(await details(_id)).toMatchObject({ status: 'paid', amountpaid: 1000 })
    const types = await typesAbout(found._id)
    for (const once of ['payment.confirmed', 'payment.completed', 'payment.allocated']) {
      expect(types.filter((type) => type === once)).toHaveLength(1)
    }
  })

  test('what a phone was asked for still says which invoice was meant', async () => {
    const [first, meant] = [await p.bill({ duedate: '2031-03-10' }), await p.bill()]
    const msisdn = p.phone()
    await p.pay(meant.path, { amount: '1000', to: 'other', phone: msisdn })
    const { receipt = '' } = await p.answer(msisdn, { pin: '1234' })
    await w.work()
    await w.advance('PT6M')
    await w.work()
    expect(await transaction(receipt)).toMatchObject({ status: 'completed', confirmed: true })
    expect(await details(meant._id)).toMatchObject({ status: 'paid' })
    expect(await details(first._id)).toMatchObject({ amountpaid: 0 })
  })
})

test('a report of no more than that is acted on at once', async () => {
  const { _id, invoiceno } = await p.bill()
  const receipt = await forge(invoiceno, '500.00')
  expect(await transaction(receipt)).toMatchObject({ status: 'completed', held: 0, confirmed: false })
  expect(await details(_id)).toMatchObject({ amountpaid: 500 })
})

describe('POST /business/payment/:id/release', () => {
  test('200: a clerk lays it, unconfirmed; repeated with its key it is done once; the audit trail says who', async () => {
    const { _id, invoiceno } = await p.bill()
    const found = await transaction(await forge(invoiceno, '1000.00'))
    const path = `/business/payment/${found._id}/release`
    const release = () => w.call('POST', path, { reason: 'Seen on the till' }, { 'idempotency-key': found._id })
    const answers = [await release(), await release()]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(answers[0]?.body.data).toMatchObject({ status: 'completed', confirmed: false, held: 0, invoiceid: _id })
    expect(answers[1]?.body).toEqual(answers[0]?.body)
    expect(await details(_id)).toMatchObject({ status: 'paid' })
    const audit = (await w.call('GET', `/business/audit/list?type=payment&subjectid=${found._id}`)).body.data
    expect(audit).toMatchObject([{ action: 'payment.release', reason: 'Seen on the till' }])
    expect((await w.call('POST', path, { reason: 'Again' })).body.error).toBe('Payment is not held')
  })

  test('400 without a reason; 404 for what is missing or malformed', async () => {
    const found = await transaction(await forge('NOBODY', '900.00'))
    expect((await w.call('POST', `/business/payment/${found._id}/release`, {})).status).toBe(400)
    for (const id of ['0'.repeat(24), 'x']) {
      expect((await w.call('POST', `/business/payment/${id}/release`, { reason: 'x' })).status).toBe(404)
    }
    expect(await transaction(found.transactioncode)).toMatchObject({ status: 'held' })
  })
})
