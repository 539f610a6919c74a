import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answers, answersPage, byAge, PageQuery, presentPage, readPage } from '../http/envelope.ts'
import { answer, once, send } from '../http/once.ts'
import { importStatement } from './import-statement.ts'
import { findStatements, listLines, listStatements } from './read-statements.ts'
import { readUpload } from './uploaded.ts'
import { ImportBody, ImportedOnWire, LineOnWire, presentLine, presentStatement, StatementOnWire } from './wire.ts'
import { fates } from './write-lines.ts'

const tags = ['Statements']
const Id = Type.Object({ id: Type.String() })

export const statementRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/statement/import',
      {
        bodyLimit: 8_000_000,
        schema: {
          tags,
          scope: 'payments',
          summary: 'Import a statement of the M-PESA organisation portal',
          body: ImportBody,
          response: answers(200, ImportedOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, actor, body } = request
        const file = { shortcode: body.shortcode, fileName: body.filename || null, ...(await readUpload(body)) }
        const done = await once(ctx, request, async (tx) => {
          const business = await theBusiness(tx, businessId)
          const { id, repeated } = await importStatement(tx, ctx, business, file, actor)
          const [statement] = await findStatements(tx, businessId, [id])
          return answer(200, {
            success: true,
            message: repeated ? 'This file was imported before: nothing changed' : 'Statement imported successfully',
            data: { ...presentStatement(statement ?? refuse('statement_not_found')), repeated },
          })
        })
        return send(reply, done)
      },
    )

    app.get(
      '/business/statement/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List imported statements',
          querystring: Type.Object(PageQuery),
          response: answersPage(StatementOnWire),
        },
      },
      async ({ businessId, query }) => {
        const page = readPage(query)
        const { statements, total } = await inBusiness(ctx.sql, businessId, (tx) =>
          listStatements(tx, businessId, page),
        )
        return presentPage(statements, total, page, presentStatement, byAge)
      },
    )

    app.get(
      '/business/statement/details/:id',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'Get an imported statement',
          params: Id,
          response: answers(200, StatementOnWire),
        },
      },
      async ({ businessId, params }) => {
        const [statement] = await inBusiness(ctx.sql, businessId, (tx) => findStatements(tx, businessId, [params.id]))
        return { success: true, data: presentStatement(statement ?? refuse('statement_not_found')) }
      },
    )

    app.get(
      '/business/statement/:id/line/list',
      {
        schema: {
          tags,
          scope: 'read',
          summary: 'List the lines of a statement and what became of each',
          params: Id,
          querystring: Type.Object({ ...PageQuery, fate: Type.Optional(Type.Enum(fates)) }),
          response: answersPage(LineOnWire),
        },
      },
      async ({ businessId, params, query }) => {
        const page = readPage(query)
        const { lines, total } = await inBusiness(ctx.sql, businessId, async (tx) => {
          const [statement] = await findStatements(tx, businessId, [params.id])
          if (!statement) refuse('statement_not_found')
          return listLines(tx, businessId, statement.id, query.fate ?? null, page)
        })
        return presentPage(lines, total, page, presentLine, byRow)
      },
    )
  }

/** Lines stand in the order of the file. */
function byRow({ row }: { row: number }) {
  return { at: new Date(0), id: String(row) }
}
