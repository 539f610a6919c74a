import { writeNumber } from '@kusanya/domain/invoice.ts'
import { writeReceiptNumber, type Receipt } from '../receipts/wire.ts'
import type { Paper } from './paper.ts'
import { money, writerOf, type Hand } from './writer.ts'

/** A receipt, with the invoice as it was when this money had come. `to` says who is given it, the name first. */
export function receiptPaper({ receipt, to }: { receipt: Receipt; to: string[] }, hand: Hand): Paper {
  const { say, pay, moment } = writerOf(hand)
  const { invoice, payment, amount, currency, cancelled, createdAt } = receipt
  const paidOn = moment(payment.paidAt)
  return {
    language: hand.language,
    name: writeReceiptNumber(receipt),
    title: say.receipt,
    number: writeReceiptNumber(receipt),
    madeAt: createdAt,
    mark: cancelled ? { text: say.cancelled, tone: 'void' } : { text: say.paid, tone: 'good' },
    from: hand.business.name,
    letterhead: hand.business.letterhead,
    logo: hand.business.logo,
    to: { label: say.receivedFrom, lines: to },
    facts: [
      [pay.invoiceNumber, writeNumber(invoice.number)],
      [say.paidOn, paidOn],
      payment.channel === 'mpesa'
        ? [pay.mpesaCode, payment.receipt]
        : [say.reference, payment.receipt || pay.recordedBy(hand.business.name)],
    ],
    headline: {
      label: say.amountPaid,
      amount: money(amount, currency),
      more: cancelled ? say.reversed : pay.thanks,
      tone: cancelled ? 'void' : 'good',
    },
    about: [],
    table: null,
    sums: [
      { label: say.totalOfInvoice, amount: money(invoice.total, currency), strong: false },
      { label: say.paidOnInvoice, amount: money(invoice.paid, currency), strong: false },
      { label: say.balance, amount: money(invoice.balance, currency), strong: true },
    ],
    taxes: null,
    schedule: null,
    payment: null,
    notes: [],
    page: say.page,
  }
}
