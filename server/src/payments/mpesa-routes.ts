import { refuse } from '@kusanya/domain/refusal.ts'
import { respond } from '@kusanya/mpesa'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { lane } from '../http/lane.ts'
import { hashOf, isCallbackPath, type SecretPathKind } from '../secrets/vault.ts'
import { receiveCallbacks, type Received } from './receive-callbacks.ts'

type Door = { businessId: string; subjectId: string }
type Hook = { Params: { token: string }; Body: Buffer }

/**
 * What Safaricom calls. Callbacks are unsigned: the path is the secret. The body is written down as it came and the
 * answer given only then; what it means is found out afterwards, by the sweep.
 */
export const mpesaRoutes =
  (ctx: Context): FastifyPluginAsync =>
  async (app) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 65_536 }, (_request, body, done) => done(null, body))
    const receive = lane<Received, null>((businessId, received) =>
      inBusiness(ctx.sql, businessId, async (tx) => {
        await receiveCallbacks(tx, ctx, businessId, received)
        return received.map(() => null)
      }),
    )
    const schema = { hide: true }

    const take = async (request: FastifyRequest<Hook>, kind: SecretPathKind, road: Received['road']) => {
      const { businessId, subjectId } = await findDoor(ctx, kind, request.params.token)
      const requestId = kind === 'payment_request' ? subjectId : null
      await receive(businessId, { road, requestId, body: request.body ?? Buffer.alloc(0), remoteAddress: request.ip })
      return respond.accept()
    }

    app.post<Hook>('/hooks/:token/bill', { schema }, (request) => take(request, 'callbacks', 'bill'))
    app.post<Hook>('/hooks/:token/c2b/confirmation', { schema }, (request) => take(request, 'callbacks', 'c2b'))
    app.post<Hook>('/hooks/:token/asked', { schema }, (request) => take(request, 'payment_request', 'stk'))
    app.post<Hook>('/hooks/:token/c2b/validation', { schema }, async (request) => {
      await findDoor(ctx, 'callbacks', request.params.token)
      return respond.accept()
    })
  }

const doors = new WeakMap<Context, Map<string, Door>>()

async function findDoor(ctx: Context, kind: SecretPathKind, token: string): Promise<Door> {
  if (!isCallbackPath(token)) refuse('not_found')
  const known = doors.get(ctx) ?? new Map<string, Door>()
  doors.set(ctx, known)
  const remembered = known.get(token)
  if (remembered && kind === 'callbacks') return remembered
  const [row] = await ctx.sql<{ business_id: string; subject_id: string }[]>`
    select business_id, subject_id from secret_paths where hash = ${hashOf(token)} and kind = ${kind}
  `
  if (!row) refuse('not_found')
  const door = { businessId: row.business_id, subjectId: row.subject_id }
  if (kind === 'callbacks') known.set(token, door)
  return door
}
