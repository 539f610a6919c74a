/** What kind of no it was, for programs. Sentences may be reworded, codes are not. */
export type ErrorCode =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'server_error'
  /** No connection could be made, or it broke. */
  | 'unreachable'
  /** No answer in time: `timeoutMs` for one attempt, `deadlineMs` for all. */
  | 'timeout'
  /** An answer that is not Kusanya's: a proxy's page, a redirect. Look at `baseUrl`. */
  | 'unreadable'

const codes: Record<number, ErrorCode> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  429: 'rate_limited',
}

type Given = {
  status: number | null
  error: string
  code?: ErrorCode
  errors?: Record<string, string>
  requestId?: string | null
  retryAfterSeconds?: number | null
  idempotencyKey?: string | null
  cause?: unknown
}

/** What the server, or the way to it, said no with. */
export class KusanyaError extends Error {
  override readonly name = 'KusanyaError'
  /** HTTP status; null when there was no answer. */
  readonly status: number | null
  readonly code: ErrorCode
  /** The server's sentence; the same as `message`. */
  readonly error: string
  /** Sentences by field, for validation errors. */
  readonly errors: Readonly<Record<string, string>>
  /** `X-Request-ID`, to quote when asking for help. */
  readonly requestId: string | null
  /** When the server asked to be left in peace, for how long. */
  readonly retryAfterSeconds: number | null
  /**
   * The key under which a POST or PATCH was sent. After `timeout`, `unreachable` and `server_error` it is not known whether it was done:
   * call again with this `idempotencyKey` within 24 hours, and it is done once.
   */
  readonly idempotencyKey: string | null

  constructor(given: Given) {
    super(given.error, given.cause === undefined ? undefined : { cause: given.cause })
    this.status = given.status
    this.code = given.code ?? codeOf(given.status)
    this.error = given.error
    this.errors = given.errors ?? {}
    this.requestId = given.requestId ?? null
    this.retryAfterSeconds = given.retryAfterSeconds ?? null
    this.idempotencyKey = given.idempotencyKey ?? null
  }
}

function codeOf(status: number | null): ErrorCode {
  if (status === null) return 'unreachable'
  return codes[status] ?? (status >= 500 ? 'server_error' : 'invalid')
}
