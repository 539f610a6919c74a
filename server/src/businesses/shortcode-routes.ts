import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import { isPesafyError } from '@kusanya/mpesa'
import type { FastifyRequest } from 'fastify'
import assert from 'node:assert/strict'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { answers, answersPage, ErrorBody, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, attemptOf, claimKey, keepAnswer, once, send, type Answer } from '../http/once.ts'
import type { Asked } from '../payments/request-payment.ts'
import { connectShortcode } from './connect-shortcode.ts'
import { refusalByWords, refusalOf } from './daraja-answers.ts'
import { disconnectShortcode } from './disconnect-shortcode.ts'
import { listShortcodes } from './read-shortcodes.ts'
import { setOperator } from './set-operator.ts'
import { findConnections } from './shortcode-rows.ts'
import * as wire from './shortcode-wire.ts'
import { tryShortcode } from './try-shortcode.ts'

const tags = ['Shortcodes']
const params = Type.Object({ id: Type.String({ description: 'The shortcode' }) })
const changes = { tags, scope: 'write', ownersOnly: true } as const
const response = answers(200, wire.ShortcodeOnWire)
const asksSafaricom = { ...response, 502: ErrorBody }

/** Connecting Paybills to M-PESA, and what is connected. Secrets go in and never come out. */
export const shortcodeRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/shortcode/connect',
      {
        schema: {
          ...changes,
          summary: 'Connect a Paybill, or connect it again',
          body: wire.ConnectBody,
          response: asksSafaricom,
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const { wanted, contact } = await wire.readConnect(body)
        if (wanted.environment === 'production' && !ctx.publicUrl.startsWith('https:')) refuse('public_url_not_https')
        const attempt = attemptOf(request)
        const before = await inBusiness(ctx.sql, businessId, (tx) => claimKey(tx, ctx, businessId, attempt))
        if (before) return send(reply, before)
        const refused = await connectShortcode(ctx, businessId, wanted, contact, by(request)).then(
          () => null,
          asRefusal,
        )
        const done = await inBusiness(ctx.sql, businessId, async (tx) => {
          const said = refused ?? (await show(tx, businessId, body.shortcode, 'Shortcode connected successfully'))
          await keepAnswer(tx, businessId, attempt, said)
          return said
        })
        return done instanceof Refusal ? refuse(done.code, done.about) : send(reply, done)
      },
    )

    app.get(
      '/business/shortcode/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List the Paybills',
          querystring: Type.Object(PageQuery),
          response: answersPage(wire.ShortcodeOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { connections, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listShortcodes(tx, businessId, page),
        )
        return presentPage(connections, total, page, wire.presentShortcode, ({ createdAt, shortcode }) => ({
          at: createdAt,
          id: shortcode,
        }))
      },
    )

    app.get(
      '/business/shortcode/:id',
      {
        schema: {
          tags,
          scope: 'read',
          operationId: 'getShortcode',
          summary: 'Get a Paybill, and what M-PESA has taken of it',
          params,
          response,
        },
      },
      async ({ businessId, params }) => {
        const [found] = await inBusiness(ctx.sql, businessId, (tx) => findConnections(tx, businessId, [params.id]))
        return { success: true, data: wire.presentShortcode(found ?? refuse('shortcode_unknown')) }
      },
    )

    app.post(
      '/business/shortcode/:id/operator',
      {
        schema: {
          ...changes,
          operationId: 'setShortcodeOperator',
          summary: 'Set or replace the operator',
          params,
          body: wire.OperatorBody,
          response,
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const initiator = await wire.readOperator(body)
        const done = await once(ctx, request, async (tx) => {
          await setOperator(tx, ctx, businessId, params.id, initiator, by(request))
          return show(tx, businessId, params.id, 'Operator set successfully')
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/shortcode/:id/test',
      {
        schema: {
          ...changes,
          operationId: 'testShortcode',
          summary: 'Ask a phone for a test payment',
          params,
          body: wire.TestBody,
          response: asksSafaricom,
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const attempt = attemptOf(request)
        let done: Answer | Refusal | null = null
        const wanted = { shortcode: params.id, phone: body.phone }
        await tryShortcode(ctx, businessId, wanted, by(request), {
          before: async (tx) => {
            done = await claimKey(tx, ctx, businessId, attempt)
            if (done) throw new Replay()
          },
          after: async (tx, asked) => {
            done =
              asked.state === 'failed' ? whyFailed(asked) : await show(tx, businessId, params.id, 'The phone was asked')
            await keepAnswer(tx, businessId, attempt, done)
          },
        }).catch(ignoreReplay)
        const said = done as Answer | Refusal | null
        assert(said, 'a request that was made has an answer')
        return said instanceof Refusal ? refuse(said.code, said.about) : send(reply, said)
      },
    )

    app.post(
      '/business/shortcode/:id/disconnect',
      { schema: { ...changes, summary: 'Disconnect a Paybill', params, body: wire.DisconnectBody, response } },
      async (request, reply) => {
        const { businessId, params, body } = request
        const done = await once(ctx, request, async (tx) => {
          await disconnectShortcode(tx, ctx, businessId, params.id, by(request, body.reason?.trim()))
          return show(tx, businessId, params.id, 'Shortcode disconnected successfully')
        })
        return send(reply, done)
      },
    )
  }

const by = ({ actor }: FastifyRequest, reason: string | null = null) => ({ actor, reason })

async function show(tx: Tx, businessId: string, shortcode: string, message: string): Promise<Answer> {
  const [found] = await findConnections(tx, businessId, [shortcode])
  assert(found, 'a shortcode is never deleted')
  return answer(200, { success: true, message, data: wire.presentShortcode(found) })
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (!isPesafyError(error)) throw error
  return refusalOf(error)
}

function whyFailed({ reason }: Asked): Refusal {
  return refusalByWords(reason ?? '')
}

/** Ends the first transaction of a repeat: its answer is known, and no phone is asked again. */
class Replay extends Error {}

function ignoreReplay(error: unknown): void {
  if (!(error instanceof Replay)) throw error
}
