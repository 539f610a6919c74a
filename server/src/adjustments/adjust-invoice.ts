import { checkAdjustment, setFreeBy } from '@kusanya/domain/adjustment.ts'
import { withMoney } from '@kusanya/domain/instalment.ts'
import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { storeMoney, tellMoney } from '../invoices/store-money.ts'
import { post, type LedgerAccount, type Posting } from '../ledger/post.ts'
import { findStanding } from '../payments/find-standing.ts'
import { leftOver, onInvoice } from '../payments/place.ts'
import { reallocate, type Move } from '../payments/reallocate.ts'
import { insertAdjustment, type Adjustment } from './rows.ts'

export type NewAdjustment = Pick<Adjustment, 'kind' | 'amount' | 'tax' | 'withheld' | 'certificate' | 'certifiedOn'>

/**
 * Puts an adjustment on a locked invoice. When a credit note leaves less to be paid than was paid, the money that is
 * over becomes credit of the account, newest first.
 */
export async function adjustInvoice(
  tx: Tx,
  given: Given,
  business: Business,
  before: Invoice,
  wanted: NewAdjustment,
  by: By & { reason: string },
): Promise<{ adjustment: Adjustment; invoice: Invoice }> {
  checkAdjustment(before, wanted.kind, wanted.amount)
  const now = given.now()
  const left = await setFree(tx, given, business, before, setFreeBy(wanted.amount, before))
  const after = withMoney(left, { adjusted: before.adjusted + wanted.amount }, now)
  const adjustment: Adjustment = {
    ...wanted,
    id: given.newId(),
    invoiceId: before.id,
    reason: by.reason,
    reversed: false,
    createdAt: now,
  }
  await insertAdjustment(tx, business.id, adjustment, null)
  await storeMoney(tx, business, [after])
  await post(tx, given, business.id, postingsOf(adjustment, before, 1n))
  await recordEvents(tx, given, business.id, tellMoney(given, [{ before, after }]))
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: `${wanted.kind}.create`,
      subject: { kind: 'invoice', id: before.id },
      before: picture(before),
      after: { ...picture(after), adjustmentid: adjustment.id, amount: toWire(wanted.amount) },
    },
  ])
  return { adjustment, invoice: after }
}

/** Turns so much of what lies on an invoice into its account's credit. */
async function setFree(tx: Tx, given: Given, business: Business, invoice: Invoice, amount: Money): Promise<Invoice> {
  if (amount === 0n) return invoice
  let rest = amount
  const moves: Move[] = []
  for (const from of (await findStanding(tx, business.id, { invoiceId: invoice.id })).reverse()) {
    const part = rest < from.amount ? rest : from.amount
    if (part === 0n) break
    rest -= part
    const stays = from.amount - part
    const kept = stays > 0n ? [{ ...onInvoice(invoice), amount: stays }] : []
    moves.push({ from, to: [{ ...leftOver(invoice.account.id, invoice.currency), amount: part }, ...kept] })
  }
  const [change] = await reallocate(tx, given, business, 'invoice_adjusted', moves)
  return change?.after ?? invoice
}

/** What an adjustment says in the ledger; with `sign` −1, what takes it back says. */
export function postingsOf(
  { kind, amount, tax, withheld, id }: Adjustment,
  invoice: Invoice,
  sign: 1n | -1n,
): Posting[] {
  const cause = sign > 0n ? 'invoice_adjusted' : 'adjustment_reversed'
  const credit: LedgerAccount = { kind: 'receivable', ref: invoice.account.id }
  const line = (debit: LedgerAccount, size: Money): Posting => ({
    cause,
    causeId: id,
    debit,
    credit,
    amount: sign * size,
  })
  switch (kind) {
    case 'credit_note':
      return [line({ kind: 'sales', ref: '' }, amount - tax), line({ kind: 'tax', ref: '' }, tax)]
    case 'withholding':
      return [line({ kind, ref: withheld ?? '' }, amount)]
    case 'write_off':
    case 'rounding':
      return [line({ kind, ref: '' }, amount)]
  }
}

export function picture(invoice: Invoice) {
  return {
    amountpaid: toWire(invoice.paid),
    adjusted: toWire(invoice.adjusted),
    balance: toWire(balanceOf(invoice)),
  }
}
