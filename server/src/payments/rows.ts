import type { Tx } from '../db/sql.ts'
import type { Transaction } from './wire.ts'

/** Payments with what later evidence filled in (a full phone, a name) and where their money is now. */
export async function findTransactions(tx: Tx, businessId: string, ids: string[]): Promise<Transaction[]> {
  const rows = await tx<
    {
      id: string
      receipt: string
      account_typed: string | null
      amount: bigint
      currency: string
      channel: 'manual' | 'mpesa'
      phone: string | null
      told_phone: string | null
      payer_name: string | null
      told_name: string | null
      paid_at: Date
      created_at: Date
      invoice_id: string | null
      customer_id: string | null
      credit: bigint
      unmatched: bigint
      held_at: Date | null
      standing: bigint
      confirmed_by: 'pull' | 'statement' | 'status' | 'stk_query' | null
      confirmed_at: Date | null
    }[]
  >`
    select p.id, p.receipt, p.account_typed, p.amount, p.currency, p.channel, p.created_at,
      (case when p.paid_at = date_trunc('day', p.paid_at, 'UTC') then coalesce(told.paid_at, p.paid_at) else p.paid_at end)::timestamptz
        as paid_at,
      p.phone, told.phone as told_phone, p.payer_name, told.payer_name as told_name,
      placed.invoice_id, i.customer_id, placed.credit, placed.unmatched, placed.standing,
      h.held_at, sure.road as confirmed_by, sure.confirmed_at
    from payments p
    cross join lateral (
      -- Bill Manager tells the day of a payment, as midnight; what comes by another road knows the minute.
      select max(e.phone) filter (where e.phone ~ '^254[0-9]{9}$')::text as phone, max(e.payer_name)::text as payer_name,
        min(e.paid_at) filter (where e.paid_at <> date_trunc('day', e.paid_at, 'UTC'))::timestamptz as paid_at
      from evidence e where e.business_id = p.business_id and e.payment_id = p.id and not e.contradicts
    ) told
    cross join lateral (
      select min(a.invoice_id)::text as invoice_id,
        coalesce(sum(a.amount) filter (where a.target = 'credit'), 0)::bigint as credit,
        coalesce(sum(a.amount) filter (where a.target = 'suspense'), 0)::bigint as unmatched,
        coalesce(sum(a.amount), 0)::bigint as standing
      from allocations a where a.business_id = p.business_id and a.payment_id = p.id
    ) placed
    left join holds h on h.business_id = p.business_id and h.payment_id = p.id and h.ended_at is null
    left join payment_confirmations sure on sure.business_id = p.business_id and sure.payment_id = p.id and sure.first
    left join invoices i on i.business_id = p.business_id and i.id = placed.invoice_id
    where p.business_id = ${businessId} and p.id = any (${ids})
  `
  return rows.map((row) => ({
    id: row.id,
    receipt: row.receipt,
    reference: row.account_typed,
    amount: row.amount,
    currency: row.currency,
    channel: row.channel,
    phone: row.told_phone ?? row.phone,
    name: row.payer_name ?? row.told_name,
    invoiceId: row.invoice_id,
    customerId: row.customer_id,
    credit: row.credit,
    unmatched: row.held_at === null ? row.unmatched : 0n,
    held: row.held_at === null ? 0n : row.unmatched,
    reversed: row.standing === 0n,
    confirmed: row.channel === 'manual' || row.confirmed_by !== null,
    confirmation: row.confirmed_by && row.confirmed_at && { by: row.confirmed_by, at: row.confirmed_at },
    paidAt: row.paid_at,
    createdAt: row.created_at,
  }))
}
