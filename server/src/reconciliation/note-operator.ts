import { isInitiatorProblem } from '@kusanya/domain/inquiry.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/**
 * What an answer says of the operator in whose name was asked: one whom Safaricom refuses is used no more until he is
 * connected anew, because it locks who tries often; any other answer shows that it takes him.
 */
export async function noteOperator(
  tx: Tx,
  given: Given,
  businessId: string,
  shortcode: string,
  { code, words }: { code: string; words: string },
): Promise<void> {
  if (isInitiatorProblem(code)) {
    await tx`
      update shortcodes set initiator_problem = ${`${code} ${words}`.slice(0, 500)}
      where business_id = ${businessId} and shortcode = ${shortcode} and initiator_name is not null
    `
  } else {
    await tx`
      update shortcodes set initiator_taken_at = ${given.now()}, initiator_tried_at = null
      where business_id = ${businessId} and shortcode = ${shortcode} and initiator_name is not null
    `
  }
}
