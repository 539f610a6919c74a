import { withMoney } from '@kusanya/domain/instalment.ts'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { recordEvents } from '../events/record-events.ts'
import { storeMoney, tellMoney } from '../invoices/store-money.ts'
import { post } from '../ledger/post.ts'
import { applyCredit } from '../payments/apply-credit.ts'
import { picture, postingsOf } from './adjust-invoice.ts'
import { insertAdjustment, type Adjustment } from './rows.ts'

/**
 * Takes an adjustment of a locked invoice back with a second one below zero. The invoice is open again by that much, and
 * credit of its account, which a credit note may have set free, pays it by itself.
 */
export async function reverseAdjustment(
  tx: Tx,
  given: Given,
  business: Business,
  before: Invoice,
  adjustment: Adjustment,
  by: By & { reason: string },
): Promise<Invoice> {
  if (adjustment.reversed) refuse('adjustment_reversed')
  const now = given.now()
  const after = withMoney(before, { adjusted: before.adjusted - adjustment.amount }, now)
  const reversal = { ...adjustment, id: given.newId(), reason: by.reason, createdAt: now }
  await insertAdjustment(tx, business.id, reversal, adjustment.id)
  await storeMoney(tx, business, [after])
  await post(tx, given, business.id, postingsOf(adjustment, before, -1n))
  await recordEvents(tx, given, business.id, tellMoney(given, [{ before, after }]))
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: `${adjustment.kind}.reverse`,
      subject: { kind: 'invoice', id: before.id },
      before: { ...picture(before), adjustmentid: adjustment.id },
      after: picture(after),
    },
  ])
  const [paid] = await applyCredit(tx, given, business, [after])
  return paid ?? after
}
