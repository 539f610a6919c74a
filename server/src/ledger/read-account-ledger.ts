import { writeNumber } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Tx } from '../db/sql.ts'
import type { Span } from '../reports/span.ts'
import type { Cause, LedgerKind } from './post.ts'

/** Debit is above zero. */
export type LedgerEntry = {
  at: Date
  cause: Cause
  reference: string
  against: LedgerKind
  amount: Money
  balance: Money
}
export type AccountLedger = {
  kind: LedgerKind
  span: Span
  currency: string
  opening: Money
  closing: Money
  entries: LedgerEntry[]
}

type Wanted = {
  kind: LedgerKind
  /** Null takes all accounts of the kind together. */ ref: string | null
  currency: string
}

/** The postings of an account in a span, in the order in which they were made, with the balance after each. */
export async function readAccountLedger(
  tx: Tx,
  businessId: string,
  { kind, ref, currency }: Wanted,
  span: Span,
): Promise<AccountLedger> {
  const rows = await tx<
    {
      cause: Cause
      posted_at: Date
      debit: LedgerKind
      debit_ref: string
      credit: LedgerKind
      credit_ref: string
      amount: bigint
      receipt: string | null
      listed: string | null
      year: number | null
      serial: bigint | null
      adjusted_year: number | null
      adjusted_serial: bigint | null
    }[]
  >`
    select s.cause, s.posted_at, s.debit, s.debit_ref, s.credit, s.credit_ref, s.amount, p.receipt, l.receipt as listed,
      i.year, i.serial, adjusted.year as adjusted_year, adjusted.serial as adjusted_serial
    from postings s
    left join invoices i on i.business_id = s.business_id and i.id = s.cause_id
    left join payments p on p.business_id = s.business_id and p.id = s.cause_id
    left join adjustments a on a.business_id = s.business_id and a.id = s.cause_id
    left join invoices adjusted on adjusted.business_id = a.business_id and adjusted.id = a.invoice_id
    left join statement_lines l on l.business_id = s.business_id and l.id = s.cause_id
    where s.business_id = ${businessId} and s.posted_at < ${span.ends}
      and ((s.debit = ${kind} and (${ref}::text is null or s.debit_ref = ${ref}))
        or (s.credit = ${kind} and (${ref}::text is null or s.credit_ref = ${ref})))
      and coalesce(i.currency, p.currency, adjusted.currency, 'KES') = ${currency}
    order by s.posted_at, s.id
  `
  const isMeant = (one: LedgerKind, whose: string) => one === kind && (ref === null || ref === whose)
  let balance = 0n
  let opening = 0n
  const entries: LedgerEntry[] = []
  for (const row of rows) {
    const debited = isMeant(row.debit, row.debit_ref)
    // Money that only moved between the accounts that are looked at together changes nothing of them.
    if (debited && isMeant(row.credit, row.credit_ref)) continue
    const amount = debited ? row.amount : -row.amount
    balance += amount
    if (row.posted_at < span.begins) {
      opening = balance
      continue
    }
    const year = row.year ?? row.adjusted_year
    const serial = row.serial ?? row.adjusted_serial
    const number = year !== null && serial !== null ? writeNumber({ year, serial }) : ''
    const reference = row.receipt ?? row.listed ?? number
    const against = debited ? row.credit : row.debit
    entries.push({ at: row.posted_at, cause: row.cause, reference, against, amount, balance })
  }
  return { kind, span, currency, opening, closing: balance, entries }
}
