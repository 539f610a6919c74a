import type { Candidate } from '@kusanya/domain/matching/match.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** Why a payment was put where it is. `candidate` is null if a clerk put it where nothing pointed to. */
export type Decision = {
  paymentId: string
  accountId: string
  invoiceId: string | null
  by: 'rule' | 'clerk' | 'payer'
  candidate: Candidate | null
}

/** Keeps why payments were put where they are. */
export async function writeMatches(tx: Tx, given: Given, businessId: string, decisions: Decision[]): Promise<void> {
  if (decisions.length === 0) return
  const rows = decisions.map(({ paymentId, accountId, invoiceId, by, candidate }) => ({
    id: given.newId(),
    payment_id: paymentId,
    account_id: accountId,
    invoice_id: invoiceId,
    decided_by: by,
    score: candidate && Math.round(candidate.score * 1_000_000),
    reasons: candidate?.reasons ?? [],
  }))
  await tx`
    insert into matches (business_id, id, payment_id, account_id, invoice_id, decided_by, score, reasons, created_at)
    select ${businessId}, m.id, m.payment_id, m.account_id, m.invoice_id, m.decided_by, m.score, m.reasons, ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as m (
      id text, payment_id text, account_id text, invoice_id text, decided_by text, score int, reasons jsonb
    )
  `
}

/** A payment lies no longer where it was put: why it did is history. */
export async function undoMatches(tx: Tx, given: Given, businessId: string, paymentId: string): Promise<void> {
  await tx`
    update matches set undone_at = ${given.now()}
    where business_id = ${businessId} and payment_id = ${paymentId} and undone_at is null
  `
}
