import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import type { Picture } from './record-audit.ts'

export type AuditFilter = { subjectKind: string | null; subjectId: string | null }
export type AuditEntry = {
  id: string
  actor: string
  action: string
  subject_kind: string
  subject_id: string
  reason: string | null
  before: Picture | null
  after: Picture | null
  created_at: Date
}

/** A page of the audit trail, newest first, and how many lines there are in all. */
export async function listAudit(
  tx: Tx,
  businessId: string,
  { subjectKind, subjectId }: AuditFilter,
  { take, offset, before, counted }: Page,
): Promise<{ lines: AuditEntry[]; total: bigint }> {
  const [[count], lines] = await Promise.all([
    tx<{ total: bigint }[]>`
      select count(*) as total from audit_lines
      where ${counted}::boolean and business_id = ${businessId} and (${subjectKind}::text is null or subject_kind = ${subjectKind})
        and (${subjectId}::text is null or subject_id = ${subjectId})
    `,
    tx<AuditEntry[]>`
      select id, actor, action, subject_kind, subject_id, reason, before, after, created_at from audit_lines
      where business_id = ${businessId} and (${subjectKind}::text is null or subject_kind = ${subjectKind})
        and (${subjectId}::text is null or subject_id = ${subjectId})
        and (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    `,
  ])
  return { lines, total: count?.total ?? 0n }
}
