import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { checkHeld } from '@kusanya/domain/api-key.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import assert from 'node:assert/strict'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { changeKey, revokeKey, rotateKey, type KeyHolder } from './change-key.ts'
import { createKeys, type MadeKey } from './create-keys.ts'
import { listKeys } from './read-keys.ts'
import { findKey } from './rows.ts'
import {
  CreateKeyBody,
  inOrder,
  KeyMade,
  KeyOnWire,
  presentKey,
  readExpiry,
  readKeyChange,
  RevokeKeyBody,
  RotateKeyBody,
  statuses,
  updatable,
  UpdateKeyBody,
} from './wire.ts'

const tags = ['API keys']
const Id = Type.Object({ id: Type.String() })
const Query = Type.Object({ ...PageQuery, status: Type.Optional(Type.Enum(statuses)) })

export const keyRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    /** Answers with the secret to whoever made the key. What is kept for repeats of the request is without it. */
    const answerMade = async (
      request: FastifyRequest,
      reply: FastifyReply,
      message: string,
      make: (tx: Tx) => Promise<MadeKey>,
    ) => {
      let secret: string | null = null
      const done = await once(ctx, request, async (tx) => {
        const made = await make(tx)
        secret = made.secret
        return answer(201, { success: true, message, data: { ...presentKey(made.key, ctx.now()), secret: null } })
      })
      if (done.replayed) return send(reply, done)
      const { data, ...rest } = JSON.parse(done.text) as { data: object }
      return send(reply, { ...done, text: JSON.stringify({ ...rest, data: { ...data, secret } }) })
    }

    app.post(
      '/business/key/create',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Create an API key',
          body: CreateKeyBody,
          response: answers(201, KeyMade),
        },
      },
      async (request, reply) => {
        const { body, caller } = request
        const { name, scopes } = { name: body.name.trim(), scopes: inOrder(body.scopes) }
        const draft = { name, mode: caller.mode, scopes, expiresAt: readExpiry(body.expiresat) ?? null }
        checkHeld(caller.scopes, scopes)
        return answerMade(request, reply, 'API key created successfully', async (tx) => {
          const [made] = await createKeys(tx, ctx, caller.businessId, [draft], holder(request))
          assert(made, 'one draft makes one key')
          return made
        })
      },
    )

    app.get(
      '/business/key/list',
      {
        schema: { tags, scope: 'read', summary: 'List API keys', querystring: Query, response: answersPage(KeyOnWire) },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { status: query.status ?? null, now: ctx.now() }
        const { keys, total } = await inBusiness(ctx.sql, businessId, (tx) => listKeys(tx, businessId, filter, page))
        return presentPage(keys, total, page, (key) => presentKey(key, filter.now), byAge)
      },
    )

    app.get(
      '/business/key/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get an API key', params: Id, response: answers(200, KeyOnWire) } },
      async ({ businessId, params }) => {
        const key = await inBusiness(ctx.sql, businessId, (tx) => findKey(tx, businessId, params.id))
        return { success: true, data: presentKey(key ?? refuse('api_key_not_found'), ctx.now()) }
      },
    )

    app.patch(
      '/business/key/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Update an API key',
          params: Id,
          body: UpdateKeyBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const change = readKeyChange(body)
        const done = await once(ctx, request, async (tx) => {
          const { key, modified } = await changeKey(tx, ctx, businessId, params.id, change, holder(request))
          return answerUpdate('API key updated successfully', updatable, body, presentKey(key, ctx.now()), modified)
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/key/:id/rotate',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Replace an API key by a new one',
          params: Id,
          body: RotateKeyBody,
          response: answers(201, KeyMade),
        },
      },
      async (request, reply) => {
        const { params, body, caller } = request
        const expiresAt = readExpiry(body.expiresat)
        const rotation = {
          overlapHours: body.overlaphours ?? 24,
          mode: caller.mode,
          ...(expiresAt !== undefined && { expiresAt }),
        }
        return answerMade(request, reply, 'API key rotated successfully', (tx) =>
          rotateKey(tx, ctx, caller.businessId, params.id, rotation, holder(request)),
        )
      },
    )

    app.post(
      '/business/key/:id/revoke',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Revoke an API key',
          params: Id,
          body: RevokeKeyBody,
          response: answers(200, KeyOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, params, body } = request
        const done = await once(ctx, request, async (tx) => {
          const key = await revokeKey(tx, ctx, businessId, params.id, holder(request, body.reason?.trim()))
          return answer(200, {
            success: true,
            message: 'API key revoked successfully',
            data: presentKey(key, ctx.now()),
          })
        })
        return send(reply, done)
      },
    )
  }

function holder({ actor, caller }: FastifyRequest, reason: string | null = null): KeyHolder {
  return { actor, reason, scopes: caller.scopes }
}
