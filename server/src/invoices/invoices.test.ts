import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checksums } from '../../../test/checksums.ts'
import { world, type World } from '../../../test/world.ts'
import { inBusiness } from '../db/sql.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.end())

const body = (changes: object = {}) => ({
  customerid: w.customer.id,
  items: [{ itemid: w.products[0], quantity: 1, rate: 1000 }],
  duedate: '2031-04-01',
  ...changes,
})
const create = (changes: object = {}, headers: Record<string, string> = {}) =>
  w.call('POST', '/business/invoice/create', body(changes), headers)
const update = (id: string, changes: object, headers: Record<string, string> = {}) =>
  w.call('PATCH', `/business/invoice/update/${id}`, changes, headers)

describe('POST /business/invoice/create', () => {
  test('201: the invoice, its link, its event, its bill and its posting are written together', async () => {
    const { status, body: made } = await create()
    expect(status).toBe(201)
    const rows = await inBusiness(w.ctx.sql, w.businessId, async (tx) => ({
      events: await tx`select type from events where subject_id = ${made.data._id}`,
      pushes: await tx`select state from pushes where invoice_id = ${made.data._id}`,
      postings: await tx`select debit, credit, amount from postings where cause_id = ${made.data._id}`,
    }))
    expect(rows.events).toEqual([{ type: 'invoice.created' }])
    expect(rows.pushes).toEqual([{ state: 'queued' }])
    expect(rows.postings).toEqual([{ debit: 'receivable', credit: 'sales', amount: 100_000n }])
  })

  test('201: a draft takes no number, posts nothing and is sent to nobody', async () => {
    const { body: made } = await create({ status: 'draft' })
    const rows = await inBusiness(w.ctx.sql, w.businessId, async (tx) => [
      ...(await tx`select id from pushes where invoice_id = ${made.data._id}`),
      ...(await tx`select id from postings where cause_id = ${made.data._id}`),
    ])
    expect([made.data.status, made.data.invoiceno, rows]).toEqual(['draft', null, []])
  })

  test('400, 404: a refused request leaves nothing behind, not even a taken number', async () => {
    const before = await checksums(w)
    const key = { 'idempotency-key': 'refused' }
    const refused = [
      await create({ items: [] }, key),
      await create({ duedate: '30/02/2031' }, key),
      await create({ customerid: 'customer_456' }, key),
      await create({ items: [{ itemid: 'product_123', quantity: 1, rate: 1 }] }, key),
      await create({ taxid: 'x' }, key),
      await create({ accountid: 'x' }, key),
      await create({ discount: 1001 }, key),
      await create({ title: 'a\0b' }, key),
    ]
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 404, 404, 404, 404, 400, 400])
    expect(await checksums(w)).toEqual(before)
  })

  test('400: text that no column can hold is refused by the name of its field', async () => {
    const zero = await create({ items: [{ itemid: w.products[0], name: 'a\0', quantity: 1, rate: 1 }] })
    expect([zero.status, zero.body]).toEqual([
      400,
      { success: false, error: 'items.0.name holds characters that cannot be stored' },
    ])
    const half = await create({ title: 'half \ud83d pair' })
    expect([half.status, half.body.error]).toEqual([400, 'title holds characters that cannot be stored'])
    expect((await create({ title: 'Ada 🏫 ya muhula’' })).body.data.title).toBe('Ada 🏫 ya muhula’')
  })

  test('400: an account of another customer is refused', async () => {
    const other = await w.call('POST', '/business/customer/create', {
      name: 'Baraka',
      email: 'b@example.test',
      phone: '0722000111',
      country: 'Kenya',
      currency: 'KES',
    })
    const theirs = (await create({ customerid: other.body.data._id })).body.data.accountid
    const answer = await create({ accountid: theirs })
    expect([answer.status, answer.body.error]).toEqual([400, 'accountid belongs to another customer'])
  })

  test('fifty writers with refusals among them: numbers without gap or twin', async () => {
    const own = await world({ connected: false })
    try {
      const answers = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const year = index % 3 === 0 ? 2030 : 2031
          return own.call('POST', '/business/invoice/create', {
            customerid: index % 5 === 4 ? 'customer_456' : own.customer.id,
            items: [{ itemid: own.products[0], quantity: 1, rate: index }],
            invoicedate: `${year}-06-01`,
            duedate: '2031-07-01',
            ...(index % 7 === 0 && { status: 'draft' }),
          })
        }),
      )
      expect(answers.filter(({ status }) => status === 404)).toHaveLength(10)
      const numbers = answers.flatMap(({ body: made }) => made.data?.invoiceno ?? []).sort()
      for (const year of [2030, 2031]) {
        const own = numbers.filter((number) => number.startsWith(`INV-${year}-`))
        expect(own.length).toBeGreaterThan(5)
        expect(own).toEqual(own.map((_, index) => `INV-${year}-${String(index + 1).padStart(3, '0')}`))
      }
    } finally {
      await own.end()
    }
  })
})

test('thirty drafts issued at once, each in a transaction of its own: numbers without gap or twin', async () => {
  const own = await world({ connected: false })
  try {
    const item = { itemid: own.products[0], quantity: 1, rate: 1 }
    const draft = { customerid: own.customer.id, items: [item], duedate: '2031-07-01', status: 'draft' }
    const made = await Promise.all(
      Array.from({ length: 30 }, () => own.call('POST', '/business/invoice/create', draft)),
    )
    const issued = await Promise.all(
      made.map(({ body: one }, index) =>
        own.call('PATCH', `/business/invoice/update/${one.data._id}`, {
          status: 'unpaid',
          ...(index % 5 === 0 && { discount: 2 }), // refused, after the invoice was locked
        }),
      ),
    )
    const numbers = issued.flatMap(({ body: one }) => one.data?.invoiceno ?? []).sort()
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => `INV-2031-${String(index + 1).padStart(3, '0')}`))
  } finally {
    await own.end()
  }
})

describe('Idempotency-Key', () => {
  const text = (answer: { body: unknown }) => JSON.stringify(answer.body)

  test('twenty twins at once make one invoice and get the same bytes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create({ title: 'Twin' }, { 'idempotency-key': 'k1' })),
    )
    expect(new Set(answers.map(text)).size).toBe(1)
    expect(answers.every(({ status }) => status === 201)).toBe(true)
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19)
    const { body: found } = await w.call('GET', '/business/invoice/list?search=Twin')
    expect(found.pagination.total).toBe(1)
  })

  test('a repeat gets the first answer, also after the invoice has changed', async () => {
    const first = await create({}, { 'idempotency-key': 'k2' })
    await update(first.body.data._id, { title: 'Changed' })
    expect(text(await create({}, { 'idempotency-key': 'k2' }))).toBe(text(first))
  })

  test('409: the key with another body, and with another path', async () => {
    const first = await create({}, { 'idempotency-key': 'k3' })
    const reused = [409, { success: false, error: 'Idempotency-Key was already used with a different request' }]
    const otherBody = await create({ title: 'Other' }, { 'idempotency-key': 'k3' })
    const otherPath = await update(first.body.data._id, { title: 'Other' }, { 'idempotency-key': 'k3' })
    expect([otherBody.status, otherBody.body]).toEqual(reused)
    expect([otherPath.status, otherPath.body]).toEqual(reused)
  })

  test('after a refusal the key is free again', async () => {
    expect((await create({ customerid: 'x' }, { 'idempotency-key': 'k4' })).status).toBe(404)
    expect((await create({ items: [] }, { 'idempotency-key': 'k4' })).status).toBe(400)
    expect((await create({}, { 'idempotency-key': 'k4' })).status).toBe(201)
  })

  test('an update repeated does its deed once', async () => {
    const { body: made } = await create()
    const pay = () => update(made.data._id, { status: 'partially_paid', amountpaid: 100 }, { 'idempotency-key': 'k5' })
    const answers = await Promise.all(Array.from({ length: 10 }, pay))
    expect(new Set(answers.map(text)).size).toBe(1)
    const { body: after } = await w.call('GET', `/business/invoice/details/${made.data._id}`)
    expect(after.data.amountpaid).toBe(100)
  })

  test('two businesses may use one key', async () => {
    const { apiKey } = await w.stranger()
    const theirs = { authorization: apiKey, 'idempotency-key': 'k6' }
    const customer = { name: 'O', email: 'o@example.test', phone: '0700000001', country: 'Kenya', currency: 'KES' }
    const ours = await w.call('POST', '/business/customer/create', customer, { 'idempotency-key': 'k6' })
    const other = await w.call('POST', '/business/customer/create', customer, theirs)
    expect([ours.status, other.status]).toEqual([201, 201])
    expect(other.body.data._id).not.toBe(ours.body.data._id)
  })

  test('400: longer than 255 characters; 255 and odd ones are taken', async () => {
    const long = await create({}, { 'idempotency-key': 'x'.repeat(256) })
    expect([long.status, long.body.error]).toEqual([400, 'Idempotency-Key must be 1 to 255 characters'])
    expect((await create({}, { 'idempotency-key': 'x'.repeat(255) })).status).toBe(201)
    expect((await create({}, { 'idempotency-key': `é ' " \\ %` })).status).toBe(201)
  })

  test('is forgotten after a day', async () => {
    const own = await world({ connected: false })
    try {
      const send = () =>
        own.call(
          'POST',
          '/business/invoice/create',
          {
            customerid: own.customer.id,
            items: [{ itemid: own.products[0], quantity: 1, rate: 1 }],
            duedate: '2031-04-01',
          },
          { 'idempotency-key': 'day' },
        )
      const first = await send()
      await own.advance('PT23H59M')
      await own.work()
      expect(text(await send())).toBe(text(first))
      await own.advance('PT1M')
      await own.work()
      expect((await send()).body.data._id).not.toBe(first.body.data._id)
    } finally {
      await own.end()
    }
  })
})

describe('PATCH /business/invoice/update/:id', () => {
  test('400, 404, 409: a refused change leaves nothing behind', async () => {
    const { body: made } = await create()
    const id = made.data._id
    await update(id, { status: 'partially_paid', amountpaid: 10 })
    const before = await checksums(w)
    const refused = [
      await update(id, {}),
      await update(id, { status: 'late' }),
      await update(id, { status: 'cancelled', title: 'No' }),
      await update(id, { discount: 991, title: 'No' }),
      await update(id, { duedate: 'soon', title: 'No' }),
      await update(id, { title: 7 }),
      await update('invoice_789', { title: 'No' }),
    ]
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 409, 400, 400, 400, 404])
    expect(await checksums(w)).toEqual(before)
  })

  const payments = () => inBusiness(w.ctx.sql, w.businessId, (tx) => tx`select id from payments`)

  test('ten at once that each pay a part: as many as fit, none lost, none counted twice, none left over', async () => {
    const { body: made } = await create()
    const before = (await payments()).length
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => update(made.data._id, { status: 'partially_paid', amountpaid: 150 })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(6)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(4)
    const { body: after } = await w.call('GET', `/business/invoice/details/${made.data._id}`)
    expect(after.data).toMatchObject({ amountpaid: 900, balance: 100, status: 'partially_paid' })
    expect(await payments()).toHaveLength(before + 6)
  })

  test('ten at once that mark as paid: one payment, one invoice.paid', async () => {
    const { body: made } = await create()
    const before = (await payments()).length
    await Promise.all(Array.from({ length: 10 }, () => update(made.data._id, { status: 'paid' })))
    const rows = await inBusiness(w.ctx.sql, w.businessId, async (tx) => ({
      paid: await tx`select id from events where subject_id = ${made.data._id} and type = 'invoice.paid'`,
      allocations: await tx`select amount from allocations where invoice_id = ${made.data._id}`,
    }))
    expect([rows.paid.length, [...rows.allocations]]).toEqual([1, [{ amount: 100_000n }]])
    expect(await payments()).toHaveLength(before + 1)
  })
})
