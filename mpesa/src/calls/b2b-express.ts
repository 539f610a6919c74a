import { Checks } from '../check.ts'
import type { Connection } from '../connection.ts'
import type { CallOptions } from '../options.ts'

export interface B2BExpressCheckoutRequest {
  /** The paying merchant's till: its operator's phone is asked for the PIN. */
  primaryShortCode: string
  /** The paybill that is paid. */
  receiverShortCode: string
  /** Whole KES. */
  amount: number
  paymentRef: string
  callbackUrl: string
  /** Your name, as shown in the prompt. */
  partnerName: string
  /** Comes back as `requestId` in the callback. Default: a random UUID. */
  requestRefId?: string
}

export interface B2BExpressCheckoutResponse {
  code: string
  status: string
}

/** Asks a till's operator to pay, by USSD push. `parseB2BExpress` reads the callback. */
export async function b2bExpressCheckout(
  connection: Connection,
  request: B2BExpressCheckoutRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const body = {
    primaryShortCode: check.shortCode('primaryShortCode', request.primaryShortCode),
    receiverShortCode: check.shortCode('receiverShortCode', request.receiverShortCode),
    amount: String(check.shillings('amount', request.amount)),
    paymentRef: check.text('paymentRef', request.paymentRef),
    callbackUrl: check.url('callbackUrl', request.callbackUrl, connection.settings.environment),
    partnerName: check.text('partnerName', request.partnerName),
    RequestRefID: check.text('requestRefId', request.requestRefId ?? crypto.randomUUID()),
  }
  check.done('b2bExpressCheckout')
  return connection.post<B2BExpressCheckoutResponse>(
    {
      name: 'b2bExpressCheckout',
      path: '/v1/ussdpush/get-msisdn',
      body,
      success: { read: (answer) => answer['code'], good: /^0+$/ },
      repeatable: false,
    },
    options,
  )
}
