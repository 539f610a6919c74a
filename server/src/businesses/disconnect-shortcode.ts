import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findConnections } from './shortcode-rows.ts'
import { pictureOf } from './shortcode-wire.ts'

/**
 * Forgets the secrets of a shortcode and calls Safaricom for it no more: no bills, no requests, no pulling, no questions.
 * Safaricom has no way to take back the addresses that it was told, so what it announces there is booked all the same.
 * Changes nothing when it is disconnected. Throws a refusal for a shortcode that is not of the business.
 */
export async function disconnectShortcode(
  tx: Tx,
  given: Given,
  businessId: string,
  shortcode: string,
  by: By,
): Promise<void> {
  const now = given.now()
  await tx<{ shortcode: string }[]>`
    select shortcode from shortcodes where business_id = ${businessId} and shortcode = ${shortcode} for no key update
  `
  const [before] = await findConnections(tx, businessId, [shortcode])
  if (!before) return refuse('shortcode_unknown')
  if (before.disconnectedAt !== null) return
  await tx`
    update shortcodes set disconnected_at = ${now}, consumer_key = '', consumer_key_ends = null, consumer_secret = '',
      passkey = null, app_key = null, opted_in_at = null, initiator_name = null, security_credential = null,
      initiator_problem = null, initiator_taken_at = null, initiator_tried_at = null
    where business_id = ${businessId} and shortcode = ${shortcode}
  `
  await tx`update pulls set next_attempt_at = null where business_id = ${businessId} and shortcode = ${shortcode}`
  await tx`
    update inquiries set state = 'given_up', next_attempt_at = null, updated_at = ${now}
    where business_id = ${businessId} and shortcode = ${shortcode} and state in ('waiting', 'asked')
  `
  await tx`
    update acknowledgements a set state = 'refused', next_attempt_at = null, last_error = 'The shortcode was disconnected'
    from payments p
    where a.business_id = ${businessId} and a.state = 'queued' and p.business_id = a.business_id and p.id = a.payment_id
      and p.shortcode = ${shortcode}
  `
  const [after] = await findConnections(tx, businessId, [shortcode])
  const subject = { kind: 'shortcode', id: shortcode }
  const pictures = { before: pictureOf(before), after: after ? pictureOf(after) : null }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'shortcode.disconnect', subject, ...pictures }])
}
