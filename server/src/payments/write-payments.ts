import assert from 'node:assert/strict'
import { confirmationBy } from '@kusanya/domain/payment.ts'
import type { Given } from '../context.ts'
import { openContradictions } from '../contradictions/open-contradictions.ts'
import type { Tx } from '../db/sql.ts'
import { tracesOf } from '../matching/traces.ts'
import { confirmPayments } from '../reconciliation/confirm-payments.ts'
import type { Arrival, Payment } from './arrival.ts'
import { findByReceipt, keyOf, type Booked } from './find-by-receipt.ts'
import { lockPayments } from './find-standing.ts'

/** What is news, what is confirmed now and was not before, and which other amounts were not told before. */
export type Written = { news: Payment[]; confirmedIds: string[]; contradictionIds: string[] }

/**
 * Writes each receipt down once and each report of it as evidence. The unique index decides what is news, not a read. A
 * report whose amount contradicts the payment moves nothing and opens a contradiction, for a person.
 */
export async function writePayments(tx: Tx, given: Given, businessId: string, arrivals: Arrival[]): Promise<Written> {
  const now = given.now()
  const first = new Map<string, Payment>()
  for (const arrival of arrivals) {
    const key = keyOf(arrival)
    if (!first.has(key)) first.set(key, { ...arrival, id: given.newId(), paidAt: arrival.paidAt ?? now })
  }
  const news = await insertPayments(tx, businessId, [...first.values()], now)
  const payments = await findToldOf(tx, businessId, arrivals)
  const evidence = arrivals.map((arrival) => {
    const payment = payments.get(keyOf(arrival))
    assert(payment, 'a receipt is either written by us or was there before')
    const { hash, mask } = tracesOf(arrival.phone, arrival.payerName)
    return {
      id: given.newId(),
      payment_id: payment.id,
      callback_id: arrival.callbackId,
      road: arrival.road,
      amount: String(arrival.amount),
      account_typed: arrival.accountTyped,
      phone: arrival.phone,
      payer_name: arrival.payerName,
      payer_hash: hash,
      payer_mask: mask,
      paid_at: arrival.paidAt?.toISOString() ?? null,
      contradicts: payment.amount !== arrival.amount,
    }
  })
  await tx`
    insert into evidence (business_id, id, payment_id, callback_id, road, amount, account_typed, phone, payer_name, payer_hash, payer_mask, paid_at, contradicts, created_at)
    select ${businessId}, e.id, e.payment_id, e.callback_id, e.road, e.amount, e.account_typed, e.phone, e.payer_name, e.payer_hash, e.payer_mask, e.paid_at, e.contradicts, ${now}
    from jsonb_to_recordset(${tx.json(evidence)}) as e (
      id text, payment_id text, callback_id text, road text, amount bigint, account_typed text, phone text, payer_name text,
      payer_hash text, payer_mask text, paid_at timestamptz, contradicts boolean
    )
  `
  const confirming = evidence.flatMap(({ payment_id, road, contradicts }) => {
    const by = contradicts ? null : confirmationBy(road)
    return by === null ? [] : [{ paymentId: payment_id, by }]
  })
  const confirmedIds = await confirmPayments(tx, given, businessId, confirming)
  const contradicting = evidence.filter(({ contradicts }) => contradicts)
  const contradictionIds = await openContradictions(
    tx,
    given,
    businessId,
    contradicting.map(({ payment_id, amount }) => ({ paymentId: payment_id, amount })),
  )
  return { news: [...first.values()].filter(({ id }) => news.has(id)), confirmedIds, contradictionIds }
}

/**
 * The payments that reports tell of. Where one says another amount, a person may be deciding about the payment at this
 * moment: that is waited for, and the edition looked at that counts afterwards.
 */
async function findToldOf(tx: Tx, businessId: string, arrivals: Arrival[]): Promise<Map<string, Booked>> {
  const known = await findByReceipt(
    tx,
    businessId,
    arrivals.map(({ receipt }) => receipt),
  )
  const doubtful = arrivals.flatMap((arrival) => {
    const payment = known.get(keyOf(arrival))
    return payment && payment.amount !== arrival.amount ? payment : []
  })
  if (doubtful.length === 0) return known
  await lockPayments(
    tx,
    doubtful.map(({ id }) => id),
  )
  const now = await findByReceipt(
    tx,
    businessId,
    doubtful.map(({ receipt }) => receipt),
  )
  return new Map([...known, ...now])
}

/** In receipt order, so that two settlements that share receipts wait for each other instead of blocking each other. */
async function insertPayments(tx: Tx, businessId: string, payments: Payment[], now: Date): Promise<Set<string>> {
  const rows = payments
    .map((payment) => ({
      id: payment.id,
      channel: payment.channel,
      shortcode: payment.shortcode,
      receipt: payment.receipt,
      amount: String(payment.amount),
      currency: payment.currency,
      account_typed: payment.accountTyped,
      phone: payment.phone,
      payer_name: payment.payerName,
      note: payment.note,
      method: payment.method ?? null,
      paid_at: payment.paidAt.toISOString(),
    }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const inserted = await tx<{ id: string }[]>`
    insert into payments (business_id, id, channel, shortcode, receipt, amount, currency, account_typed, phone, payer_name, note, method, paid_at, created_at)
    select ${businessId}, p.id, p.channel, p.shortcode, p.receipt, p.amount, p.currency, p.account_typed, p.phone, p.payer_name, p.note, p.method, p.paid_at, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as p (
      id text, channel text, shortcode text, receipt text, amount bigint, currency text, account_typed text, phone text, payer_name text,
      note text, method text, paid_at timestamptz
    )
    on conflict (business_id, shortcode, receipt, edition) do nothing
    returning id
  `
  return new Set(inserted.map(({ id }) => id))
}
