import type { Connection } from '../connection.ts'
import { initiate, type InitiatorRequest, optional } from './initiator.ts'
import type { CallOptions } from '../options.ts'

/** Phone, till or shortcode. */
export type IdentifierType = '1' | '2' | '4'

export interface ReversalRequest extends InitiatorRequest {
  /** M-PESA receipt of a C2B payment. */
  transactionId: string
  /** Whole KES. */
  amount: number
  /** The shortcode that got the money. */
  receiverParty: string
  /** Default '11'. */
  receiverIdentifierType?: '11' | '4'
  occasion?: string
}

export interface TransactionStatusRequest extends InitiatorRequest {
  /** M-PESA receipt; or, without one: */
  transactionId?: string
  /** `OriginatorConversationID` of the request. */
  originalConversationId?: string
  partyA: string
  identifierType: IdentifierType
  commandId?: 'TransactionStatusQuery'
  occasion?: string
}

export interface AccountBalanceRequest extends InitiatorRequest {
  partyA: string
  identifierType: IdentifierType
}

/** Gives a C2B payment back. */
export function reverseTransaction(connection: Connection, request: ReversalRequest, options?: CallOptions) {
  return initiate(
    connection,
    {
      name: 'reverseTransaction',
      path: '/mpesa/reversal/v1/request',
      remarks: 'Reversal',
      fields: (check) => ({
        CommandID: 'TransactionReversal',
        TransactionID: check.text('transactionId', request.transactionId),
        Amount: String(check.shillings('amount', request.amount)),
        ReceiverParty: check.shortCode('receiverParty', request.receiverParty),
        RecieverIdentifierType: check.oneOf('receiverIdentifierType', request.receiverIdentifierType ?? '11', [
          '11',
          '4',
        ]),
        ...optional('Occasion', check.optionalText('occasion', request.occasion, 100)),
      }),
    },
    request,
    options,
  )
}

/** What became of a transaction; the answer comes to `resultUrl`. */
export function transactionStatus(connection: Connection, request: TransactionStatusRequest, options?: CallOptions) {
  return initiate(
    connection,
    {
      name: 'transactionStatus',
      path: '/mpesa/transactionstatus/v1/query',
      repeatable: true,
      remarks: 'Status query',
      fields: (check) => {
        const receipt = check.optionalText('transactionId', request.transactionId)
        const conversation = check.optionalText('originalConversationId', request.originalConversationId)
        if ((receipt === undefined) === (conversation === undefined)) {
          check.add('transactionId', 'or originalConversationId is required, not both')
        }
        return {
          CommandID: 'TransactionStatusQuery',
          ...optional('TransactionID', receipt),
          ...optional('OriginalConversationID', conversation),
          PartyA: party(check, request.partyA, request.identifierType),
          IdentifierType: check.oneOf('identifierType', request.identifierType, ['1', '2', '4']),
          ...optional('Occasion', check.optionalText('occasion', request.occasion, 100)),
        }
      },
    },
    request,
    options,
  )
}

/** Balances of a shortcode; the answer comes to `resultUrl`, `parseAccountBalance` reads its AccountBalance. */
export function accountBalance(connection: Connection, request: AccountBalanceRequest, options?: CallOptions) {
  return initiate(
    connection,
    {
      name: 'accountBalance',
      path: '/mpesa/accountbalance/v1/query',
      repeatable: true,
      remarks: 'Balance query',
      fields: (check) => ({
        CommandID: 'AccountBalance',
        PartyA: party(check, request.partyA, request.identifierType),
        IdentifierType: check.oneOf('identifierType', request.identifierType, ['1', '2', '4']),
      }),
    },
    request,
    options,
  )
}

function party(check: Parameters<Parameters<typeof initiate>[1]['fields']>[0], value: string, type: IdentifierType) {
  return type === '1' ? check.phone('partyA', value) : check.shortCode('partyA', value)
}
