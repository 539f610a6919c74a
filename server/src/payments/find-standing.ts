import { lockInvoices } from '../invoices/rows.ts'
import type { Tx } from '../db/sql.ts'
import type { Place } from './place.ts'

/** An allocation that was not taken back, and how its payment came. */
export type Standing = Place & {
  id: string
  paymentId: string
  amount: bigint
  channel: 'mpesa' | 'manual'
  shortcode: string
}

type Of = { paymentId?: string; invoiceId?: string; creditOf?: string[] }

/** What stands of a payment, on an invoice, or as credit of accounts; oldest first. */
export async function findStanding(
  tx: Tx,
  businessId: string,
  { paymentId, invoiceId, creditOf = [] }: Of,
): Promise<Standing[]> {
  const rows = await tx<
    {
      id: string
      payment_id: string
      target: 'invoice' | 'credit' | 'link' | 'suspense' | 'refund'
      invoice_id: string | null
      account_id: string | null
      link_id: string | null
      amount: bigint
      channel: 'mpesa' | 'manual'
      shortcode: string
    }[]
  >`
    select a.id, a.payment_id, a.target, a.invoice_id, a.account_id, a.link_id, a.amount, p.channel, p.shortcode
    from allocations a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id
    where a.business_id = ${businessId} and a.amount > 0
      and (a.payment_id = ${paymentId ?? ''} or a.invoice_id = ${invoiceId ?? ''}
        or (a.account_id = any (${creditOf}) and a.target = 'credit'))
      and not exists (select 1 from allocations r where r.business_id = a.business_id and r.reverses_id = a.id)
    order by a.created_at, a.id
  `
  return rows.map(({ payment_id, invoice_id, account_id, link_id, ...row }) => ({
    ...row,
    paymentId: payment_id,
    invoiceId: invoice_id,
    accountId: account_id,
    linkId: link_id,
  }))
}

/**
 * What stands of a payment, with everything locked on which it stands, and these invoices besides. Looked at again after
 * locking: meanwhile its credit may have gone to another invoice.
 */
export async function lockStanding(
  tx: Tx,
  businessId: string,
  paymentId: string,
  alsoInvoices: string[] = [],
): Promise<Standing[]> {
  await lockPayments(tx, [paymentId])
  const locked = new Set<string>()
  for (;;) {
    const standing = await findStanding(tx, businessId, { paymentId })
    const invoices = new Set([...alsoInvoices, ...standing.flatMap(({ invoiceId }) => invoiceId ?? [])])
    const accounts = new Set(
      standing.flatMap(({ target, accountId }) => (target === 'credit' ? (accountId ?? []) : [])),
    )
    const fresh = [...invoices, ...accounts].filter((id) => !locked.has(id))
    if (fresh.length === 0) return standing
    await lockInvoices(tx, businessId, [...invoices])
    await tx<{ id: string }[]>`
      select id from accounts where business_id = ${businessId} and id = any (${[...accounts]}) order by id for update
    `
    for (const id of fresh) locked.add(id)
  }
}

/** Whoever changes where payments lie, or which of their editions counts, does it alone until his transaction ends. */
export async function lockPayments(tx: Tx, paymentIds: string[]): Promise<void> {
  for (const id of [...new Set(paymentIds)].sort()) {
    await tx<{ locked: string | null }[]>`select pg_advisory_xact_lock(hashtextextended(${id}, 0))::text as locked`
  }
}
