import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { applyPayments } from '../payments/apply-payments.ts'
import { findByReceipt, keyOf } from '../payments/find-by-receipt.ts'
import { followReversal } from '../reversals/follow-reversal.ts'
import { noteOperator } from './note-operator.ts'
import { readStatus, type StatusReading } from './read-status.ts'

const soonMs = 2 * 60_000

/**
 * What Safaricom answers about a receipt goes the way of all money: it confirms what was reported, and books what was not.
 * An operator whom it refuses is not used again. Returns what the answer was.
 */
export async function settleStatus(
  tx: Tx,
  given: Given,
  business: Business,
  inquiryId: string,
  answer: { callbackId: string; json: unknown },
): Promise<StatusReading> {
  const [asked] = await tx<{ shortcode: string; receipt: string; asked_at: Date | null }[]>`
    select shortcode, receipt, asked_at from inquiries where business_id = ${business.id} and id = ${inquiryId}
  `
  if (!asked) return { kind: 'nonsense', problem: 'no such inquiry' }
  const reading = readStatus(answer.json, asked, answer.callbackId)
  const askedAt = asked.asked_at
  switch (reading.kind) {
    case 'arrival':
      await applyPayments(tx, given, business, [reading.arrival])
      await writeAnswer(tx, given, business.id, inquiryId, 'answered', '0', 'Completed')
      await noteOperator(tx, given, business.id, asked.shortcode, { askedAt, code: '0', words: '' })
      break
    case 'answer':
      await writeAnswer(tx, given, business.id, inquiryId, 'waiting', reading.resultCode, reading.resultText)
      await noteOperator(tx, given, business.id, asked.shortcode, {
        askedAt,
        code: reading.resultCode,
        words: reading.resultText,
      })
      if (reading.reversed) await followAnswer(tx, given, business, asked)
      break
    case 'nonsense':
      break
  }
  return reading
}

/** Safaricom says that the money of a receipt went back: our books follow, if they have it. */
async function followAnswer(
  tx: Tx,
  given: Given,
  business: Business,
  asked: { shortcode: string; receipt: string },
): Promise<void> {
  const payment = (await findByReceipt(tx, business.id, [asked.receipt])).get(keyOf(asked))
  const by = { actor: 'system', reason: 'Reversed at M-PESA, which Transaction Status says' }
  if (payment) await followReversal(tx, given, business, payment.id, by)
}

/** A question that expired in Safaricom's queue is asked again soon. */
export async function expireStatus(tx: Tx, given: Given, businessId: string, inquiryId: string): Promise<void> {
  const now = given.now()
  await tx`
    update inquiries set state = 'waiting', next_attempt_at = least(next_attempt_at, ${new Date(now.getTime() + soonMs)}),
      updated_at = ${now}
    where business_id = ${businessId} and id = ${inquiryId} and state = 'asked'
  `
}

async function writeAnswer(
  tx: Tx,
  given: Given,
  businessId: string,
  inquiryId: string,
  state: 'answered' | 'waiting',
  code: string,
  words: string,
): Promise<void> {
  await tx`
    update inquiries set result_code = ${code}, result_text = ${words.slice(0, 500)}, updated_at = ${given.now()},
      state = case when state in ('waiting', 'asked') then ${state} else state end,
      next_attempt_at = case when ${state} = 'waiting' then next_attempt_at end
    where business_id = ${businessId} and id = ${inquiryId}
  `
}
