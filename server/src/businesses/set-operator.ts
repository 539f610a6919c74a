import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Initiator } from '../payments/daraja.ts'
import { findConnections } from './shortcode-rows.ts'
import { pictureOf } from './shortcode-wire.ts'

/**
 * Gives a shortcode its operator, or another one. What Safaricom said of the last is forgotten, and the questions that he left
 * unanswered are asked anew: one first. Throws refusals for a shortcode that is not of the business, or is disconnected.
 */
export async function setOperator(
  tx: Tx,
  given: Given,
  businessId: string,
  shortcode: string,
  { name, securityCredential }: Initiator,
  by: By,
): Promise<void> {
  const now = given.now()
  const [before] = await findConnections(tx, businessId, [shortcode])
  if (!before) return refuse('shortcode_unknown')
  if (before.disconnectedAt !== null) return refuse('shortcode_disconnected')
  const place = { businessId, table: 'shortcodes', column: 'security_credential', rowId: shortcode }
  await tx`
    update shortcodes set initiator_name = ${name}, security_credential = ${given.vault.seal(place, securityCredential)},
      initiator_problem = null, initiator_taken_at = null, initiator_tried_at = null, initiator_set_at = ${now}
    where business_id = ${businessId} and shortcode = ${shortcode}
  `
  await tx`
    update inquiries set next_attempt_at = least(next_attempt_at, ${now})
    where business_id = ${businessId} and shortcode = ${shortcode} and state in ('waiting', 'asked') and attempts > 0
  `
  const [after] = await findConnections(tx, businessId, [shortcode])
  const subject = { kind: 'shortcode', id: shortcode }
  const pictures = { before: pictureOf(before), after: after ? pictureOf(after) : null }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'shortcode.set_operator', subject, ...pictures }])
}
