import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

const leastMs = 30_000

/**
 * Has the payments of shortcodes pulled soon, because somebody waits: half a minute after the last time at the earliest. A
 * shortcode with which Safaricom has trouble waits as before.
 */
export async function pullSoon(tx: Tx, given: Given, businessId: string, shortcodes: string[]): Promise<void> {
  if (shortcodes.length === 0) return
  const now = given.now()
  const earliest = new Date(now.getTime() - leastMs)
  await tx`
    update pulls set next_attempt_at = case
      when pulled_to_at > ${earliest} then least(next_attempt_at, pulled_to_at + interval '30 seconds')
      else least(next_attempt_at, ${now})
    end
    where business_id = ${businessId} and shortcode = any (${shortcodes}) and attempts = 0 and next_attempt_at is not null
  `
}
