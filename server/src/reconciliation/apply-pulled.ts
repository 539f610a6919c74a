import type { Money } from '@kusanya/domain/money.ts'
import type { PulledTransaction } from '@kusanya/mpesa'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { applyPayments } from '../payments/apply-payments.ts'
import type { Arrival } from '../payments/arrival.ts'
import { phoneText } from '../payments/phone-text.ts'

export type Pulled = Omit<PulledTransaction, 'amount'> & { amount: Money; paidAt: Date | null }

/**
 * Feeds what was pulled into the way of all money. Windows overlap, so that most of it was here before: a receipt is
 * evidence by this road once, and again only if it comes with another amount.
 */
export async function applyPulled(
  tx: Tx,
  given: Given,
  business: Business,
  shortcode: string,
  pulled: Pulled[],
): Promise<void> {
  const known = await tx<{ receipt: string; amount: bigint }[]>`
    select p.receipt, e.amount from payments p
    join evidence e on e.business_id = p.business_id and e.payment_id = p.id and e.road = 'pull'
    where p.business_id = ${business.id} and p.shortcode = ${shortcode}
      and p.receipt = any (${pulled.map(({ receipt }) => receipt.toUpperCase())})
  `
  const before = new Set(known.map(({ receipt, amount }) => `${receipt} ${amount}`))
  const arrivals = pulled
    .filter(({ receipt, amount }) => !before.has(`${receipt.toUpperCase()} ${amount}`))
    .map((row): Arrival => ({
      road: 'pull',
      channel: 'mpesa',
      currency: 'KES',
      shortcode,
      receipt: row.receipt.toUpperCase(),
      amount: row.amount,
      accountTyped: row.billReference || null,
      phone: phoneText(row.phone),
      payerName: row.sender || null,
      paidAt: row.paidAt,
      note: null,
      callbackId: null,
      asked: null,
    }))
  if (arrivals.length > 0) await applyPayments(tx, given, business, arrivals)
}
