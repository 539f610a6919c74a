import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** A letter to one address. `kind` and `subjectId` say what it is about; `title` is its subject line. */
export type Mail = { kind: string; subjectId: string | null; recipient: string; title: string; body: string }

/** Writes letters down with their cause; a sweep hands them to the mail server. */
export async function queueMails(tx: Tx, given: Given, businessId: string, mails: Mail[]): Promise<void> {
  if (mails.length === 0) return
  const rows = mails.map(({ kind, subjectId, recipient, title, body }) => ({
    id: given.newId(),
    kind,
    subject_id: subjectId,
    recipient,
    title,
    body,
  }))
  const now = given.now()
  await tx`
    insert into mails (business_id, id, kind, subject_id, recipient, title, body, state, next_attempt_at, created_at, updated_at)
    select ${businessId}, m.id, m.kind, m.subject_id, m.recipient, m.title, m.body, 'queued', ${now}, ${now}, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as m (id text, kind text, subject_id text, recipient text, title text, body text)
  `
}
