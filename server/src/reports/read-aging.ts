import { agingBucket, agingBuckets, type AgingBucket } from '@kusanya/domain/aging.ts'
import { dayNamed, daysBetween, endOfDay, type Day } from '@kusanya/domain/day.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'

export type Aged = Record<AgingBucket | 'total', Money> & {
  customer: { id: string; name: string }
  account: { id: string; number: string }
}

/** Who owed how much since when at the end of a day, past days too, account by account; the most first. */
export async function readAging(tx: Tx, business: Business, day: Day): Promise<Aged[]> {
  const ends = endOfDay(day, business.timeZone)
  const rows = await tx<
    {
      customer_id: string
      customer_name: string
      account_id: string
      number: string
      due_at: Date
      billed: bigint
      laid: bigint | null
      adjusted: bigint | null
    }[]
  >`
    with billed as (
      select cause_id, sum(case when debit = 'receivable' then amount else -amount end)::bigint as amount from postings
      where business_id = ${business.id} and posted_at < ${ends}
        and cause in ('invoice_issued', 'invoice_changed', 'invoice_cancelled', 'invoice_reopened')
      group by cause_id
    )
    select i.customer_id, i.customer_name, i.account_id, a.number, i.due_at, b.amount as billed, l.amount as laid,
      d.amount as adjusted
    from billed b
    join invoices i on i.business_id = ${business.id} and i.id = b.cause_id
    join accounts a on a.business_id = ${business.id} and a.id = i.account_id
    left join (
      select invoice_id, sum(amount)::bigint as amount from allocations
      where business_id = ${business.id} and invoice_id is not null and created_at < ${ends} group by invoice_id
    ) l on l.invoice_id = i.id
    left join (
      select invoice_id, sum(amount)::bigint as amount from adjustments
      where business_id = ${business.id} and created_at < ${ends} group by invoice_id
    ) d on d.invoice_id = i.id
    where b.amount - coalesce(l.amount, 0) - coalesce(d.amount, 0) <> 0
  `
  const byAccount = new Map<string, Aged>()
  for (const row of rows) {
    const aged = byAccount.get(row.account_id) ?? {
      ...nothing(),
      customer: { id: row.customer_id, name: row.customer_name },
      account: { id: row.account_id, number: row.number },
    }
    byAccount.set(row.account_id, aged)
    const balance = row.billed - (row.laid ?? 0n) - (row.adjusted ?? 0n)
    aged[agingBucket(daysBetween(dayNamed(row.due_at, business.timeZone), day))] += balance
    aged.total += balance
  }
  return [...byAccount.values()].sort((a, b) => Number(b.total - a.total) || (a.account.id < b.account.id ? -1 : 1))
}

function nothing(): Record<AgingBucket | 'total', Money> {
  return Object.fromEntries([...agingBuckets, 'total'].map((bucket) => [bucket, 0n])) as Record<
    AgingBucket | 'total',
    Money
  >
}
