import { writeNumber } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'
import type { Cause } from '../ledger/post.ts'
import type { Span } from './span.ts'
import type { AccountStatement, Entry } from './wire.ts'

/**
 * The statement of accounts, from the ledger: what they owe less the credit they have, and each thing that changed it.
 * Money that only moved between these accounts is left out.
 */
export async function readAccountStatement(
  tx: Tx,
  businessId: string,
  accountIds: string[],
  { begins, ends }: Span,
): Promise<AccountStatement> {
  const rows = await tx<
    {
      cause: Cause
      posted_at: Date
      amount: bigint | null
      receipt: string | null
      year: number | null
      serial: bigint | null
    }[]
  >`
    with moved as (
      select id, cause, cause_id, posted_at,
        case when debit in ('receivable', 'credit') and debit_ref = any (${accountIds}) then amount else 0 end
          - case when credit in ('receivable', 'credit') and credit_ref = any (${accountIds}) then amount else 0 end as amount
      from postings
      where business_id = ${businessId} and posted_at < ${ends} and (
        (debit in ('receivable', 'credit') and debit_ref = any (${accountIds}))
        or (credit in ('receivable', 'credit') and credit_ref = any (${accountIds}))
      )
    ), happened as (
      select cause, cause_id, posted_at, min(id) as first_id, sum(amount)::bigint as amount from moved
      group by cause, cause_id, posted_at
    )
    select h.cause, h.posted_at, h.amount, p.receipt, i.year, i.serial
    from happened h
    left join payments p on p.business_id = ${businessId} and p.id = h.cause_id
    left join invoices i on i.business_id = ${businessId} and i.id = h.cause_id
    where h.amount <> 0
    order by h.posted_at, h.first_id
  `
  let balance = 0n
  const entries: Entry[] = []
  let opening = 0n
  for (const { cause, posted_at, amount, receipt, year, serial } of rows) {
    balance += amount ?? 0n
    if (posted_at < begins) opening = balance
    else {
      const reference = receipt ?? (year !== null && serial !== null ? writeNumber({ year, serial }) : '')
      entries.push({ at: posted_at, cause, reference, amount: amount ?? 0n, balance })
    }
  }
  return { opening, closing: balance, entries }
}
