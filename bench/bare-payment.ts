import { inBusiness, type Sql } from '../server/src/db/sql.ts'
import type { Shop } from './shops.ts'

const id = (n: number, kind: string) => `${kind}${n.toString(16).padStart(23, '0')}`

/** The rows of one payment, statement by statement, in one transaction: what a plain handler of a callback would do. */
export function writeBare(pool: Sql, shop: Shop, n: number): Promise<void> {
  return inBusiness(pool, shop.businessId, async (tx) => {
    const b = shop.businessId
    const now = new Date()
    const receipt = `B${String(n).padStart(9, '0')}`
    const [payment, amount] = [id(n, 'a'), 100n]
    await tx`
      insert into callbacks (business_id, id, road, body, remote_address, received_at, settled_at, outcome)
      values (${b}, ${id(n, 'c')}, 'bill', ${Buffer.from(shop.eventBody.slice(0, 200))}, '127.0.0.1', ${now}, ${now}, 'arrival')`
    await tx`
      insert into payments (business_id, id, channel, shortcode, receipt, amount, currency, account_typed, paid_at, created_at)
      values (${b}, ${payment}, 'mpesa', '600984', ${receipt}, ${amount}, 'KES', ${shop.accountno}, ${now}, ${now})
      on conflict (business_id, shortcode, receipt, edition) do nothing`
    await tx`
      insert into evidence (business_id, id, payment_id, callback_id, road, amount, contradicts, created_at)
      values (${b}, ${id(n, 'e')}, ${payment}, ${id(n, 'c')}, 'bill', ${amount}, false, ${now})`
    const [invoice] = await tx<{ id: string; account_id: string }[]>`
      select id, account_id from invoices where business_id = ${b} and paid + adjusted < total order by due_at, id limit 1 for update`
    await tx`
      update invoices set paid = paid + ${amount}, updated_at = ${now} where business_id = ${b} and id = ${invoice!.id}`
    await tx`
      insert into allocations (business_id, id, payment_id, target, invoice_id, account_id, amount, created_at)
      values (${b}, ${id(n, 'd')}, ${payment}, 'invoice', ${invoice!.id}, ${invoice!.account_id}, ${amount}, ${now})`
    await tx`
      insert into postings (business_id, id, cause, cause_id, debit, debit_ref, credit, credit_ref, amount, posted_at)
      values (${b}, ${id(n, 'f')}, 'payment_received', ${payment}, 'mpesa', '600984', 'receivable', ${invoice!.account_id}, ${amount}, ${now})`
    await tx`
      insert into events (business_id, id, type, subject_id, body, created_at)
      values (${b}, ${id(n, 'b')}, 'payment.completed', ${payment}, ${shop.eventBody}, ${now})`
  })
}
