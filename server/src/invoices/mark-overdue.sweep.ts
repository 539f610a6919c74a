import type { Context } from '../context.ts'
import { inBusiness } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { recordEvents } from '../events/record-events.ts'
import { findInvoices } from './rows.ts'
import { presentInvoice } from './wire.ts'

/** Marks open invoices whose due date has passed and announces each once. */
export function markOverdue(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'invoices', 'passes_at', (businessId) =>
    inBusiness(ctx.sql, businessId, async (tx) => {
      const now = ctx.now()
      const due = await tx<{ id: string }[]>`
        select id from invoices
        where business_id = ${businessId} and passes_at <= ${now}
        order by id limit ${limit} for update skip locked
      `
      const ids = due.map(({ id }) => id)
      const marked = await tx<{ id: string }[]>`
        update invoices
        set overdue_at = ${now}, updated_at = ${now}
        where business_id = ${businessId} and id = any (${ids})
          and issued_at is not null and cancelled_at is null and paid + adjusted < total and overdue_at is null
        returning id
      `
      await tx`update invoices set passes_at = null where business_id = ${businessId} and id = any (${ids})`
      const invoices = await findInvoices(
        tx,
        businessId,
        marked.map(({ id }) => id),
      )
      await recordEvents(
        tx,
        ctx,
        businessId,
        invoices.map((invoice) => ({
          type: 'invoice.overdue',
          subjectId: invoice.id,
          data: presentInvoice(invoice, ctx),
        })),
      )
      return due.length
    }),
  )
}
