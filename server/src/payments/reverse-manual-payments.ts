import type { Invoice } from '@kusanya/domain/invoice.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { post } from '../ledger/post.ts'
import { tellCancelledReceipts } from '../receipts/tell-receipts.ts'
import { findTransactions } from './rows.ts'
import { tellReversed } from './tell-placed.ts'

/**
 * Takes back what people recorded by hand on an invoice: a second row below zero for each allocation, the postings the
 * other way round, the invoice's money at nothing; announces the payments of which nothing is left, and the receipts that
 * hold no more. The payments themselves stay, as everything that was ever written.
 */
export async function reverseManualPayments(tx: Tx, given: Given, businessId: string, invoice: Invoice): Promise<void> {
  const now = given.now()
  const standing = await tx<{ id: string; payment_id: string; amount: bigint }[]>`
    select a.id, a.payment_id, a.amount from allocations a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id and p.channel = 'manual'
    where a.business_id = ${businessId} and a.invoice_id = ${invoice.id} and a.amount > 0
      and not exists (select 1 from allocations r where r.business_id = a.business_id and r.reverses_id = a.id)
    order by a.id
  `
  const rows = standing.map(({ id, payment_id, amount }) => ({
    id: given.newId(),
    payment_id,
    reverses_id: id,
    amount: String(-amount),
  }))
  await tx`
    insert into allocations (business_id, id, payment_id, target, invoice_id, account_id, amount, reverses_id, created_at)
    select ${businessId}, r.id, r.payment_id, 'invoice', ${invoice.id}, ${invoice.account.id}, r.amount, r.reverses_id, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as r (id text, payment_id text, amount bigint, reverses_id text)
  `
  await tx`update invoices set paid = 0, updated_at = ${now} where business_id = ${businessId} and id = ${invoice.id}`
  await post(
    tx,
    given,
    businessId,
    standing.map(({ payment_id, amount }) => ({
      cause: 'payment_reversed',
      causeId: payment_id,
      debit: { kind: 'receivable', ref: invoice.account.id },
      credit: { kind: 'cash', ref: 'manual' },
      amount,
    })),
  )
  const ids = [...new Set(standing.map(({ payment_id }) => payment_id))]
  const gone = (await findTransactions(tx, businessId, ids)).filter(({ reversed }) => reversed)
  await recordEvents(tx, given, businessId, [
    ...gone.map((payment) => tellReversed(payment, '')),
    ...(await tellCancelledReceipts(
      tx,
      businessId,
      standing.map(({ id }) => id),
    )),
  ])
}
