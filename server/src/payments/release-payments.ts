import assert from 'node:assert/strict'
import type { Business } from '../businesses/business.ts'
import { wakeClaims } from '../claims/wake-claims.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { tellMoney } from '../invoices/store-money.ts'
import { writeMatches } from '../matching/write-matches.ts'
import type { Payment } from './arrival.ts'
import { lockStanding } from './find-standing.ts'
import { decisionsOf, findTargets } from './find-targets.ts'
import { endHolds, findHeld } from './holds.ts'
import { lay, lockOpenInvoices } from './lay.ts'
import { queueAcknowledgements } from './queue-acknowledgements.ts'
import { reallocate, type Move } from './reallocate.ts'
import { tellArrived } from './tell-placed.ts'
import type { Allocation } from './write-allocations.ts'
import { partsOf } from './parts.ts'

/**
 * Lays money that was held as if it had just come: by the same targets, in the same order, with the same news. What is not
 * held is left alone, so that each payment is laid once, however many confirm or release it at a time.
 */
export async function releasePayments(
  tx: Tx,
  given: Given,
  business: Business,
  paymentIds: string[],
  by: 'clerk' | 'confirmation',
): Promise<void> {
  const standing = new Map<string, Move['from']>()
  for (const id of await findHeld(tx, business.id, paymentIds)) {
    const [from, ...more] = await lockStanding(tx, business.id, id)
    // Reversed meanwhile: then nothing stands.
    if (!from) continue
    assert(from.target === 'suspense' && more.length === 0, 'money that is held lies in suspense, whole')
    standing.set(id, from)
  }
  const ended = await endHolds(tx, given, business.id, [...standing.keys()], by)
  if (ended.length === 0) return
  const payments = await findAsTheyCame(tx, business.id, ended)
  const targets = await findTargets(tx, given, business, payments)
  const open = await lockOpenInvoices(tx, business.id, [...targets.values()])
  const laid = payments.map((payment) => {
    const parts = lay(business, payment, targets.get(payment.id) ?? { kind: 'nobody' }, open)
    for (const { invoice, amount } of parts) {
      if (invoice) open.set(invoice.id, { ...invoice, paid: invoice.paid + amount })
    }
    return { payment, parts }
  })
  const confirmed = by === 'confirmation'
  await recordEvents(
    tx,
    given,
    business.id,
    laid.flatMap(({ payment, parts }) => tellArrived({ ...payment, confirmed }, parts)),
  )
  const moves = laid.flatMap(({ payment, parts }): Move[] => {
    const from = standing.get(payment.id)
    return from && parts.some(({ target }) => target !== 'suspense') ? [{ from, to: parts.map(placeOf) }] : []
  })
  const changes = await reallocate(tx, given, business, 'payment_moved', moves)
  await writeMatches(tx, given, business.id, decisionsOf(targets))
  await queueAcknowledgements(
    tx,
    given,
    business.id,
    laid.flatMap(({ parts }) => parts),
  )
  await recordEvents(tx, given, business.id, tellMoney(given, changes))
  await wakeClaims(
    tx,
    given,
    business.id,
    payments.map(({ receipt }) => receipt),
  )
}

function placeOf({ target, invoice, accountId, linkId, amount }: Allocation) {
  return { target, invoiceId: invoice?.id ?? null, accountId, linkId, amount }
}

/** Payments as they were reported, with what the phone had been asked for. */
export async function findAsTheyCame(tx: Tx, businessId: string, ids: string[]): Promise<Payment[]> {
  const rows = await tx<
    {
      id: string
      shortcode: string
      receipt: string
      amount: bigint
      currency: string
      account_typed: string | null
      phone: string | null
      payer_name: string | null
      paid_at: Date
      road: 'bill' | 'c2b' | 'claim' | 'manual' | 'pull' | 'statement' | 'status' | 'stk'
      link_id: string | null
      invoice_id: string | null
      part_invoice_ids: string[] | null
      part_amounts: bigint[] | null
    }[]
  >`
    select p.id, p.shortcode, p.receipt, p.amount, p.currency, p.account_typed, p.phone, p.payer_name, p.paid_at,
      told.road, asked.link_id, asked.invoice_id, asked.part_invoice_ids, asked.part_amounts
    from payments p
    join lateral (
      select e.road from evidence e
      where e.business_id = p.business_id and e.payment_id = p.id order by e.created_at, e.id limit 1
    ) told on true
    left join lateral (
      select r.link_id, r.invoice_id, r.part_invoice_ids, r.part_amounts from evidence e
      join callbacks c on c.business_id = e.business_id and c.id = e.callback_id
      join payment_requests r on r.business_id = c.business_id and r.id = c.request_id
      where e.business_id = p.business_id and e.payment_id = p.id and e.road = 'stk' limit 1
    ) asked on true
    where p.business_id = ${businessId} and p.id = any (${ids}) order by p.created_at, p.id
  `
  return rows.map((row) => ({
    id: row.id,
    road: row.road,
    channel: 'mpesa',
    shortcode: row.shortcode,
    receipt: row.receipt,
    amount: row.amount,
    currency: row.currency,
    accountTyped: row.account_typed,
    phone: row.phone,
    payerName: row.payer_name,
    paidAt: row.paid_at,
    note: null,
    callbackId: null,
    asked:
      row.link_id === null
        ? null
        : {
            linkId: row.link_id,
            invoiceId: row.invoice_id,
            parts: partsOf(row.part_invoice_ids, row.part_amounts),
          },
  }))
}
