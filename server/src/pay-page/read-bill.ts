import { dueNow, nextDueAt, standingOf, type Standing } from '@kusanya/domain/instalment.ts'
import { balanceOf, statusOf, writeNumber, type Invoice, type Item, type Status } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import { findPaybill } from '../businesses/paybill.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices } from '../invoices/rows.ts'
import { writeReceiptNumber } from '../receipts/wire.ts'
import { readOthers, type OtherBill } from './read-others.ts'

/** Money that arrived for a bill: `amount` is what the bill got of it, `whole` what the payer sent. */
export type BillPayment = {
  channel: 'mpesa' | 'manual'
  receipt: string
  amount: Money
  whole: Money
  paidAt: Date
  knownAt: Date
  /** M-PESA itself said so, or the business recorded it. */
  confirmed: boolean
  /** The number of the document that says so; null where there is none. */
  receiptNumber: string | null
}

/** Money that M-PESA's messenger told of, and that waits until M-PESA confirms it; the request it answers, if one. */
export type HeldPayment = { amount: Money; requestId: string | null }

/** What a payment link asks to be paid, be it for an invoice or for itself, as its payer may see it. */
export type Bill = {
  link: { id: string; generation: number }
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
}

const paymentsShown = 10

/** The bill of a link; null when the link does not exist or was switched off. */
export async function readBill(
  tx: Tx,
  given: Pick<Given, 'vault' | 'publicUrl'>,
  businessId: string,
  linkId: string,
): Promise<Bill | null> {
  const [link] = await tx<LinkRow[]>`
    select l.id, l.generation, l.invoice_id, l.title, l.amount, l.paid, l.currency, a.number as account_number
    from payment_links l
    left join accounts a on a.business_id = l.business_id and a.id = l.account_id
    where l.business_id = ${businessId} and l.id = ${linkId} and l.active
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
  const of = { link: { id: link.id, generation: link.generation }, invoiceId: link.invoice_id, business, logo }
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

/** What was paid and not taken back. Bill Manager tells the day only; another road's report knows the time. */
async function readPayments(tx: Tx, businessId: string, link: LinkRow): Promise<BillPayment[]> {
  const rows = await tx<
    {
      channel: 'mpesa' | 'manual'
      receipt: string
      amount: bigint
      whole: bigint
      paid_at: Date
      created_at: Date
      sure: boolean
      year: number | null
      serial: bigint | null
    }[]
  >`
    select p.channel, p.receipt, coalesce(sum(a.amount), 0)::bigint as amount, p.amount as whole,
      coalesce(timed.paid_at, p.paid_at) as paid_at, p.created_at,
      p.channel = 'manual' or exists (
        select 1 from payment_confirmations f where f.business_id = p.business_id and f.payment_id = p.id
      ) as sure, given.year, given.serial
    from allocations a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id
    cross join lateral (
      select min(e.paid_at)::timestamptz as paid_at from evidence e
      where e.business_id = p.business_id and e.payment_id = p.id and extract(epoch from e.paid_at) % 86400 <> 0
    ) timed
    left join lateral (
      select r.year, r.serial from receipts r
      where r.business_id = p.business_id and r.payment_id = p.id and r.invoice_id = ${link.invoice_id}
      order by r.year desc, r.serial desc limit 1
    ) given on true
    where a.business_id = ${businessId}
      and (a.link_id = ${link.id} or a.invoice_id = ${link.invoice_id})
    group by p.business_id, p.id, timed.paid_at, given.year, given.serial
    having sum(a.amount) > 0
    order by p.paid_at desc, p.id desc
    limit ${paymentsShown}
  `
  return rows.map(({ paid_at, created_at, sure, year, serial, ...row }) => ({
    ...row,
    receiptNumber: year === null || serial === null ? null : writeReceiptNumber({ year, serial }),
    paidAt: paid_at,
    knownAt: created_at,
    confirmed: sure,
  }))
}

/** What is held that answers a request of this link, or for which the bill's account number was typed. */
async function readHeld(tx: Tx, businessId: string, linkId: string, accountNumber: string): Promise<HeldPayment[]> {
  const rows = await tx<{ amount: bigint; request_id: string | null }[]>`
    select p.amount, asked.request_id from holds h
    join payments p on p.business_id = h.business_id and p.id = h.payment_id
    left join lateral (
      select r.id as request_id from evidence e
      join callbacks c on c.business_id = e.business_id and c.id = e.callback_id
      join payment_requests r on r.business_id = c.business_id and r.id = c.request_id
      where e.business_id = p.business_id and e.payment_id = p.id and e.road = 'stk' and r.link_id = ${linkId} limit 1
    ) asked on true
    where h.business_id = ${businessId} and h.ended_at is null and (asked.request_id is not null
      or upper(regexp_replace(p.account_typed, '[^A-Za-z0-9]+', '', 'g')) = ${accountNumber})
    order by h.held_at, p.id limit ${paymentsShown}
  `
  return rows.map(({ amount, request_id }) => ({ amount, requestId: request_id }))
}
