import { instantOf } from '../nairobi-time.ts'
import {
  amountIn,
  failed,
  fieldsOf,
  pairsOf,
  type Parsed,
  type PayerPhone,
  phoneIn,
  receiptIn,
  textIn,
} from './reading.ts'

interface StkCallbackBase {
  kind: 'stk'
  merchantRequestId: string
  /** The only thing that ties it to the push: account references are not echoed. */
  checkoutRequestId: string
  /** '0' is paid; a number or text on the wire, such as 1032 or 'SFC_IC0003'. */
  resultCode: string
  resultDesc: string
}

export type StkCallback =
  | (StkCallbackBase & {
      paid: true
      /** M-PESA receipt, the same as in the C2B confirmation and the Bill Manager push of this payment. */
      receipt: string
      /** KES, decimal text. */
      amount: string
      phone: PayerPhone
      /** ISO instant in UTC; null if Safaricom left it out. */
      transactionDate: string | null
    })
  | (StkCallbackBase & { paid: false })

/** `POST <CallBackURL>` of an STK push (daraja docs, "M-PESA Express", and captured bodies). */
export function parseStkCallback(body: unknown): Parsed<StkCallback> {
  const callback = fieldsOf(fieldsOf(fieldsOf(body)?.['Body'])?.['stkCallback'])
  if (!callback) return failed('no Body.stkCallback')
  const base: StkCallbackBase = {
    kind: 'stk',
    merchantRequestId: textIn(callback, 'MerchantRequestID'),
    checkoutRequestId: textIn(callback, 'CheckoutRequestID'),
    resultCode: textIn(callback, 'ResultCode'),
    resultDesc: textIn(callback, 'ResultDesc'),
  }
  if (base.checkoutRequestId === '') return failed('no CheckoutRequestID')
  if (base.resultCode === '') return failed('no ResultCode')
  if (base.resultCode !== '0') return { ok: true, value: { ...base, paid: false } }

  const items = pairsOf(fieldsOf(callback['CallbackMetadata'])?.['Item'], 'Name')
  const receipt = receiptIn(items, 'MpesaReceiptNumber')
  const amount = amountIn(items, 'Amount')
  if (receipt === null) return failed('paid, but without a readable MpesaReceiptNumber')
  if (amount === null) return failed('paid, but without a readable Amount')
  const transactionDate = instantOf(items['TransactionDate'])
  return {
    ok: true,
    value: { ...base, paid: true, receipt, amount, phone: phoneIn(items, 'PhoneNumber'), transactionDate },
  }
}
