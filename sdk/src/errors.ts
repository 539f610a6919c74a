/** What the server (or the way to it) said no with. */
export class KusanyaError extends Error {
  override readonly name = 'KusanyaError'
  /** HTTP status; null when there was no answer. */
  readonly status: number | null
  /** The server's short sentence. */
  readonly error: string
  /** Sentences by field, for validation errors. */
  readonly errors: Readonly<Record<string, string>>
  /** `X-Request-ID`, to quote when asking for help. */
  readonly requestId: string | null

  constructor(given: {
    status: number | null
    error: string
    errors?: Record<string, string>
    requestId?: string | null
    cause?: unknown
  }) {
    super(given.error, given.cause === undefined ? undefined : { cause: given.cause })
    this.status = given.status
    this.error = given.error
    this.errors = given.errors ?? {}
    this.requestId = given.requestId ?? null
  }
}
