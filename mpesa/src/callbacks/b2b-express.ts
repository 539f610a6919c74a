import { amountIn, failed, fieldsOf, type Parsed, receiptIn, textIn } from './reading.ts'

export interface B2BExpressCallback {
  kind: 'b2b_express'
  /** '0' is paid; '4001' cancelled; 4102, 4104, 4201, 4203 failed. */
  resultCode: string
  resultDesc: string
  paid: boolean
  /** Your `RequestRefID`. */
  requestId: string
  conversationId: string
  /** Null unless paid. */
  receipt: string | null
  /** KES, decimal text, or null. */
  amount: string | null
  paymentReference: string
}

/** `POST <callbackUrl>` of a B2B Express (USSD push to till) request (daraja docs, "B2B Express Checkout"). */
export function parseB2BExpress(body: unknown): Parsed<B2BExpressCallback> {
  const fields = fieldsOf(body)
  if (!fields) return failed('not an object')
  const resultCode = textIn(fields, 'resultCode')
  const requestId = textIn(fields, 'requestId')
  if (resultCode === '') return failed('no resultCode')
  if (requestId === '') return failed('no requestId')
  const paid = resultCode === '0'
  const receipt = paid ? receiptIn(fields, 'transactionId') : null
  const amount = amountIn(fields, 'amount')
  if (paid && receipt === null) return failed('paid, but without a readable transactionId')
  if (paid && amount === null) return failed('paid, but without a readable amount')
  return {
    ok: true,
    value: {
      kind: 'b2b_express',
      resultCode,
      resultDesc: textIn(fields, 'resultDesc'),
      paid,
      requestId,
      conversationId: textIn(fields, 'conversationID'),
      receipt,
      amount,
      paymentReference: textIn(fields, 'paymentReference'),
    },
  }
}
