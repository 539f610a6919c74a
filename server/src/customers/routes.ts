import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import assert from 'node:assert/strict'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { listCustomers } from './read-customers.ts'
import { findCustomers } from './rows.ts'
import {
  CreateCustomerBody,
  CustomerInList,
  CustomerOnWire,
  customerTypes,
  presentCustomer,
  readCustomer,
  readCustomerChange,
  updatable,
  UpdateCustomerBody,
} from './wire.ts'
import { changeCustomer, createCustomers } from './write-customers.ts'

const tags = ['Customers']
const Id = Type.Object({ id: Type.String() })
const Query = Type.Object({
  ...PageQuery,
  search: Type.Optional(Type.String({ maxLength: 200 })),
  type: Type.Optional(Type.Enum(customerTypes)),
})

export const customerRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/customer/create',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Create a customer',
          body: CreateCustomerBody,
          response: answers(201, CustomerOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, body } = request
        const done = await once(ctx, request, async (tx) => {
          const [customer] = await createCustomers(tx, ctx, businessId, [readCustomer(body)], 'api')
          assert(customer, 'one draft makes one customer')
          return answer(201, {
            success: true,
            message: 'Customer created successfully',
            data: presentCustomer(customer),
          })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/customer/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List customers',
          querystring: Query,
          response: answersPage(CustomerInList),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = { search: query.search?.trim() || null, type: query.type ?? null }
        const { customers, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listCustomers(tx, businessId, filter, page),
        )
        return presentPage(customers, total, page, presentCustomer, byAge)
      },
    )

    app.get(
      '/business/customer/details/:id',
      {
        schema: { tags, scope: 'read', summary: 'Get a customer', params: Id, response: answers(200, CustomerOnWire) },
      },
      async ({ businessId, params }) => {
        const [customer] = await inBusiness(ctx.sql, businessId, (tx) => findCustomers(tx, businessId, [params.id]))
        return { success: true, data: presentCustomer(customer ?? refuse('customer_not_found')) }
      },
    )

    app.patch(
      '/business/customer/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          summary: 'Update a customer',
          params: Id,
          body: UpdateCustomerBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, actor, params, body } = request
        const change = readCustomerChange(body)
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: null }
          const { customer, modified } = await changeCustomer(tx, ctx, businessId, params.id, change, by)
          return answerUpdate('Customer updated successfully', updatable, body, presentCustomer(customer), modified)
        })
        return send(reply, done)
      },
    )
  }
