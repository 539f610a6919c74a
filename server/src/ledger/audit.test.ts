import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBusiness } from '../db/sql.ts'
import { world, type World } from '../../../test/world.ts'
import { auditBooks } from './audit.ts'

let w: World
let invoiceId: string
beforeAll(async () => {
  w = await world({ connected: false })
  const { body } = await w.call('POST', '/business/invoice/create', {
    customerid: w.customer.id,
    items: [{ itemid: w.products[0], quantity: 2, rate: 500 }],
    duedate: '2031-05-01',
    taxid: w.taxId,
  })
  invoiceId = body.data._id
  const post = (path: string, given: object) => w.call('POST', `/business/${path}`, given)
  const paid = await post(`invoice/${invoiceId}/payment/add`, { amount: 1500, allowoverpayment: true })
  await post('credit-note/create', { invoiceid: invoiceId, items: [{ line: 1, quantity: 1 }], reason: 'Returned' })
  await post(`account/${body.data.accountid}/credit/refund`, { amount: 100, method: 'cash', reason: 'Asked for' })
  expect(paid.status).toBe(201)
})
afterAll(() => w.end())

const audit = () => inBusiness(w.ctx.sql, w.businessId, (tx) => auditBooks(tx, w.businessId))

test('right books have no differences, and the sweep notes that it looked', async () => {
  expect(await audit()).toEqual([])
  await w.work()
  const checks = await inBusiness(
    w.ctx.sql,
    w.businessId,
    (tx) => tx`select differences, checked_at, next_attempt_at from book_checks`,
  )
  expect([...checks]).toEqual([
    { differences: 0, checked_at: w.ctx.now(), next_attempt_at: new Date('2031-03-01T23:00:00Z') },
  ])
})

const of = (table: string) => `${table} where business_id = '${w.businessId}'`
test.each([
  ['what an invoice has been paid', () => `update invoices set paid = paid - 1`, ['invoice paid', 'ledger']],
  ['what was adjusted', () => `update invoices set adjusted = adjusted - 1`, ['invoice adjusted', 'ledger']],
  ['credit', () => `update accounts set credit = credit + 1 where credit > 0`, ['account credit', 'ledger']],
  ['a link', () => `update payment_links set paid = paid + 1`, ['payment link paid']],
  ['a lost posting', () => `delete from postings where id = (select min(id) from ${of('postings')})`, ['ledger']],
  ['a lost receipt', () => `delete from receipts where id = (select min(id) from ${of('receipts')})`, ['receipt']],
  ['a receipt over another amount', () => `update receipts set amount = amount + 1`, ['receipt']],
  [
    'a lost allocation',
    () => `delete from allocations where id = (select max(id) from ${of('allocations')} and target = 'credit')`,
    ['account credit', 'ledger'],
  ],
])('the audit sees that %s is wrong', async (_, spoil, seen) => {
  const owner = w.owner()
  class Undo extends Error {}
  try {
    await owner.begin(async (tx) => {
      // Row security holds the owner too; what follows is undone with the rest.
      for (const table of ['invoices', 'accounts', 'payment_links', 'postings', 'allocations', 'receipts']) {
        await tx.unsafe(`alter table ${table} no force row level security`)
      }
      await tx.unsafe(spoil())
      await tx`select set_config('app.business_id', ${w.businessId}, true) as business, set_config('role', 'kusanya_app', true) as role`
      const found = await auditBooks(tx, w.businessId)
      expect([...new Set(found.map(({ what }) => what))]).toEqual(seen)
      throw new Undo()
    })
  } catch (error) {
    if (!(error instanceof Undo)) throw error
  } finally {
    await owner.end()
  }
})
