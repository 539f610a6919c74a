import assert from 'node:assert/strict'
import { dayOf } from '@kusanya/domain/day.ts'
import { channels } from '@kusanya/domain/message.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { yearOfNumber } from '@kusanya/domain/numbering.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { queueReceiptMessages } from '../messages/queue-messages.ts'
import { reserveSerials } from '../numbering/reserve-serials.ts'

type Laid = {
  id: string
  payment_id: string
  invoice_id: string
  amount: bigint
  total: bigint
  paid: bigint
  adjusted: bigint
}

/**
 * Gives a numbered receipt to each standing part of these payments that was laid on an invoice and has none. The counter
 * stays locked until the transaction ends, so that the numbers of a business and year have no gaps. Called last: the
 * invoices must already say what they have received. Answers the ids of the receipts, for tellReceipts(); their messages
 * to customers are queued with them.
 */
export async function issueReceipts(tx: Tx, given: Given, businessId: string, paymentIds: string[]): Promise<string[]> {
  const laid = await findLaid(tx, businessId, paymentIds)
  if (laid.length === 0) return []
  const [business] = await tx<{ time_zone: string; numbering: 'running' | 'yearly'; receipt_channels: string[] }[]>`
    select time_zone, numbering, receipt_channels from businesses where id = ${businessId}
  `
  assert(business, 'a transaction is always opened for a business that exists')
  const now = given.now()
  const year = yearOfNumber(dayOf(now, business.time_zone), business.numbering)
  const first = await reserveSerials(tx, businessId, 'receipt', year, laid.length)
  const paid = paidAfterEach(laid)
  const rows = laid.map((one, index) => ({
    id: given.newId(),
    serial: String(first + BigInt(index)),
    allocation_id: one.id,
    payment_id: one.payment_id,
    invoice_id: one.invoice_id,
    amount: String(one.amount),
    total: String(one.total),
    paid: String(paid[index]),
    balance: String(one.total - one.adjusted - (paid[index] ?? 0n)),
  }))
  await tx`
    insert into receipts (business_id, id, year, serial, allocation_id, payment_id, invoice_id, amount, invoice_total,
      invoice_paid, invoice_balance, created_at)
    select ${businessId}, r.id, ${year}, r.serial, r.allocation_id, r.payment_id, r.invoice_id, r.amount, r.total, r.paid,
      r.balance, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as r (
      id text, serial bigint, allocation_id text, payment_id text, invoice_id text, amount bigint, total bigint, paid bigint,
      balance bigint
    )
  `
  const ids = rows.map(({ id }) => id)
  const toldBy = channels.filter((channel) => business.receipt_channels.includes(channel))
  await queueReceiptMessages(tx, given, businessId, toldBy, ids)
  return ids
}

async function findLaid(tx: Tx, businessId: string, paymentIds: string[]): Promise<Laid[]> {
  return tx<Laid[]>`
    select a.id, a.payment_id, i.id as invoice_id, a.amount, i.total, i.paid, i.adjusted
    from allocations a join invoices i on i.business_id = a.business_id and i.id = a.invoice_id
    where a.business_id = ${businessId} and a.payment_id = any (${paymentIds}) and a.amount > 0
      and not exists (select 1 from allocations r where r.business_id = a.business_id and r.reverses_id = a.id)
      and not exists (select 1 from receipts r where r.business_id = a.business_id and r.allocation_id = a.id)
    order by a.id
  `
}

/** What the invoice of each part had received when that part came: what it has now, without the parts that came later. */
function paidAfterEach(laid: Laid[]): Money[] {
  const later = new Map<string, Money>()
  return laid
    .toReversed()
    .map(({ invoice_id, amount, paid }) => {
      const since = later.get(invoice_id) ?? 0n
      later.set(invoice_id, since + amount)
      return paid - since
    })
    .reverse()
}
