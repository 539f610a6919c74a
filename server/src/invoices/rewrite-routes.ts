import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { answers } from '../http/envelope.ts'
import { lookedAt, LookedAt } from '../http/looked-at.ts'
import { answer, once, send } from '../http/once.ts'
import { rewriteDraft } from './rewrite-draft.ts'
import { InvoiceOnWire, presentInvoice, readInvoice, RewriteDraftBody } from './wire.ts'

/** Updating takes no lines, because a whole invoice may be sent back to it; a draft is written anew here. */
export const rewriteRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.post(
      '/business/invoice/:id/rewrite',
      {
        schema: {
          tags: ['Invoices'],
          scope: 'write',
          operationId: 'rewriteDraft',
          summary: 'Rewrite a draft',
          params: Type.Object({ id: Type.String() }),
          headers: LookedAt,
          body: RewriteDraftBody,
          response: answers(200, InvoiceOnWire),
        },
      },
      async (request, reply) => {
        const { businessId, params, headers } = request
        const draft = readInvoice(request.body)
        const done = await once(ctx, request, async (tx) => {
          const invoice = await rewriteDraft(tx, ctx, businessId, params.id, draft, lookedAt(headers))
          const data = presentInvoice(invoice, ctx)
          return answer(200, { success: true, message: 'Draft rewritten successfully', data })
        })
        return send(reply, done)
      },
    )
  }
