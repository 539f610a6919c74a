import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { refuse } from '@kusanya/domain/refusal.ts'
import { Type } from 'typebox'
import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { answersFile, sendFile } from '../http/files.ts'
import { addressed, findCreditNotePaper, findInvoicePapers, findReceiptPaper } from './find-papers.ts'
import { mustHaveInvoices } from './find-wanted.ts'
import { invoiceFiles } from './invoice-files.ts'
import { LanguageQuery, pdfOf, PdfZipBody } from './wire.ts'
import { zipOf } from './zip.ts'

const params = Type.Object({ id: Type.String() })
const querystring = Type.Object(LanguageQuery)
const response = answersFile('application/pdf')

/** Documents as PDF, made when they are asked for. */
export const documentRoutes =
  (ctx: Context): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/business/invoice/:id/pdf',
      {
        schema: { tags: ['Invoices'], scope: 'read', summary: 'Get an invoice as PDF', params, querystring, response },
      },
      async ({ businessId, params: { id }, query: { lang = 'en' } }, reply) => {
        const how = { language: lang, address: addressed }
        const [paper] = await inBusiness(ctx.sql, businessId, (tx) => findInvoicePapers(tx, ctx, businessId, [id], how))
        return sendFile(reply, await pdfOf(paper ?? refuse('invoice_not_found')))
      },
    )

    app.post(
      '/business/invoice/pdf-zip',
      {
        schema: {
          tags: ['Invoices'],
          scope: 'read',
          summary: 'Get up to 1,000 invoices as PDFs in a ZIP',
          operationId: 'zipInvoicePdfs',
          body: PdfZipBody,
          response: answersFile('application/zip'),
        },
      },
      async ({ businessId, body: { ids, lang = 'en' } }, reply) => {
        const wanted = [...new Set(ids)]
        // What is missing is said before the first byte: afterwards there is no status left to say it with.
        await inBusiness(ctx.sql, businessId, (tx) => mustHaveInvoices(tx, businessId, wanted))
        const files = invoiceFiles(ctx, businessId, wanted, { language: lang, address: addressed })
        const bytes = Readable.from(zipOf(files), { objectMode: false })
        return sendFile(reply, { type: 'application/zip', disposition: 'attachment', name: 'invoices.zip', bytes })
      },
    )

    app.get(
      '/business/receipt/:id/pdf',
      { schema: { tags: ['Receipts'], scope: 'read', summary: 'Get a receipt as PDF', params, querystring, response } },
      async ({ businessId, params: { id }, query: { lang = 'en' } }, reply) => {
        const how = { language: lang, address: addressed }
        const paper = await inBusiness(ctx.sql, businessId, (tx) => findReceiptPaper(tx, businessId, id, how))
        return sendFile(reply, await pdfOf(paper ?? refuse('receipt_not_found')))
      },
    )

    app.get(
      '/business/credit-note/:id/pdf',
      {
        schema: {
          tags: ['Credit notes'],
          scope: 'read',
          summary: 'Get a credit note as PDF',
          params,
          querystring,
          response,
        },
      },
      async ({ businessId, params: { id }, query: { lang = 'en' } }, reply) => {
        const paper = await inBusiness(ctx.sql, businessId, (tx) => findCreditNotePaper(tx, businessId, id, lang))
        return sendFile(reply, await pdfOf(paper ?? refuse('credit_note_not_found')))
      },
    )
  }
