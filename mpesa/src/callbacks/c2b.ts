import { instantOf } from '../nairobi-time.ts'
import { amountIn, failed, fieldsOf, type Parsed, type PayerPhone, phoneIn, receiptIn, textIn } from './reading.ts'

/** Body of both the validation and the confirmation of a payment to a Paybill or till. */
export interface C2BCallback {
  kind: 'c2b'
  /** 'Pay Bill' or 'Buy Goods', and variants. */
  transactionType: string
  receipt: string
  /** KES, decimal text. */
  amount: string
  shortCode: string
  /** What the payer typed as account number, trimmed; '' for tills. */
  billRefNumber: string
  phone: PayerPhone
  /** ISO instant in UTC, or null. */
  transTime: string | null
  /** KES, decimal text; '' in validations. */
  orgAccountBalance: string
  /** What you answered the validation with. */
  thirdPartyTransId: string
  invoiceNumber: string
  firstName: string
  middleName: string
  lastName: string
}

/** `POST <ConfirmationURL>` or `<ValidationURL>` (daraja docs, "Customer To Business", v1 and v2). */
export function parseC2B(body: unknown): Parsed<C2BCallback> {
  const fields = fieldsOf(body)
  if (!fields) return failed('not an object')
  const receipt = receiptIn(fields, 'TransID')
  const amount = amountIn(fields, 'TransAmount')
  const shortCode = textIn(fields, 'BusinessShortCode')
  if (receipt === null) return failed('no readable TransID')
  if (amount === null) return failed('no readable TransAmount')
  if (!/^\d{5,7}$/.test(shortCode)) return failed('no readable BusinessShortCode')
  return {
    ok: true,
    value: {
      kind: 'c2b',
      transactionType: textIn(fields, 'TransactionType'),
      receipt,
      amount,
      shortCode,
      billRefNumber: textIn(fields, 'BillRefNumber'),
      phone: phoneIn(fields, 'MSISDN'),
      transTime: instantOf(textIn(fields, 'TransTime')),
      orgAccountBalance: textIn(fields, 'OrgAccountBalance'),
      thirdPartyTransId: textIn(fields, 'ThirdPartyTransID'),
      invoiceNumber: textIn(fields, 'InvoiceNumber'),
      firstName: textIn(fields, 'FirstName'),
      middleName: textIn(fields, 'MiddleName'),
      lastName: textIn(fields, 'LastName'),
    },
  }
}
