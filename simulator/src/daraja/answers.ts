/** What goes back over HTTP. A string body is sent as it stands, with its own content type. */
export interface Answer {
  status: number
  body: unknown
  contentType?: string
}

/** A refusal in Daraja's envelope `{requestId, errorCode, errorMessage}`. */
export class DarajaError extends Error {
  readonly status: number
  readonly errorCode: string

  constructor(status: number, errorCode: string, message: string) {
    super(message)
    this.status = status
    this.errorCode = errorCode
  }
}

export const badField = (field: string) => new DarajaError(400, '400.002.02', `Bad Request - Invalid ${field}`)

export function envelope(requestId: string, error: DarajaError): Answer {
  return {
    status: error.status,
    body: { requestId, errorCode: error.errorCode, errorMessage: error.message },
  }
}

/** A failure of the gateway itself (Apigee), which does not use Daraja's envelope. */
export function fault(status: number, faultstring: string, errorcode: string, reason?: string): Answer {
  return { status, body: { fault: { faultstring, detail: { errorcode, ...(reason && { reason }) } } } }
}

const gatewayFaults: Record<string, [string, string, string?]> = {
  500: ['Internal Server Error', 'messaging.runtime.UnexpectedError'],
  502: ['Unexpected EOF at target', 'messaging.adaptors.http.UnexpectedEOFAtTarget'],
  503: ['The Service is temporarily unavailable', 'messaging.adaptors.http.flow.ServiceUnavailable'],
  504: ['Gateway Timeout', 'messaging.adaptors.http.flow.GatewayTimeout', 'TARGET_READ_TIMEOUT'],
}

/** A 5xx in one of the bodies seen in the wild. */
export function serverError(requestId: string, status: 500 | 502 | 503 | 504, form: string): Answer {
  const [faultstring, errorcode, reason] = gatewayFaults[status]!
  if (form === 'html') {
    const body = `<html><head><title>${status} ${faultstring}</title></head><body><center><h1>${status} ${faultstring}</h1></center></body></html>`
    return { status, body, contentType: 'text/html' }
  }
  if (form === 'empty') return { status, body: '', contentType: 'text/plain' }
  if (form === 'daraja')
    return envelope(requestId, new DarajaError(status, `${status}.003.1001`, 'Internal Server Error'))
  return fault(status, faultstring, errorcode, reason)
}
