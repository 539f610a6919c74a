import { createServer, type Server } from 'node:http'
import type { Context } from '../context.ts'
import { metricsOf } from './measure.ts'
import { readiness } from './readiness.ts'

/**
 * The operator's port: /metrics, /healthz and /readyz, over plain HTTP and for whoever reaches it. It is not the API's, so
 * that a proxy in front of that cannot show it to the world. Workers have it too.
 */
export function serveWatchers(ctx: Context): Server {
  const metrics = metricsOf(ctx)
  const answer = async (path: string): Promise<{ status: number; type: string; text: string }> => {
    const json = (status: number, body: object) => ({ status, type: 'application/json', text: JSON.stringify(body) })
    switch (path) {
      case '/healthz':
        return json(200, { status: 'ok' })
      case '/readyz':
        return json(...presentReadiness(await readiness(ctx)))
      case '/metrics':
        return { status: 200, type: ctx.meter.registry.contentType, text: await metrics() }
      default:
        return json(404, { success: false, error: 'Not found' })
    }
  }
  return createServer((request, response) => {
    answer((request.url ?? '').replace(/\?.*/s, '')).then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      (error: unknown) => {
        ctx.log.error({ err: error }, 'metrics cannot be told')
        response
          .writeHead(500, { 'content-type': 'application/json' })
          .end('{"success":false,"error":"Internal error"}')
      },
    )
  })
}

/** Status and body of /readyz. */
export function presentReadiness({ isReady, reasons }: Awaited<ReturnType<typeof readiness>>): [number, object] {
  return isReady ? [200, { status: 'ready' }] : [503, { status: 'not ready', reasons }]
}
