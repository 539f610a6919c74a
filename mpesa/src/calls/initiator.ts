import { Checks } from '../check.ts'
import { type Connection, responseZero } from '../connection.ts'
import { readCredential } from '../credential.ts'
import { PesafyError } from '../error.ts'
import type { CallOptions, Settings } from '../options.ts'

/** Fields every initiator call has. The outcome is posted to `resultUrl` later: `parseResult` reads it. */
export interface InitiatorRequest {
  resultUrl: string
  /** Posted to when the request expired in Safaricom's queue. That is not a final failure. */
  queueTimeOutUrl: string
  /** 2 to 100 characters. */
  remarks?: string
}

/** Accepted for processing, no more. */
export interface InitiatorResponse {
  OriginatorConversationID: string
  ConversationID: string
  ResponseCode: string
  ResponseDescription: string
}

const credentials = new WeakMap<Settings, Promise<string>>()

/** Encrypted once per client: it may be used again, and RSA is slow. */
function credentialOf(settings: Settings): Promise<string> {
  const kept = credentials.get(settings)
  if (kept) return kept
  const made = readCredential(settings)
  credentials.set(settings, made)
  made.catch(() => credentials.delete(settings))
  return made
}

export interface InitiatorCall {
  name: string
  path: string
  /** B2C calls the operator `InitiatorName`, all others `Initiator`. */
  operatorField?: 'InitiatorName'
  /** Only questions are; what moves money is sent once. */
  repeatable?: boolean
  remarks: string
  fields: (check: Checks) => Record<string, unknown>
}

export async function initiate(
  connection: Connection,
  call: InitiatorCall,
  request: InitiatorRequest,
  options: CallOptions | undefined,
): Promise<InitiatorResponse> {
  const { settings } = connection
  const { name, path, repeatable = false } = call
  if (!settings.initiatorName) {
    const message = `${name}: initiatorName is required`
    throw new PesafyError({ code: 'INVALID_CREDENTIALS', message, outcome: 'not_sent' })
  }
  const check = new Checks()
  const remarks = check.text('remarks', request.remarks ?? call.remarks, 100)
  if (remarks.length === 1) check.add('remarks', 'is shorter than 2 characters')
  const body = {
    [call.operatorField ?? 'Initiator']: settings.initiatorName,
    ...call.fields(check),
    Remarks: remarks,
    ResultURL: check.url('resultUrl', request.resultUrl, settings.environment),
    QueueTimeOutURL: check.url('queueTimeOutUrl', request.queueTimeOutUrl, settings.environment),
  }
  check.done(name)
  const signed = { ...body, SecurityCredential: await credentialOf(settings) }
  return connection.post<InitiatorResponse>({ name, path, body: signed, success: responseZero, repeatable }, options)
}

/** A field that is left out when it has no value. */
export function optional(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value }
}
