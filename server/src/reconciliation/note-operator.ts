import { isInitiatorProblem } from '@kusanya/domain/inquiry.ts'
import { recordAudit } from '../audit/record-audit.ts'
import { findConnections } from '../businesses/shortcode-rows.ts'
import { pictureOf, tellRefusedOperator } from '../businesses/shortcode-wire.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'

/** `askedAt`: when the question went out; null when that is not known. */
type Said = { code: string; words: string; askedAt: Date | null }

/**
 * What an answer says of the operator in whose name was asked: one whom Safaricom refuses is used no more until he is
 * replaced, because it locks who tries often, and the business is told, once; any other answer shows that it takes him. An
 * answer to a question that is older than the present operator speaks of another, and is not heard.
 */
export async function noteOperator(
  tx: Tx,
  given: Given,
  businessId: string,
  shortcode: string,
  { code, words, askedAt }: Said,
): Promise<void> {
  if (!isInitiatorProblem(code)) {
    await tx`
      update shortcodes set initiator_taken_at = ${given.now()}, initiator_tried_at = null
      where business_id = ${businessId} and shortcode = ${shortcode} and initiator_name is not null
        and (initiator_set_at is null or initiator_set_at <= ${askedAt})
    `
    return
  }
  const [before] = await findConnections(tx, businessId, [shortcode])
  const refused = await tx<{ shortcode: string }[]>`
    update shortcodes set initiator_problem = ${`${code} ${words}`.slice(0, 500)}
    where business_id = ${businessId} and shortcode = ${shortcode} and initiator_name is not null
      and initiator_problem is null and (initiator_set_at is null or initiator_set_at <= ${askedAt})
    returning shortcode
  `
  const [after] = await findConnections(tx, businessId, [shortcode])
  if (refused.length === 0 || !before || !after) return
  const subject = { kind: 'shortcode', id: shortcode }
  const pictures = { before: pictureOf(before), after: pictureOf(after) }
  const line = { actor: 'system', reason: 'Safaricom refuses him', action: 'shortcode.operator_refused', subject }
  await recordAudit(tx, given, businessId, [{ ...line, ...pictures }])
  await recordEvents(tx, given, businessId, [tellRefusedOperator(after)])
}
