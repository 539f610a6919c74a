import { endOfDay, type Day } from '@kusanya/domain/day.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'
import { ledgerAccounts, type LedgerKind } from './post.ts'

/** Debit is above zero. */
export type TrialBalance = {
  day: Day
  currency: string
  lines: { kind: LedgerKind; ref: string; balance: Money }[]
}

/**
 * What every account of the ledger says at the end of a day, past days too, in one currency: that of the document which
 * each posting is about. All receivables are one line, and all credit; the others are apart. Nothing is left out but zeros.
 */
export async function readTrialBalance(tx: Tx, business: Business, day: Day, currency: string): Promise<TrialBalance> {
  const rows = await tx<
    {
      debit: LedgerKind
      debit_ref: string
      credit: LedgerKind
      credit_ref: string
      amount: bigint | null
    }[]
  >`
    select s.debit, case when s.debit in ('receivable', 'credit') then '' else s.debit_ref end as debit_ref,
      s.credit, case when s.credit in ('receivable', 'credit') then '' else s.credit_ref end as credit_ref,
      sum(s.amount)::bigint as amount
    from postings s
    left join invoices i on i.business_id = s.business_id and i.id = s.cause_id
    left join payments p on p.business_id = s.business_id and p.id = s.cause_id
    left join adjustments a on a.business_id = s.business_id and a.id = s.cause_id
    left join invoices adjusted on adjusted.business_id = a.business_id and adjusted.id = a.invoice_id
    where s.business_id = ${business.id} and s.posted_at < ${endOfDay(day, business.timeZone)}
      and coalesce(i.currency, p.currency, adjusted.currency, 'KES') = ${currency}
    group by 1, 2, 3, 4
  `
  const balances = new Map<string, { kind: LedgerKind; ref: string; balance: Money }>()
  const add = (kind: LedgerKind, ref: string, amount: Money) => {
    const key = `${kind} ${ref}`
    balances.set(key, { kind, ref, balance: (balances.get(key)?.balance ?? 0n) + amount })
  }
  for (const { debit, debit_ref, credit, credit_ref, amount } of rows) {
    add(debit, debit_ref, amount ?? 0n)
    add(credit, credit_ref, -(amount ?? 0n))
  }
  const place = ({ kind }: { kind: LedgerKind }) => ledgerAccounts.indexOf(kind)
  const lines = [...balances.values()].filter(({ balance }) => balance !== 0n)
  return { day, currency, lines: lines.sort((a, b) => place(a) - place(b) || (a.ref < b.ref ? -1 : 1)) }
}
