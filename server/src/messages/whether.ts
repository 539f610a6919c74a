import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import {
  isWanted,
  openDueDays,
  readOccasion,
  type Channel,
  type MessageWish,
  type Purpose,
} from '@kusanya/domain/message.ts'

/** A message that is due, and what is known of it when it is. */
export type Due = {
  purpose: Purpose
  channel: Channel
  occasion: string
  byHand: boolean
  createdAt: Date
  invoice: Invoice
  timeZone: string
  /** The customer's address on the channel; null when he has none, or none that can be reached. */
  recipient: string | null
  wish: MessageWish
  isReceiptCancelled: boolean
  /** Where the bill of the invoice is on its way to a phone through Bill Manager. */
  bill: 'none' | 'going' | 'there'
  /** Where the acknowledgement of the receipt's payment is, upon which Bill Manager sends a receipt of its own. */
  acknowledgement: 'none' | 'going' | 'there'
}

export type Verdict =
  { kind: 'send'; recipient: string } | { kind: 'wait' } | { kind: 'suppress' | 'fail'; reason: string }

const keptForMs = 3 * 24 * 3_600_000
/** Bill Manager reminds by itself on these days after the due date. */
const remindedByBillManager = [-7, -3, 0]

/** Whether a message goes out now. What a person asked for by hand is measured by the customer's wish and the invoice only. */
export function whether(due: Due, now: Date): Verdict {
  const { purpose, channel, invoice } = due
  const suppress = (reason: string): Verdict => ({ kind: 'suppress', reason })
  if (invoice.cancelledAt) return suppress('The invoice was cancelled')
  if (!invoice.issuedAt) return suppress('The invoice was withdrawn')
  if (due.isReceiptCancelled) return suppress('The receipt was cancelled')
  if (purpose !== 'receipt' && balanceOf(invoice) === 0n) return suppress('The invoice was paid')
  if (
    purpose === 'reminder' &&
    !due.byHand &&
    !openDueDays(invoice, due.timeZone).includes(readOccasion(due.occasion).due)
  )
    return suppress('What was due that day was paid, or is due on another day')
  if (!isWanted(purpose, due.wish)) return suppress('The customer does not want this')
  if (due.recipient === null)
    return suppress(
      channel === 'email' ? 'The customer has no e-mail address' : 'The customer has no Kenyan mobile number',
    )
  if (now.getTime() - due.createdAt.getTime() > keptForMs)
    return { kind: 'fail', reason: 'It could not be sent for three days' }
  if (channel === 'sms' && !due.byHand) {
    const other = otherSms(due)
    if (other === 'going') return { kind: 'wait' }
    if (other === 'there') return suppress('Bill Manager sends this SMS')
  }
  return { kind: 'send', recipient: due.recipient }
}

/** Where the SMS is that Bill Manager sends about the same. When it refuses, ours goes. */
function otherSms({ purpose, occasion, bill, acknowledgement }: Due): 'none' | 'going' | 'there' {
  if (purpose === 'receipt') return acknowledgement
  if (purpose === 'invoice') return bill
  return remindedByBillManager.includes(readOccasion(occasion).day) ? bill : 'none'
}
