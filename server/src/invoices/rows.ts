import type { Discount, Instalment, Invoice } from '@kusanya/domain/invoice.ts'
import type { Tx } from '../db/sql.ts'

/** A line as `invoices.items` keeps it: the rate in minor units, as text. */
type ItemRow = { productId: string; name: string; quantity: number; rate: string }

/** An instalment as `invoices.instalments` keeps it. */
export type InstalmentRow = { dueAt: string; passesAt: string; amount: string }

/** An invoice as the tables hold it, with its account and its link. */
export type InvoiceRow = {
  id: string
  customer_id: string
  account_id: string
  account_number: string
  year: number | null
  serial: bigint | null
  title: string | null
  description: string | null
  remark: string | null
  currency: string
  customer_name: string
  customer_email: string | null
  customer_phone: string | null
  items: ItemRow[]
  discount_type: 'percentage' | 'fixed' | null
  discount_value: bigint | null
  instalments: InstalmentRow[]
  tax_id: string | null
  tax_basis_points: bigint | null
  tax_included: boolean | null
  subtotal: bigint
  discount: bigint
  tax: bigint
  rounding: bigint
  total: bigint
  paid: bigint
  adjusted: bigint
  invoiced_at: Date
  due_at: Date
  issued_at: Date | null
  cancelled_at: Date | null
  overdue_at: Date | null
  created_at: Date
  updated_at: Date
  link_id: string
  link_generation: number
}

/** The invoices with these ids, in id order; those that are not the business's are left out. */
export async function findInvoices(tx: Tx, businessId: string, ids: string[]): Promise<Invoice[]> {
  const rows = await tx<InvoiceRow[]>`
    select i.id, i.customer_id, i.account_id, a.number as account_number, i.year, i.serial, i.title, i.description, i.remark,
      i.currency, i.customer_name, i.customer_email, i.customer_phone, i.items, i.discount_type, i.discount_value, i.instalments, i.tax_id,
      i.tax_basis_points, i.tax_included, i.subtotal, i.discount, i.tax, i.rounding, i.total, i.paid, i.adjusted, i.invoiced_at, i.due_at,
      i.issued_at, i.cancelled_at, i.overdue_at, i.created_at, i.updated_at, l.id as link_id, l.generation as link_generation
    from invoices i
    join accounts a on a.business_id = i.business_id and a.id = i.account_id
    join payment_links l on l.business_id = i.business_id and l.invoice_id = i.id
    where i.business_id = ${businessId} and i.id = any (${ids})
    order by i.id
  `
  return rows.map(toInvoice)
}

/** The same, locked until the transaction ends. In id order, so that two lockers queue instead of blocking each other. */
export async function lockInvoices(tx: Tx, businessId: string, ids: string[]): Promise<Invoice[]> {
  await tx<{ id: string }[]>`
    select id from invoices where business_id = ${businessId} and id = any (${ids}) order by id for update
  `
  return findInvoices(tx, businessId, ids)
}

export function toInvoice(row: InvoiceRow): Invoice {
  return {
    id: row.id,
    number: row.year === null || row.serial === null ? null : { year: row.year, serial: row.serial },
    account: { id: row.account_id, number: row.account_number },
    customer: { id: row.customer_id, name: row.customer_name, email: row.customer_email, phone: row.customer_phone },
    items: row.items.map((item) => ({ ...item, rate: BigInt(item.rate) })),
    title: row.title,
    description: row.description,
    remark: row.remark,
    currency: row.currency,
    discountAs: toDiscount(row),
    instalments: row.instalments.map(toInstalment),
    taxId: row.tax_id,
    taxAs:
      row.tax_basis_points === null ? null : { basisPoints: row.tax_basis_points, included: row.tax_included === true },
    subtotal: row.subtotal,
    discount: row.discount,
    tax: row.tax,
    rounding: row.rounding,
    total: row.total,
    paid: row.paid,
    adjusted: row.adjusted,
    invoicedAt: row.invoiced_at,
    dueAt: row.due_at,
    issuedAt: row.issued_at,
    cancelledAt: row.cancelled_at,
    overdueAt: row.overdue_at,
    link: { id: row.link_id, generation: row.link_generation },
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

function toDiscount({ discount_type, discount_value }: InvoiceRow): Discount | null {
  if (discount_type === null || discount_value === null) return null
  return discount_type === 'percentage'
    ? { type: discount_type, basisPoints: discount_value }
    : { type: discount_type, amount: discount_value }
}

/** A schedule as the tables keep it. */
export function instalmentRows({ instalments }: Pick<Invoice, 'instalments'>): InstalmentRow[] {
  return instalments.map(({ dueAt, passesAt, amount }) => ({
    dueAt: dueAt.toISOString(),
    passesAt: passesAt.toISOString(),
    amount: String(amount),
  }))
}

export function toInstalment({ dueAt, passesAt, amount }: InstalmentRow): Instalment {
  return { dueAt: new Date(dueAt), passesAt: new Date(passesAt), amount: BigInt(amount) }
}
