import type { Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** The accounts of the ledger, in the order of a trial balance: what there is, what is owed, what came in, what went. */
export const ledgerAccounts = [
  'receivable',
  'mpesa',
  'cash',
  'bank',
  'withholding',
  'suspense',
  'credit',
  'refund',
  'tax',
  'opening',
  'sales',
  'rounding',
  'write_off',
  'fees',
] as const
export type LedgerKind = (typeof ledgerAccounts)[number]

/** An account of the ledger and whose it is: a billing account, a shortcode, or nobody's in particular. */
export type LedgerAccount = { kind: LedgerKind; ref: string }

export const causes = [
  'invoice_issued',
  'invoice_changed',
  'invoice_cancelled',
  'invoice_reopened',
  'payment_received',
  'payment_reversed',
  'payment_moved',
  'credit_applied',
  'credit_refunded',
  'invoice_adjusted',
  'adjustment_reversed',
  'charged',
  'settled',
  'brought_forward',
] as const
export type Cause = (typeof causes)[number]
export type Posting = { cause: Cause; causeId: string; debit: LedgerAccount; credit: LedgerAccount; amount: Money }

/** Writes postings. One below zero is written the other way round; one of nothing is left out. */
export async function post(tx: Tx, given: Given, businessId: string, postings: Posting[]): Promise<void> {
  const rows = postings.filter(({ amount }) => amount !== 0n).map((posting) => toRow(given, posting))
  if (rows.length === 0) return
  await tx`
    insert into postings (business_id, id, cause, cause_id, debit, debit_ref, credit, credit_ref, amount, posted_at)
    select ${businessId}, p.id, p.cause, p.cause_id, p.debit, p.debit_ref, p.credit, p.credit_ref, p.amount, ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as p (
      id text, cause text, cause_id text, debit text, debit_ref text, credit text, credit_ref text, amount bigint
    )
  `
}

/** What an invoice says in the ledger: nothing before it is issued and after it is cancelled. */
export function postingsBetween(before: Invoice | null, after: Invoice, cause: Cause): Posting[] {
  const receivable: LedgerAccount = { kind: 'receivable', ref: after.account.id }
  const from = standing(before)
  const to = standing(after)
  return [
    { cause, causeId: after.id, debit: receivable, credit: { kind: 'sales', ref: '' }, amount: to.sales - from.sales },
    { cause, causeId: after.id, debit: receivable, credit: { kind: 'tax', ref: '' }, amount: to.tax - from.tax },
    {
      cause,
      causeId: after.id,
      debit: receivable,
      credit: { kind: 'rounding', ref: '' },
      amount: to.rounding - from.rounding,
    },
  ]
}

function standing(invoice: Invoice | null): { sales: Money; tax: Money; rounding: Money } {
  const stands = invoice !== null && invoice.issuedAt !== null && invoice.cancelledAt === null
  if (!stands) return { sales: 0n, tax: 0n, rounding: 0n }
  const { total, tax, rounding } = invoice
  return { sales: total - tax - rounding, tax, rounding }
}

function toRow(given: Given, { cause, causeId, debit, credit, amount }: Posting) {
  const [from, to, size] = amount > 0n ? [debit, credit, amount] : [credit, debit, -amount]
  return {
    id: given.newId(),
    cause,
    cause_id: causeId,
    debit: from.kind,
    debit_ref: from.ref,
    credit: to.kind,
    credit_ref: to.ref,
    amount: String(size),
  }
}
