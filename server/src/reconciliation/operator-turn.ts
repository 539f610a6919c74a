import { mayAskInName } from '@kusanya/domain/inquiry.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** `later`: another question is out that tells whether Safaricom takes the operator. `none`: there is no operator to use. */
export type Turn = 'later' | 'none' | 'now'

/** Whether a question may go out in the operator's name. The row is locked, so that of many who ask at once one goes first. */
export async function takeTurn(tx: Tx, given: Given, businessId: string, shortcode: string): Promise<Turn> {
  const now = given.now()
  const [operator] = await tx<{ taken_at: Date | null; tried_at: Date | null }[]>`
    select initiator_taken_at as taken_at, initiator_tried_at as tried_at from shortcodes
    where business_id = ${businessId} and shortcode = ${shortcode}
      and initiator_name is not null and initiator_problem is null
    for no key update
  `
  if (!operator) return 'none'
  if (!mayAskInName({ takenAt: operator.taken_at, triedAt: operator.tried_at }, now)) return 'later'
  await tx`
    update shortcodes set initiator_tried_at = ${now} where business_id = ${businessId} and shortcode = ${shortcode}
  `
  return 'now'
}

/** The question did not reach Safaricom after all, and says nothing of the operator. */
export async function giveBackTurn(tx: Tx, businessId: string, shortcode: string): Promise<void> {
  await tx`
    update shortcodes set initiator_tried_at = null where business_id = ${businessId} and shortcode = ${shortcode}
  `
}
