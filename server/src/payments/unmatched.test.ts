import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locksWaitedFor } from '../../../test/locks.ts'
import { slipped, till } from '../../../test/till.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'
import { auditBooks } from '../ledger/audit.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const { freshCustomer, invoice, details, c2b, transaction } = till(() => w, 'UKU')

const post = (id: string, verb: 'match' | 'unmatch', body: object, headers = {}) =>
  w.call('POST', `/business/payment/${id}/${verb}`, body, headers)
const waiting = async (query = '') =>
  (await w.call('GET', `/business/payment/unmatched/list?${query || 'limit=100'}`)).body
const entry = async (id: string) => (await waiting()).data.find(({ _id }: { _id: string }) => _id === id)
const customerOf = async (id: string) => (await w.call('GET', `/business/customer/details/${id}`)).body.data

describe('GET /business/payment/unmatched/list', () => {
  test('200: says whose it may be, the likeliest first, with the reasons and what is open', async () => {
    const brothers = await freshCustomer('Wanjiru Kamau')
    const second = await w.call('POST', '/business/account/create', { customerid: brothers.id, name: 'Peter Kamau' })
    const made = await invoice(brothers.id, 500)
    const other = await invoice(brothers.id, 800, { accountid: second.body.data._id })
    const id = await c2b('KAMAU FEES', '800.00', { phone: brothers.phone, name: 'WANJIRU' })
    const found = await entry(id)
    expect(found).toMatchObject({ unmatched: 800, reference: 'KAMAU FEES' })
    const [first, next] = found.suggestions
    expect(first).toMatchObject({
      accountid: second.body.data._id,
      accountname: 'Peter Kamau',
      customer: { _id: brothers.id, name: 'Wanjiru Kamau', phone: brothers.phone },
      certain: false,
      balance: 800,
      invoices: [{ _id: other._id, invoiceno: other.invoiceno, balance: 800, duedate: other.duedate }],
    })
    expect(first.reasons).toContain('KES 800 is exactly what is owed')
    expect(next).toMatchObject({ accountno: brothers.accountno, invoices: [{ _id: made._id }] })
    expect(first.score).toBeGreaterThan(next.score)
  })

  test('200: newest or oldest first, by text and by shortcode, without what was matched', async () => {
    const customer = await freshCustomer()
    const one = await c2b('ZULU ONE', '10.00')
    await w.advance('PT1M')
    const two = await c2b('ZULU TWO', '20.00')
    const ids = async (query: string) =>
      (await waiting(`search=zulu&${query}`)).data.map(({ _id }: { _id: string }) => _id)
    expect(await ids('')).toEqual([two, one])
    expect(await ids('sort=oldest')).toEqual([one, two])
    expect(await ids('sort=oldest&limit=1&page=2')).toEqual([two])
    expect(await ids('shortcode=600984')).toEqual([two, one])
    expect(await ids('shortcode=600111')).toEqual([])
    expect((await w.call('GET', '/business/payment/unmatched/list?sort=best')).status).toBe(400)
    await post(one, 'match', { accountid: (await customerOf(customer.id)).accounts[0]._id })
    expect(await ids('')).toEqual([two])
  })

  test('200: knows what was made since: an account that it now certainly belongs to is said to be certain', async () => {
    const typed = 'ADM 77'
    const id = await c2b(typed, '900.00', { phone: '254733123987', name: 'ATIENO' })
    expect((await entry(id)).suggestions).toEqual([])
    const { body } = await w.call('POST', '/business/customer/create', {
      name: 'Atieno Odongo',
      email: 'atieno@example.test',
      phone: '0733123987',
      country: 'Kenya',
      currency: 'KES',
    })
    await invoice(body.data._id, 900)
    const [first] = (await entry(id)).suggestions
    expect(first).toMatchObject({ accountno: body.data.accountno, certain: false })
    expect((await transaction(id)).unmatched).toBe(900)
  })
})

describe('POST /business/payment/:id/match', () => {
  test('200: goes over the named invoice first, then the account’s others, then its credit, and is remembered', async () => {
    const customer = await freshCustomer()
    const older = await invoice(customer.id, 100, { duedate: '2032-01-01' })
    const named = await invoice(customer.id, 200)
    const payer = { phone: '254701555001', name: 'SALIMA' }
    const id = await c2b('MAMA ALI 7', '350.00', payer)
    const { status, body } = await post(id, 'match', { invoiceid: named._id, reason: 'She called' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      message: 'Payment matched successfully',
      data: { unmatched: 0, credit: 50, match: { by: 'clerk', accountno: customer.accountno, invoiceid: named._id } },
    })
    for (const { _id } of [older, named]) expect(await details(_id)).toMatchObject({ status: 'paid' })

    const next = await c2b('MAMA ALI 7', '75.00', payer)
    expect(await transaction(next)).toMatchObject({ credit: 75, match: { by: 'rule', accountno: customer.accountno } })
    expect((await transaction(next)).match.reasons).toContain('A clerk put “MAMA ALI 7” from this payer here before')
    const audit = (await w.call('GET', `/business/audit/list?subjectid=${id}`)).body.data
    expect(audit).toMatchObject([{ action: 'payment.match', reason: 'She called' }])
  })

  test('200: moving what waits is the same, and is remembered; a correction is not', async () => {
    const customer = await freshCustomer()
    const accountid = (await customerOf(customer.id)).accounts[0]._id
    const payer = { phone: '254701555333', name: 'ZUHURA' }
    const id = await c2b('MAMA ZUHURA 3', '35.00', payer)
    const moved = await w.call('POST', `/business/payment/${id}/move`, { accountid, reason: 'She called' })
    expect(moved.status).toBe(200)
    expect(await transaction(id)).toMatchObject({ match: { by: 'clerk', accountno: customer.accountno } })
    const next = await c2b('MAMA ZUHURA 3', '75.00', payer)
    expect((await transaction(next)).match.reasons).toContain('A clerk put “MAMA ZUHURA 3” from this payer here before')

    const other = (await customerOf((await freshCustomer()).id)).accounts[0]._id
    await w.call('POST', `/business/payment/${id}/move`, { accountid: other, reason: 'Wrong child' })
    expect(await transaction(id)).toMatchObject({ credit: 35, match: null })
  })

  test('a repeat with the same Idempotency-Key answers the same and moves nothing twice', async () => {
    const customer = await freshCustomer()
    const id = await c2b('NOBODY KNOWS 1', '60.00')
    const accountid = (await customerOf(customer.id)).accounts[0]._id
    const first = await post(id, 'match', { accountid }, { 'idempotency-key': 'match-once' })
    const second = await post(id, 'match', { accountid }, { 'idempotency-key': 'match-once' })
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toEqual(first.body)
    expect((await customerOf(customer.id)).credit).toBe(60)
  })

  test('of two clerks at once one is told that nothing is left', async () => {
    const made = [await invoice((await freshCustomer()).id, 60), await invoice((await freshCustomer()).id, 60)]
    const id = await c2b('NOBODY KNOWS 2', '60.00')
    // Both come as far as they can before either is done: to the bills, which somebody holds.
    const started = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      await tx`select id from invoices where id = any (${made.map(({ _id }) => _id)}) for update`
      const answers = made.map(({ _id }) => post(id, 'match', { invoiceid: _id }))
      await locksWaitedFor(w, 2)
      return { answers }
    })
    const answers = await Promise.all(started.answers)
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toEqual({ success: false, error: 'Nothing of this payment is unmatched' })
    const statuses = await Promise.all(made.map(async ({ _id }) => (await details(_id)).status))
    expect(statuses.sort()).toEqual(['paid', 'unpaid'])
  })

  test('400, 404 and 409: without a destination, to or of what is not there, cancelled or a draft', async () => {
    const customer = await freshCustomer()
    const id = await c2b('NOBODY KNOWS 3', '60.00')
    const draft = await invoice(customer.id, 10, { status: 'draft' })
    const missing = '0'.repeat(24)
    const cases: [string, object, number, string][] = [
      [id, {}, 400, 'Send accountid or invoiceid'],
      [id, { accountid: missing }, 404, 'Account not found'],
      [id, { invoiceid: missing }, 404, 'Invoice not found'],
      [id, { invoiceid: draft._id }, 409, 'Invoice is a draft: issue it first'],
      [missing, { accountid: missing }, 404, 'Transaction not found'],
    ]
    for (const [payment, body, status, error] of cases) {
      expect(await post(payment, 'match', body), error).toMatchObject({ status, body: { success: false, error } })
    }
    const { apiKey } = await w.stranger()
    expect((await post(id, 'match', { accountid: missing }, { authorization: apiKey })).status).toBe(404)
    expect((await transaction(id)).unmatched).toBe(60)
  })
})

describe('POST /business/payment/:id/unmatch', () => {
  test('200: the choice that was taken back says no more why a payment lies there, should it come back another way', async () => {
    const accountOf = async (customer: { id: string }) => (await customerOf(customer.id)).accounts[0]._id
    const [wrong, right] = [await accountOf(await freshCustomer()), await accountOf(await freshCustomer())]
    const id = await c2b('NOBODY KNOWS 12', '12.00')
    await post(id, 'match', { accountid: wrong })
    await post(id, 'unmatch', { reason: 'Wrong child' })
    await post(id, 'match', { accountid: right })
    await w.call('POST', `/business/payment/${id}/move`, { accountid: wrong, reason: 'The siblings share' })
    expect(await transaction(id)).toMatchObject({ credit: 12, match: null })
  })

  test('200: takes back what it caused: parts, receipts, credit and what the credit paid, the memory', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 100)
    const payer = { phone: '254701555777', name: 'HALIMA' }
    const id = await c2b('BABA JUMA 9', '160.00', payer)
    await post(id, 'match', { invoiceid: made._id })
    const later = await invoice(customer.id, 40)
    expect(await details(later._id)).toMatchObject({ status: 'paid' })

    const { status, body } = await post(id, 'unmatch', { reason: 'Wrong child' })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      message: 'Payment waits for a person again',
      data: { unmatched: 160, credit: 0, match: null },
    })
    for (const { _id } of [made, later]) expect(await details(_id)).toMatchObject({ status: 'unpaid', amountpaid: 0 })
    expect((await customerOf(customer.id)).credit).toBe(0)
    const receipts = (await w.call('GET', '/business/receipt/list?limit=100')).body.data
    const cancelled = receipts.filter((one: { status: string }) => one.status === 'cancelled')
    expect(cancelled.map((one: { amount: number }) => one.amount).sort()).toEqual([100, 40])
    const again = await c2b('BABA JUMA 9', '10.00', payer)
    expect((await transaction(again)).unmatched).toBe(10)
    expect((await entry(again)).suggestions).toEqual([])
    const { body: checked } = await post(id, 'unmatch', {})
    expect(checked).toEqual({ success: false, error: 'Nothing of this payment lies on an account' })
  })

  test('200: what the rules decided can be taken back too, and matched anew', async () => {
    const [customer, right] = [await freshCustomer(), await freshCustomer()]
    await invoice(customer.id, 100)
    const id = await c2b(slipped(customer.accountno), '100.00', customer)
    expect((await transaction(id)).match.by).toBe('rule')
    await post(id, 'unmatch', {})
    await post(id, 'match', { accountid: (await customerOf(right.id)).accounts[0]._id })
    expect(await transaction(id)).toMatchObject({ credit: 100, match: { by: 'clerk', accountno: right.accountno } })
  })

  test('404 and 409: what is not there, recorded by hand, or given back', async () => {
    const customer = await freshCustomer()
    const made = await invoice(customer.id, 100)
    const recorded = await w.call('POST', `/business/invoice/${made._id}/payment/add`, { amount: 50 })
    const byHand = await post(recorded.body.data.transaction._id, 'unmatch', {})
    expect(byHand).toMatchObject({ status: 409, body: { error: 'Recorded by hand: take it back instead' } })
    expect((await post('0'.repeat(24), 'unmatch', {})).status).toBe(404)
    const { apiKey } = await w.stranger()
    const id = await c2b(customer.accountno, '300.00', customer)
    expect((await post(id, 'unmatch', {}, { authorization: apiKey })).status).toBe(404)
    const accountid = (await customerOf(customer.id)).accounts[0]._id
    const refund = { amount: 20, method: 'cash', reason: 'Asked for it' }
    expect((await w.call('POST', `/business/account/${accountid}/credit/refund`, refund)).status).toBe(201)
    expect((await post(id, 'unmatch', {})).status).toBe(409)
  })

  test('the books add up after all of it', async () => {
    const differences = await inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))
    expect(differences).toEqual([])
  })
})
