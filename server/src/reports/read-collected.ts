import { daysSalesOutstanding } from '@kusanya/domain/aging.ts'
import { addDays, daysBetween, type Day } from '@kusanya/domain/day.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'
import type { Span } from './span.ts'

/** Money that came in and was not taken back. `day` is empty when the days of a span are taken together. */
export type Collected = { day: Day; channel: string; shortcode: string; payments: number; amount: Money }

/** What was collected on each day by each channel, first day first. */
export async function readCollected(tx: Tx, business: Business, { begins, ends }: Span): Promise<Collected[]> {
  const rows = await tx<
    {
      day: string | null
      channel: 'manual' | 'mpesa'
      shortcode: string
      payments: bigint
      amount: bigint
    }[]
  >`
    select to_char(p.paid_at at time zone ${business.timeZone}, 'YYYY-MM-DD')::text as day, p.channel, p.shortcode,
      count(*) as payments, sum(held.amount)::bigint as amount
    from payments p
    cross join lateral (
      select coalesce(sum(a.amount), 0)::bigint as amount from allocations a
      where a.business_id = p.business_id and a.payment_id = p.id
    ) held
    where p.business_id = ${business.id} and p.paid_at >= ${begins} and p.paid_at < ${ends} and held.amount <> 0
    group by 1, p.channel, p.shortcode
    order by 1, p.channel desc, p.shortcode
  `
  return rows.map(({ day, channel, shortcode, payments, amount }) => ({
    day: day ?? '',
    channel,
    shortcode,
    payments: Number(payments),
    amount,
  }))
}

/** The same with the days taken together, the largest first. */
export function byChannel(collected: Collected[]): Collected[] {
  const sums = new Map<string, Collected>()
  for (const one of collected) {
    const key = `${one.channel} ${one.shortcode}`
    const sum = sums.get(key) ?? { ...one, day: '', payments: 0, amount: 0n }
    sums.set(key, { ...sum, payments: sum.payments + one.payments, amount: sum.amount + one.amount })
  }
  return [...sums.values()].sort((a, b) => Number(b.amount - a.amount))
}

export type Month = { month: string; sales: Money; receivable: Money; days: number; dso: number | null }

/** Days sales outstanding month by month: what was owed at its end, against what was invoiced in it, tax included. */
export async function readDaysOutstanding(tx: Tx, business: Business, { from, to, ends }: Span): Promise<Month[]> {
  const rows = await tx<{ month: string | null; change: bigint | null; sales: bigint | null }[]>`
    with moved as (
      select posted_at, cause, amount from postings
      where business_id = ${business.id} and debit = 'receivable' and posted_at < ${ends}
      union all
      select posted_at, cause, -amount from postings
      where business_id = ${business.id} and credit = 'receivable' and posted_at < ${ends}
    )
    select to_char(posted_at at time zone ${business.timeZone}, 'YYYY-MM')::text as month, sum(amount)::bigint as change,
      sum(amount) filter (where cause in ('invoice_issued', 'invoice_changed', 'invoice_cancelled', 'invoice_reopened'))::bigint
        as sales
    from moved group by 1 order by 1
  `
  let receivable = 0n
  return rows.flatMap(({ month, change, sales }): Month[] => {
    receivable += change ?? 0n
    if (month === null || month < from.slice(0, 7)) return []
    const end = lastDay(month)
    const days = daysBetween(`${month}-01`, end < to ? end : to) + 1
    return [{ month, sales: sales ?? 0n, receivable, days, dso: daysSalesOutstanding(receivable, sales ?? 0n, days) }]
  })
}

function lastDay(month: string): Day {
  const next = addDays(`${month}-28`, 4)
  return addDays(`${next.slice(0, 7)}-01`, -1)
}
