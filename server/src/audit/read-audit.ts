import type { Tx } from '../db/sql.ts'
import type { Page } from '../http/envelope.ts'
import type { Picture } from './record-audit.ts'

/** `customerId` and `accountId`: whatever is about him, his accounts, invoices, credit notes and payments; or about that account's. */
export type AuditFilter = {
  subjectKind: string | null
  subjectId: string | null
  customerId: string | null
  accountId: string | null
}
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
  { subjectKind, subjectId, customerId, accountId }: AuditFilter,
  { take, offset, before, counted }: Page,
): Promise<{ lines: AuditEntry[]; total: bigint }> {
  const about =
    customerId === null && accountId === null ? null : await findSubjects(tx, businessId, customerId, accountId)
  const [[count], lines] = await Promise.all([
    tx<{ total: bigint }[]>`
      select count(*) as total from audit_lines
      where ${counted}::boolean and business_id = ${businessId} and (${subjectKind}::text is null or subject_kind = ${subjectKind})
        and (${subjectId}::text is null or subject_id = ${subjectId})
        and (${about}::text[] is null or subject_id = any (${about}))
    `,
    tx<AuditEntry[]>`
      select id, actor, action, subject_kind, subject_id, reason, before, after, created_at from audit_lines
      where business_id = ${businessId} and (${subjectKind}::text is null or subject_kind = ${subjectKind})
        and (${subjectId}::text is null or subject_id = ${subjectId})
        and (${about}::text[] is null or subject_id = any (${about}))
        and (created_at, id) < (${before.at}, ${before.id})
      order by created_at desc, id desc limit ${take} offset ${offset}
    `,
  ])
  return { lines, total: count?.total ?? 0n }
}

/** The ids of everything that belongs to a customer, or to one account of his. Ids are unique among all kinds of things. */
async function findSubjects(
  tx: Tx,
  businessId: string,
  customerId: string | null,
  accountId: string | null,
): Promise<string[]> {
  const found = await tx<{ id: string | null }[]>`
    with owned as materialized (
      select id, customer_id from accounts
      where business_id = ${businessId} and customer_id is not null
        and (${customerId}::text is null or customer_id = ${customerId})
        and (${accountId}::text is null or id = ${accountId})
    ), billed as materialized (
      select id from invoices where business_id = ${businessId} and account_id in (select id from owned)
    )
    select id from owned
    union select customer_id from owned where ${accountId}::text is null
    union select id from billed
    union select id from payment_links where business_id = ${businessId} and invoice_id in (select id from billed)
    union select id from credit_notes where business_id = ${businessId} and invoice_id in (select id from billed)
    union select payment_id from allocations where business_id = ${businessId} and account_id in (select id from owned)
  `
  return found.flatMap(({ id }) => id ?? [])
}
