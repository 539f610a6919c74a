import { balanceOf, isOpen, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { askedFirst, inTurn, spread } from '@kusanya/domain/payment.ts'
import type { Business } from '../businesses/business.ts'
import type { Tx } from '../db/sql.ts'
import { lockInvoices } from '../invoices/rows.ts'
import type { Payment } from './arrival.ts'
import type { Target } from './find-targets.ts'
import type { Allocation } from './write-allocations.ts'

/** All invoices that the money may touch, locked: those that were meant, and the open ones of the accounts. */
export async function lockOpenInvoices(tx: Tx, businessId: string, targets: Target[]): Promise<Map<string, Invoice>> {
  const accountIds = [...new Set(targets.flatMap((target) => (target.kind === 'account' ? target.accountId : [])))]
  const namedIds = targets
    .flatMap((target) => (target.kind === 'account' ? (target.parts ?? []) : []))
    .map(({ invoiceId }) => invoiceId)
  if (accountIds.length === 0) return new Map()
  const ids = await tx<{ id: string }[]>`
    select id from invoices
    where business_id = ${businessId} and (account_id = any (${accountIds}) or id = any (${namedIds}))
      and issued_at is not null and cancelled_at is null and paid + adjusted < total
  `
  const invoices = await lockInvoices(
    tx,
    businessId,
    ids.map(({ id }) => id),
  )
  return new Map(invoices.map((invoice) => [invoice.id, invoice]))
}

/**
 * The parts of a payment: over the open invoices that its target has, in turn; what is over is credit; what belongs to nobody
 * waits in suspense. `open` must say what each invoice has received by now.
 */
export function lay(
  { settings }: Business,
  payment: Payment,
  target: Target,
  open: Map<string, Invoice>,
): Allocation[] {
  const nothing = { payment, invoice: null, accountId: null, linkId: null }
  switch (target.kind) {
    case 'nobody':
      return [{ ...nothing, target: 'suspense', amount: payment.amount }]
    case 'link':
      return [{ ...nothing, target: 'link', linkId: target.linkId, amount: payment.amount }]
    case 'account': {
      const { accountId } = target
      const payable = [...open.values()].filter((one) => one.currency === payment.currency && isOpen(one))
      const rooms = payable
        .filter(({ account }) => account.id === accountId)
        .sort(inTurn(settings.allocationOrder, target.invoiceId === null ? [] : [target.invoiceId]))
        .map((one) => ({ invoiceId: one.id, room: balanceOf(one) }))
      const balances = new Map(payable.map((one) => [one.id, balanceOf(one)]))
      const { parts, excess } = spread(payment.amount, askedFirst(target.parts ?? [], balances, rooms))
      // Credit is kept in shillings: what is over of another currency waits for a person.
      const over = (amount: Money): Allocation =>
        payment.currency === 'KES'
          ? { ...nothing, target: 'credit', accountId, amount }
          : { ...nothing, target: 'suspense', amount }
      return [
        ...parts.map(({ invoiceId, amount }): Allocation => {
          const invoice = open.get(invoiceId) ?? null
          return { ...nothing, target: 'invoice', invoice, accountId: invoice?.account.id ?? accountId, amount }
        }),
        ...(excess > 0n ? [over(excess)] : []),
      ]
    }
  }
}
