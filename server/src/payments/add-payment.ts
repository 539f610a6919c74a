import assert from 'node:assert/strict'
import { balanceOf, type Invoice } from '@kusanya/domain/invoice.ts'
import { toWire, type Money } from '@kusanya/domain/money.ts'
import { refuse } from '@kusanya/domain/refusal.ts'
import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { findInvoices, lockInvoices } from '../invoices/rows.ts'
import { applyPayments } from './apply-payments.ts'
import { byHand } from './record-manual-payment.ts'

/** Money that a clerk has received: how it came, and what the other side calls it (a cheque, a bank transfer). */
export type NewPayment = {
  amount: Money
  paidAt: Date
  method: string
  reference: string | null
  note: string | null
  allowOverpayment: boolean
}

/**
 * Records money that a clerk received for an invoice. What is above its balance is refused, or, if allowed, goes the way
 * of all money: to the account's other open invoices, then into its credit.
 */
export async function addPayment(
  tx: Tx,
  given: Given,
  business: Business,
  invoiceId: string,
  wanted: NewPayment,
  by: By,
): Promise<{ paymentId: string; invoice: Invoice }> {
  const [before] = await lockInvoices(tx, business.id, [invoiceId])
  if (!before) return refuse('invoice_not_found')
  if (before.cancelledAt) refuse('invoice_cancelled')
  if (!before.issuedAt) refuse('invoice_not_issued')
  if (wanted.amount > balanceOf(before) && !wanted.allowOverpayment) refuse('amount_exceeds_balance')
  if (wanted.reference !== null && (await isRecorded(tx, business.id, invoiceId, wanted.reference))) {
    refuse('payment_reference_taken')
  }
  const arrival = {
    ...byHand(given, before, wanted.amount),
    paidAt: wanted.paidAt,
    method: wanted.method,
    accountTyped: wanted.reference,
    note: wanted.note,
  }
  await applyPayments(tx, given, business, [arrival])
  const [payment] = await tx<{ id: string }[]>`
    select id from payments where business_id = ${business.id} and shortcode = '' and receipt = ${arrival.receipt}
  `
  const [after] = await findInvoices(tx, business.id, [invoiceId])
  assert(payment && after, 'what was just written is there')
  await recordAudit(tx, given, business.id, [
    {
      ...by,
      action: 'payment.add',
      subject: { kind: 'invoice', id: invoiceId },
      before: { amountpaid: toWire(before.paid), balance: toWire(balanceOf(before)) },
      after: { amountpaid: toWire(after.paid), balance: toWire(balanceOf(after)), transactionid: payment.id },
    },
  ])
  return { paymentId: payment.id, invoice: after }
}

async function isRecorded(tx: Tx, businessId: string, invoiceId: string, reference: string): Promise<boolean> {
  const twins = await tx<{ payment_id: string }[]>`
    select a.payment_id from allocations a
    join payments p on p.business_id = a.business_id and p.id = a.payment_id
    where a.business_id = ${businessId} and a.invoice_id = ${invoiceId} and p.channel = 'manual'
      and p.account_typed = ${reference}
    group by a.payment_id having sum(a.amount) > 0
    limit 1
  `
  return twins.length > 0
}
