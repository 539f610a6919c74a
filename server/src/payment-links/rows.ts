import assert from 'node:assert/strict'
import { statusOf, titleOf, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import type { Link } from './wire.ts'

type LinkRow = {
  id: string
  invoice_id: string | null
  title: string | null
  amount: bigint | null
  paid: bigint
  type: string
  currency: string
  active: boolean
  expires_at: Date | null
  generation: number
  number: string | null
  created_at: Date
  updated_at: Date
}

/** The links with these ids, newest first; those that are not the business's are left out. */
export async function findLinks(tx: Tx, businessId: string, ids: string[]): Promise<Link[]> {
  const rows = await tx<LinkRow[]>`
    select l.id, l.invoice_id, l.title, l.amount, l.paid, l.type, l.currency, l.active, l.expires_at, l.generation, a.number,
      l.created_at, l.updated_at
    from payment_links l
    left join accounts a on a.business_id = l.business_id and a.id = l.account_id
    where l.business_id = ${businessId} and l.id = any (${ids})
    order by l.created_at desc, l.id desc
  `
  const invoices = await findInvoices(
    tx,
    businessId,
    rows.flatMap(({ invoice_id }) => invoice_id ?? []),
  )
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  return rows.map((row) => {
    if (row.invoice_id === null) return toStandalone(row)
    const invoice = byId.get(row.invoice_id)
    assert(invoice, 'the link of an invoice refers to one that exists')
    return toInvoiceLink(row, invoice)
  })
}

/** The same, locked until the transaction ends. */
export async function lockLinks(tx: Tx, businessId: string, ids: string[]): Promise<Link[]> {
  await tx<{ id: string }[]>`
    select id from payment_links where business_id = ${businessId} and id = any (${ids}) order by id for update
  `
  return findLinks(tx, businessId, ids)
}

function toStandalone(row: LinkRow): Link {
  assert(row.title !== null && row.amount !== null && row.number !== null, 'payment_links_subject_check')
  return {
    id: row.id,
    generation: row.generation,
    invoiceId: null,
    title: row.title,
    amount: row.amount,
    paid: row.paid,
    type: row.type,
    invoiceStatus: null,
    active: row.active,
    expiresAt: row.expires_at,
    currency: row.currency,
    accountNumber: row.number,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function toInvoiceLink(row: LinkRow, invoice: Invoice): Link {
  return {
    id: row.id,
    generation: row.generation,
    invoiceId: invoice.id,
    title: titleOf(invoice),
    amount: invoice.total,
    paid: invoice.paid,
    type: row.type,
    invoiceStatus: statusOf(invoice),
    active: row.active,
    expiresAt: row.expires_at,
    currency: invoice.currency,
    accountNumber: invoice.account.number,
    createdAt: row.created_at,
    updatedAt: row.updated_at > invoice.updatedAt ? row.updated_at : invoice.updatedAt,
  }
}
