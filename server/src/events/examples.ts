import type { HappeningType } from '@kusanya/domain/happening.ts'
import {
  at,
  contradiction,
  creditNote,
  customer,
  invoice,
  message,
  payment,
  paymentRequest,
  receipt,
  reversal,
  shortcode,
  transaction,
  wholeCustomer,
} from './example-things.ts'

/** When an event is announced, in a sentence, and what its `data` looks like. */
export type Example = { when: string; data: { _id: string } & Record<string, unknown> }

const paidInvoice = { ...invoice, status: 'paid', balance: 0, amountpaid: 1000 }

/** One of each, for docs/webhooks.md and for tests of an endpoint. They have the shape of the real ones. */
export const examples: Record<HappeningType, Example> = {
  'invoice.created': { when: 'An invoice was made, a draft too', data: invoice },
  'invoice.updated': {
    when: 'A stored value of an invoice really changed',
    data: { ...invoice, title: 'Fees, term 1' },
  },
  'invoice.paid': { when: 'Nothing is owed on an invoice any more', data: paidInvoice },
  'invoice.partially_paid': {
    when: 'Money came in for an invoice and some is still owed',
    data: { ...invoice, status: 'partially_paid', balance: 600, amountpaid: 400 },
  },
  'invoice.overdue': {
    when: 'The due day of an invoice passed; once, and again only if it was moved and passed again',
    data: { ...invoice, status: 'overdue' },
  },
  'customer.created': { when: 'A customer was made', data: wholeCustomer },
  'customer.updated': {
    when: 'What is known of a customer really changed',
    data: { ...wholeCustomer, email: 'accounts@example.org' },
  },
  'payment.initiated': {
    when: 'A phone was asked to pay, and M-PESA took the request',
    data: { ...paymentRequest, status: 'pending' },
  },
  'payment.failed': {
    when: 'A phone that was asked to pay did not: `reason` says why. Of a request that nobody answered it is announced once M-PESA has said what became of it',
    data: {
      ...paymentRequest,
      status: 'failed',
      reason: 'cancelled',
      resultcode: '1032',
      message: 'Request Cancelled by user.',
    },
  },
  'payment.claimed': {
    when: 'A payer says on the pay page that he has paid already; `state` says what is known of it so far',
    data: {
      _id: '01c1641343a00000d5c6b7a8',
      state: 'waiting',
      transactioncode: 'SGL31HA2AB',
      shortcode: '600984',
      amount: 1000,
      date: at,
      transactionid: null,
      paymentlinkid: invoice.paymentlink._id,
      invoiceid: invoice._id,
      invoiceno: invoice.invoiceno,
      customer,
      dismissedby: null,
      reason: null,
      createdat: at,
      updatedat: at,
    },
  },
  'payment.completed': {
    when: 'Money arrived: one event for each receipt, whatever it is for; one more when a person had it booked anew with another amount',
    data: payment,
  },
  'payment.confirmed': {
    when: 'M-PESA itself confirmed a payment, once for each: `confirmedby` says how',
    data: transaction,
  },
  'payment.held': {
    when: 'More money was reported than you trust a report with (`confirmedabove`): it is laid on nothing until M-PESA confirms it',
    data: { ...payment, status: 'held', allocations: [], held: 1000 },
  },
  'payment.received': {
    when: 'The same news as `payment.completed`, for whoever asks for it by this name',
    data: payment,
  },
  'payment.allocated': {
    when: 'Money was laid on invoices: when it arrived, or later by a clerk or out of credit. `allocations` is how it lies now',
    data: payment,
  },
  'payment.unmatched': {
    when: 'Money arrived, or is left, that belongs to nobody we know: it waits for a person',
    data: { ...payment, reference: 'NOBODY', allocations: [], unmatched: 1000 },
  },
  'payment.reversed': {
    when: 'A payment was taken back; each invoice that it had paid is announced as well, as `invoice.updated`',
    data: { ...transaction, type: 'debit', status: 'reversed', reason: 'Sent to the wrong Paybill' },
  },
  'payment.reversal_requested': {
    when: 'M-PESA was asked to give a payment back; `payment.reversed` follows when it says that it has',
    data: { ...transaction, reversal: { ...reversal, status: 'asked' } },
  },
  'payment.reversal_failed': {
    when: 'M-PESA refused to give a payment back (`reversal.status` is `refused`), or could not be asked what became of it (`unknown`): the books stand',
    data: { ...transaction, reversal: { ...reversal, message: 'The balance is insufficient for the transaction.' } },
  },
  'payment.contradicted': {
    when: 'Another amount was told of a payment: nothing moves until a person decides',
    data: contradiction,
  },
  'payment.contradiction_resolved': {
    when: 'A person decided which amount is true. If `kept` is `theirs`, the payment was taken back before (`payment.reversed`) and booked anew as `newtransactionid` (`payment.completed`)',
    data: {
      ...contradiction,
      state: 'resolved',
      kept: 'theirs',
      newtransactionid: '01c1641343a00000f1e2d3c4',
      resolvedby: 'user bursar@school.example',
      reason: 'The statement says 900',
      resolvedat: '2031-03-01T09:00:00Z',
    },
  },
  'receipt.created': { when: 'A numbered receipt was given for money laid on an invoice', data: receipt },
  'receipt.cancelled': {
    when: 'The money of a receipt was taken off its invoice',
    data: { ...receipt, status: 'cancelled' },
  },
  'credit_note.created': { when: 'Lines of an invoice were credited', data: creditNote },
  'credit_note.reversed': { when: 'A credit note was taken back', data: { ...creditNote, status: 'cancelled' } },
  'message.sent': { when: 'A mail server or an SMS gateway took a message to a customer', data: message },
  'message.failed': {
    when: 'A message was refused for good or given up, or nobody knows whether it was sent (`maybe_sent`): it is not sent again by itself',
    data: {
      ...message,
      status: 'failed',
      reason: 'InvalidPhoneNumber (403)',
      providerid: null,
      cost: null,
      sentat: null,
    },
  },
  'shortcode.operator_refused': {
    when: 'Safaricom refuses the operator of a shortcode, who is not used again until he is replaced; once',
    data: shortcode,
  },
  'webhook.paused': {
    when: 'One of your webhooks accepted nothing for five days, or answered 410, and is paused: sent to the others',
    data: {
      _id: '01c1641343a00000d4e5f6a7',
      url: 'https://shop.example.org/hooks/kusanya',
      events: ['invoice.paid', 'payment.completed'],
      description: '',
      active: true,
      status: 'paused',
      failingsince: '2031-02-24T08:15:00Z',
      pausedat: at,
      pausereason: 'It accepted nothing for five days. Last: No answer within 10 seconds',
      oldsecretuntil: null,
      createdat: '2031-01-05T06:00:00Z',
      updatedat: '2031-01-05T06:00:00Z',
    },
  },
}
