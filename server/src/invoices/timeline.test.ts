import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { payer, type Payer } from '../../../test/payer.ts'
import { world, type World } from '../../../test/world.ts'

let w: World
let p: Payer
beforeAll(async () => {
  w = await world()
  p = payer(w)
})
afterAll(() => w.end())

const update = async (id: string, body: object) => {
  await w.advance('PT1M')
  const answer = await w.call('PATCH', `/business/invoice/update/${id}`, body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}
const post = async (path: string, body: object) => {
  await w.advance('PT1M')
  const answer = await w.call('POST', path, body)
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
  return answer.body.data
}
type Told = { kind: string; at: string; amount: number | null; reference: string | null; note: string | null; duedate: string | null } // prettier-ignore
const timeline = async (id: string): Promise<Told[]> =>
  (await w.call('GET', `/business/invoice/${id}/timeline`)).body.data
const kinds = async (id: string) => (await timeline(id)).map(({ kind }) => kind)

describe('GET /business/invoice/:id/timeline', () => {
  test('tells the whole life of one that was pushed to the phone, seen, paid and acknowledged', async () => {
    const bill = await p.bill({ status: 'draft' })
    await update(bill._id, { status: 'unpaid' })
    expect(await kinds(bill._id)).toEqual(['draft_made', 'issued', 'bill_waiting'])
    await w.advance('PT1M')
    await w.work()
    await p.get(bill.path, { 'user-agent': 'Mozilla/5.0' })
    await w.advance('PT1M')
    const { invoiceno } = (await w.call('GET', `/business/invoice/details/${bill._id}`)).body.data
    const paid = await w.simulator.pay({
      phone: w.customer.phone,
      shortcode: '600984',
      account: invoiceno,
      amount: 400,
    })
    await w.work()
    const told = await timeline(bill._id)
    expect(told.map(({ kind }) => kind)).toEqual(['draft_made', 'issued', 'bill_sent', 'seen', 'paid', 'acknowledged'])
    expect(told[1]).toMatchObject({ amount: 1000, duedate: '2031-04-15T00:00:00Z', reference: null })
    expect(told[4]).toMatchObject({ amount: 400, reference: paid.receipt, note: 'M-PESA', duedate: null })
    expect(told[5]).toMatchObject({ reference: paid.receipt, amount: null })
    expect(told.map(({ at }) => at)).toEqual(told.map(({ at }) => at).toSorted())
  })

  test('and of one that was corrected in every way, cancelled and opened again', async () => {
    const { _id: id } = await p.bill({ title: 'Rent' })
    await update(id, { discount: 100, discounttype: 'fixed', duedate: '2031-05-01' })
    await post('/business/credit-note/create', { invoiceid: id, reason: 'Absent', items: [{ line: 1, amount: 50 }] })
    const { adjustment } = await post(`/business/invoice/${id}/adjustment/add`, { kind: 'write_off', reason: 'Poor' })
    await post(`/business/invoice/${id}/adjustment/reverse`, { adjustmentid: adjustment._id, reason: 'Not so' })
    const { transaction } = await post(`/business/invoice/${id}/payment/add`, { amount: 200, method: 'Cheque' })
    await post(`/business/invoice/${id}/payment/reverse`, { transactionid: transaction._id, reason: 'It bounced' })
    const told = (await timeline(id)).filter(({ kind }) => !kind.startsWith('bill_'))
    expect(told.map(({ kind, amount, note }) => [kind, amount, note])).toEqual([
      ['issued', 1000, null],
      ['total_changed', 900, null],
      ['due_changed', 900, null],
      ['credited', 45, 'Absent'],
      ['written_off', 855, 'Poor'],
      ['adjustment_taken_back', 855, 'Not so'],
      ['paid', 200, 'Cheque'],
      ['payment_taken_back', 200, 'Cheque'],
    ])
    expect(told[3]?.reference).toMatch(/^CN-2031-\d{3}$/)

    const { _id: other } = await p.bill()
    await w.work()
    await update(other, { status: 'cancelled' })
    await w.work()
    await update(other, { status: 'unpaid' })
    expect(await kinds(other)).toEqual([
      'issued',
      'bill_sent',
      'cancelled',
      'bill_called_off',
      'reopened',
      'bill_waiting',
    ])
  })

  test('is not told of what is not there', async () => {
    expect((await w.call('GET', `/business/invoice/${'0'.repeat(24)}/timeline`)).status).toBe(404)
  })
})
