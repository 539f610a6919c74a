import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

/**
 * Counts each request by its route and status, and has a line about it in the log where that is asked for: the route, not
 * the address, since addresses hold codes and tokens. Tells connections to close while the process is stopping.
 */
export function noteRequests(app: FastifyInstance, ctx: Context): void {
  app.addHook('onSend', async (_request, reply) => {
    if (ctx.stopping) reply.header('connection', 'close')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id, businessId } = request
    const { statusCode: status, elapsedTime } = reply
    const route = routeOptions.url ?? 'none'
    ctx.meter.requests.observe({ method, route, status: String(status) }, elapsedTime / 1000)
    if (status === 429) ctx.meter.limited.inc()
    if (!ctx.config.logRequests) return
    const ms = Math.round(elapsedTime)
    ctx.log.info({ requestId: id, method, route, status, ms, businessId, actor: request.actor }, 'request')
  })
}
