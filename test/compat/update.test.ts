import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../world.ts'
import { created, details, eventsOf, expectShape, thousand, update } from './examples.ts'

const printed = {
  success: true,
  message: 'Invoice updated successfully',
  data: {
    _id: '507f1f77bcf86cd799439020',
    invoiceno: 'INV-2024-001',
    updated: { status: 'paid', description: 'Paid in full on 2024-01-20', updatedat: '2024-01-20T14:30:00Z' },
  },
}

describe('PATCH /business/invoice/update/:id, as the published page prints it', () => {
  let w: World
  beforeAll(async () => {
    w = await world({ connected: false })
  })
  afterAll(() => w.end())

  test('answers the printed body: what was sent, as it now stands, and when', async () => {
    const made = await created(w)
    await w.advance('P1D')
    const answer = await update(w, made._id, { status: 'paid', description: 'Paid in full on 2024-01-20' })
    expect(answer.status).toBe(200)
    expectShape(answer.body, printed)
    expect(answer.body).toEqual({
      success: true,
      message: 'Invoice updated successfully',
      data: {
        _id: made._id,
        invoiceno: made.invoiceno,
        updated: {
          status: 'paid',
          description: 'Paid in full on 2024-01-20',
          updatedat: w.ctx.now().toISOString().replace(/\.\d+/, ''),
        },
        modified: 1,
      },
    })
    expect(await details(w, made._id)).toMatchObject({
      status: 'paid',
      balance: 0,
      amountpaid: 145800,
      total: 145800,
      description: 'Paid in full on 2024-01-20',
      paymentlinks: [{ status: 'paid' }],
    })
  })

  test('marking as paid records a manual transaction for what was open', async () => {
    const made = await thousand(w)
    await update(w, made._id, { status: 'paid' })
    const { body } = await w.call('GET', '/business/transaction/list?limit=100')
    const own = body.data.filter((one: { invoiceid: string }) => one.invoiceid === made._id)
    expect(own).toMatchObject([{ amount: 1000, channel: 'manual', type: 'credit', status: 'completed' }])
    expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.updated', 'invoice.paid'])
  })

  test('a receiver that marks as paid on every invoice.paid settles: one transaction, one invoice.paid', async () => {
    const made = await thousand(w)
    for (let times = 0; times < 3; times++) expect((await update(w, made._id, { status: 'paid' })).status).toBe(200)
    expect((await update(w, made._id, { status: 'paid' })).body.data.modified).toBe(0)
    expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.updated', 'invoice.paid'])
    expect((await details(w, made._id)).amountpaid).toBe(1000)
  })

  test('only the given fields change, and a change to the same value is none', async () => {
    const made = await thousand(w, { description: 'Before' })
    const answer = await update(w, made._id, { title: 'After' })
    expect(answer.body.data.updated).toEqual({ title: 'After', updatedat: expect.any(String) })
    expect(await details(w, made._id)).toEqual({
      ...made,
      title: 'After',
      updatedat: answer.body.data.updated.updatedat,
    })
    const again = await update(w, made._id, { title: 'After' })
    expect(again.body.data.modified).toBe(0)
    expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.updated'])
  })

  test('fields that cannot change are ignored; with nothing else the answer is a 400', async () => {
    const made = await thousand(w)
    const ignored = { items: [], customerid: 'x', taxid: 7, remark: null, total: 1, color: 'red' }
    const answer = await update(w, made._id, { ...ignored, title: 'Kept' })
    expect([answer.status, Object.keys(answer.body.data.updated)]).toEqual([200, ['title', 'updatedat']])
    const nothing = await update(w, made._id, ignored)
    expect([nothing.status, nothing.body]).toEqual([400, { success: false, error: 'No valid fields to update' }])
    expect((await details(w, made._id)).total).toBe(1000)
  })

  test('several changes at once are announced once', async () => {
    const made = await thousand(w)
    await update(w, made._id, { title: 'T', description: 'D', duedate: '2031-05-01', discount: 100 })
    expect(await details(w, made._id)).toMatchObject({
      title: 'T',
      description: 'D',
      duedate: '2031-05-01T00:00:00Z',
      discount: 100,
      balance: 900,
    })
    expect(await eventsOf(w, made._id)).toEqual(['invoice.created', 'invoice.updated'])
  })
})
