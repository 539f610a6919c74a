import { readBody } from './read-body.ts'
import { createReceiver, type ReceiverOptions } from './receiver.ts'

/** The part of Express's request that is read. `ip` obeys `app.set('trust proxy', …)`. */
export interface ExpressRequest extends AsyncIterable<Uint8Array> {
  method: string
  originalUrl: string
  ip?: string | undefined
  body?: unknown
}

export interface ExpressResponse {
  status(code: number): { json(body: unknown): unknown }
}

/**
 * `app.use('/hooks', expressCallbacks({ secret, onPayment }))`, before or after `express.json()`.
 */
export function expressCallbacks(
  options: ReceiverOptions,
): (request: ExpressRequest, response: ExpressResponse, next: (error: unknown) => void) => void {
  const receive = createReceiver(options)
  return (request, response, next) => {
    const answer = async () => {
      // Worked out from the socket at each reading, and the socket may be gone once the body is read.
      const { method, ip } = request
      const body = request.body ?? (await readBody(request))
      const path = request.originalUrl.split('?')[0] ?? ''
      const reply = await receive({ method, path, ip, body })
      response.status(reply.status).json(reply.body)
    }
    answer().catch(next)
  }
}
