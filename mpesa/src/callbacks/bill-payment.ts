import { isCalendarDay } from '../nairobi-time.ts'
import { amountIn, failed, fieldsOf, type Parsed, type PayerPhone, phoneIn, receiptIn, textIn } from './reading.ts'

export interface BillPayment {
  kind: 'bill_payment'
  receipt: string
  /** KES, decimal text; number or text on the wire. */
  amount: string
  phone: PayerPhone
  /** `YYYY-MM-DD`: a day without time or zone; null if unreadable. */
  paidOn: string | null
  /** The account number. Bill Manager does not say which invoice was paid. */
  accountReference: string
  shortCode: string
}

/** `POST <callbackUrl>` of Bill Manager (daraja docs, "Bill Manager", payment notification); tried up to 5 times. */
export function parseBillPayment(body: unknown): Parsed<BillPayment> {
  const fields = fieldsOf(body)
  if (!fields) return failed('not an object')
  const receipt = receiptIn(fields, 'transactionId')
  const amount = amountIn(fields, 'paidAmount')
  if (receipt === null) return failed('no readable transactionId')
  if (amount === null) return failed('no readable paidAmount')
  const day = textIn(fields, 'dateCreated').slice(0, 10)
  return {
    ok: true,
    value: {
      kind: 'bill_payment',
      receipt,
      amount,
      phone: phoneIn(fields, 'msisdn'),
      paidOn: isCalendarDay(day) ? day : null,
      accountReference: textIn(fields, 'accountReference'),
      shortCode: textIn(fields, 'shortCode'),
    },
  }
}
