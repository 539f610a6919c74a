import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** On whose behalf something is done, and why. `actor` is `api key …4Xk2`, `system`, or `payer`. */
export type By = { actor: string; reason: string | null }

type Plain = string | number | boolean | null | Plain[] | { [name: string]: Plain }

/** How a thing looked, in the words of the wire: amounts as decimals, instants as text. */
export type Picture = { [name: string]: Plain }

export type AuditLine = By & {
  /** What was done, as `credit_note.create`. */
  action: string
  subject: { kind: string; id: string }
  before: Picture | null
  after: Picture | null
}

/** Writes who did what, why, and how it looked before and after, in the transaction that did it. Never changed afterwards. */
export async function recordAudit(tx: Tx, given: Given, businessId: string, lines: AuditLine[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map(({ actor, reason, action, subject, before, after }) => ({
    id: given.newId(),
    actor,
    action,
    kind: subject.kind,
    subject_id: subject.id,
    reason,
    before,
    after,
  }))
  await tx`
    insert into audit_lines (business_id, id, actor, action, subject_kind, subject_id, reason, before, after, created_at)
    select ${businessId}, l.id, l.actor, l.action, l.kind, l.subject_id, l.reason, l.before, l.after, ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as l (
      id text, actor text, action text, kind text, subject_id text, reason text, before jsonb, after jsonb
    )
  `
}
