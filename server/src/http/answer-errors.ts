import { Refusal } from '@kusanya/domain/refusal.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { isDatabaseAway } from '../db/away.ts'
import { chooseLanguage, type Language } from '../pay-page/words.ts'
import { headersOf } from '../pay-page/headers.ts'
import { rememberPaths } from './known-paths.ts'
import { notFoundPage } from './not-found-page.ts'
import { presentRefusal } from './refusals.ts'
import { inKiswahili } from './sentences-kiswahili.ts'
import { describeProblems, type BodySchema } from './validation.ts'

type Failure = { error: string; errors?: Record<string, string> }

const languageOf = ({ headers }: FastifyRequest): Language => chooseLanguage(undefined, headers['accept-language'])

/** What is answered when a request ends in no route or in an error: always JSON, never a stack. Before any route. */
export function answerErrors(app: FastifyInstance, ctx: Context): void {
  const methodsOf = rememberPaths(app)

  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url.replace(/[?#].*$/s, ''))
    // Below an address of ours there may be nothing, as when a file is asked for that is not there.
    if (methods.length === 0 || methods.includes(request.method)) return answerNowhere(ctx, request, reply)
    reply.header('allow', [...methods, 'OPTIONS'].join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    return fail(request, reply, 405, 'Method not allowed')
  })

  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) {
      const { status, body } = presentRefusal(error, languageOf(request))
      if (body.retry_after !== undefined) reply.header('retry-after', body.retry_after)
      return send(request, reply, status, body)
    }
    if (error.validation) {
      const schema = request.routeOptions.schema?.[error.validationContext === 'querystring' ? 'querystring' : 'body']
      return fail(request, reply, 400, describeProblems(error.validation, schema as BodySchema | undefined))
    }
    if (error.statusCode !== undefined && error.statusCode < 500) {
      const known = { 413: 'Request body is too large', 415: 'Content-Type must be application/json' }
      const status = error.statusCode === 413 || error.statusCode === 415 ? error.statusCode : 400
      return fail(request, reply, status, status === 400 ? 'Invalid request body' : known[status])
    }
    if (isDatabaseAway(error)) {
      return fail(request, reply.header('retry-after', '2'), 503, 'Temporarily unavailable. Please try again.')
    }
    ctx.meter.bugs.inc()
    ctx.log.error(
      { err: error, requestId: request.id, route: request.routeOptions.url, businessId: request.businessId },
      'bug',
    )
    return fail(request, reply, 500, 'Internal error')
  })
}

/** An address that names nothing: a page for who opens it in a browser, JSON for everybody else. */
export function answerNowhere(ctx: Pick<Context, 'publicUrl'>, request: FastifyRequest, reply: FastifyReply) {
  const isOpened = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '')
  if (!isOpened) return fail(request, reply, 404, 'Not found')
  reply.headers({ ...headersOf(ctx), vary: 'accept, accept-language' }).type('text/html; charset=utf-8')
  return reply.code(404).send(notFoundPage(languageOf(request)))
}

/** Says what is wrong in the language that is asked for. What we have no Kiswahili for is said in English. */
function fail(request: FastifyRequest, reply: FastifyReply, status: number, what: string | Failure): FastifyReply {
  const { error, errors } = typeof what === 'string' ? { error: what } : what
  const say = languageOf(request) === 'sw' ? (english: string) => inKiswahili(english) ?? english : String
  const each = errors && Object.fromEntries(Object.entries(errors).map(([field, text]) => [field, say(text)]))
  return send(request, reply, status, { success: false, error: say(error), ...(each && { errors: each }) })
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .headers({ vary: 'accept-language', 'content-language': languageOf(request) })
    .send(body)
}
