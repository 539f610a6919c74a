import type { Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { storeMoney } from '../invoices/store-money.ts'
import { issueReceipts } from '../receipts/issue-receipts.ts'
import type { Payment } from './arrival.ts'

/** One part of a payment and where it goes. All parts of a payment add up to its amount. */
export type Allocation = {
  payment: Payment
  target: 'invoice' | 'credit' | 'link' | 'suspense'
  invoice: Invoice | null
  accountId: string | null
  linkId: string | null
  amount: Money
}

/** Writes allocations down, carries what invoices, accounts and links have received, and gives receipts: answers their ids. */
export async function writeAllocations(
  tx: Tx,
  given: Given,
  business: Business,
  allocations: Allocation[],
  invoices: Invoice[],
): Promise<string[]> {
  const { id: businessId } = business
  const now = given.now()
  const rows = allocations.map(({ payment, target, invoice, accountId, linkId, amount }) => ({
    id: given.newId(),
    payment_id: payment.id,
    target,
    invoice_id: invoice?.id ?? null,
    account_id: accountId,
    link_id: linkId,
    amount: String(amount),
  }))
  await Promise.all([
    tx`
      insert into allocations (business_id, id, payment_id, target, invoice_id, account_id, link_id, amount, created_at)
      select ${businessId}, a.id, a.payment_id, a.target, a.invoice_id, a.account_id, a.link_id, a.amount, ${now}
      from jsonb_to_recordset(${tx.json(rows)}) as a (
        id text, payment_id text, target text, invoice_id text, account_id text, link_id text, amount bigint
      )
    `,
    storeMoney(tx, business, invoices),
    addCredit(
      tx,
      businessId,
      now,
      sums(allocations, 'credit', ({ accountId }) => accountId),
    ),
    addToLinks(
      tx,
      businessId,
      now,
      sums(allocations, 'link', ({ linkId }) => linkId),
    ),
  ])
  const receipted = allocations.flatMap(({ payment, invoice }) => (invoice ? payment.id : []))
  return issueReceipts(tx, given, businessId, [...new Set(receipted)])
}

function sums(
  allocations: Allocation[],
  target: Allocation['target'],
  idOf: (one: Allocation) => string | null,
): Sum[] {
  const byId = new Map<string, Money>()
  for (const one of allocations) {
    const id = one.target === target ? idOf(one) : null
    if (id !== null) byId.set(id, (byId.get(id) ?? 0n) + one.amount)
  }
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, amount]) => ({ id, amount: String(amount) }))
}

type Sum = { id: string; amount: string }

async function addCredit(tx: Tx, businessId: string, now: Date, added: Sum[]): Promise<void> {
  if (added.length === 0) return
  await tx`
    update accounts set credit = accounts.credit + c.amount, updated_at = ${now}
    from jsonb_to_recordset(${tx.json(added)}) as c (id text, amount bigint)
    where accounts.business_id = ${businessId} and accounts.id = c.id
  `
}

async function addToLinks(tx: Tx, businessId: string, now: Date, added: Sum[]): Promise<void> {
  if (added.length === 0) return
  await tx`
    update payment_links set paid = payment_links.paid + c.amount, updated_at = ${now}
    from jsonb_to_recordset(${tx.json(added)}) as c (id text, amount bigint)
    where payment_links.business_id = ${businessId} and payment_links.id = c.id
  `
}
