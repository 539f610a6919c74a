import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isWanted, purposes, channels, wishAfterStop, wishes, type MessageWish } from '@kusanya/domain/message.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { changeCustomer } from '../customers/write-customers.ts'
import { findCustomers } from '../customers/rows.ts'
import type { Customer } from '../customers/wire.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { wrongGuesses } from '../http/limit-requests.ts'
import { css } from '../pay-page/assets.ts'
import { headersOf } from '../pay-page/headers.ts'
import { chooseLanguage } from '../pay-page/words.ts'
import { hashOf, isLinkCode } from '../secrets/vault.ts'
import { choicesPage, notFoundPage } from './choices-page.ts'

const params = Type.Object({ code: Type.String() })
const schema = { hide: true, params }
const byPayer = { actor: 'payer', reason: null }

/** Where a customer chooses which messages he gets. No key: the code in the address, which only his messages hold, is enough. */
export const choiceRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const guessedWrong = wrongGuesses(ctx)
    const inHand = (request: FastifyRequest) => {
      const { lang } = request.query as Record<string, unknown>
      return (customer: Customer | null) =>
        chooseLanguage(lang ?? customer?.language, request.headers['accept-language'])
    }
    const notFound = (request: FastifyRequest, reply: FastifyReply) => {
      const wait = guessedWrong(request)
      if (wait !== null) reply.header('retry-after', wait)
      return show(reply, wait === null ? 404 : 429, notFoundPage(inHand(request)(null), css.address))
    }
    const show = (reply: FastifyReply, status: number, page: string) =>
      reply
        .code(status)
        .headers(headersOf(ctx))
        .header('vary', 'accept-language')
        .type('text/html; charset=utf-8')
        .send(page)

    app.get('/m/:code', { schema }, async (request, reply) => {
      const found = await findChooser(ctx, request.params.code, async () => {})
      if (!found) return notFound(request, reply)
      const saved = 'saved' in (request.query as object)
      const language = inHand(request)(found.customer)
      return show(reply, 200, choicesPage({ ...found, language, saved, code: request.params.code, css: css.address }))
    })

    app.post('/m/:code', { schema }, async (request, reply) => {
      const body = (request.body ?? {}) as Record<string, unknown>
      const wish = (name: string) => wishes.find((one) => one === body[name])
      const [emails, sms] = [wish('emails'), wish('sms')]
      const change = { ...(emails && { emails }), ...(sms && { sms }) }
      const found = await findChooser(ctx, request.params.code, (tx, businessId, { id }) =>
        changeCustomer(tx, ctx, businessId, id, change, byPayer),
      )
      return found ? reply.redirect(`/m/${request.params.code}?saved`, 303) : notFound(request, reply)
    })

    // Mail programs open it, too: what changes something wants a POST.
    app.get('/m/:code/stop', { schema }, async (request, reply) => {
      const { code } = request.params
      return isLinkCode(code) ? reply.redirect(`/m/${code}`, 303) : notFound(request, reply)
    })

    app.post('/m/:code/stop', { schema }, async (request, reply) => {
      const query = request.query as Record<string, unknown>
      const purpose = purposes.find((one) => one === query['purpose']) ?? 'invoice'
      const channel = channels.find((one) => one === query['channel']) ?? 'email'
      const field = channel === 'email' ? 'emails' : 'sms'
      const found = await findChooser(ctx, request.params.code, async (tx, businessId, customer) => {
        // Who wants less already keeps it so.
        if (isWanted(purpose, customer[field]))
          await changeCustomer(tx, ctx, businessId, customer.id, { [field]: wishAfterStop(purpose) }, byPayer)
      })
      return found ? reply.redirect(`/m/${request.params.code}?saved`, 303) : notFound(request, reply)
    })
  }

type Chooser = { business: string; customer: { id: string; emails: MessageWish; sms: MessageWish } & Customer }

/** Whose code it is, after `work` was done for him; null for a code that nobody was given. */
async function findChooser(
  ctx: Context,
  code: string,
  work: (tx: Tx, businessId: string, customer: Customer) => Promise<unknown>,
): Promise<Chooser | null> {
  const [path] = await ctx.sql<{ business_id: string; subject_id: string }[]>`
    select business_id, subject_id from secret_paths where hash = ${hashOf(code)} and kind = 'messages'
  `
  if (!path) return null
  const { business_id: businessId, subject_id: id } = path
  return inBusiness(ctx.sql, businessId, async (tx) => {
    const [customer] = await findCustomers(tx, businessId, [id])
    if (!customer) return null
    await work(tx, businessId, customer)
    const { name } = await theBusiness(tx, businessId)
    return { business: name, customer }
  })
}
