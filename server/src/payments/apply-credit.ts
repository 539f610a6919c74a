import { balanceOf, isOpen, type Invoice } from '@kusanya/domain/invoice.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { inTurn, spread } from '@kusanya/domain/payment.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { tellMoney } from '../invoices/store-money.ts'
import { findStanding, type Standing } from './find-standing.ts'
import { asCredit, onInvoice } from './place.ts'
import { reallocate, type Move } from './reallocate.ts'

/** What lays credit, and how much of it at the most; null for all that finds room. */
type Laying = { by: By; most: Money | null }

/**
 * Lays the credit of accounts over these invoices of theirs by itself, if the business wants that, and announces it. The
 * invoices must be new or locked. Returns those that got something, as they now are.
 */
export async function applyCredit(tx: Tx, given: Given, business: Business, invoices: Invoice[]): Promise<Invoice[]> {
  if (!business.settings.creditPaysInvoices) return []
  return layCredit(tx, given, business, invoices, {
    by: { actor: 'system', reason: 'Credit of the account' },
    most: null,
  })
}

/** The same because somebody said so: oldest money first, over the invoices in the order of the business. */
export async function layCredit(
  tx: Tx,
  given: Given,
  business: Business,
  invoices: Invoice[],
  { by, most }: Laying,
): Promise<Invoice[]> {
  const open = invoices
    .filter((invoice) => isOpen(invoice) && invoice.currency === 'KES')
    .sort(inTurn(business.settings.allocationOrder, []))
  const accountIds = [...new Set(open.map(({ account }) => account.id))]
  if (accountIds.length === 0) return []
  const rich = await tx<{ id: string }[]>`
    select id from accounts where business_id = ${business.id} and id = any (${accountIds}) and credit > 0
    order by id for update
  `
  if (rich.length === 0) return []
  const credits = await findStanding(tx, business.id, { creditOf: rich.map(({ id }) => id) })
  const changes = await reallocate(tx, given, business, 'credit_applied', movesOf(credits, open, most))
  await recordEvents(tx, given, business.id, tellMoney(given, changes))
  await recordAudit(
    tx,
    given,
    business.id,
    changes.map(({ before, after }) => ({
      ...by,
      action: 'credit.apply',
      subject: { kind: 'invoice', id: after.id },
      before: { amountpaid: toWire(before.paid), balance: toWire(balanceOf(before)) },
      after: { amountpaid: toWire(after.paid), balance: toWire(balanceOf(after)) },
    })),
  )
  return changes.map(({ after }) => after)
}

function movesOf(credits: Standing[], open: Invoice[], most: Money | null): Move[] {
  const room = new Map(open.map((invoice) => [invoice.id, balanceOf(invoice)]))
  let rest = most ?? credits.reduce((sum, { amount }) => sum + amount, 0n)
  return credits.flatMap((from): Move[] => {
    const accountId = from.accountId ?? ''
    const theirs = open.filter(({ account }) => account.id === accountId)
    const { parts } = spread(
      rest < from.amount ? rest : from.amount,
      theirs.map(({ id }) => ({ invoiceId: id, room: room.get(id) ?? 0n })),
    )
    if (parts.length === 0) return []
    const laid = parts.flatMap(({ invoiceId, amount }) => {
      room.set(invoiceId, (room.get(invoiceId) ?? 0n) - amount)
      rest -= amount
      return theirs.filter(({ id }) => id === invoiceId).map((invoice) => ({ ...onInvoice(invoice), amount }))
    })
    const stays = from.amount - parts.reduce((sum, { amount }) => sum + amount, 0n)
    return [{ from, to: [...laid, ...(stays > 0n ? [{ ...asCredit(accountId), amount: stays }] : [])] }]
  })
}
