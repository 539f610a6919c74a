import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { balanceOf, statuses, statusOf, type Invoice, type Status } from '@kusanya/domain/invoice.ts'
import { inBusiness } from '../server/src/db/sql.ts'
import { findInvoices } from '../server/src/invoices/rows.ts'
import { world, type World } from './world.ts'

/** What a client may do to an invoice. Most of it is refused at one time or another. */
const deed = fc.oneof(
  fc.record({ status: fc.constantFrom(...statuses) }),
  fc.record({ status: fc.constant('partially_paid'), amountpaid: fc.integer({ min: 1, max: 1200 }) }),
  fc.record({ duedate: fc.constantFrom('2031-02-01', '2031-03-01', '2031-12-31') }),
  fc.record({ discount: fc.integer({ min: 0, max: 1200 }), discounttype: fc.constantFrom('fixed', 'percentage') }),
)
const life = fc.record({
  rate: fc.integer({ min: 0, max: 1000 }),
  draft: fc.boolean(),
  taxed: fc.boolean(),
  duedate: fc.constantFrom('2031-02-01', '2031-12-31'),
  deeds: fc.array(deed, { maxLength: 8 }),
})
const seed = Number(process.env['TEST_SEED'] ?? 20310301)

let w: World
let invoices: Invoice[]
beforeAll(async () => {
  w = await world({ connected: false })
  for (const { rate, draft, taxed, duedate, deeds } of fc.sample(life, { numRuns: 120, seed })) {
    const { body } = await w.call('POST', '/business/invoice/create', {
      customerid: w.customer.id,
      items: [{ itemid: w.products[0], quantity: 1, rate }],
      duedate,
      ...(draft && { status: 'draft' }),
      ...(taxed && { taxid: w.taxId }),
    })
    for (const [index, change] of deeds.entries()) {
      const answer = await w.call('PATCH', `/business/invoice/update/${body.data._id}`, change)
      expect([200, 400, 409], JSON.stringify([seed, change, answer.body])).toContain(answer.status)
      if (index === 3) await w.work()
    }
  }
  await w.work()
  invoices = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const ids = await tx<{ id: string }[]>`select id from invoices where business_id = ${w.businessId}`
    return findInvoices(
      tx,
      w.businessId,
      ids.map(({ id }) => id),
    )
  })
})
afterAll(() => w.end())

test.each(statuses)('the list of %s invoices is what the rule says of each', async (status: Status) => {
  const expected = invoices.filter((invoice) => statusOf(invoice) === status).map(({ id }) => id)
  const found: string[] = []
  for (let page = 1; ; page++) {
    const { body } = await w.call('GET', `/business/invoice/list?status=${status}&limit=100&page=${page}`)
    expect(body.data.every((one: { status: string }) => one.status === status)).toBe(true)
    found.push(...body.data.map((one: { _id: string }) => one._id))
    if (page >= body.pagination.pages) break
  }
  expect(found.sort()).toEqual(expected.sort())
})

test('the lives led to every status', () => {
  expect(new Set(invoices.map(statusOf))).toEqual(new Set(statuses))
})

test('the ledger says what the invoices say', async () => {
  const sum = (amounts: bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
  const standing = invoices.filter(({ issuedAt, cancelledAt }) => issuedAt && !cancelledAt)
  const ledger = await inBusiness(w.ctx.sql, w.businessId, async (tx) => {
    const rows = await tx<{ kind: string; balance: bigint }[]>`
      select kind, sum(amount)::bigint as balance from (
        select debit as kind, amount from postings where business_id = ${w.businessId}
        union all
        select credit, -amount from postings where business_id = ${w.businessId}
      ) lines group by kind
    `
    return Object.fromEntries(rows.map(({ kind, balance }) => [kind, balance]))
  })
  expect(ledger).toEqual({
    receivable: sum(standing.map(balanceOf)),
    sales: -sum(standing.map(({ total, tax }) => total - tax)),
    tax: -sum(standing.map(({ tax }) => tax)),
    cash: sum(invoices.map(({ paid }) => paid)),
  })
})

test('what is paid on each invoice is what was allocated to it', async () => {
  const rows = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx<{ id: string; paid: bigint }[]>`
      select invoice_id as id, sum(amount)::bigint as paid from allocations where business_id = ${w.businessId} group by 1
    `,
  )
  const allocated = new Map(rows.map(({ id, paid }) => [id, paid]))
  expect(invoices.filter(({ id, paid }) => (allocated.get(id) ?? 0n) !== paid)).toEqual([])
})

test('numbers have no gap and no twin, whatever was refused between them', () => {
  const serials = invoices.flatMap(({ number }) => (number ? [number.serial] : [])).sort((a, b) => Number(a - b))
  expect(serials).toEqual(serials.map((_, index) => BigInt(index + 1)))
})
