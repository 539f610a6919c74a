import { respond } from '@kusanya/mpesa'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { SecretPathKind } from '../secrets/vault.ts'
import { answerValidation } from './answer-validation.ts'
import { doorKeyOf } from './doors.ts'
import { callbackKeeper } from './keep-callback.ts'
import type { Knock } from './knock.ts'

type Hook = { Params: { token: string }; Body: Buffer }

/**
 * What Safaricom calls. Callbacks are unsigned: the path is the secret. The body is written down as it came and the
 * answer given only then; what it means is found out afterwards, by the sweep. A validation alone is answered at once.
 */
export const mpesaRoutes =
  (ctx: Context): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 65_536 }, (_request, body, done) => done(null, body))
    const keep = callbackKeeper(ctx)
    const schema = { hide: true }

    const take = async (request: FastifyRequest<Hook>, kind: SecretPathKind, road: Knock['road']) => {
      await keep({
        ...doorKeyOf(kind, request.params.token),
        id: ctx.newId(),
        road,
        body: request.body ?? Buffer.alloc(0),
        remoteAddress: request.ip,
        receivedAt: ctx.now(),
      })
      ctx.meter.callbacksReceived.inc({ road })
      return respond.accept()
    }

    app.post<Hook>('/hooks/:token/bill', { schema }, (request) => take(request, 'callbacks', 'bill'))
    app.post<Hook>('/hooks/:token/c2b/confirmation', { schema }, (request) => take(request, 'callbacks', 'c2b'))
    app.post<Hook>('/hooks/:token/asked', { schema }, (request) => take(request, 'payment_request', 'stk'))
    app.post<Hook>('/hooks/:token/status', { schema }, (request) => take(request, 'inquiry', 'status'))
    app.post<Hook>('/hooks/:token/status/expired', { schema }, (request) => take(request, 'inquiry', 'status_expired'))
    app.post<Hook>('/hooks/:token/reversal', { schema }, (request) => take(request, 'reversal', 'reversal'))
    app.post<Hook>('/hooks/:token/reversal/expired', { schema }, (request) =>
      take(request, 'reversal', 'reversal_expired'),
    )
    app.post<Hook>('/hooks/:token/reversal/status', { schema }, (request) =>
      take(request, 'reversal', 'reversal_status'),
    )
    app.post<Hook>('/hooks/:token/c2b/validation', { schema }, ({ params, body }) =>
      answerValidation(ctx, params.token, body ?? Buffer.alloc(0)),
    )
  }
