import type { Connection } from '../connection.ts'
import { initiate, type InitiatorRequest, optional } from './initiator.ts'
import type { CallOptions } from '../options.ts'

export interface B2CDisbursementRequest extends InitiatorRequest {
  /** Your unique id of this payment: Safaricom refuses a second one with it (IDEMPOTENCY_ERROR). */
  originatorConversationId: string
  commandId: 'BusinessPayment' | 'SalaryPayment' | 'PromotionPayment'
  /** Whole KES, 10 to 250,000. */
  amount: number
  /** The paying shortcode. */
  partyA: string
  /** The phone that is paid; any Kenyan form. */
  partyB: string
  occasion?: string
}

/** Pays a phone (B2C version 3). */
export function b2cDisbursement(connection: Connection, request: B2CDisbursementRequest, options?: CallOptions) {
  return initiate(
    connection,
    {
      name: 'b2cDisbursement',
      path: '/mpesa/b2c/v3/paymentrequest',
      operatorField: 'InitiatorName',
      remarks: 'Payment',
      fields: (check) => ({
        OriginatorConversationID: check.text('originatorConversationId', request.originatorConversationId),
        CommandID: check.oneOf('commandId', request.commandId, [
          'BusinessPayment',
          'SalaryPayment',
          'PromotionPayment',
        ]),
        Amount: check.shillings('amount', request.amount, 10, 250_000),
        PartyA: check.shortCode('partyA', request.partyA),
        PartyB: check.phone('partyB', request.partyB),
        // Spelled so in the documentation of this call.
        ...optional('Occassion', check.optionalText('occasion', request.occasion, 100)),
      }),
    },
    request,
    options,
  )
}
