import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { findInvoicePapers, type Manner } from './find-papers.ts'
import { render } from './render.ts'
import type { Entry } from './zip.ts'

/** So many invoices are read at a time. */
const together = 50

/** The invoices with these ids as PDFs, one after the other. Those that are not the business's are left out. */
export async function* invoiceFiles(
  ctx: Context,
  businessId: string,
  ids: string[],
  manner: Manner,
): AsyncGenerator<Entry> {
  for (let start = 0; start < ids.length; start += together) {
    const some = ids.slice(start, start + together)
    const papers = await inBusiness(ctx.sql, businessId, (tx) => findInvoicePapers(tx, ctx, businessId, some, manner))
    for (const paper of papers) yield { name: `${paper.name}.pdf`, bytes: await render(paper), madeAt: paper.madeAt }
  }
}
