import type { InvoiceNumber } from '@kusanya/domain/invoice.ts'
import type { PayerPhone } from '@kusanya/domain/matching/payer.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'

type Id = { id: string }
const none: Promise<never[]> = Promise.resolve([])

/** Customers' accounts whose number is one of these, letters and digits only (`tidyNumber`). */
export function withNumbers(tx: Tx, businessId: string, numbers: string[]): Promise<Id[]> {
  if (numbers.length === 0) return none
  return tx<Id[]>`
    select id from accounts
    where business_id = ${businessId} and customer_id is not null
      and tidy_number = any (${numbers})
  `
}

export type BilledRow = { id: string; account_id: string; year: number; serial: bigint }

export function withInvoices(tx: Tx, businessId: string, numbers: InvoiceNumber[]): Promise<BilledRow[]> {
  if (numbers.length === 0) return none
  const rows = numbers.map(({ year, serial }) => ({ year, serial: String(serial) }))
  return tx<BilledRow[]>`
    select i.id, i.account_id, i.year, i.serial
    from jsonb_to_recordset(${tx.json(rows)}) as n (year int, serial bigint)
    join invoices i on i.business_id = ${businessId} and i.year = n.year and i.serial = n.serial
    join accounts a on a.business_id = i.business_id and a.id = i.account_id and a.customer_id is not null
  `
}

/** Accounts of customers who have one of these phones, or may have it. */
export function withPhones(tx: Tx, businessId: string, phones: PayerPhone[]): Promise<Id[]> {
  if (phones.length === 0) return none
  const whole = phones.flatMap((one) => (one.kind === 'full' ? one.phone : []))
  const hashed = phones.flatMap((one) => (one.kind === 'hashed' ? one.sha256 : []))
  const masks = phones.flatMap((one) => (one.kind === 'masked' ? { first: one.start, last: one.end } : []))
  return tx<Id[]>`
    select a.id from customers c
    join accounts a on a.business_id = c.business_id and a.customer_id = c.id
    where c.business_id = ${businessId} and c.id in (
      select w.id from customers w where w.business_id = ${businessId} and w.msisdn = any (${whole})
      union select h.id from customers h where h.business_id = ${businessId} and h.msisdn_hash = any (${hashed})
      union select e.id from jsonb_to_recordset(${tx.json(masks)}) as m (first text, last text)
      join customers e on e.business_id = ${businessId} and e.msisdn_end = right(m.last, 3)
        and starts_with(e.msisdn, m.first) and right(e.msisdn, length(m.last)) = m.last
    )
  `
}

/** For each list of words the accounts that carry two of them, or the only one. */
export function withNames(tx: Tx, businessId: string, lists: string[][]): Promise<Id[]> {
  const rows = lists.flatMap((words, list) => words.map((word) => ({ list, word, least: Math.min(2, words.length) })))
  if (rows.length === 0) return none
  return tx<Id[]>`
    select w.account_id as id
    from jsonb_to_recordset(${tx.json(rows)}) as n (list int, word text, least int)
    join account_words w on w.business_id = ${businessId} and w.word = n.word
    group by n.list, w.account_id having count(*) >= min(n.least)
  `
}

/** Accounts of which one invoice waits for one of these amounts and whose name has one of these words. */
export function owing(tx: Tx, businessId: string, amounts: Money[], words: string[]): Promise<Id[]> {
  if (amounts.length === 0 || words.length === 0) return none
  return tx<Id[]>`
    select distinct i.account_id as id from invoices i
    join account_words w on w.business_id = i.business_id and w.account_id = i.account_id and w.word = any (${words})
    where i.business_id = ${businessId} and i.owed_shillings = any (${amounts.map(inShillings)}::text[]::bigint[])
      and i.issued_at is not null and i.cancelled_at is null and i.paid + i.adjusted < i.total and i.currency = 'KES'
  `
}

/** How many accounts carry each word. */
export async function countNamed(tx: Tx, businessId: string, words: string[]): Promise<Map<string, number>> {
  if (words.length === 0) return new Map()
  const rows = await tx<{ word: string; count: bigint }[]>`
    select word, count(*) as count from account_words
    where business_id = ${businessId} and word = any (${words}) group by word
  `
  return new Map(rows.map(({ word, count }) => [word, Number(count)]))
}

/** How many accounts have an invoice that waits for each amount, cents rounded up to shillings. */
export async function countOwing(tx: Tx, businessId: string, amounts: Money[]): Promise<Map<Money, number>> {
  if (amounts.length === 0) return new Map()
  const rows = await tx<{ shillings: bigint; count: bigint }[]>`
    select owed_shillings as shillings, count(distinct account_id) as count from invoices
    where business_id = ${businessId} and owed_shillings = any (${amounts.map(inShillings)}::text[]::bigint[])
      and issued_at is not null and cancelled_at is null and paid + adjusted < total and currency = 'KES'
    group by owed_shillings
  `
  return new Map(rows.map(({ shillings, count }) => [shillings * 100n, Number(count)]))
}

/** Enough to say whether a business bills most of its accounts. */
const sampled = 400

/**
 * How many accounts of customers there are, by their counter, and how many of them have an invoice: counted among the first
 * by number, which chance gave out, and from there on for all.
 */
export async function countAccounts(tx: Tx, businessId: string): Promise<{ accounts: number; billed: number }> {
  const [row] = await tx<{ accounts: bigint; sampled: bigint | null; billed: bigint | null }[]>`
    with sample as (
      select a.id from accounts a where a.business_id = ${businessId} and a.customer_id is not null
      order by a.tidy_number limit ${sampled}
    )
    select coalesce((select next - 1 from counters where business_id = ${businessId} and series = 'account'), 0) as accounts,
      (select count(*) from sample) as sampled,
      (select count(*) from sample s where exists (
        select 1 from invoices i where i.business_id = ${businessId} and i.account_id = s.id and i.issued_at is not null
      )) as billed
  `
  const [accounts, looked, billed] = [row?.accounts, row?.sampled, row?.billed].map(Number) as [number, number, number]
  return { accounts, billed: looked === 0 ? 0 : Math.round((billed / looked) * accounts) }
}

function inShillings(amount: Money): string {
  return String((amount + 99n) / 100n)
}
