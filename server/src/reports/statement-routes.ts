import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { FastifyReply } from 'fastify'
import { Type, type Static } from 'typebox'
import { findAccounts } from '../accounts/rows.ts'
import type { Account } from '../accounts/wire.ts'
import { theBusiness } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Context } from '../context.ts'
import { findCustomers } from '../customers/rows.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { addressed, findHand } from '../documents/find-papers.ts'
import { statementPaper } from '../documents/statement-paper.ts'
import { LanguageQuery, pdfOf } from '../documents/wire.ts'
import { sendCsv } from '../http/csv.ts'
import { answers } from '../http/envelope.ts'
import { sendFile } from '../http/files.ts'
import { readAccountStatement } from './read-account-statement.ts'
import { readOpenParts } from './read-open-parts.ts'
import { readSpan, SpanQuery } from './span.ts'
import { AccountStatementOnWire, accountStatementRows, presentAccountStatement } from './wire.ts'

const Query = Type.Object({
  ...SpanQuery,
  format: Type.Optional(
    Type.Enum(['json', 'csv', 'pdf'], { description: 'csv gives a file for spreadsheets, pdf one for people' }),
  ),
  ...LanguageQuery,
})
const statement = {
  querystring: Query,
  params: Type.Object({ id: Type.String() }),
  response: answers(200, AccountStatementOnWire),
}

/** Whom a statement is for, and the accounts that it is about. */
type Subject = { customerId: string; accounts: Account[] }

/** Statements of account, of a customer and of one account: the last 90 days when none are named. */
export const statementOfAccountRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const read = (businessId: string, query: Static<typeof Query>, find: (tx: Tx) => Promise<Subject>) =>
      inBusiness(ctx.sql, businessId, async (tx) => {
        const business = await theBusiness(tx, businessId)
        const { customerId, accounts } = await find(tx)
        const span = readSpan(query, ctx.now(), business.timeZone, 90)
        const ids = accounts.map(({ id }) => id)
        const [customer] = await findCustomers(tx, businessId, [customerId])
        const facts = {
          statement: await readAccountStatement(tx, businessId, ids, span),
          span,
          currency: business.currency,
          open: await readOpenParts(tx, business, span.to, ids),
          to: customer ? addressed(customer) : [],
          accounts: accounts.map(({ number }) => number),
          paybill: (await findPaybill(tx, businessId))?.shortcode ?? null,
        }
        return { facts, hand: await findHand(tx, businessId, query.lang ?? 'en') }
      })

    type Found = Awaited<ReturnType<typeof read>>
    const answer = async (reply: FastifyReply, { facts, hand }: Found, format: string | undefined) => {
      const { statement: found, span, currency } = facts
      if (format === 'csv') return sendCsv(reply, 'statement', accountStatementRows(found, span))
      if (format !== 'pdf') return { success: true, data: presentAccountStatement(found, span, currency) }
      return sendFile(reply, await pdfOf(statementPaper(facts, hand)))
    }

    app.get(
      '/business/customer/:id/statement',
      {
        schema: {
          tags: ['Customers'],
          scope: 'read',
          summary: 'Statement of all accounts of a customer',
          ...statement,
        },
      },
      async ({ businessId, params, query }, reply) => {
        const found = await read(businessId, query, async (tx) => {
          const [customer] = await findCustomers(tx, businessId, [params.id])
          if (!customer) return refuse('customer_not_found')
          const accounts = await findAccounts(tx, businessId, { customerIds: [customer.id] })
          return { customerId: customer.id, accounts }
        })
        return answer(reply, found, query.format)
      },
    )

    app.get(
      '/business/account/:id/statement',
      { schema: { tags: ['Accounts'], scope: 'read', summary: 'Statement of an account', ...statement } },
      async ({ businessId, params, query }, reply) => {
        const found = await read(businessId, query, async (tx) => {
          const [account] = await findAccounts(tx, businessId, { ids: [params.id] })
          if (!account) return refuse('account_not_found')
          return { customerId: account.customerId, accounts: [account] }
        })
        return answer(reply, found, query.format)
      },
    )
  }
