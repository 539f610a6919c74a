import type { Connection } from '../connection.ts'
import { initiate, type InitiatorRequest, optional } from './initiator.ts'
import type { CallOptions } from '../options.ts'

export interface B2BRequest extends InitiatorRequest {
  /** Whole KES. */
  amount: number
  /** The paying shortcode. */
  partyA: string
  /** The shortcode (or till) that is paid. */
  partyB: string
  /** At most 13 characters. */
  accountReference: string
  /** Phone of the customer on whose behalf it is paid. */
  requester?: string
  occasion?: string
}

export interface B2BPayBillRequest extends B2BRequest {
  commandId?: 'BusinessPayBill'
}

export interface B2BBuyGoodsRequest extends B2BRequest {
  commandId?: 'BusinessBuyGoods'
  /** Default '4', as documented; a till has been reported to need '2' in production. */
  receiverIdentifierType?: '2' | '4'
}

/** Moves money from a working account to a B2C shortcode's bulk account. */
export interface B2CRequest extends B2BRequest {
  commandId?: 'BusinessPayToBulk'
}

export interface TaxRemittanceRequest extends InitiatorRequest {
  /** Whole KES. */
  amount: number
  partyA: string
  /** Default '572572', KRA. */
  partyB?: string
  /** The payment registration number (PRN) issued by KRA. */
  accountReference: string
}

interface B2BKind {
  name: string
  commandId: string
  path: string
  receiverType: '2' | '4'
  longestReference: number
}

function pay(connection: Connection, kind: B2BKind, request: B2BRequest, options: CallOptions | undefined) {
  return initiate(
    connection,
    {
      name: kind.name,
      path: kind.path,
      remarks: 'Payment',
      fields: (check) => {
        const requester = request.requester === undefined ? undefined : check.phone('requester', request.requester)
        return {
          CommandID: kind.commandId,
          SenderIdentifierType: '4',
          // Spelled so on the wire.
          RecieverIdentifierType: kind.receiverType,
          Amount: String(check.shillings('amount', request.amount)),
          PartyA: check.shortCode('partyA', request.partyA),
          PartyB: check.shortCode('partyB', request.partyB),
          AccountReference: check.text('accountReference', request.accountReference, kind.longestReference),
          ...optional('Requester', requester),
          ...optional('Occassion', check.optionalText('occasion', request.occasion, 100)),
        }
      },
    },
    request,
    options,
  )
}

const path = '/mpesa/b2b/v1/paymentrequest'

export function b2bPayBill(connection: Connection, request: B2BPayBillRequest, options?: CallOptions) {
  const kind: B2BKind = {
    name: 'b2bPayBill',
    commandId: 'BusinessPayBill',
    path,
    receiverType: '4',
    longestReference: 13,
  }
  return pay(connection, kind, request, options)
}

export function b2bBuyGoods(connection: Connection, request: B2BBuyGoodsRequest, options?: CallOptions) {
  const receiverType = request.receiverIdentifierType ?? '4'
  const kind: B2BKind = { name: 'b2bBuyGoods', commandId: 'BusinessBuyGoods', path, receiverType, longestReference: 13 }
  return pay(connection, kind, request, options)
}

export function b2cPayment(connection: Connection, request: B2CRequest, options?: CallOptions) {
  const kind: B2BKind = {
    name: 'b2cPayment',
    commandId: 'BusinessPayToBulk',
    path,
    receiverType: '4',
    longestReference: 13,
  }
  return pay(connection, kind, request, options)
}

export function remitTax(connection: Connection, request: TaxRemittanceRequest, options?: CallOptions) {
  const kind: B2BKind = {
    name: 'remitTax',
    commandId: 'PayTaxToKRA',
    path: '/mpesa/b2b/v1/remittax',
    receiverType: '4',
    longestReference: 255,
  }
  return pay(connection, kind, { ...request, partyB: request.partyB ?? '572572' }, options)
}
