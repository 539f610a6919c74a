import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import type { By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { lockInvoices } from '../invoices/rows.ts'
import { cancelPushes } from '../pushes/cancel-pushes.ts'
import { layCredit } from './apply-credit.ts'

/**
 * Lays credit of its account on an invoice because a clerk said so: as much as was said, else as much as there is and
 * finds room. The bill on the phone is called off when nothing is left to be paid of it.
 */
export async function spendCredit(
  tx: Tx,
  given: Given,
  business: Business,
  { invoiceId, amount }: { invoiceId: string; amount: Money | null },
  by: By,
): Promise<{ invoice: Invoice; spent: Money; creditLeft: Money }> {
  const [before] = await lockInvoices(tx, business.id, [invoiceId])
  if (!before) return refuse('invoice_not_found')
  if (before.cancelledAt) refuse('invoice_cancelled')
  if (!before.issuedAt) refuse('invoice_not_issued')
  if (before.currency !== 'KES') refuse('credit_in_shillings')
  if (balanceOf(before) === 0n) refuse('invoice_paid')
  if (amount !== null && amount > balanceOf(before)) refuse('amount_exceeds_balance')
  const [account] = await tx<{ credit: bigint }[]>`
    select credit from accounts where business_id = ${business.id} and id = ${before.account.id} for update
  `
  const credit = account?.credit ?? 0n
  if (credit === 0n || (amount !== null && amount > credit)) refuse('credit_insufficient')
  const [after = before] = await layCredit(tx, given, business, [before], { by, usable: (all) => amount ?? all })
  if (balanceOf(after) === 0n && before.paid === 0n) await cancelPushes(tx, given, business.id, invoiceId)
  const spent = after.paid - before.paid
  return { invoice: after, spent, creditLeft: credit - spent }
}
