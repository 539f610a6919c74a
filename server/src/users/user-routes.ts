import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { answerUpdate, Updated } from '../http/updates.ts'
import { countMembers, findMember, listMembers } from './members.ts'
import { InviteBody, InvitedOnWire, MemberOnWire, presentMember, readInvitation, UpdateMemberBody } from './wire.ts'
import { changeRole, inviteMember, removeMember } from './write-users.ts'

const tags = ['Users']
const params = Type.Object({ id: Type.String() })

/** Who may act for the business: for its owners, and for keys that may do everything. */
export const userRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/user/invite',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Invite somebody',
          body: InviteBody,
          response: answers(201, InvitedOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: null }
          const { member, link } = await inviteMember(tx, ctx, businessId, readInvitation(body), by)
          const data = { ...presentMember(member), invitationurl: link }
          return answer(201, { success: true, message: 'User invited successfully', data })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/user/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List who may act for the business',
          querystring: Type.Object(PageQuery),
          response: answersPage(MemberOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        return inBusiness(ctx.sql, businessId, async (tx) => {
          const members = await listMembers(tx, businessId, { ...page, userId: null })
          const total = page.counted ? await countMembers(tx, businessId) : null
          return presentPage(members, total, page, presentMember, ({ createdAt, userId }) => ({
            at: createdAt,
            id: userId,
          }))
        })
      },
    )

    app.get(
      '/business/user/details/:id',
      { schema: { tags, scope: 'read', summary: 'Get a user', params, response: answers(200, MemberOnWire) } },
      async ({ businessId, params }) => {
        const member = await inBusiness(ctx.sql, businessId, (tx) => findMember(tx, businessId, params.id))
        return { success: true, data: presentMember(member ?? refuse('user_not_found')) }
      },
    )

    app.patch(
      '/business/user/update/:id',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Change what somebody may do',
          params,
          body: UpdateMemberBody,
          response: answers(200, Updated),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body, params } = request
        const done = await once(ctx, request, async (tx) => {
          const by = { actor, reason: null }
          const { member, modified } = await changeRole(tx, ctx, businessId, params.id, body.role, by)
          return answerUpdate('User updated successfully', ['role'], body, presentMember(member), modified)
        })
        return send(reply, done)
      },
    )

    app.post(
      '/business/user/:id/remove',
      {
        schema: {
          tags,
          scope: 'write',
          ownersOnly: true,
          summary: 'Remove somebody',
          params,
          response: answers(200, MemberOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, params } = request
        const done = await once(ctx, request, async (tx) => {
          const member = await removeMember(tx, ctx, businessId, params.id, { actor, reason: null })
          return answer(200, { success: true, message: 'User removed successfully', data: presentMember(member) })
        })
        return send(reply, done)
      },
    )
  }
