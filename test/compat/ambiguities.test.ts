import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inBusiness } from '../../server/src/db/sql.ts'
import { world, type World } from '../world.ts'
import { created, details, eventsOf, thousand, update } from './examples.ts'

// Where the published page is silent or contradicts itself: docs/compatibility.md says what we chose and why.

let w: World
beforeAll(async () => {
  w = await world({ connected: false })
})
afterAll(() => w.end())
const items = (quantity: number, rate: number) => [{ itemid: w.products[0], quantity, rate }]

describe('the discount', () => {
  test('without a type is an amount', async () => {
    expect(await thousand(w, { discount: 100 })).toMatchObject({ discount: 100, discounttype: 'fixed', balance: 900 })
  })

  test('in percent is shown as the amount it comes to, with what was entered beside it', async () => {
    const made = await thousand(w, { discount: 7.5, discounttype: 'percentage' })
    expect(made).toMatchObject({ discount: 75, discounttype: 'percentage', discountvalue: 7.5, balance: 925 })
  })

  test('that is updated alone keeps its type, and a type that is updated alone rereads the value', async () => {
    const made = await thousand(w, { discount: 10, discounttype: 'percentage' })
    const answer = await update(w, made._id, { discount: 20 })
    expect(answer.body.data.updated).toMatchObject({ discount: 20 })
    expect(await details(w, made._id)).toMatchObject({ discount: 200, discountvalue: 20, balance: 800 })
    await update(w, made._id, { discounttype: 'fixed' })
    expect(await details(w, made._id)).toMatchObject({ discount: 20, discounttype: 'fixed', balance: 980 })
    await update(w, made._id, { discount: 0 })
    expect(await details(w, made._id)).toMatchObject({ discount: 0, balance: 1000 })
  })

  test('above 100 percent is refused in an update as well', async () => {
    const made = await thousand(w, { discount: 10, discounttype: 'percentage' })
    const answer = await update(w, made._id, { discount: 101 })
    expect([answer.status, answer.body.error]).toEqual([400, 'A percentage discount must not exceed 100'])
  })

  test('after payments may not undercut them, and settles the invoice when nothing is left', async () => {
    const made = await thousand(w)
    await update(w, made._id, { status: 'partially_paid', amountpaid: 600 })
    const refused = await update(w, made._id, { discount: 400.01 })
    expect([refused.status, refused.body.error]).toEqual([400, 'Discount exceeds the unpaid balance'])
    const answer = await update(w, made._id, { discount: 400 })
    expect(answer.body.data.updated).toMatchObject({ discount: 400, status: 'paid' })
    expect(await details(w, made._id)).toMatchObject({ status: 'paid', balance: 0, amountpaid: 600, total: 600 })
    expect((await eventsOf(w, made._id)).slice(-2)).toEqual(['invoice.updated', 'invoice.paid'])
  })

  test('of a cancelled invoice stays', async () => {
    const made = await thousand(w)
    await update(w, made._id, { status: 'cancelled' })
    const answer = await update(w, made._id, { discount: 1 })
    expect([answer.status, answer.body.error]).toEqual([409, 'Invoice is cancelled'])
  })
})

describe('an invoice that is fetched and sent back whole', () => {
  test.each([
    ['with a discount of 5 percent that comes to less than 100', { discount: 5, discounttype: 'percentage' }],
    ['with a fixed discount', { discount: 40 }],
    ['without discount or title', { title: undefined }],
    ['as a draft', { status: 'draft', title: undefined }],
    ['with a tax and a due date in fractions of a second', { duedate: '2031-06-01T10:11:12.987Z' }],
  ])('%s changes nothing and is announced to nobody', async (_, changes) => {
    const made = await thousand(w, { ...changes, taxid: w.taxId })
    await w.advance('PT1M')
    const answer = await update(w, made._id, await details(w, made._id))
    expect([answer.status, answer.body.data.modified]).toEqual([200, 0])
    expect(await details(w, made._id)).toEqual(made)
    expect(await eventsOf(w, made._id)).toEqual(['invoice.created'])
  })

  test('without the key of ours for the entered value keeps its percentage too', async () => {
    const made = await thousand(w, { discount: 5, discounttype: 'percentage' })
    const { discountvalue: _, ...known } = await details(w, made._id)
    await update(w, made._id, { ...known, title: 'New title' })
    expect(await details(w, made._id)).toMatchObject({
      title: 'New title',
      discount: 50,
      discountvalue: 5,
      balance: 950,
    })
  })

  test('part-paid records no second payment', async () => {
    const made = await thousand(w)
    await update(w, made._id, { status: 'partially_paid', amountpaid: 300 })
    const answer = await update(w, made._id, await details(w, made._id))
    expect(answer.body.data.modified).toBe(0)
    expect((await details(w, made._id)).amountpaid).toBe(300)
  })
})

describe('totals', () => {
  test('balance is what is left after discount, tax and payments, and the parts are shown in create and list too', async () => {
    const made = await thousand(w, { items: items(4, 1250), discount: 20, discounttype: 'percentage', taxid: w.taxId })
    const parts = { subtotal: 5000, total: 4640, amountpaid: 0, balance: 4640, currency: 'KES' }
    expect(made).toMatchObject({ ...parts, taxamount: 640, discount: 1000 })
    const { body } = await w.call('GET', '/business/invoice/list?limit=1')
    expect(body.data[0]).toMatchObject({ ...parts, customer: { _id: w.customer.id, name: 'Amina Otieno' } })
    await update(w, made._id, { status: 'partially_paid', amountpaid: 1000 })
    expect(await details(w, made._id)).toMatchObject({ amountpaid: 1000, balance: 3640 })
  })

  test('the published tip, subtotal less balance, is right without discount and tax', async () => {
    const made = await thousand(w)
    await update(w, made._id, { status: 'partially_paid', amountpaid: 250 })
    const { subtotal, balance } = await details(w, made._id)
    expect(subtotal - balance).toBe(250)
  })

  test('an amount with more than two decimals is cut, never rounded up', async () => {
    expect(await thousand(w, { items: items(1, 99.999) })).toMatchObject({ subtotal: 99.99, balance: 99.99 })
  })

  test('what no document can say is refused', async () => {
    const { status, body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: items(1e9, 1e12),
      duedate: '2031-04-01',
    })
    expect([status, body.error]).toEqual([400, 'The total is too large'])
  })
})

describe('the due date', () => {
  test('in the past is taken, also before the invoice date: the answer is unpaid, and overdue after the sweep', async () => {
    const made = await thousand(w, { invoicedate: '2031-02-20', duedate: '2031-02-10' })
    expect(made.status).toBe('unpaid')
    await w.work()
    expect((await details(w, made._id)).status).toBe('overdue')
  })

  test('without a time passes when its day has ended in Nairobi; with a time, at that instant', async () => {
    const own = await world({ connected: false })
    try {
      const day = await thousand(own, { duedate: '2031-03-01' })
      const instant = await thousand(own, { duedate: '2031-03-01T12:00:00Z' })
      const now = async () => [(await details(own, day._id)).status, (await details(own, instant._id)).status]
      await own.advance('PT3H44M59S') // 11:59:59 UTC
      await own.work()
      expect(await now()).toEqual(['unpaid', 'unpaid'])
      await own.advance('PT1S')
      await own.work()
      expect(await now()).toEqual(['unpaid', 'overdue'])
      await own.advance('PT8H59M59S') // 20:59:59 UTC, a second before midnight in Nairobi
      await own.work()
      expect(await now()).toEqual(['unpaid', 'overdue'])
      await own.advance('PT1S')
      await own.work()
      expect(await now()).toEqual(['overdue', 'overdue'])
    } finally {
      await own.end()
    }
  })

  test('moved to the future brings back unpaid or partially_paid, and says so in the answer', async () => {
    for (const [amountpaid, back] of [
      [null, 'unpaid'],
      [400, 'partially_paid'],
    ] as const) {
      const made = await thousand(w, { duedate: '2031-02-10' })
      await w.work()
      if (amountpaid) await update(w, made._id, { status: 'partially_paid', amountpaid })
      expect((await details(w, made._id)).status).toBe('overdue')
      const answer = await update(w, made._id, { duedate: '2031-12-10' })
      expect(answer.body.data.updated).toMatchObject({ duedate: '2031-12-10T00:00:00Z', status: back })
      expect((await details(w, made._id)).status).toBe(back)
    }
  })

  test('is announced as passed once a crossing: moved within the past not again, moved to the future again', async () => {
    const own = await world({ connected: false })
    try {
      const made = await thousand(own, { duedate: '2031-02-01' })
      const crossings = async () => (await eventsOf(own, made._id)).filter((type) => type === 'invoice.overdue').length
      await own.work()
      await own.work()
      expect(await crossings()).toBe(1)
      await own.advance('P10D')
      await update(own, made._id, { duedate: '2031-03-05' }) // after it was found overdue, and passed already
      await own.work()
      expect([await crossings(), (await details(own, made._id)).status]).toEqual([1, 'overdue'])
      await update(own, made._id, { duedate: '2031-03-20' })
      await own.work()
      expect((await details(own, made._id)).status).toBe('unpaid')
      await own.advance('P10D')
      await own.work()
      expect(await crossings()).toBe(2)
    } finally {
      await own.end()
    }
  })

  test('of a draft or a cancelled invoice passes unnoticed', async () => {
    const draft = await thousand(w, { duedate: '2031-02-10', status: 'draft' })
    const cancelled = await thousand(w, { duedate: '2031-02-10' })
    await update(w, cancelled._id, { status: 'cancelled' })
    await w.work()
    expect((await details(w, draft._id)).status).toBe('draft')
    expect((await details(w, cancelled._id)).status).toBe('cancelled')
  })

  test('a part payment on an overdue invoice lowers the balance, is announced, and leaves it overdue', async () => {
    const made = await thousand(w, { duedate: '2031-02-10' })
    await w.work()
    await update(w, made._id, { status: 'partially_paid', amountpaid: 100 })
    expect(await details(w, made._id)).toMatchObject({ status: 'overdue', balance: 900 })
    expect((await eventsOf(w, made._id)).at(-1)).toBe('invoice.partially_paid')
  })
})

describe('the number', () => {
  test('belongs to the year of the invoice date and grows past three digits', async () => {
    const old = await thousand(w, { invoicedate: '2029-12-31', title: undefined })
    expect(old).toMatchObject({ invoiceno: 'INV-2029-001', title: 'Invoice INV-2029-001' })
    await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
      await tx`update counters set next = 1000 where business_id = ${w.businessId} and series = 'invoice 2029'`
    })
    expect((await thousand(w, { invoicedate: '2029-06-01' })).invoiceno).toBe('INV-2029-1000')
  })

  test('takes the year that it is in Nairobi when the date carries a time', async () => {
    expect((await thousand(w, { invoicedate: '2027-12-31T20:59:59Z' })).invoiceno).toBe('INV-2027-001')
    expect((await thousand(w, { invoicedate: '2027-12-31T21:00:00Z' })).invoiceno).toBe('INV-2028-001')
  })

  test('of this year begins at midnight in Nairobi, not in Greenwich', async () => {
    const own = await world({ connected: false })
    try {
      await own.advance(Date.parse('2031-12-31T20:59:59Z') - own.ctx.now().getTime())
      expect(await thousand(own)).toMatchObject({ invoiceno: 'INV-2031-001', invoicedate: '2031-12-31T00:00:00Z' })
      await own.advance('PT1S')
      expect(await thousand(own)).toMatchObject({ invoiceno: 'INV-2032-001', invoicedate: '2032-01-01T00:00:00Z' })
    } finally {
      await own.end()
    }
  })
})

describe('what an invoice remembers', () => {
  test('the customer as he was when it was made', async () => {
    const made = await thousand(w)
    await w.call('PATCH', `/business/customer/update/${w.customer.id}`, { name: 'Amina Wanjiru' })
    expect((await details(w, made._id)).customer).toEqual(made.customer)
    expect((await thousand(w)).customer.name).toBe('Amina Wanjiru')
    await w.call('PATCH', `/business/customer/update/${w.customer.id}`, { name: 'Amina Otieno' })
  })

  test('its currency: the one stated, else the customer’s', async () => {
    expect((await thousand(w, { currency: 'USD' })).currency).toBe('USD')
    expect((await thousand(w)).currency).toBe('KES')
  })

  test('its account, whose number a payer can type', async () => {
    expect(await thousand(w)).toMatchObject({ accountno: w.customer.accountno, accountid: expect.any(String) })
  })
})

test('webhook bodies name the event under both keys and carry the whole invoice', async () => {
  const made = await created(w)
  const [row] = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ body: string }[]>`select body from events where subject_id = ${made._id}`,
  )
  expect(JSON.parse(row!.body)).toEqual({
    id: expect.stringMatching(/^evt_[0-9a-f]{24}$/),
    event: 'invoice.created',
    type: 'invoice.created',
    timestamp: made.createdat,
    data: made,
  })
})
