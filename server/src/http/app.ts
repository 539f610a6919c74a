import formbody from '@fastify/formbody'
import swagger from '@fastify/swagger'
import { Refusal } from '@kusanya/domain/refusal.ts'
import Fastify, { type FastifyBaseLogger, type FastifyError, type FastifyInstance } from 'fastify'
import { accountRoutes } from '../accounts/routes.ts'
import type { Context } from '../context.ts'
import { customerRoutes } from '../customers/routes.ts'
import { invoiceRoutes } from '../invoices/routes.ts'
import { payPageRoutes } from '../pay-page/routes.ts'
import { paymentLinkRoutes } from '../payment-links/routes.ts'
import { mpesaRoutes } from '../payments/mpesa-routes.ts'
import { paymentRoutes } from '../payments/routes.ts'
import { productRoutes } from '../products/routes.ts'
import { taxRoutes } from '../taxes/routes.ts'
import { webhookRoutes } from '../webhooks/routes.ts'
import { requireApiKey } from './auth.ts'
import { openapi } from './openapi.ts'
import { presentRefusal } from './refusals.ts'
import { describeProblems, type BodySchema } from './validation.ts'

export type App = FastifyInstance

/** The HTTP server: the list of routes, and what holds for all of them. */
export async function buildApp(ctx: Context): Promise<App> {
  const app: App = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    disableRequestLogging: true,
    bodyLimit: 262_144,
    requestTimeout: 15_000,
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 0,
    trustProxy: ctx.config.trustProxy.length > 0 ? ctx.config.trustProxy : false,
    genReqId: () => ctx.newId(),
    requestIdHeader: 'x-request-id',
    routerOptions: { maxParamLength: 200 },
    ajv: {
      customOptions: {
        // Fastify's own defaults read null as 0, true as 1 and "0x10" as 16: not with money.
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: true,
        allErrors: true,
        verbose: true,
        keywords: ['wording', 'missing', 'summary'],
      },
    },
  })

  app.removeContentTypeParser('text/plain')
  await app.register(formbody)
  await app.register(swagger, openapi(ctx))
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
  })
  requireApiKey(app, ctx)
  answerErrors(app, ctx)

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  await app.register(invoiceRoutes(ctx))
  await app.register(customerRoutes(ctx))
  await app.register(accountRoutes(ctx))
  await app.register(productRoutes(ctx))
  await app.register(taxRoutes(ctx))
  await app.register(paymentLinkRoutes(ctx))
  await app.register(paymentRoutes(ctx))
  await app.register(webhookRoutes(ctx))
  await app.register(mpesaRoutes(ctx))
  await app.register(payPageRoutes(ctx))
  return app
}

function answerErrors(app: App, ctx: Context): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send({ success: false, error: 'Not found' }))
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) {
      const { status, body } = presentRefusal(error)
      return reply.code(status).send(body)
    }
    if (error.validation) {
      const schema = request.routeOptions.schema?.[error.validationContext === 'querystring' ? 'querystring' : 'body']
      return reply.code(400).send(describeProblems(error.validation, schema as BodySchema | undefined))
    }
    if (error.statusCode === 413) return reply.code(413).send({ success: false, error: 'Request body is too large' })
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(400).send({ success: false, error: 'Invalid request body' })
    }
    if (isDatabaseAway(error)) {
      return reply.code(503).header('retry-after', '2').send({ success: false, error: 'Temporarily unavailable. Please try again.' })
    }
    ctx.log.error({ err: error, requestId: request.id, route: request.routeOptions.url, businessId: request.businessId }, 'bug')
    return reply.code(500).send({ success: false, error: 'Internal error' })
  })
}

/** Connection lost, shutting down, starting up, too many connections, lock or statement time-out. */
function isDatabaseAway({ code }: { code?: string }): boolean {
  return /^(ECONNREFUSED|ECONNRESET|ENOENT|CONNECT_TIMEOUT|CONNECTION_.*|57P0[123]|53300|55P03|57014|08\d{3})$/.test(code ?? '')
}
