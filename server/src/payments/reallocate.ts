import assert from 'node:assert/strict'
import { withMoney } from '@kusanya/domain/instalment.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { findInvoices } from '../invoices/rows.ts'
import { storeMoney, type Changed } from '../invoices/store-money.ts'
import { post, type Cause, type Posting } from '../ledger/post.ts'
import { queueNextBills } from '../pushes/next-bills.ts'
import { issueReceipts } from '../receipts/issue-receipts.ts'
import { tellCancelledReceipts, tellReceipts } from '../receipts/tell-receipts.ts'
import type { Standing } from './find-standing.ts'
import { ledgerAccountOf, receivedIn, type Place } from './place.ts'
import { redirectAcknowledgements } from './queue-acknowledgements.ts'
import { tellPlaced } from './tell-placed.ts'

type Part = Place & { amount: Money }

/** A standing allocation is taken back, and its money lies here now. Nowhere means that it left again. */
export type Move = { from: Standing; to: Part[] }

/**
 * The one way in which allocated money changes its place: a second row below zero for each allocation, new rows for where
 * it went, invoices, accounts and links carried along, postings, receipts. Announces what became of payments and receipts;
 * of the invoices, which it returns as before and after, the caller says why. What it touches must be locked.
 */
export async function reallocate(
  tx: Tx,
  given: Given,
  business: Business,
  cause: Cause,
  moves: Move[],
): Promise<Changed[]> {
  if (moves.length === 0) return []
  for (const { from, to } of moves) {
    assert(to.length === 0 || sum(to) === from.amount, 'what is moved arrives whole, or leaves whole')
  }
  await writeRows(tx, given, business.id, moves)
  const changes = await carryInvoices(tx, given, business, netBy(moves, 'invoice', 'invoiceId'))
  await carry(tx, given, business.id, 'accounts', netBy(moves, 'credit', 'accountId'))
  await carry(tx, given, business.id, 'payment_links', netBy(moves, 'link', 'linkId'))
  await post(
    tx,
    given,
    business.id,
    moves.flatMap((move) => postingsOf(move, cause)),
  )
  const receipted = moves.flatMap(({ from, to }) =>
    to.some(({ invoiceId }) => invoiceId !== null) ? from.paymentId : [],
  )
  const staying = moves.flatMap(({ from, to }) => (to.length > 0 ? from.paymentId : []))
  const taken = moves.filter(({ from }) => from.invoiceId !== null).map(({ from }) => from)
  const cancelled = await tellCancelledReceipts(
    tx,
    business.id,
    taken.map(({ id }) => id),
  )
  await redirectAcknowledgements(tx, business.id, [...new Set(taken.map(({ paymentId }) => paymentId))])
  const receiptIds = await issueReceipts(tx, given, business.id, [...new Set(receipted)])
  await recordEvents(tx, given, business.id, [
    ...cancelled,
    ...(await tellReceipts(tx, business.id, receiptIds)),
    ...(await tellPlaced(tx, business.id, [...new Set(staying)])),
  ])
  return changes
}

async function writeRows(tx: Tx, given: Given, businessId: string, moves: Move[]): Promise<void> {
  const row = (from: Standing, place: Place, amount: Money, reverses: string | null) => ({
    id: given.newId(),
    payment_id: from.paymentId,
    target: place.target,
    invoice_id: place.invoiceId,
    account_id: place.accountId,
    link_id: place.linkId,
    amount: String(amount),
    reverses_id: reverses,
  })
  const rows = moves.flatMap(({ from, to }) => [
    row(from, from, -from.amount, from.id),
    ...to.map((part) => row(from, part, part.amount, null)),
  ])
  await tx`
    insert into allocations (business_id, id, payment_id, target, invoice_id, account_id, link_id, amount, reverses_id, created_at)
    select ${businessId}, a.id, a.payment_id, a.target, a.invoice_id, a.account_id, a.link_id, a.amount, a.reverses_id, ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as a (
      id text, payment_id text, target text, invoice_id text, account_id text, link_id text, amount bigint, reverses_id text
    )
  `
}

async function carryInvoices(tx: Tx, given: Given, business: Business, net: Map<string, Money>): Promise<Changed[]> {
  const invoices = await findInvoices(tx, business.id, [...net.keys()])
  const changes = invoices.map((before) => ({
    before,
    after: withMoney(before, { paid: before.paid + (net.get(before.id) ?? 0n) }, given.now()),
  }))
  await storeMoney(
    tx,
    business,
    changes.map(({ after }) => after),
  )
  await queueNextBills(
    tx,
    given,
    business,
    changes.map(({ after }) => after),
  )
  return changes
}

async function carry(
  tx: Tx,
  given: Given,
  businessId: string,
  table: 'accounts' | 'payment_links',
  net: Map<string, Money>,
): Promise<void> {
  if (net.size === 0) return
  const rows = [...net].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, amount]) => ({ id, amount: String(amount) }))
  if (table === 'accounts') {
    await tx`
      update accounts set credit = accounts.credit + c.amount, updated_at = ${given.now()}
      from jsonb_to_recordset(${tx.json(rows)}) as c (id text, amount bigint)
      where accounts.business_id = ${businessId} and accounts.id = c.id
    `
  } else {
    await tx`
      update payment_links set paid = payment_links.paid + c.amount, updated_at = ${given.now()}
      from jsonb_to_recordset(${tx.json(rows)}) as c (id text, amount bigint)
      where payment_links.business_id = ${businessId} and payment_links.id = c.id
    `
  }
}

/** How much more each invoice, account or link has afterwards; those for which nothing changes are left out. */
function netBy(moves: Move[], target: Place['target'], id: 'invoiceId' | 'accountId' | 'linkId'): Map<string, Money> {
  const net = new Map<string, Money>()
  const add = (place: Place, amount: Money) => {
    const key = place.target === target ? place[id] : null
    if (key !== null) net.set(key, (net.get(key) ?? 0n) + amount)
  }
  for (const { from, to } of moves) {
    add(from, -from.amount)
    for (const part of to) add(part, part.amount)
  }
  return new Map([...net].filter(([, amount]) => amount !== 0n))
}

function postingsOf({ from, to }: Move, cause: Cause): Posting[] {
  const debit = ledgerAccountOf(from)
  const causeId = from.paymentId
  if (to.length === 0) return [{ cause, causeId, debit, credit: receivedIn(from), amount: from.amount }]
  return to
    .map((part) => ({ cause, causeId, debit, credit: ledgerAccountOf(part), amount: part.amount }))
    .filter(({ credit }) => credit.kind !== debit.kind || credit.ref !== debit.ref)
}

function sum(parts: Part[]): Money {
  return parts.reduce((total, { amount }) => total + amount, 0n)
}
