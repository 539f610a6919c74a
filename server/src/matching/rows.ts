import type { Reason } from '@kusanya/domain/matching/reasons.ts'
import type { Tx } from '../db/sql.ts'

/** Why a payment lies where it lies, if its payer did not say so himself. */
export type Decided = {
  accountId: string
  accountNumber: string
  invoiceId: string | null
  by: 'rule' | 'clerk' | 'payer'
  /** 0 to 1; null if nothing pointed to the account. */
  score: number | null
  reasons: Reason[]
  at: Date
}

/** The decision that put this payment where it is; null if there was none, or its money was moved since. */
export async function findDecision(tx: Tx, businessId: string, paymentId: string): Promise<Decided | null> {
  const [row] = await tx<
    {
      account_id: string
      number: string
      invoice_id: string | null
      decided_by: 'clerk' | 'payer' | 'rule'
      score: number | null
      reasons: Reason[]
      created_at: Date
    }[]
  >`
    select m.account_id, a.number, m.invoice_id, m.decided_by, m.score, m.reasons, m.created_at
    from matches m join accounts a on a.business_id = m.business_id and a.id = m.account_id
    where m.business_id = ${businessId} and m.payment_id = ${paymentId} and m.undone_at is null
      and (select sum(l.amount) from allocations l
        where l.business_id = m.business_id and l.payment_id = m.payment_id and l.account_id = m.account_id) > 0
    order by m.created_at desc, m.id desc limit 1
  `
  if (!row) return null
  return {
    accountId: row.account_id,
    accountNumber: row.number,
    invoiceId: row.invoice_id,
    by: row.decided_by,
    score: row.score === null ? null : row.score / 1_000_000,
    reasons: row.reasons,
    at: row.created_at,
  }
}
