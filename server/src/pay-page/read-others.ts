import { dueNow } from '@kusanya/domain/instalment.ts'
import { balanceOf, writeNumber, type Invoice } from '@kusanya/domain/invoice.ts'
import { nextShilling, type Money } from '@kusanya/domain/money.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { presentLink } from '../payment-links/wire.ts'

/** Another open bill of the same payer, which may be paid with this one. `due` is in whole shillings, KES minor units. */
export type OtherBill = {
  invoiceId: string
  /** Of its own page. */
  code: string
  title: string
  /** Whose it is, where its account bears another name than the payer's. */
  accountName: string | null
  due: Money
}

const most = 8

/** What else the customer of an invoice owes in KES on any of his accounts, the oldest due first. */
export async function readOthers(
  tx: Tx,
  given: Pick<Given, 'vault' | 'publicUrl' | 'now'>,
  businessId: string,
  { id, customer, currency }: Invoice,
): Promise<OtherBill[]> {
  if (currency !== 'KES') return []
  const rows = await tx<{ id: string; account_name: string | null }[]>`
    select i.id, case when a.name <> i.customer_name then a.name end as account_name from invoices i
    join accounts a on a.business_id = i.business_id and a.id = i.account_id
    join payment_links l on l.business_id = i.business_id and l.invoice_id = i.id
    where i.business_id = ${businessId} and i.customer_id = ${customer.id} and i.id <> ${id} and i.currency = 'KES'
      and i.issued_at is not null and i.cancelled_at is null and i.paid + i.adjusted < i.total and l.active
      and (l.expires_at is null or l.expires_at > ${given.now()})
    order by i.due_at, i.id limit ${most}
  `
  const names = new Map(rows.map((row) => [row.id, row.account_name]))
  const invoices = new Map((await findInvoices(tx, businessId, [...names.keys()])).map((one) => [one.id, one]))
  return [...names].flatMap(([invoiceId, accountName]) => {
    const invoice = invoices.get(invoiceId)
    if (!invoice) return []
    const { code } = presentLink(invoice.link, '', given)
    const title = invoice.title ?? (invoice.number ? writeNumber(invoice.number) : '')
    return [{ invoiceId, code, title, accountName, due: nextShilling(dueNow(invoice, balanceOf(invoice))) }]
  })
}
