import { type ErrorCode, type Outcome, PesafyError } from './error.ts'

/** What came back: `body` is the parsed JSON, or undefined when it was none. */
export interface Answer {
  status: number
  text: string
  body: unknown
}

/** Where an answer says whether the call succeeded, and what it says then. */
export interface Success {
  read(body: Record<string, unknown>): unknown
  good: RegExp
}

type Verdict = { code: ErrorCode; outcome: Outcome; retryable: boolean }

/** Codes that Daraja puts in HTTP 500 for requests it has understood and refused (never a reason to try again). */
const refusalsInside500 = new Set(['500.001.1001', '500.002.1001'])

/**
 * Null if the call succeeded, else what went wrong, classified by `errorCode` and message and only then by HTTP status:
 * Daraja says permanent refusals with 500, rejected tokens with 404, and Bill Manager's refusals with 200.
 */
export function failureOf(answer: Answer, success: Success, call: string, repeatable: boolean): PesafyError | null {
  const said = readEnvelope(answer.body)
  const ok = answer.status >= 200 && answer.status < 300
  const value = textOf(success.read(recordOf(answer.body) ?? {}))
  const good = value !== undefined && success.good.test(value)
  if (ok && good) return null
  const rescode = textOf(recordOf(answer.body)?.['rescode'])
  const errorCode = said.errorCode ?? rescode ?? (good ? undefined : value)
  const verdict = judge(answer, errorCode, said.message ?? answer.text, repeatable)
  return new PesafyError({
    ...verdict,
    message: `${call}: ${said.message ?? describe(answer)}`,
    statusCode: answer.status,
    response: answer.body ?? answer.text,
    requestId: said.requestId,
    errorCode,
  })
}

function judge({ status, body }: Answer, errorCode: string | undefined, message: string, repeatable: boolean): Verdict {
  const unknown = (code: ErrorCode): Verdict => ({ code, outcome: 'unknown', retryable: repeatable })
  const refused = (code: ErrorCode, retryable = false): Verdict => ({ code, outcome: 'refused', retryable })
  if (isRateLimit(status, errorCode, message)) return refused('RATE_LIMITED', true)
  if (isTokenRejection(status, errorCode, message)) return refused('AUTH_FAILED')
  if (/duplicate originatorconversationid/i.test(message)) return refused('IDEMPOTENCY_ERROR')
  if (/another entry exist|already registered/i.test(message)) return refused('DUPLICATE_REQUEST')
  if (/wrong credentials/i.test(message)) return refused('INVALID_CREDENTIALS')
  if (errorCode === '00.002.1001') return refused('REQUEST_FAILED', true)
  if (/duplicate notification info/i.test(message)) return refused('API_ERROR')
  if (errorCode !== undefined && refusalsInside500.has(errorCode)) return refused('API_ERROR', isForNow(message))
  if (status === 408 || status >= 500) {
    const refusedByBillManager = status === 500 && recordOf(body)?.['rescode'] !== undefined
    return refusedByBillManager ? refused('API_ERROR') : unknown('REQUEST_FAILED')
  }
  if (errorCode === '500.003.1001') return unknown('REQUEST_FAILED')
  if (errorCode !== undefined) return refused('API_ERROR')
  if (status >= 300) return refused('HTTP_ERROR')
  return unknown('INVALID_RESPONSE')
}

function isRateLimit(status: number, errorCode: string | undefined, message: string): boolean {
  return (
    status === 429 ||
    errorCode === '500.003.02' ||
    errorCode === '500.003.03' ||
    /ratelimit/i.test(errorCode ?? '') ||
    /spike arrest|quota violation|system is busy/i.test(message)
  )
}

const rejectedTokenCodes = new Set(['404.001.03', '400.003.01', '401.002.01', '401.001', '401'])

/** Daraja's six ways to say that the access token will not do. */
function isTokenRejection(status: number, errorCode: string | undefined, message: string): boolean {
  return status === 401 || rejectedTokenCodes.has(errorCode ?? '') || /invalid access token/i.test(message)
}

/** The same request may well be taken in a minute: another prompt is on the phone, or the answer is not ready. */
function isForNow(message: string): boolean {
  return /unable to lock subscriber|being processed|does not exist/i.test(message) && !/merchant/i.test(message)
}

interface Envelope {
  errorCode: string | undefined
  message: string | undefined
  requestId: string | undefined
}

/** Daraja's envelope, Apigee's fault, Bill Manager's and the acknowledgements' fields, whichever is there. */
function readEnvelope(body: unknown): Envelope {
  const top = recordOf(body) ?? {}
  const header = recordOf(top['ResponseHeader']) ?? {}
  const fault = recordOf(top['fault'])
  const first = (...values: unknown[]) => values.map(textOf).find((text) => text !== undefined && text !== '')
  return {
    errorCode: first(top['errorCode'], recordOf(fault?.['detail'])?.['errorcode']) ?? (fault ? 'fault' : undefined),
    message: first(
      top['errorMessage'],
      fault?.['faultstring'],
      top['Status_Message'],
      top['resmsg'],
      top['ResponseDescription'],
      top['ResponseMessage'],
      header['responseDescription'],
      top['resultDesc'],
      top['status'],
    ),
    requestId: first(top['requestId'], top['RequestID'], top['ResponseRefID'], header['responseRefID']),
  }
}

function describe({ status, text, body }: Answer): string {
  if (status >= 200 && status < 300) {
    return body === undefined
      ? `the answer (HTTP ${status}) is ${text === '' ? 'empty' : 'not JSON'}`
      : 'the answer lacks the documented fields'
  }
  return `HTTP ${status} without a message of Daraja's own`
}

export function recordOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}
