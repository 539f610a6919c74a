import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'
import type { Span } from '../watching/tracer.ts'

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | undefined
  }
}

/** Asked every few seconds by whatever watches over us: nobody wants to read of it. */
const unworthy = ['/healthz', '/readyz']

/**
 * A span for each request, named by its route and not by its address, which may hold codes and tokens. A caller's
 * `traceparent` makes it a part of his trace.
 */
export function traceRequests(app: FastifyInstance, { tracer }: Context): void {
  if (!tracer) return
  app.decorateRequest('span')
  app.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, headers, id } = request
    const route = routeOptions.url ?? 'none'
    if (unworthy.includes(route)) return done()
    const { traceparent } = headers
    const span = tracer.start(`${method} ${route}`, {
      kind: 'server',
      attributes: { 'http.request.method': method, 'http.route': route, 'kusanya.request_id': id },
      parent: typeof traceparent === 'string' ? traceparent : null,
    })
    request.span = span
    span.within(done)
  })
  app.addHook('onResponse', async ({ span, businessId }, { statusCode }) => {
    span?.set({ 'http.response.status_code': statusCode, ...(businessId && { 'kusanya.business_id': businessId }) })
    span?.end(statusCode >= 500 ? String(statusCode) : undefined)
  })
}
