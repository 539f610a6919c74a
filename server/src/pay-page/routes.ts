import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { makeClaim } from '../claims/make-claim.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { pdfOf } from '../documents/wire.ts'
import { budget } from '../http/budget.ts'
import { answers } from '../http/envelope.ts'
import { sendFile } from '../http/files.ts'
import { refuseGuess, wrongGuesses } from '../http/limit-requests.ts'
import { findLogo } from '../logos/logos.ts'
import { askPhone } from './ask-phone.ts'
import { css, js } from './assets.ts'
import { findBill, type Found } from './find-bill.ts'
import { headersOf } from './headers.ts'
import { billPage, plainPage, type Said } from './page.ts'
import { invoicePaperOf, receiptPaperOf } from './papers.ts'
import { isOfPayer, noteSeen } from './note-seen.ts'
import { qrDrawing, qrPicture } from './qr.ts'
import { claimPhase, readClaim } from './read-claim.ts'
import { readForm, readTypedClaim } from './read-form.ts'
import { readRequest } from './read-requests.ts'
import { address, type View } from './view.ts'
import { PublicBill, presentBill } from './wire.ts'
import { chooseLanguage, languages, wordsOf } from './words.ts'

const hidden = { hide: true }
const Code = Type.Object({ code: Type.String() })
const Query = Type.Object({ request: Type.Optional(Type.String()), claim: Type.Optional(Type.String()) })
const nothingSaid: Said = { request: null, claim: null, form: null, claimForm: null, refused: null }

/** What payers open: no key, no cookie, no script needed. The code in the address is all that is asked of them. */
export const payPageRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    const guessedWrong = wrongGuesses(ctx)
    await app.register(pages(ctx, guessedWrong), { prefix: '/pay' })

    app.get('/qr/:code.png', { schema: { ...hidden, params: Code } }, async (request, reply) => {
      const { code } = request.params
      const found = await findBill(ctx, code, async () => null)
      if (!found) return refuseGuess(guessedWrong(request), 'link_not_found')
      const picture = await qrPicture(`${ctx.publicUrl}/pay/${code}`)
      return reply
        .headers({ 'x-robots-tag': 'noindex', 'cache-control': 'private, max-age=3600' })
        .type('image/png')
        .send(picture)
    })

    app.get(
      '/pay/:code.json',
      {
        schema: {
          tags: ['Pay page'],
          operationId: 'getBill',
          summary: 'What a payment link asks for',
          security: [],
          params: Code,
          querystring: Query,
          response: answers(200, PublicBill),
        },
      },
      async (http, reply) => {
        const { params, query } = http
        reply.headers(headersOf(ctx))
        const found = await findBill(ctx, params.code, readAsked(query))
        if (!found) return refuseGuess(guessedWrong(http), 'link_not_found')
        const { request, claim } = found.more
        return {
          success: true,
          data: presentBill(found.bill, { request, claim: claim && claimPhase(claim, ctx.now()) }),
        }
      },
    )
  }

const pages =
  (ctx: Context, guessedWrong: ReturnType<typeof wrongGuesses>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const perAddress = budget(30, 3_600_000)
    const claimsPerAddress = budget(30, 3_600_000)
    app.addHook('onRequest', async (_request, reply) => void reply.headers(headersOf(ctx)))

    const notFound = (request: FastifyRequest, reply: FastifyReply) => {
      const view = viewOf(ctx, request, '')
      return sendPage(reply, 404, plainPage(view, view.words.notFound, view.words.notFoundMore))
    }
    const noSuchCode = (request: FastifyRequest, reply: FastifyReply) => {
      const wait = guessedWrong(request)
      if (wait === null) return notFound(request, reply)
      const view = viewOf(ctx, request, '')
      const page = plainPage(view, view.words.notFound, view.words.notFoundMore)
      return sendPage(reply.header('retry-after', wait), 429, page)
    }
    app.setNotFoundHandler((request, reply) => notFound(request, reply))
    app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
      if (error.statusCode !== undefined && error.statusCode < 500) return notFound(request, reply)
      ctx.log.error({ err: error, requestId: request.id, route: request.routeOptions.url }, 'the pay page failed')
      const view = viewOf(ctx, request, '')
      return sendPage(reply.header('retry-after', '5'), 503, plainPage(view, view.words.broken, view.words.brokenMore))
    })

    for (const { path, type, text } of [css, js]) {
      app.get(path, { schema: hidden }, async (_request, reply) =>
        reply.header('cache-control', 'public, max-age=31536000, immutable').type(type).send(text),
      )
    }

    const show = async (view: View, reply: FastifyReply, { bill }: Found, said: Said, status: number) => {
      const qr = await qrDrawing(`${ctx.publicUrl}/pay/${view.code}`)
      return sendPage(reply, status, billPage(view, bill, qr, said))
    }

    app.get('/:code', { schema: { ...hidden, params: Code, querystring: Query } }, async (request, reply) => {
      const view = viewOf(ctx, request, request.params.code)
      const ofPayer = isOfPayer(request, ctx.publicUrl)
      const read = readAsked(request.query)
      const found = await findBill(ctx, view.code, async (tx, one) => {
        if (ofPayer) await noteSeen(tx, ctx, one)
        return read(tx, one)
      })
      return found ? show(view, reply, found, { ...nothingSaid, ...found.more }, 200) : noSuchCode(request, reply)
    })

    app.get('/:code/logo', { schema: { ...hidden, params: Code } }, async (request, reply) => {
      const found = await findBill(ctx, request.params.code, (tx, { businessId }) => findLogo(tx, businessId))
      if (!found?.more) return found ? notFound(request, reply) : noSuchCode(request, reply)
      return reply.header('cache-control', 'private, max-age=86400').type(found.more.type).send(found.more.bytes)
    })

    app.get('/:code/invoice.pdf', { schema: { ...hidden, params: Code } }, async (request, reply) => {
      const view = viewOf(ctx, request, request.params.code)
      const found = await findBill(ctx, view.code, (tx, one) => invoicePaperOf(tx, ctx, one, view))
      if (!found) return noSuchCode(request, reply)
      return found.more ? sendFile(reply, await pdfOf(found.more)) : notFound(request, reply)
    })

    const OneReceipt = Type.Object({ ...Code.properties, number: Type.String() })
    app.get('/:code/receipts/:number.pdf', { schema: { ...hidden, params: OneReceipt } }, async (request, reply) => {
      const { code, number } = request.params
      const view = viewOf(ctx, request, code)
      const found = await findBill(ctx, code, (tx, one) => receiptPaperOf(tx, one, number, view))
      if (!found) return noSuchCode(request, reply)
      return found.more ? sendFile(reply, await pdfOf(found.more)) : notFound(request, reply)
    })

    app.post('/:code/request', { schema: { ...hidden, params: Code } }, async (request, reply) => {
      const view = viewOf(ctx, request, request.params.code)
      const found = await findBill(ctx, view.code, async () => null)
      if (!found) return noSuchCode(request, reply)
      const { bill } = found
      if (bill.balance === 0n || bill.status === 'draft') return reply.redirect(address(view), 303)
      const form = readForm(request.body, bill)
      if (!('wish' in form)) return show(view, reply, found, { ...nothingSaid, form }, 400)
      const again = { typed: form.typed, problems: {} }
      if (!perAddress.spend(request.ip, view.now)) {
        return show(view, reply, found, { ...nothingSaid, form: again, refused: view.words.tooManyHere }, 429)
      }
      const asked = await askPhone(ctx, found, form.wish)
      if ('requestId' in asked) return reply.redirect(address(view, '', { request: asked.requestId }), 303)
      return show(view, reply, found, { ...nothingSaid, form: again, refused: view.words[asked.refused] }, 409)
    })

    app.post('/:code/claim', { schema: { ...hidden, params: Code } }, async (request, reply) => {
      const view = viewOf(ctx, request, request.params.code)
      const found = await findBill(ctx, view.code, async () => null)
      if (!found) return noSuchCode(request, reply)
      const { bill } = found
      const { paybill: shortcode } = bill
      const open = bill.balance > 0n && bill.status !== 'draft'
      if (!open || shortcode === null || bill.currency !== 'KES') return reply.redirect(address(view), 303)
      const { typed, read } = readTypedClaim(request.body)
      const refuse = (problem: 'claimUnreadable' | 'claimTooMany', status: number) =>
        show(view, reply, found, { ...nothingSaid, claimForm: { typed, problem } }, status)
      if (!read) return refuse('claimUnreadable', 400)
      if (!claimsPerAddress.spend(request.ip, view.now)) return refuse('claimTooMany', 429)
      const claimed = await findBill(ctx, view.code, (tx, { bill }) =>
        makeClaim(tx, ctx, bill.business, { linkId: bill.link.id, shortcode }, read),
      )
      if (!claimed) return noSuchCode(request, reply)
      if (!claimed.more) return refuse('claimTooMany', 429)
      return reply.redirect(address(view, '', { claim: claimed.more.claimId }), 303)
    })
  }

/** The request and the claim that an address is about, if they are of its link. */
const readAsked =
  ({ request, claim }: { request?: string; claim?: string }) =>
  async (tx: Tx, { businessId, bill }: Found) => {
    const link = { businessId, linkId: bill.link.id }
    return {
      request: request === undefined ? null : await readRequest(tx, link, request),
      claim: claim === undefined ? null : await readClaim(tx, link, claim),
    }
  }

function viewOf({ now }: Context, request: FastifyRequest, code: string): View {
  const query = request.query as Record<string, unknown>
  const language = chooseLanguage(query['lang'], request.headers['accept-language'])
  return {
    words: wordsOf(language),
    language,
    chosen: languages.some((one) => one === query['lang']),
    now: now(),
    code,
    requestId: typeof query['request'] === 'string' ? query['request'] : null,
    claimId: typeof query['claim'] === 'string' ? query['claim'] : null,
  }
}

function sendPage(reply: FastifyReply, status: number, page: string) {
  return reply.code(status).header('vary', 'accept-language').type('text/html; charset=utf-8').send(page)
}
