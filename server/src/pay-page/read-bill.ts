import { dueNow, nextDueAt, standingOf, type Standing } from '@kusanya/domain/instalment.ts'
import { balanceOf, statusOf, writeNumber, type Invoice, type Item, type Status } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { readHeld, readPayments, type BillPayment, type HeldPayment } from './read-money.ts'
import { readOthers, type OtherBill } from './read-others.ts'

/** What a payment link asks to be paid, be it for an invoice or for itself, as its payer may see it. */
export type Bill = {
  /** `seen`: a payer has opened it before. */
  link: { id: string; generation: number; seen: boolean }
  business: Business
  logo: PageLogo | null
  /** Null for a link that stands alone. */
  invoiceId: string | null
  status: Status
  /** What the business called it; null when it goes by its number only. */
  title: string | null
  /** The invoice's number; null for a draft and for a link that stands alone. */
  number: string | null
  currency: string
  items: Item[]
  subtotal: Money
  discount: Money
  tax: Money
  taxIncluded: boolean
  rounding: Money
  total: Money
  paid: Money
  /** What closed it besides money: credited, written off, withheld, rounded. */
  adjusted: Money
  balance: Money
  /** What is asked for now: all of it, or of a schedule what has passed, else the next part. */
  dueNow: Money
  instalments: Standing[]
  dueAt: Date | null
  payerName: string | null
  payerPhone: string | null
  accountNumber: string
  /** Where it is paid by hand; null when the business has connected none. */
  paybill: string | null
  /** Whether a phone can be asked. */
  canAsk: boolean
  /** The newest first. */
  payments: BillPayment[]
  held: HeldPayment[]
  /** What else the payer owes, the oldest due first. */
  others: OtherBill[]
}

/** What the page has to know of a logo before it is fetched. `version` changes with it. */
export type PageLogo = { width: number; height: number; version: string }

type LinkRow = {
  id: string
  generation: number
  invoice_id: string | null
  title: string | null
  amount: bigint | null
  paid: bigint
  currency: string
  account_number: string | null
  seen_at: Date | null
}

/** The bill of a link; null when the link does not exist, was switched off, or has ended. */
export async function readBill(
  tx: Tx,
  given: Pick<Given, 'vault' | 'publicUrl' | 'now'>,
  businessId: string,
  linkId: string,
): Promise<Bill | null> {
  const [link] = await tx<LinkRow[]>`
    select l.id, l.generation, l.invoice_id, l.title, l.amount, l.paid, l.currency, l.seen_at, a.number as account_number
    from payment_links l
    left join accounts a on a.business_id = l.business_id and a.id = l.account_id
    where l.business_id = ${businessId} and l.id = ${linkId} and l.active
      and (l.expires_at is null or l.expires_at > ${given.now()})
  `
  if (!link) return null
  const [invoice] = link.invoice_id === null ? [] : await findInvoices(tx, businessId, [link.invoice_id])
  const asked = invoice ? ofInvoice(invoice) : ofLink(link)
  const [business, logo, paybill, payments, held, others] = await Promise.all([
    theBusiness(tx, businessId),
    readLogo(tx, businessId),
    findPaybill(tx, businessId),
    readPayments(tx, businessId, link),
    readHeld(tx, businessId, linkId, asked.accountNumber),
    invoice ? readOthers(tx, given, businessId, invoice) : [],
  ])
  const means = { paybill: paybill?.shortcode ?? null, canAsk: paybill?.canAsk ?? false }
  const of = {
    link: { id: link.id, generation: link.generation, seen: link.seen_at !== null },
    invoiceId: link.invoice_id,
    business,
    logo,
  }
  return { ...of, ...asked, ...means, payments, held, others }
}

type Asked = Omit<
  Bill,
  'link' | 'business' | 'logo' | 'invoiceId' | 'paybill' | 'canAsk' | 'payments' | 'held' | 'others'
>

function ofInvoice(invoice: Invoice): Asked {
  const { currency, items, subtotal, discount, tax, rounding, total, paid, adjusted, customer, account } = invoice
  return {
    status: statusOf(invoice),
    title: invoice.title,
    number: invoice.number && writeNumber(invoice.number),
    currency,
    items,
    subtotal,
    discount,
    tax,
    taxIncluded: invoice.taxAs?.included ?? false,
    rounding,
    total,
    paid,
    adjusted,
    balance: balanceOf(invoice),
    dueNow: dueNow(invoice, balanceOf(invoice)),
    instalments: standingOf(invoice),
    dueAt: nextDueAt(invoice),
    payerName: customer.name,
    payerPhone: customer.phone,
    accountNumber: account.number,
  }
}

function ofLink({ title, amount, paid, currency, account_number }: LinkRow): Asked {
  const total = amount ?? 0n
  const balance = paid >= total ? 0n : total - paid
  return {
    status: balance === 0n ? 'paid' : paid > 0n ? 'partially_paid' : 'unpaid',
    title,
    number: null,
    currency,
    items: [],
    subtotal: total,
    discount: 0n,
    tax: 0n,
    taxIncluded: false,
    rounding: 0n,
    total,
    paid,
    adjusted: 0n,
    balance,
    dueNow: balance,
    instalments: [],
    dueAt: null,
    payerName: null,
    payerPhone: null,
    accountNumber: account_number ?? '',
  }
}

async function readLogo(tx: Tx, businessId: string): Promise<PageLogo | null> {
  const [logo] = await tx<{ width: number; height: number; changed_at: Date }[]>`
    select width, height, changed_at from logos where business_id = ${businessId}
  `
  return logo ? { width: logo.width, height: logo.height, version: logo.changed_at.getTime().toString(36) } : null
}
