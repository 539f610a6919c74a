import assert from 'node:assert/strict'
import { Refusal, refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { tidied } from '../http/fields.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { listAccounts } from './read-accounts.ts'
import { findAccounts } from './rows.ts'
import {
  AccountOnWire,
  CreateAccountBody,
  presentAccount,
  readAccountChange,
  updatable,
  UpdateAccountBody,
} from './wire.ts'
import { changeAccount, createAccounts } from './write-accounts.ts'

const tags = ['Accounts']
const Id = Type.Object({ id: Type.String() })
const Query = Type.Object({
  ...PageQuery,
  customerid: Type.Optional(Type.String()),
  search: Type.Optional(Type.String({ maxLength: 200 })),
})

export const accountRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/account/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Open a further account for a customer',
          body: CreateAccountBody,
          response: answers(201, AccountOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const draft = { customerId: body.customerid, name: tidied(body.name) ?? null }
        const done = await once(ctx, request, async (tx) => {
          const [account] = await createAccounts(tx, ctx, businessId, [draft])
          assert(account, 'one draft has one outcome')
          if (account instanceof Refusal) return refuse(account.code, account.about)
          return answer(201, { success: true, message: 'Account created successfully', data: presentAccount(account) })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/account/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List accounts',
          querystring: Query,
          response: answersPage(AccountOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { search: query.search ?? null, customerId: query.customerid ?? null }
        const { accounts, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listAccounts(tx, businessId, filter, page),
        )
        return presentPage(accounts, total, page, presentAccount, byAge)
      },
    )

    app.get(
      '/business/account/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get an account', params: Id, response: answers(200, AccountOnWire) } },
      async ({ businessId, params }) => {
        const [account] = await inBusiness(ctx.sql, businessId, (tx) =>
          findAccounts(tx, businessId, { ids: [params.id] }),
        )
        return { success: true, data: presentAccount(account ?? refuse('account_not_found')) }
      },
    )

    app.patch(
      '/business/account/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Rename an account',
          params: Id,
          body: UpdateAccountBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, actor, params, body } = request
        const change = readAccountChange(body)
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: null }
          const { account, modified } = await changeAccount(tx, ctx, businessId, params.id, change, by)
          return answerUpdate('Account updated successfully', updatable, body, presentAccount(account), modified)
        })
        return send(reply, done)
      },
    )
  }
