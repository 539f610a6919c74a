import { nextPassing } from '@kusanya/domain/instalment.ts'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import { theBusiness } from '../businesses/business.ts'
import type { Context } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { recordEvents } from '../events/record-events.ts'
import { findInvoices } from './rows.ts'
import { presentInvoice } from './wire.ts'

/**
 * Marks open invoices whose due date has passed, or the date of an unpaid instalment, and announces each once: one with a
 * schedule again whenever a further instalment passes unpaid.
 */
export function markOverdue(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'invoices', 'passes_at', (businessId) =>
    inBusiness(ctx.sql, businessId, async (tx) => {
      const now = ctx.now()
      const { timeZone } = await theBusiness(tx, businessId)
      const due = await tx<{ id: string }[]>`
        select id from invoices
        where business_id = ${businessId} and passes_at <= ${now}
        order by id limit ${limit} for update skip locked
      `
      const invoices = await findInvoices(
        tx,
        businessId,
        due.map(({ id }) => id),
      )
      const looked = invoices.map((invoice) => {
        const passes = nextPassing(invoice, timeZone)
        return passes && passes <= now ? { ...invoice, overdueAt: now, updatedAt: now } : invoice
      })
      await store(tx, businessId, looked, timeZone)
      const marked = looked.filter((invoice) => !invoices.includes(invoice))
      await recordEvents(
        tx,
        ctx,
        businessId,
        marked.map((invoice) => ({
          type: 'invoice.overdue',
          subjectId: invoice.id,
          data: presentInvoice(invoice, ctx),
        })),
      )
      return due.length
    }),
  )
}

async function store(tx: Tx, businessId: string, invoices: Invoice[], timeZone: string): Promise<void> {
  const rows = invoices.map((invoice) => ({
    id: invoice.id,
    overdue_at: invoice.overdueAt?.toISOString() ?? null,
    passes_at: nextPassing(invoice, timeZone)?.toISOString() ?? null,
    updated_at: invoice.updatedAt.toISOString(),
  }))
  await tx`
    update invoices set overdue_at = m.overdue_at, passes_at = m.passes_at, updated_at = m.updated_at
    from jsonb_to_recordset(${tx.json(rows)}) as m (
      id text, overdue_at timestamptz, passes_at timestamptz, updated_at timestamptz
    )
    where invoices.business_id = ${businessId} and invoices.id = m.id
  `
}
