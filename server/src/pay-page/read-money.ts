import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'
import { writeReceiptNumber } from '../receipts/wire.ts'

/** Money that arrived for a bill: `amount` is what the bill got of it, `whole` what the payer sent. */
export type BillPayment = {
  channel: 'mpesa' | 'manual'
  receipt: string
  amount: Money
  whole: Money
  paidAt: Date
  knownAt: Date
  /** M-PESA itself said so, or the business recorded it. */
  confirmed: boolean
  /** The number of the document that says so; null where there is none. */
  receiptNumber: string | null
}

/** Money that M-PESA's messenger told of, and that waits until M-PESA confirms it; the request it answers, if one. */
export type HeldPayment = { amount: Money; requestId: string | null }

const paymentsShown = 10

/** What was paid and not taken back. Bill Manager tells the day only; another road's report knows the time. */
export async function readPayments(
  tx: Tx,
  businessId: string,
  link: { id: string; invoice_id: string | null },
): Promise<BillPayment[]> {
  const rows = await tx<
    {
      channel: 'mpesa' | 'manual'
      receipt: string
      amount: bigint
      whole: bigint
      paid_at: Date
      created_at: Date
      sure: boolean
      year: number | null
      serial: bigint | null
    }[]
  >`
    select p.channel, p.receipt, coalesce(sum(a.amount), 0)::bigint as amount, p.amount as whole,
      coalesce(timed.paid_at, p.paid_at) as paid_at, p.created_at,
      p.channel = 'manual' or exists (
        select 1 from payment_confirmations f where f.business_id = p.business_id and f.payment_id = p.id
      ) as sure, given.year, given.serial
    from allocations a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id
    cross join lateral (
      select min(e.paid_at)::timestamptz as paid_at from evidence e
      where e.business_id = p.business_id and e.payment_id = p.id and extract(epoch from e.paid_at) % 86400 <> 0
    ) timed
    left join lateral (
      select r.year, r.serial from receipts r
      where r.business_id = p.business_id and r.payment_id = p.id and r.invoice_id = ${link.invoice_id}
      order by r.year desc, r.serial desc limit 1
    ) given on true
    where a.business_id = ${businessId}
      and (a.link_id = ${link.id} or a.invoice_id = ${link.invoice_id})
    group by p.business_id, p.id, timed.paid_at, given.year, given.serial
    having sum(a.amount) > 0
    order by p.paid_at desc, p.id desc
    limit ${paymentsShown}
  `
  return rows.map(({ paid_at, created_at, sure, year, serial, ...row }) => ({
    ...row,
    receiptNumber: year === null || serial === null ? null : writeReceiptNumber({ year, serial }),
    paidAt: paid_at,
    knownAt: created_at,
    confirmed: sure,
  }))
}

/** What is held that answers a request of this link, or for which the bill's account number was typed. */
export async function readHeld(
  tx: Tx,
  businessId: string,
  linkId: string,
  accountNumber: string,
): Promise<HeldPayment[]> {
  const rows = await tx<{ amount: bigint; request_id: string | null }[]>`
    select p.amount, asked.request_id from holds h
    join payments p on p.business_id = h.business_id and p.id = h.payment_id
    left join lateral (
      select r.id as request_id from evidence e
      join callbacks c on c.business_id = e.business_id and c.id = e.callback_id
      join payment_requests r on r.business_id = c.business_id and r.id = c.request_id
      where e.business_id = p.business_id and e.payment_id = p.id and e.road = 'stk' and r.link_id = ${linkId} limit 1
    ) asked on true
    where h.business_id = ${businessId} and h.ended_at is null and (asked.request_id is not null
      or upper(regexp_replace(p.account_typed, '[^A-Za-z0-9]+', '', 'g')) = ${accountNumber})
    order by h.held_at, p.id limit ${paymentsShown}
  `
  return rows.map(({ amount, request_id }) => ({ amount, requestId: request_id }))
}
