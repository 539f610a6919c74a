import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { inTurn, spread } from '@kusanya/domain/payment.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { findInvoices } from '../invoices/rows.ts'
import { tellMoney } from '../invoices/store-money.ts'
import { findHeld } from './holds.ts'
import { lockStanding, type Standing } from './find-standing.ts'
import { leftOver, onInvoice } from './place.ts'
import { reallocate, type Move } from './reallocate.ts'

/** Where money is to go: over the named invoices in their order, then to an account. */
export type Destination = { accountId: string; named: Invoice[]; currency: string }
export type WantedMove = {
  paymentId: string
  /** Only what lies on this invoice, or only what waits in suspense; null for all of the payment. */
  from: { invoiceId: string } | 'suspense' | null
  /** Invoices in the order in which they are to be paid, of whatever accounts; or an account. */
  to: { invoiceIds: string[] } | { accountId: string }
  /** Null for all that is there. */
  amount: Money | null
}

/**
 * Moves a payment, or a part of it, to invoices or an account: over the named invoices first, one after the other, then
 * over what else the account of the first one owes; what is over becomes its credit. Reopens what it leaves.
 */
export async function movePayment(
  tx: Tx,
  given: Given,
  business: Business,
  wanted: WantedMove,
  by: By,
): Promise<Destination & { moves: Move[] }> {
  const { id: businessId } = business
  const [payment] = await tx<{ currency: string }[]>`
    select currency from payments where business_id = ${businessId} and id = ${wanted.paymentId}
  `
  if (!payment) return refuse('payment_not_found')
  const to = await findDestination(tx, businessId, wanted.to, payment.currency)
  const candidates = await tx<{ id: string }[]>`
    select id from invoices where business_id = ${businessId} and account_id = ${to.accountId} and currency = ${payment.currency}
      and issued_at is not null and cancelled_at is null and paid + adjusted < total
  `
  const ids = [...new Set([...to.named, ...candidates].map(({ id }) => id))]
  const standing = await lockStanding(tx, businessId, wanted.paymentId, ids)
  if ((await findHeld(tx, businessId, [wanted.paymentId])).length > 0) refuse('payment_held')
  const sources = standing.filter((one) => isWanted(one, wanted.from))
  if (sources.length === 0) refuse(wanted.from === 'suspense' ? 'payment_not_unmatched' : 'payment_not_on_invoice')
  const takings = take(sources, wanted.amount)
  const there = [...new Set([...ids, ...sources.flatMap(({ invoiceId }) => invoiceId ?? [])])]
  const moves = lay(business, takings, to, await findInvoices(tx, businessId, there))
  const changes = await reallocate(tx, given, business, 'payment_moved', moves)
  await recordEvents(tx, given, businessId, tellMoney(given, changes))
  const places = (parts: { target: string; invoiceId: string | null; amount: Money }[]) =>
    parts.map(({ target, invoiceId, amount }) => ({ target, invoiceid: invoiceId, amount: toWire(amount) }))
  await recordAudit(tx, given, businessId, [
    {
      ...by,
      action: wanted.from === 'suspense' ? 'payment.match' : 'payment.move',
      subject: { kind: 'payment', id: wanted.paymentId },
      before: { allocations: places(moves.map(({ from }) => from)) },
      after: { allocations: places(moves.flatMap(({ to }) => to)) },
    },
  ])
  return { ...to, moves }
}

function isWanted({ target, invoiceId }: Standing, from: WantedMove['from']): boolean {
  if (from === null) return target !== 'refund'
  return from === 'suspense' ? target === 'suspense' : invoiceId === from.invoiceId
}

async function findDestination(
  tx: Tx,
  businessId: string,
  to: WantedMove['to'],
  currency: string,
): Promise<Destination> {
  if ('accountId' in to) {
    const [account] = await tx<{ id: string }[]>`
      select id from accounts where business_id = ${businessId} and id = ${to.accountId} and customer_id is not null
    `
    return account ? { accountId: account.id, named: [], currency } : refuse('account_not_found')
  }
  const found = new Map((await findInvoices(tx, businessId, to.invoiceIds)).map((invoice) => [invoice.id, invoice]))
  const named = to.invoiceIds.map((id) => found.get(id) ?? refuse('invoice_not_found'))
  for (const invoice of named) {
    if (invoice.cancelledAt) refuse('invoice_cancelled')
    if (!invoice.issuedAt) refuse('invoice_not_issued')
    if (invoice.currency !== currency) refuse('currency_differs', { currency })
  }
  return { accountId: named[0]?.account.id ?? '', named, currency }
}

type Taking = { from: Standing; amount: Money }

function take(sources: Standing[], amount: Money | null): Taking[] {
  let rest = amount ?? sources.reduce((sum, one) => sum + one.amount, 0n)
  const takings = sources.flatMap((from) => {
    const part = rest < from.amount ? rest : from.amount
    rest -= part
    return part > 0n ? [{ from, amount: part }] : []
  })
  return rest > 0n ? refuse('amount_exceeds_payment') : takings
}

function lay({ settings }: Business, takings: Taking[], to: Destination, invoices: Invoice[]): Move[] {
  const named = to.named.map(({ id }) => id)
  const open = invoices
    .filter(({ id, account }) => account.id === to.accountId || named.includes(id))
    .filter(({ issuedAt, cancelledAt }) => issuedAt && !cancelledAt)
    .sort(inTurn(settings.allocationOrder, named))
  const room = new Map(open.map((invoice) => [invoice.id, balanceOf(invoice)]))
  for (const { from, amount } of takings) {
    if (from.invoiceId !== null && room.has(from.invoiceId)) {
      room.set(from.invoiceId, (room.get(from.invoiceId) ?? 0n) + amount)
    }
  }
  return takings.map(({ from, amount }) => {
    const { parts, excess } = spread(
      amount,
      open.map(({ id }) => ({ invoiceId: id, room: room.get(id) ?? 0n })),
    )
    const laid = parts.flatMap((part) => {
      room.set(part.invoiceId, (room.get(part.invoiceId) ?? 0n) - part.amount)
      return open.filter(({ id }) => id === part.invoiceId).map((one) => ({ ...onInvoice(one), amount: part.amount }))
    })
    const { target, invoiceId, accountId, linkId } = from
    const stays = from.amount - amount
    return {
      from,
      to: [
        ...laid,
        ...(excess > 0n ? [{ ...leftOver(to.accountId, to.currency), amount: excess }] : []),
        ...(stays > 0n ? [{ target, invoiceId, accountId, linkId, amount: stays }] : []),
      ],
    }
  })
}
