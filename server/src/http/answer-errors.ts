import { Refusal } from '@kusanya/domain/refusal.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { isDatabaseAway } from '../db/away.ts'
import { rememberPaths } from './known-paths.ts'
import { presentRefusal } from './refusals.ts'
import { describeProblems, type BodySchema } from './validation.ts'

const failure = (error: string) => ({ success: false, error })

/** What is answered when a request ends in no route or in an error: always JSON, never a stack. Before any route. */
export function answerErrors(app: FastifyInstance, ctx: Context): void {
  const methodsOf = rememberPaths(app)

  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request.url.replace(/[?#].*$/s, ''))
    if (methods.length === 0) return reply.code(404).send(failure('Not found'))
    reply.header('allow', [...methods, 'OPTIONS'].join(', '))
    if (request.method === 'OPTIONS') return reply.code(204).send()
    return reply.code(405).send(failure('Method not allowed'))
  })

  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) {
      const { status, body } = presentRefusal(error)
      if (body.retry_after !== undefined) reply.header('retry-after', body.retry_after)
      return reply.code(status).send(body)
    }
    if (error.validation) {
      const schema = request.routeOptions.schema?.[error.validationContext === 'querystring' ? 'querystring' : 'body']
      return reply.code(400).send(describeProblems(error.validation, schema as BodySchema | undefined))
    }
    if (error.statusCode !== undefined && error.statusCode < 500) return answerMisfit(error.statusCode, reply)
    if (isDatabaseAway(error)) {
      return reply.code(503).header('retry-after', '2').send(failure('Temporarily unavailable. Please try again.'))
    }
    ctx.meter.bugs.inc()
    ctx.log.error(
      { err: error, requestId: request.id, route: request.routeOptions.url, businessId: request.businessId },
      'bug',
    )
    return reply.code(500).send(failure('Internal error'))
  })
}

/** An address that cannot be decoded, or that is longer than any of ours, names nothing. */
export function answerUnroutable(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(404).send(failure('Not found'))
}

function answerMisfit(status: number, reply: FastifyReply): FastifyReply {
  if (status === 413) return reply.code(413).send(failure('Request body is too large'))
  if (status === 415) return reply.code(415).send(failure('Content-Type must be application/json'))
  return reply.code(400).send(failure('Invalid request body'))
}
