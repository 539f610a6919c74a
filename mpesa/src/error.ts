/** Every code a {@link PesafyError} may carry. The names are those of pesafy, so that a program can move over. */
export const errorCodes = [
  'AUTH_FAILED',
  'INVALID_CREDENTIALS',
  'INVALID_PHONE',
  'ENCRYPTION_FAILED',
  'VALIDATION_ERROR',
  'API_ERROR',
  'HTTP_ERROR',
  'NETWORK_ERROR',
  'REQUEST_FAILED',
  'INVALID_RESPONSE',
  'TIMEOUT',
  'RATE_LIMITED',
  'INSUFFICIENT_FUNDS',
  'TRANSACTION_FAILED',
  'DUPLICATE_REQUEST',
  'IDEMPOTENCY_ERROR',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/**
 * What became of the call.
 * - `not_sent`: it certainly never took effect, because it never reached the API (bad input, DNS, connection refused, no token).
 * - `refused`: Safaricom answered no.
 * - `unknown`: it may have taken effect. Never repeat a call that moves money; ask instead (see the README).
 */
export type Outcome = 'not_sent' | 'refused' | 'unknown'

/** One thing wrong with the input. `row` counts from 0 in bulk calls. `problem` never repeats the value. */
export interface Issue {
  field: string
  problem: string
  row?: number
}

export interface PesafyErrorOptions {
  code: ErrorCode
  message: string
  /** HTTP status of the answer; absent when there was none. */
  statusCode?: number | undefined
  /** The answer's body: parsed if it was JSON, else its text. May hold personal data: do not log it. */
  response?: unknown
  /** Safaricom's `requestId`, to quote to their support. */
  requestId?: string | undefined
  /** Daraja's `errorCode`, Bill Manager's `rescode`, or a result code, always as text. */
  errorCode?: string | undefined
  /** Whether the very same call may be made again later, without fear of doing it twice. Default false. */
  retryable?: boolean
  outcome?: Outcome
  issues?: readonly Issue[] | undefined
  cause?: unknown
}

/** The only error this package throws. */
export class PesafyError extends Error {
  override readonly name = 'PesafyError'
  readonly code: ErrorCode
  readonly statusCode: number | undefined
  readonly response: unknown
  readonly requestId: string | undefined
  readonly errorCode: string | undefined
  readonly retryable: boolean
  readonly outcome: Outcome
  readonly issues: readonly Issue[] | undefined

  constructor(options: PesafyErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = options.code
    this.statusCode = options.statusCode
    this.response = options.response
    this.requestId = options.requestId
    this.errorCode = options.errorCode
    this.retryable = options.retryable ?? false
    this.outcome = options.outcome ?? 'unknown'
    this.issues = options.issues
  }

  get isValidation(): boolean {
    return this.code === 'VALIDATION_ERROR' || this.code === 'INVALID_PHONE'
  }

  get isAuth(): boolean {
    return this.code === 'AUTH_FAILED' || this.code === 'INVALID_CREDENTIALS'
  }

  /** What may be logged: no body, no cause, no secret, and phone numbers and tokens masked in the message. */
  toJSON(): Record<string, unknown> {
    const { name, code, statusCode, retryable, outcome, issues } = this
    const [message = '', requestId, errorCode] = [this.message, this.requestId, this.errorCode].map((text) =>
      text === undefined ? undefined : withoutSecrets(text),
    )
    return { name, code, message, statusCode, requestId, errorCode, retryable, outcome, issues }
  }
}

/** Spaces, dashes, dots, brackets and invisible marks that people and address books put into phone numbers. */
const gap = '[\\s().\\-‐-―/\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]*'
const phone = new RegExp(`(?<!\\d)(?:(?:00|0)?${gap}2${gap}5${gap}4${gap}0?|0)?${gap}[17](?:${gap}\\d){8}(?!\\d)`, 'g')

/** Masks what looks like a Kenyan phone number in any way of writing, and what Daraja echoes of a rejected token. */
export function withoutSecrets(text: string): string {
  return (
    text
      .replace(/(invalid access token\s*-\s*)\S+/gi, '$1…')
      .replace(/\b(Basic|Bearer)\s+[\w+/=.-]+/g, '$1 …')
      // A CheckoutRequestID is a time of 17 digits with the payer's number after it.
      .replace(/(ws_CO_\d{17})\d{6}(?=\d{3}(?!\d))/g, '$1••••••')
      .replace(phone, (number) => `•••••${number.slice(-3)}`)
      .replace(/[A-Za-z0-9+/_-]{40,}={0,2}/g, '…')
  )
}

export function createError(options: PesafyErrorOptions): PesafyError {
  return new PesafyError(options)
}

/** True also for an error made by another copy of this package (ESM beside CommonJS), where `instanceof` fails. */
export function isPesafyError(error: unknown): error is PesafyError {
  return error instanceof PesafyError || (error instanceof Error && error.name === 'PesafyError' && 'outcome' in error)
}

/**
 * Safaricom already has this reference: a Bill Manager `externalReference` or a B2C `originatorConversationId`.
 * After an earlier attempt with an unknown end this means that the earlier attempt had arrived.
 */
export function isDuplicateReference(error: unknown): boolean {
  if (!isPesafyError(error)) return false
  return (
    /externalReference|OriginatorConversationID/i.test(error.message) && /another entry|duplicate/i.test(error.message)
  )
}

/** Bill Manager opt-in of a shortcode that is already opted in: nothing is wrong, use `updateOptIn` to change details. */
export function isAlreadyRegistered(error: unknown): boolean {
  return isPesafyError(error) && /already registered/i.test(error.message)
}
