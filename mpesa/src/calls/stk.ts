import { base64 } from '../base64.ts'
import { Checks } from '../check.ts'
import { type Connection, responseZero } from '../connection.ts'
import { PesafyError } from '../error.ts'
import { textOf } from '../failure.ts'
import { nairobiTimestamp } from '../nairobi-time.ts'
import type { CallOptions } from '../options.ts'

export interface StkPushRequest {
  /** Whole KES, 1 to 250,000. */
  amount: number
  /** Any Kenyan form. */
  phoneNumber: string
  callbackUrl: string
  /** At most 12 characters. */
  accountReference: string
  /** At most 13 characters. */
  transactionDesc: string
  /** Default CustomerPayBillOnline. */
  transactionType?: 'CustomerPayBillOnline' | 'CustomerBuyGoodsOnline'
  /** The till, for CustomerBuyGoodsOnline; default: the client's shortcode. */
  partyB?: string
}

export interface StkPushResponse {
  MerchantRequestID: string
  /** Keep it: callback and query know the push by nothing else. */
  CheckoutRequestID: string
  ResponseCode: string
  ResponseDescription: string
  CustomerMessage: string
}

export interface StkQueryRequest {
  checkoutRequestId: string
}

export interface StkQueryResponse {
  ResponseCode: string
  ResponseDescription: string
  MerchantRequestID: string
  CheckoutRequestID: string
  /** '0' is paid. Text here and a number in the callback, on the wire; always text in this package. */
  ResultCode: string
  ResultDesc: string
}

/** `Password` is base64(shortcode + passkey + timestamp), with the very timestamp that is sent. */
function credentials(connection: Connection, call: string) {
  const { lipaNaMpesaShortCode, lipaNaMpesaPassKey, now } = connection.settings
  if (!lipaNaMpesaShortCode || !lipaNaMpesaPassKey) {
    const missing = lipaNaMpesaShortCode ? 'lipaNaMpesaPassKey' : 'lipaNaMpesaShortCode'
    throw new PesafyError({
      code: 'INVALID_CREDENTIALS',
      message: `${call}: ${missing} is required`,
      outcome: 'not_sent',
    })
  }
  const Timestamp = nairobiTimestamp(now())
  const Password = base64(`${lipaNaMpesaShortCode}${lipaNaMpesaPassKey}${Timestamp}`)
  return { BusinessShortCode: Number(lipaNaMpesaShortCode), Password, Timestamp }
}

/** Rings the phone. Sent once, whatever happens: a push that timed out may be ringing. Phones go out as JSON numbers. */
export async function stkPush(connection: Connection, request: StkPushRequest, options?: CallOptions) {
  const check = new Checks()
  const who = credentials(connection, 'stkPush')
  const phone = Number(check.phone('phoneNumber', request.phoneNumber))
  const body = {
    ...who,
    TransactionType: check.oneOf('transactionType', request.transactionType ?? 'CustomerPayBillOnline', [
      'CustomerPayBillOnline',
      'CustomerBuyGoodsOnline',
    ]),
    Amount: check.shillings('amount', request.amount, 1, 250_000),
    PartyA: phone,
    PartyB: Number(check.shortCode('partyB', request.partyB ?? String(who.BusinessShortCode))),
    PhoneNumber: phone,
    CallBackURL: check.url('callbackUrl', request.callbackUrl, connection.settings.environment),
    AccountReference: check.text('accountReference', request.accountReference, 12),
    TransactionDesc: check.text('transactionDesc', request.transactionDesc, 13),
  }
  check.done('stkPush')
  const call = {
    name: 'stkPush',
    path: '/mpesa/stkpush/v1/processrequest',
    body,
    success: responseZero,
    repeatable: false,
  }
  return connection.post<StkPushResponse>(call, options)
}

/** What became of a push. Throws while it is pending: see `isStkPending`. A failed payment is an answer, not an error. */
export async function stkQuery(connection: Connection, request: StkQueryRequest, options?: CallOptions) {
  const check = new Checks()
  const body = {
    ...credentials(connection, 'stkQuery'),
    CheckoutRequestID: check.text('checkoutRequestId', request.checkoutRequestId),
  }
  check.done('stkQuery')
  const call = { name: 'stkQuery', path: '/mpesa/stkpushquery/v1/query', body, success: responseZero, repeatable: true }
  const answer = await connection.post<StkQueryResponse>(call, options)
  const ResultCode = textOf(answer.ResultCode)
  if (ResultCode !== undefined) return { ...answer, ResultCode }
  throw new PesafyError({
    code: 'INVALID_RESPONSE',
    message: 'stkQuery: the answer has no ResultCode',
    response: answer,
  })
}
