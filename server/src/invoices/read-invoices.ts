import type { Day } from '@kusanya/domain/day.ts'
import type { Invoice, Status } from '@kusanya/domain/invoice.ts'
import { readSearch } from '@kusanya/domain/search.ts'
import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import { anywhere } from '../http/fields.ts'
import { findInvoices } from './rows.ts'

export type InvoiceFilter = {
  /** Any of these; null for all. */
  statuses: Status[] | null
  search: string | null
  customerId: string | null
  accountId: string | null
  createdFrom: Date | null
  createdBefore: Date | null
  dueFrom: Day | null
  dueTo: Day | null
  /** The business's: a due date with a time falls on a day in it. */
  timeZone: string
}

/** A page of invoices, newest first, and how many there are in all. */
export async function listInvoices(
  tx: Tx,
  businessId: string,
  { statuses, search, customerId, accountId, createdFrom, createdBefore, dueFrom, dueTo, timeZone }: InvoiceFilter,
  { take, offset, before, counted }: Page,
): Promise<{ invoices: Invoice[]; total: bigint | null }> {
  const like = anywhere(search)
  const sought = readSearch(search ?? '')
  const years = sought.invoices.map(({ year }) => year)
  const serials = sought.invoices.map(({ serial }) => String(serial))
  const lasts = sought.words.map((word) => word.padEnd(word.length + 20, 'Z'))
  // The status as statusOf() finds it, the day as dayNamed(). A search goes once through the texts, and what it finds is kept:
  // each of its subqueries asks an index, and is hashed. Without one, a page is read in the order of its index.
  const [listed] = await tx<{ total: bigint | null; ids: string[] | null }[]>`
    with matching as not materialized (
      select id, created_at from invoices
      where business_id = ${businessId} and (${customerId}::text is null or customer_id = ${customerId})
        and (${accountId}::text is null or account_id = ${accountId})
        and created_at >= coalesce(${createdFrom}::timestamptz, '-infinity')
        and created_at < coalesce(${createdBefore}::timestamptz, 'infinity')
        and (${dueFrom ?? dueTo}::text is null or to_char(due_at at time zone
            case when due_at = date_trunc('day', due_at, 'UTC') then 'UTC' else ${timeZone} end, 'YYYY-MM-DD')
          between ${dueFrom ?? '0000'} and ${dueTo ?? '9999-12-31'})
        and (
          ${statuses}::text[] is null or case
            when cancelled_at is not null then 'cancelled'
            when issued_at is null then 'draft'
            when paid + adjusted >= total then 'paid'
            when overdue_at is not null then 'overdue'
            when paid > 0 then 'partially_paid'
            else 'unpaid'
          end = any (${statuses}::text[])
        )
        and (
          ${like}::text is null or search_text like (select lower(${like}::text))
          or total = ${sought.amount}::bigint or total - paid - adjusted = ${sought.amount}::bigint
          or account_id in (
            select id from accounts
            where business_id = ${businessId} and customer_id is not null and tidy_number = ${sought.account}
            union all
            select w.account_id from unnest(${sought.words}::text[], ${lasts}::text[]) with ordinality as begun (word, last, place)
            join account_words w on w.business_id = ${businessId} and w.word between begun.word and begun.last
            group by w.account_id
            having bit_or(1::bigint << begun.place::int) = (2::bigint << cardinality(${sought.words}::text[])) - 2
          )
          or id in (
            select id from invoices
            where business_id = ${businessId} and (year, serial) in (
              select n.year, n.serial::bigint from unnest(${years}::int[], ${serials}::text[]) as n (year, serial))
            union all
            select i.id from customers c join invoices i on i.business_id = c.business_id and i.customer_id = c.id
            where c.business_id = ${businessId} and c.msisdn = ${sought.phone}::text
            union all
            select l.invoice_id from payments p
            join allocations l on l.business_id = p.business_id and l.payment_id = p.id
            where p.business_id = ${businessId} and p.receipt = any (${sought.receipts}::text[]) and l.invoice_id is not null
          )
        )
    ), found as materialized (
      select id, created_at from matching where ${like}::text is not null
    ), page as (
      (select id, created_at from matching
      where ${like}::text is null and (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset})
      union all
      (select id, created_at from found where (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset})
    )
    select case
        when not ${counted}::boolean then null
        when ${like}::text is null then (select count(*) from matching)
        else (select count(*) from found)
      end as total,
      (select array_agg(id order by created_at desc, id desc) from page) as ids
  `
  const ids = listed?.ids ?? []
  const found = new Map((await findInvoices(tx, businessId, ids)).map((invoice) => [invoice.id, invoice]))
  return { invoices: ids.flatMap((id) => found.get(id) ?? []), total: listed?.total ?? null }
}

type Stage = 'queued' | 'sending' | 'sent' | 'refused' | 'unknown'
export type PushState = { state: Stage | 'cancelled'; reason: string | null; updatedAt: Date }

/** How far the bill has come on its way to the phone; null when it was never to go there. */
export async function readPush(tx: Tx, businessId: string, invoiceId: string): Promise<PushState | null> {
  const rows = await tx<
    { kind: 'send' | 'cancel'; round: number; state: Stage; reason: string | null; updated_at: Date }[]
  >`
    select kind, round, state, reason, updated_at from pushes
    where business_id = ${businessId} and invoice_id = ${invoiceId} order by round desc
  `
  const bill = rows.find(({ kind }) => kind === 'send')
  if (!bill) return null
  const calledOff = rows.find(({ kind, round, state }) => kind === 'cancel' && round === bill.round && state === 'sent')
  const { state, reason, updated_at } = calledOff ? { ...calledOff, state: 'cancelled' as const } : bill
  return { state, reason, updatedAt: updated_at }
}
