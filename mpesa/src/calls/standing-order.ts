import { Checks } from '../check.ts'
import type { Connection } from '../connection.ts'
import { recordOf } from '../failure.ts'
import type { CallOptions } from '../options.ts'

export interface StandingOrderRequest {
  /** Unique among the customer's standing orders. */
  standingOrderName: string
  /** `YYYY-MM-DD`. */
  startDate: string
  endDate: string
  businessShortCode: string
  /** Default 'Standing Order Customer Pay Bill'. */
  transactionType?: 'Standing Order Customer Pay Bill' | 'Standing Order Customer Pay Marchant'
  /** Whole KES. */
  amount: number
  /** The customer, who confirms with the PIN. */
  phoneNumber: string
  callbackUrl: string
  /** At most 12 characters. */
  accountReference: string
  /** At most 13 characters. */
  transactionDesc: string
  /** 1 once, 2 daily, 3 weekly, 4 monthly, 5 every two months, 6 quarterly, 7 half-yearly, 8 yearly; one guide has 5 monthly. */
  frequency: '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8'
}

export interface StandingOrderResponse {
  ResponseHeader: { responseRefID: string; responseCode: string; responseDescription: string }
  ResponseBody: unknown
}

/** M-PESA Ratiba: asks a customer to agree to regular payments. Needs a contract with Safaricom; the sandbox refuses it. */
export async function createStandingOrder(
  connection: Connection,
  request: StandingOrderRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const types = ['Standing Order Customer Pay Bill', 'Standing Order Customer Pay Marchant'] as const
  const type = check.oneOf('transactionType', request.transactionType ?? types[0], types)
  const startDate = check.day('startDate', request.startDate)
  const endDate = check.day('endDate', request.endDate)
  if (endDate < startDate) check.add('endDate', 'is before startDate')
  const body = {
    StandingOrderName: check.text('standingOrderName', request.standingOrderName),
    StartDate: startDate.replaceAll('-', ''),
    EndDate: endDate.replaceAll('-', ''),
    BusinessShortCode: check.shortCode('businessShortCode', request.businessShortCode),
    TransactionType: type,
    ReceiverPartyIdentifierType: type === types[0] ? '4' : '2',
    Amount: String(check.shillings('amount', request.amount)),
    PartyA: check.phone('phoneNumber', request.phoneNumber),
    CallBackURL: check.url('callbackUrl', request.callbackUrl, connection.settings.environment),
    AccountReference: check.text('accountReference', request.accountReference, 12),
    TransactionDesc: check.text('transactionDesc', request.transactionDesc, 13),
    Frequency: check.oneOf('frequency', request.frequency, ['1', '2', '3', '4', '5', '6', '7', '8']),
  }
  check.done('createStandingOrder')
  return connection.post<StandingOrderResponse>(
    {
      name: 'createStandingOrder',
      path: '/standingorder/v1/createStandingOrderExternal',
      body,
      success: { read: (answer) => recordOf(answer['ResponseHeader'])?.['responseCode'], good: /^200$/ },
      repeatable: false,
    },
    options,
  )
}
