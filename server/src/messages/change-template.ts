import { checkTemplate } from '@kusanya/domain/message.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Template } from './english.ts'
import { findTemplates, nameOf, type TemplateKey, type Templates } from './templates.ts'

/**
 * Puts a business's own words in the place of a template, or ours again. Refuses placeholders that there are not, and a mail
 * without a title. What was sent stays as it was.
 */
export async function changeTemplate(
  tx: Tx,
  given: Given,
  businessId: string,
  key: TemplateKey,
  wanted: Template | null,
  by: By,
): Promise<Templates> {
  const before = (await findTemplates(tx, businessId))(key)
  if (wanted) {
    if (key.channel === 'email' && wanted.title.trim() === '') refuse('message_title_missing')
    checkTemplate(wanted.title, key.purpose)
    checkTemplate(wanted.body, key.purpose)
  }
  const title = wanted && key.channel === 'email' ? wanted.title : null
  await tx`
    insert into message_templates (business_id, purpose, channel, language, title, body, updated_at)
    values (${businessId}, ${key.purpose}, ${key.channel}, ${key.language}, ${title}, ${wanted?.body ?? null}, ${given.now()})
    on conflict (business_id, purpose, channel, language) do update set
      title = excluded.title, body = excluded.body, updated_at = excluded.updated_at
  `
  const templates = await findTemplates(tx, businessId)
  const subject = { kind: 'message_template', id: nameOf(key) }
  const after = templates(key)
  await recordAudit(tx, given, businessId, [{ ...by, action: 'message_template.update', subject, before, after }])
  return templates
}
