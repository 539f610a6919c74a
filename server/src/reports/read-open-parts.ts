import { endOfDay, dayNamed, type Day } from '@kusanya/domain/day.ts'
import { openParts } from '@kusanya/domain/instalment.ts'
import { writeNumber } from '@kusanya/domain/invoice.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'
import { toInstalment, type InstalmentRow } from '../invoices/rows.ts'
import type { OpenPart } from './wire.ts'

/**
 * What was open of each invoice at the end of a day, past days too, instalment by instalment: of these accounts, or of all.
 * The day that is due first comes first.
 */
export async function readOpenParts(
  tx: Tx,
  business: Business,
  day: Day,
  accountIds: string[] | null = null,
): Promise<OpenPart[]> {
  const ends = endOfDay(day, business.timeZone)
  const rows = await tx<
    {
      customer_id: string
      customer_name: string
      account_id: string
      number: string
      year: number | null
      serial: bigint | null
      due_at: Date
      instalments: InstalmentRow[]
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
    select i.customer_id, i.customer_name, i.account_id, a.number, i.year, i.serial, i.due_at, i.instalments,
      b.amount as billed, l.amount as laid, d.amount as adjusted
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
      and (${accountIds}::text[] is null or i.account_id = any (${accountIds}))
  `
  const parts = rows.flatMap((row) => {
    const stood = { total: row.billed, paid: row.laid ?? 0n, adjusted: row.adjusted ?? 0n }
    const terms = { instalments: row.instalments.map(toInstalment), dueAt: row.due_at }
    return openParts({ ...stood, ...terms }).map(({ dueAt, balance }) => ({
      customer: { id: row.customer_id, name: row.customer_name },
      account: { id: row.account_id, number: row.number },
      reference: row.year === null || row.serial === null ? '' : writeNumber({ year: row.year, serial: row.serial }),
      dueOn: dayNamed(dueAt, business.timeZone),
      balance,
    }))
  })
  const place = ({ dueOn, reference }: OpenPart) => `${dueOn} ${reference}`
  return parts.sort((a, b) => (place(a) < place(b) ? -1 : 1))
}
