import { nextPassing } from '@kusanya/domain/instalment.ts'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { hashOf } from '../secrets/vault.ts'
import { instalmentRows } from './rows.ts'
import { discountValue } from './wire.ts'

/** Writes invoices, the link of each and the path that finds the link, in one statement: it is the hottest of all. */
export async function insertInvoices(tx: Tx, given: Given, business: Business, invoices: Invoice[]): Promise<void> {
  const rows = invoices.map((invoice) => toRow(invoice, given, business.timeZone))
  await tx`
    with given as materialized (
      select * from jsonb_to_recordset(${tx.json(rows)}) as i (
        id text, customer_id text, account_id text, year int, serial bigint, title text, description text, remark text,
        currency text, customer_name text, customer_email text, customer_phone text, items jsonb, discount_type text,
        discount_value bigint, instalments jsonb, tax_id text, tax_basis_points bigint, tax_included boolean, subtotal bigint, discount bigint,
        tax bigint, rounding bigint, total bigint, invoiced_at timestamptz, due_at timestamptz, issued_at timestamptz,
        passes_at timestamptz, created_at timestamptz, link_id text, path_hash text
      )
    ), written as (
      insert into invoices (
        business_id, id, customer_id, account_id, year, serial, title, description, remark, currency, customer_name,
        customer_email, customer_phone, items, discount_type, discount_value, instalments, tax_id, tax_basis_points,
        tax_included, subtotal, discount, tax, rounding, total, invoiced_at, due_at, issued_at, passes_at, created_at, updated_at
      )
      select ${business.id}, i.id, i.customer_id, i.account_id, i.year, i.serial, i.title, i.description, i.remark, i.currency,
        i.customer_name, i.customer_email, i.customer_phone, i.items, i.discount_type, i.discount_value, i.instalments, i.tax_id,
        i.tax_basis_points, i.tax_included, i.subtotal, i.discount, i.tax, i.rounding, i.total, i.invoiced_at, i.due_at,
        i.issued_at, i.passes_at, i.created_at, i.created_at
      from given i
    ), linked as (
      insert into payment_links (business_id, id, invoice_id, type, currency, active, generation, created_at, updated_at)
      select ${business.id}, i.link_id, i.id, 'invoice', i.currency, true, 0, i.created_at, i.created_at from given i
    )
    insert into secret_paths (hash, kind, business_id, subject_id)
    select decode(i.path_hash, 'hex'), 'payment_link', ${business.id}, i.link_id from given i
  `
}

function toRow(invoice: Invoice, { vault }: Given, timeZone: string) {
  return {
    id: invoice.id,
    customer_id: invoice.customer.id,
    account_id: invoice.account.id,
    year: invoice.number?.year ?? null,
    serial: invoice.number ? String(invoice.number.serial) : null,
    title: invoice.title,
    description: invoice.description,
    remark: invoice.remark,
    currency: invoice.currency,
    customer_name: invoice.customer.name,
    customer_email: invoice.customer.email,
    customer_phone: invoice.customer.phone,
    items: invoice.items.map((item) => ({ ...item, rate: String(item.rate) })),
    discount_type: invoice.discountAs?.type ?? null,
    discount_value: invoice.discountAs && String(discountValue(invoice.discountAs)),
    instalments: instalmentRows(invoice),
    tax_id: invoice.taxId,
    tax_basis_points: invoice.taxAs && String(invoice.taxAs.basisPoints),
    tax_included: invoice.taxAs?.included ?? null,
    subtotal: String(invoice.subtotal),
    discount: String(invoice.discount),
    tax: String(invoice.tax),
    rounding: String(invoice.rounding),
    total: String(invoice.total),
    invoiced_at: invoice.invoicedAt.toISOString(),
    due_at: invoice.dueAt.toISOString(),
    issued_at: invoice.issuedAt?.toISOString() ?? null,
    passes_at: nextPassing(invoice, timeZone)?.toISOString() ?? null,
    created_at: invoice.createdAt.toISOString(),
    link_id: invoice.link.id,
    path_hash: hashOf(vault.path('payment_link', invoice.link.id, invoice.link.generation)).toString('hex'),
  }
}
