import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { writeInstant } from '@kusanya/domain/day.ts'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answersPage, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { named } from '../http/fields.ts'
import { listAudit, type AuditEntry } from './read-audit.ts'

const Picture = Type.Union([Type.Record(Type.String(), Type.Unknown()), Type.Null()])
const AuditLineOnWire = named('AuditLine', {
  _id: Type.String(),
  actor: Type.String(),
  action: Type.String(),
  subject: Type.Object({ type: Type.String(), _id: Type.String() }),
  reason: Type.String(),
  before: Picture,
  after: Picture,
  createdat: Type.String(),
})

export const auditRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/audit/list',
      {
        schema: {
          tags: ['Audit'],
          scope: 'read',
          operationId: 'listAuditLines',
          summary: 'List who changed what in the books',
          querystring: Type.Object({
            ...PageQuery,
            type: Type.Optional(
              Type.String({
                description: 'invoice, payment, credit_note, customer, account, payment_link, business or api_key',
              }),
            ),
            subjectid: Type.Optional(Type.String()),
            customerid: Type.Optional(
              Type.String({ description: 'About him, his accounts, or what was billed to them and paid by them' }),
            ),
            accountid: Type.Optional(Type.String({ description: 'The same of one account' })),
          }),
          response: answersPage(AuditLineOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const filter = {
          subjectKind: query.type ?? null,
          subjectId: query.subjectid ?? null,
          customerId: query.customerid ?? null,
          accountId: query.accountid ?? null,
        }
        const { lines, total } = await inBusiness(ctx.sql, businessId, (tx) => listAudit(tx, businessId, filter, page))
        return presentPage(lines, total, page, presentLine, ({ created_at, id }) => ({ at: created_at, id }))
      },
    )
  }

function presentLine(line: AuditEntry) {
  return {
    _id: line.id,
    actor: line.actor,
    action: line.action,
    subject: { type: line.subject_kind, _id: line.subject_id },
    reason: line.reason ?? '',
    before: line.before,
    after: line.after,
    createdat: writeInstant(line.created_at),
  }
}
