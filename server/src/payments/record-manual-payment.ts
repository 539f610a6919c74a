import assert from 'node:assert/strict'
import type { Invoice } from '@kusanya/domain/invoice.ts'
import type { Money } from '@kusanya/domain/money.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { applyPayments } from './apply-payments.ts'
import type { Arrival } from './arrival.ts'

/** Money that somebody says has arrived, on one invoice. It goes the way of all money; only its receipt is ours. */
export async function recordManualPayment(
  tx: Tx,
  given: Given,
  business: Business,
  invoice: Invoice,
  amount: Money,
): Promise<Invoice> {
  const touched = await applyPayments(tx, given, business, [byHand(given, invoice, amount)])
  const paid = touched.find(({ id }) => id === invoice.id)
  assert(paid, 'a manual payment is recorded on an open invoice only')
  return paid
}

/** The report of money for an invoice that nobody but a person has seen. */
export function byHand(given: Given, invoice: Invoice, amount: Money): Arrival {
  return {
    road: 'manual',
    channel: 'manual',
    shortcode: '',
    receipt: `MAN-${given.newId()}`,
    amount,
    currency: invoice.currency,
    accountTyped: null,
    phone: null,
    payerName: null,
    paidAt: given.now(),
    note: null,
    callbackId: null,
    asked: { linkId: invoice.link.id, invoiceId: invoice.id, parts: [] },
  }
}
