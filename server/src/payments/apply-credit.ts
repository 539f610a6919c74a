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

/** Who lays credit, and how much of what an account has may be used. */
type Laying = { by: By; usable: (credit: Money) => Money }

/**
 * Lays the credit of accounts over these invoices of theirs by itself, if the business wants that, and announces it. One
 * that carries cents has them pay the next bill first in any case. The invoices must be new or locked. Returns those that
 * got something, as they now are.
 */
export async function applyCredit(tx: Tx, given: Given, business: Business, invoices: Invoice[]): Promise<Invoice[]> {
  const { creditPaysInvoices, cents } = business.settings
  if (!creditPaysInvoices && cents !== 'carry') return []
  return layCredit(tx, given, business, invoices, {
    by: { actor: 'system', reason: 'Credit of the account' },
    usable: (credit) => (creditPaysInvoices ? credit : credit % 100n),
  })
}

/** The same because somebody said so: oldest money first, over the invoices in the order of the business. */
export async function layCredit(
  tx: Tx,
  given: Given,
  business: Business,
  invoices: Invoice[],
  { by, usable }: Laying,
): Promise<Invoice[]> {
  const open = invoices
    .filter((invoice) => isOpen(invoice) && invoice.currency === 'KES')
    .sort(inTurn(business.settings.allocationOrder, []))
  const accountIds = [...new Set(open.map(({ account }) => account.id))]
  if (accountIds.length === 0) return []
  const rich = await tx<{ id: string; credit: bigint }[]>`
    select id, credit from accounts where business_id = ${business.id} and id = any (${accountIds}) and credit > 0
    order by id for update
  `
  if (rich.length === 0) return []
  const credits = await findStanding(tx, business.id, { creditOf: rich.map(({ id }) => id) })
  const rest = new Map(rich.map(({ id, credit }) => [id, usable(credit)]))
  const changes = await reallocate(tx, given, business, 'credit_applied', movesOf(credits, open, rest))
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

/** `rest`: how much of each account's credit may still be used. */
function movesOf(credits: Standing[], open: Invoice[], rest: Map<string, Money>): Move[] {
  const room = new Map(open.map((invoice) => [invoice.id, balanceOf(invoice)]))
  return credits.flatMap((from): Move[] => {
    const accountId = from.accountId ?? ''
    const theirs = open.filter(({ account }) => account.id === accountId)
    const left = rest.get(accountId) ?? 0n
    const { parts } = spread(
      left < from.amount ? left : from.amount,
      theirs.map(({ id }) => ({ invoiceId: id, room: room.get(id) ?? 0n })),
    )
    if (parts.length === 0) return []
    const laid = parts.flatMap(({ invoiceId, amount }) => {
      room.set(invoiceId, (room.get(invoiceId) ?? 0n) - amount)
      return theirs.filter(({ id }) => id === invoiceId).map((invoice) => ({ ...onInvoice(invoice), amount }))
    })
    const used = parts.reduce((sum, { amount }) => sum + amount, 0n)
    rest.set(accountId, left - used)
    const stays = from.amount - used
    return [{ from, to: [...laid, ...(stays > 0n ? [{ ...asCredit(accountId), amount: stays }] : [])] }]
  })
}
