import type { Business } from '../../server/src/businesses/business.ts'
import type { Given } from '../../server/src/context.ts'
import type { Tx } from '../../server/src/db/sql.ts'
import { applyPayments } from '../../server/src/payments/apply-payments.ts'
import { applyPulled } from '../../server/src/reconciliation/apply-pulled.ts'
import type { Report } from './deeds.ts'
import { shortcode, type Household } from './household.ts'

export const receiptOf = (receipt: number) => `UHX${String(receipt).padStart(7, '0')}`
/** So that all reports of a receipt say the same unless they are to contradict. */
export const amountOf = (receipt: number) => BigInt(100 + ((receipt * 7_919) % 150_000))
/** Every fifth payer types a number that nobody has. */
export const typedBy = (home: Household, who: number) =>
  who % 5 === 0 ? 'NOBODY' : (home.customers[who % 2]?.number ?? '')

/** Reports of payments by whatever road, in one transaction as one batch of callbacks is; pulled ones by their own way. */
export async function report(
  tx: Tx,
  given: Given,
  business: Business,
  home: Household,
  reports: Report[],
): Promise<void> {
  const pulled = reports.filter(({ road }) => road === 'pull')
  const called = reports.filter(({ road }) => road !== 'pull')
  if (called.length > 0) {
    const arrivals = called.map(({ receipt, who, road, off }) => ({
      road,
      channel: 'mpesa' as const,
      shortcode,
      receipt: receiptOf(receipt),
      currency: 'KES',
      amount: amountOf(receipt) + off,
      accountTyped: typedBy(home, who),
      phone: null,
      payerName: null,
      paidAt: given.now(),
      note: null,
      callbackId: null,
      asked: null,
    }))
    await applyPayments(tx, given, business, arrivals)
  }
  if (pulled.length > 0) {
    const rows = pulled.map(({ receipt, who, off }) => ({
      receipt: receiptOf(receipt),
      amount: amountOf(receipt) + off,
      billReference: typedBy(home, who),
      phone: { kind: 'full' as const, msisdn: '254722000111' },
      sender: 'PAYER',
      trxDate: given.now().toISOString(),
      transactionType: 'c2b-pay-bill-debit',
      organizationName: 'HOUSEHOLD',
      paidAt: given.now(),
    }))
    await applyPulled(tx, given, business, shortcode, rows)
  }
}
