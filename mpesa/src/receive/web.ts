import { readBody } from './read-body.ts'
import { createReceiver, type ReceiverOptions } from './receiver.ts'

/**
 * A handler of web-standard requests, for Workers, Deno, Bun, Next.js route handlers and anything else that has them:
 * `const receive = callbackHandler({ secret, onPayment })`, then `receive(request, { ip })`.
 */
export function callbackHandler(
  options: ReceiverOptions,
): (request: Request, from?: { ip?: string | undefined }) => Promise<Response> {
  const receive = createReceiver(options)
  return async (request, from) => {
    const body = await readBody(request.body)
    const { pathname: path } = new URL(request.url)
    const reply = await receive({ method: request.method, path, ip: from?.ip, body })
    return Response.json(reply.body, { status: reply.status })
  }
}
