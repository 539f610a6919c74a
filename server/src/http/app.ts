import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { accountRoutes } from '../accounts/routes.ts'
import { adjustmentRoutes } from '../adjustments/routes.ts'
import { attentionRoutes } from '../attention/routes.ts'
import { auditRoutes } from '../audit/routes.ts'
import { businessRoutes } from '../businesses/routes.ts'
import { shortcodeRoutes } from '../businesses/shortcode-routes.ts'
import { claimRoutes } from '../claims/routes.ts'
import type { Context } from '../context.ts'
import { closeRoutes } from '../closes/routes.ts'
import { contradictionRoutes } from '../contradictions/routes.ts'
import { creditNoteRoutes } from '../credit-notes/routes.ts'
import { customerRoutes } from '../customers/routes.ts'
import { documentRoutes } from '../documents/routes.ts'
import { eventRoutes } from '../events/routes.ts'
import { eventStreamRoutes } from '../events/stream-routes.ts'
import { dashboardRoutes } from '../dashboard/routes.ts'
import { rewriteRoutes } from '../invoices/rewrite-routes.ts'
import { invoiceRoutes } from '../invoices/routes.ts'
import { timelineRoutes } from '../invoices/timeline-routes.ts'
import { keyRoutes } from '../keys/routes.ts'
import { ledgerRoutes } from '../ledger/routes.ts'
import { choiceRoutes } from '../messages/choice-routes.ts'
import { messageRoutes } from '../messages/routes.ts'
import { templateRoutes } from '../messages/template-routes.ts'
import { payPageRoutes } from '../pay-page/routes.ts'
import { numberingRoutes } from '../numbering/routes.ts'
import { paymentLinkRoutes } from '../payment-links/routes.ts'
import { correctionRoutes } from '../payments/correction-routes.ts'
import { creditRoutes } from '../payments/credit-routes.ts'
import { logoRoutes } from '../logos/routes.ts'
import { mpesaRoutes } from '../payments/mpesa-routes.ts'
import { paymentRoutes } from '../payments/routes.ts'
import { unmatchedRoutes } from '../payments/unmatched-routes.ts'
import { productRoutes } from '../products/routes.ts'
import { receiptRoutes } from '../receipts/routes.ts'
import { reportRoutes } from '../reports/routes.ts'
import { statementOfAccountRoutes } from '../reports/statement-routes.ts'
import { reversalRoutes } from '../reversals/routes.ts'
import { statementRoutes } from '../statements/routes.ts'
import { taxRoutes } from '../taxes/routes.ts'
import { readiness } from '../watching/readiness.ts'
import { presentReadiness } from '../watching/serve.ts'
import { sessionRoutes } from '../users/session-routes.ts'
import { userRoutes } from '../users/user-routes.ts'
import { deliveryRoutes } from '../webhooks/delivery-routes.ts'
import { webhookRoutes } from '../webhooks/routes.ts'
import { answerErrors, answerNowhere } from './answer-errors.ts'
import { requireCaller } from './auth.ts'
import { closeUnusedConnections } from './close-unused.ts'
import { openapi } from './openapi/document.ts'
import { serveReference } from './openapi/reference.ts'
import { noteRequests } from './note-requests.ts'
import { keepTextStorable } from './storable-text.ts'
import { traceRequests } from './trace-requests.ts'

export type App = FastifyInstance

/** The HTTP server: the list of routes, and what holds for all of them. */
export async function buildApp(ctx: Context): Promise<App> {
  const app: App = Fastify({
    loggerInstance: ctx.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 262_144,
    requestTimeout: 15_000,
    // What arrives while we stop is answered like everything else; the listening ends, not the answering.
    return503OnClosing: false,
    keepAliveTimeout: 65_000,
    maxRequestsPerSocket: 0,
    trustProxy: ctx.config.trustProxy.length > 0 ? ctx.config.trustProxy : false,
    requestIdHeader: false,
    genReqId: ({ headers }) => readRequestId(headers['x-request-id']) ?? ctx.newId(),
    // An address that cannot be decoded, or that is longer than any of ours, names nothing either.
    frameworkErrors: (_error, request, reply) => void answerNowhere(ctx, request, reply),
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
  await app.register(swagger, openapi())
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
  })
  traceRequests(app, ctx)
  noteRequests(app, ctx)
  closeUnusedConnections(app)
  await app.register(cookie)
  requireCaller(app, ctx)
  keepTextStorable(app)
  answerErrors(app, ctx)

  app.get('/healthz', { schema: { hide: true } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const [status, body] = presentReadiness(await readiness(ctx))
    return reply.code(status).send(body)
  })
  serveReference(app, ctx)
  await app.register(invoiceRoutes(ctx))
  await app.register(rewriteRoutes(ctx))
  await app.register(timelineRoutes(ctx))
  await app.register(customerRoutes(ctx))
  await app.register(accountRoutes(ctx))
  await app.register(productRoutes(ctx))
  await app.register(taxRoutes(ctx))
  await app.register(paymentLinkRoutes(ctx))
  await app.register(paymentRoutes(ctx))
  await app.register(correctionRoutes(ctx))
  await app.register(reversalRoutes(ctx))
  await app.register(creditRoutes(ctx))
  await app.register(unmatchedRoutes(ctx))
  await app.register(claimRoutes(ctx))
  await app.register(contradictionRoutes(ctx))
  await app.register(attentionRoutes(ctx))
  await app.register(receiptRoutes(ctx))
  await app.register(messageRoutes(ctx))
  await app.register(templateRoutes(ctx))
  await app.register(statementRoutes(ctx))
  await app.register(closeRoutes(ctx))
  await app.register(statementOfAccountRoutes(ctx))
  await app.register(reportRoutes(ctx))
  await app.register(ledgerRoutes(ctx))
  await app.register(webhookRoutes(ctx))
  await app.register(deliveryRoutes(ctx))
  await app.register(eventRoutes(ctx))
  await app.register(eventStreamRoutes(ctx))
  await app.register(adjustmentRoutes(ctx))
  await app.register(creditNoteRoutes(ctx))
  await app.register(documentRoutes(ctx))
  await app.register(auditRoutes(ctx))
  await app.register(userRoutes(ctx))
  await app.register(sessionRoutes(ctx))
  await app.register(businessRoutes(ctx))
  await app.register(numberingRoutes(ctx))
  await app.register(logoRoutes(ctx))
  await app.register(shortcodeRoutes(ctx))
  await app.register(keyRoutes(ctx))
  await app.register(dashboardRoutes())
  await app.register(mpesaRoutes(ctx))
  await app.register(async (pages) => {
    await pages.register(formbody)
    await pages.register(payPageRoutes(ctx))
    await pages.register(choiceRoutes(ctx))
  })
  return app
}

/** Goes into our log and back to the caller, so it has to be short and plain. */
function readRequestId(sent: string | string[] | undefined): string | null {
  return typeof sent === 'string' && /^[\x21-\x7e]{1,200}$/.test(sent) ? sent : null
}
