import type { Tx } from '../db/sql.ts'
import type { Happening } from '../events/record-events.ts'
import { presentPayment, presentTransaction, type PlacedPart, type PlacedPayment, type Transaction } from './wire.ts'

/** `payment.completed` and `payment.received` are one piece of news under two names; the second is for who asked for it. */
export function tellArrived(payment: PlacedPayment, parts: PlacedPart[]): Happening[] {
  const data = presentPayment(payment, parts)
  return [
    { type: 'payment.completed', subjectId: payment.id, data },
    { type: 'payment.received', subjectId: payment.id, data },
  ]
}

/** Of money that is held no more is said: it is neither completed nor nobody's. */
export function tellHeld(payment: Omit<PlacedPayment, 'confirmed'>, parts: PlacedPart[]): Happening[] {
  const placed = presentPayment({ ...payment, confirmed: false }, parts)
  const data = { ...placed, status: 'held', held: placed.unmatched, unmatched: 0 }
  return [{ type: 'payment.held', subjectId: payment.id, data }]
}

/** What is announced of where a payment's money lies: what pays invoices is allocated, what belongs to nobody unmatched. */
export function happeningsOfPlace(payment: PlacedPayment, parts: PlacedPart[]): Happening[] {
  const data = presentPayment(payment, parts)
  const tell = (type: 'payment.allocated' | 'payment.unmatched'): Happening => ({ type, subjectId: payment.id, data })
  return [
    ...(parts.some(({ target }) => target === 'invoice') ? [tell('payment.allocated')] : []),
    ...(parts.some(({ target }) => target === 'suspense') ? [tell('payment.unmatched')] : []),
  ]
}

/** What is announced of payments whose money was laid elsewhere, as it lies now. */
export async function tellPlaced(tx: Tx, businessId: string, paymentIds: string[]): Promise<Happening[]> {
  if (paymentIds.length === 0) return []
  const [payments, parts] = await Promise.all([
    findPayments(tx, businessId, paymentIds),
    findParts(tx, businessId, paymentIds),
  ])
  return payments.flatMap((payment) =>
    happeningsOfPlace(
      payment,
      parts.filter(({ paymentId }) => paymentId === payment.id),
    ),
  )
}

/** What is announced of a payment that was taken back, of which nothing lies anywhere any more. */
export function tellReversed(payment: Transaction, reason: string): Happening {
  const data = { ...presentTransaction(payment), type: 'debit', status: 'reversed', reason }
  return { type: 'payment.reversed', subjectId: payment.id, data }
}

async function findPayments(tx: Tx, businessId: string, ids: string[]): Promise<PlacedPayment[]> {
  const rows = await tx<
    {
      id: string
      receipt: string
      amount: bigint
      currency: string
      channel: 'manual' | 'mpesa'
      shortcode: string
      account_typed: string | null
      phone: string | null
      payer_name: string | null
      paid_at: Date
      confirmation: string | null
    }[]
  >`
    select p.id, p.receipt, p.amount, p.currency, p.channel, p.shortcode, p.account_typed, p.phone, p.payer_name, p.paid_at,
      sure.payment_id as confirmation
    from payments p
    left join lateral (
      select f.payment_id from payment_confirmations f
      where f.business_id = p.business_id and f.payment_id = p.id limit 1
    ) sure on true
    where p.business_id = ${businessId} and p.id = any (${ids}) order by p.id
  `
  return rows.map((row) => ({
    id: row.id,
    receipt: row.receipt,
    amount: row.amount,
    currency: row.currency,
    channel: row.channel,
    shortcode: row.shortcode,
    accountTyped: row.account_typed,
    phone: row.phone,
    payerName: row.payer_name,
    paidAt: row.paid_at,
    confirmed: row.channel === 'manual' || row.confirmation !== null,
  }))
}

async function findParts(tx: Tx, businessId: string, ids: string[]): Promise<(PlacedPart & { paymentId: string })[]> {
  const rows = await tx<
    {
      payment_id: string
      target: 'invoice' | 'credit' | 'link' | 'suspense' | 'refund'
      amount: bigint
      invoice_id: string | null
      year: number | null
      serial: bigint | null
    }[]
  >`
    select a.payment_id, a.target, a.amount, a.invoice_id, i.year, i.serial from allocations a
    left join invoices i on i.business_id = a.business_id and i.id = a.invoice_id
    where a.business_id = ${businessId} and a.payment_id = any (${ids}) and a.amount > 0
      and not exists (select 1 from allocations r where r.business_id = a.business_id and r.reverses_id = a.id)
    order by a.created_at, a.id
  `
  return rows.map(({ payment_id, target, amount, invoice_id, year, serial }) => ({
    paymentId: payment_id,
    target,
    amount,
    invoice:
      invoice_id === null
        ? null
        : { id: invoice_id, number: year === null || serial === null ? null : { year, serial } },
  }))
}
