import type { ReceiverOptions } from './receiver.ts'
import { callbackHandler } from './web.ts'

/** The part of Hono's context that is read. */
export interface HonoContext {
  req: { raw: Request }
}

/**
 * `app.post('/hooks/*', honoCallbacks({ secret, onPayment }))`. For `allowedIps` tell where the address is to be had, which depends on
 * the runtime: `honoCallbacks(options, (c) => getConnInfo(c).remote.address)`.
 */
export function honoCallbacks<C extends HonoContext>(
  options: ReceiverOptions,
  ip?: (context: C) => string | undefined,
): (context: C) => Promise<Response> {
  const handle = callbackHandler(options)
  return (context) => handle(context.req.raw, { ip: ip?.(context) })
}
