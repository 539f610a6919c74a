import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

/** Something that is carried along, what it says, and what its sources add up to. Amounts in minor units. */
export type Difference = { what: string; id: string; said: Money; counted: Money }

type Row = { id: string; said: bigint; counted: bigint | null }

/**
 * Adds every projection of a business up again from its sources: what is paid and adjusted on invoices, credit of
 * accounts, money of links, the parts of payments and their receipts, each account of the ledger. Returns what differs, nothing when the
 * books are right. Reads everything: minutes for millions of rows.
 */
export async function auditBooks(tx: Tx, businessId: string): Promise<Difference[]> {
  await tx`set local statement_timeout = '10min'`
  const parts: [string, Promise<Row[]>][] = [
    ['invoice paid', auditPaid(tx, businessId)],
    ['invoice adjusted', auditAdjusted(tx, businessId)],
    ['account credit', auditCredit(tx, businessId)],
    ['payment link paid', auditLinks(tx, businessId)],
    ['payment allocated', auditPayments(tx, businessId)],
    ['superseded payment', auditSuperseded(tx, businessId)],
    ['receipt', auditReceipts(tx, businessId)],
    ['instalments', auditInstalments(tx, businessId)],
    ['ledger', auditLedger(tx, businessId)],
  ]
  const found = await Promise.all(
    parts.map(async ([what, rows]) => (await rows).map((row) => ({ what, ...row, counted: row.counted ?? 0n }))),
  )
  return found.flat()
}

async function auditPaid(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<Row[]>`
    select i.id, i.paid as said, a.amount::bigint as counted from invoices i
    left join (
      select invoice_id, sum(amount) as amount from allocations where business_id = ${businessId} group by invoice_id
    ) a on a.invoice_id = i.id
    where i.business_id = ${businessId} and i.paid <> coalesce(a.amount, 0)
  `
}

async function auditAdjusted(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<Row[]>`
    select i.id, i.adjusted as said, a.amount::bigint as counted from invoices i
    left join (
      select invoice_id, sum(amount) as amount from adjustments where business_id = ${businessId} group by invoice_id
    ) a on a.invoice_id = i.id
    where i.business_id = ${businessId} and i.adjusted <> coalesce(a.amount, 0)
  `
}

async function auditCredit(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<Row[]>`
    select c.id, c.credit as said, a.amount::bigint as counted from accounts c
    left join (
      select account_id, sum(amount) as amount from allocations
      where business_id = ${businessId} and target = 'credit' group by account_id
    ) a on a.account_id = c.id
    where c.business_id = ${businessId} and c.credit <> coalesce(a.amount, 0)
  `
}

async function auditLinks(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<Row[]>`
    select l.id, l.paid as said, a.amount::bigint as counted from payment_links l
    left join (
      select link_id, sum(amount) as amount from allocations where business_id = ${businessId} group by link_id
    ) a on a.link_id = l.id
    where l.business_id = ${businessId} and l.paid <> coalesce(a.amount, 0)
  `
}

/** Every payment has been laid somewhere, and nothing of it twice; taken back, in part or whole, it stands for less. */
async function auditPayments(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<Row[]>`
    select p.id, p.amount as said, a.amount::bigint as counted from payments p
    left join (
      select payment_id, sum(amount) as amount from allocations where business_id = ${businessId} group by payment_id
    ) a on a.payment_id = p.id
    where p.business_id = ${businessId} and (a.payment_id is null or a.amount < 0 or a.amount > p.amount)
  `
}

/** Of the editions of a receipt only the newest lies anywhere. */
async function auditSuperseded(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<{ id: string; said: bigint; counted: bigint | null }[]>`
    select p.id, 0::bigint as said, sum(a.amount)::bigint as counted from payments p
    join payments newer on newer.business_id = p.business_id and newer.shortcode = p.shortcode
      and newer.receipt = p.receipt and newer.edition = p.edition + 1
    join allocations a on a.business_id = p.business_id and a.payment_id = p.id
    where p.business_id = ${businessId} group by p.id having sum(a.amount) <> 0
  `
}

/** Every part of a payment that was laid on an invoice has one receipt over its amount. */
async function auditReceipts(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<{ id: string; said: bigint; counted: bigint }[]>`
    select a.id, coalesce(r.amount, 0)::bigint as said, a.amount as counted from allocations a
    left join receipts r on r.business_id = a.business_id and r.allocation_id = a.id
    where a.business_id = ${businessId} and a.target = 'invoice' and a.amount > 0 and r.amount is distinct from a.amount
  `
}

/** Instalments add up to the total of their invoice. */
async function auditInstalments(tx: Tx, businessId: string): Promise<Row[]> {
  return tx<Row[]>`
    select i.id, i.total as said, s.amount::bigint as counted from invoices i
    cross join lateral (
      select sum((part ->> 'amount')::bigint) as amount from jsonb_array_elements(i.instalments) part
    ) s
    where i.business_id = ${businessId} and s.amount <> i.total
  `
}

/** What each account of the ledger says, beside what the documents behind it add up to. Debit is above zero. */
async function auditLedger(tx: Tx, businessId: string): Promise<Row[]> {
  const rows = await tx<{ id: string | null; said: bigint; counted: bigint }[]>`
    with standing as (
      select account_id, total, tax, rounding, paid, adjusted from invoices
      where business_id = ${businessId} and issued_at is not null and cancelled_at is null
    ), laid as (
      select a.target, a.amount, p.channel, p.shortcode from allocations a
      join payments p on p.business_id = a.business_id and p.id = a.payment_id
      where a.business_id = ${businessId}
    ), adjusted as (
      select kind, amount, tax, withheld from adjustments where business_id = ${businessId}
    ), listed as (
      select shortcode, fate, amount from statement_lines
      where business_id = ${businessId} and fate in ('charge', 'settlement')
    ), counted as (
      select 'receivable' as kind, account_id as ref, total - paid - adjusted as amount from standing
      union all select 'credit', id, -credit from accounts where business_id = ${businessId}
      union all select 'sales', '', tax + rounding - total from standing
      union all select 'sales', '', amount - tax from adjusted where kind = 'credit_note'
      union all select 'tax', '', -tax from standing
      union all select 'rounding', '', -rounding from standing
      union all select 'tax', '', tax from adjusted where kind = 'credit_note'
      union all select kind, coalesce(withheld, ''), amount from adjusted where kind <> 'credit_note'
      union all select case target when 'link' then 'sales' else target end, '', -amount from laid
        where target in ('link', 'suspense', 'refund')
      union all select 'mpesa', shortcode, amount from listed
      union all select case fate when 'charge' then 'fees' else 'bank' end, '', -amount from listed
      union all select 'mpesa', shortcode, brought_forward from closes where business_id = ${businessId}
      union all select 'opening', '', -brought_forward from closes where business_id = ${businessId}
      union all select case channel when 'mpesa' then 'mpesa' else 'cash' end,
        case channel when 'mpesa' then shortcode else 'manual' end, amount from laid
    ), said as (
      select debit as kind, debit_ref as ref, amount from postings where business_id = ${businessId}
      union all select credit, credit_ref, -amount from postings where business_id = ${businessId}
    ), both_sides as (
      select kind, ref, amount as said, 0 as counted from said
      union all select kind, ref, 0, amount from counted
    )
    select trim(kind || ' ' || ref) as id, coalesce(sum(said), 0)::bigint as said, coalesce(sum(counted), 0)::bigint as counted from both_sides
    group by kind, ref having sum(said) <> sum(counted)
    order by kind, ref
  `
  return rows.map(({ id, ...sums }) => ({ id: id ?? '', ...sums }))
}
