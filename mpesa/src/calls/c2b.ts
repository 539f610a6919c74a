import { Checks } from '../check.ts'
import { type Connection, responseZero } from '../connection.ts'
import { isAlreadyRegistered, PesafyError } from '../error.ts'
import type { CallOptions } from '../options.ts'

export interface C2BRegisterUrlRequest {
  shortCode: string
  /** What happens when the validation URL does not answer within about 8 s. */
  responseType: 'Completed' | 'Cancelled'
  confirmationUrl: string
  validationUrl: string
  /** Default 'v2': masked phone numbers. 'v1' sends SHA-256 hashes. */
  apiVersion?: 'v1' | 'v2'
}

export interface C2BSimulateRequest {
  /** Text or number, as is `msisdn`. */
  shortCode: string | number
  commandId: 'CustomerPayBillOnline' | 'CustomerBuyGoodsOnline'
  /** Whole KES. */
  amount: number
  msisdn: string | number
  /** Account number, at most 20 characters; not for CustomerBuyGoodsOnline. */
  billRefNumber?: string
  apiVersion?: 'v1' | 'v2'
}

export interface C2BResponse {
  /** Spelled so on the wire. */
  OriginatorCoversationID: string
  /** '0', or '00000000' from the sandbox's registration. */
  ResponseCode: string
  ResponseDescription: string
}

/** Words Safaricom refuses in C2B URLs, in any case (portal docs, "Register URL"). */
const forbiddenWord = /m-?pesa|safaricom|exec?|cmd|sql|query/i

export async function registerC2BUrls(connection: Connection, request: C2BRegisterUrlRequest, options?: CallOptions) {
  const check = new Checks()
  const url = (field: string, value: string) => {
    const word = typeof value === 'string' ? forbiddenWord.exec(value)?.[0] : undefined
    if (word !== undefined) check.add(field, `holds the word '${word}', which Safaricom refuses in C2B URLs`)
    return check.url(field, value, connection.settings.environment)
  }
  const body = {
    ShortCode: Number(check.shortCode('shortCode', request.shortCode)),
    ResponseType: check.oneOf('responseType', request.responseType, ['Completed', 'Cancelled']),
    ConfirmationURL: url('confirmationUrl', request.confirmationUrl),
    ValidationURL: url('validationUrl', request.validationUrl),
  }
  const version = check.oneOf('apiVersion', request.apiVersion ?? 'v2', ['v2', 'v1'])
  check.done('registerC2BUrls')
  const path = `/mpesa/c2b/${version}/registerurl`
  const value: C2BResponse = {
    OriginatorCoversationID: '',
    ResponseCode: '0',
    ResponseDescription: 'Registered by an earlier attempt',
  }
  const arrived = { value, isProof: isAlreadyRegistered }
  const call = { name: 'registerC2BUrls', path, body, success: responseZero, repeatable: true, arrived }
  return connection.post<C2BResponse>(call, options)
}

/** A customer's payment, made up; the sandbox (or a simulator) only. */
export async function simulateC2B(connection: Connection, request: C2BSimulateRequest, options?: CallOptions) {
  if (connection.settings.environment !== 'sandbox') {
    throw new PesafyError({
      code: 'VALIDATION_ERROR',
      message: "simulateC2B: environment must be 'sandbox'",
      outcome: 'not_sent',
    })
  }
  const check = new Checks()
  const commands = ['CustomerPayBillOnline', 'CustomerBuyGoodsOnline'] as const
  const commandId = check.oneOf('commandId', request.commandId, commands)
  const billRefNumber =
    commandId === 'CustomerPayBillOnline' ? check.text('billRefNumber', request.billRefNumber, 20) : undefined
  const body = {
    ShortCode: Number(check.shortCode('shortCode', request.shortCode)),
    CommandID: commandId,
    Amount: check.shillings('amount', request.amount),
    Msisdn: Number(check.phone('msisdn', typeof request.msisdn === 'number' ? String(request.msisdn) : request.msisdn)),
    ...(billRefNumber === undefined ? {} : { BillRefNumber: billRefNumber }),
  }
  const version = check.oneOf('apiVersion', request.apiVersion ?? 'v2', ['v2', 'v1'])
  check.done('simulateC2B')
  const path = `/mpesa/c2b/${version}/simulate`
  const call = { name: 'simulateC2B', path, body, success: responseZero, repeatable: false }
  return connection.post<C2BResponse>(call, options)
}
