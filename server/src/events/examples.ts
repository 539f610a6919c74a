import type { HappeningType } from '@kusanya/domain/happening.ts'

/** When an event is announced, in a sentence, and what its `data` looks like. */
export type Example = { when: string; data: { _id: string } & Record<string, unknown> }

const at = '2031-03-01T08:15:00Z'
const customer = { _id: '01c1641343a0000004aac026', name: 'Amina Otieno' }
const payUrl = 'https://kusanya.example.org/pay/2IOZAEzaaKZW8uiBn8ql79'

const invoice = {
  _id: '01c1641343a0000017cc719d',
  invoiceno: 'INV-2031-001',
  title: 'Term 1 fees',
  status: 'unpaid',
  balance: 1000,
  subtotal: 1000,
  total: 1000,
  amountpaid: 0,
  adjusted: 0,
  rounding: 0,
  currency: 'KES',
  accountno: 'K7NV3YX',
  invoicedate: '2031-03-01T00:00:00Z',
  duedate: '2031-04-01T00:00:00Z',
  customer: { ...customer, email: 'amina@example.org', phone: '+254712345678' },
  createdat: at,
  updatedat: at,
  description: '',
  remark: '',
  taxid: null,
  taxamount: 0,
  discount: 0,
  discounttype: 'fixed',
  discountvalue: 0,
  accountid: '01c1641343a0000005bbd978',
  items: [{ itemid: '01c1641343a00000086a332d', name: 'Tuition', quantity: 1, rate: 1000, total: 1000 }],
  paymentlink: {
    _id: '01c1641343a0000018dd3fbb',
    shorturl: payUrl,
    rawurl: payUrl,
    code: '2IOZAEzaaKZW8uiBn8ql79',
    status: 'unpaid',
  },
  paymentlinks: [
    {
      _id: '01c1641343a0000018dd3fbb',
      shorturl: '2IOZAEzaaKZW8uiBn8ql79',
      rawurl: payUrl,
      code: '2IOZAEzaaKZW8uiBn8ql79',
      status: 'unpaid',
    },
  ],
  qrcode: 'https://kusanya.example.org/qr/2IOZAEzaaKZW8uiBn8ql79.png',
}
const paidInvoice = { ...invoice, status: 'paid', balance: 0, amountpaid: 1000 }

const wholeCustomer = {
  ...customer,
  email: 'amina@example.org',
  phone: '+254712345678',
  country: 'Kenya',
  currency: 'KES',
  company: null,
  address: null,
  city: null,
  type: 'individual',
  active: true,
  sourceorigin: 'api',
  accountno: 'K7NV3YX',
  balance: 0,
  credit: 0,
  accounts: [{ _id: invoice.accountid, accountno: 'K7NV3YX', name: null, isdefault: true, balance: 0, credit: 0 }],
  createdat: at,
  updatedat: at,
}

const payment = {
  _id: '01c1641343a000001e959f70',
  transactioncode: 'SGL31HA2AB',
  amount: 1000,
  currency: 'KES',
  channel: 'mpesa',
  status: 'completed',
  confirmed: false,
  shortcode: '600984',
  reference: 'K7NV3YX',
  phone: '254712345678',
  name: 'AMINA OTIENO',
  date: at,
  allocations: [{ invoiceid: invoice._id, invoiceno: invoice.invoiceno, amount: 1000 }],
  credit: 0,
  unmatched: 0,
}

/** A payment as `GET /business/transaction/details/:id` shows it. */
const transaction = {
  _id: payment._id,
  title: 'M-PESA payment',
  transactioncode: payment.transactioncode,
  reference: 'K7NV3YX',
  amount: 1000,
  currency: 'KES',
  type: 'credit',
  channel: 'mpesa',
  status: 'completed',
  confirmed: true,
  held: 0,
  confirmedby: 'pull',
  confirmedat: '2031-03-01T08:20:00.000Z',
  phone: '254712345678',
  name: 'AMINA OTIENO',
  invoiceid: invoice._id,
  customerid: customer._id,
  credit: 0,
  unmatched: 0,
  date: '2031-03-01T08:15:00.000Z',
  createdat: '2031-03-01T08:15:00.000Z',
}

const receipt = {
  _id: '01c1641343a00000216355a0',
  receiptno: 'RCP-2031-001',
  title: 'Receipt for INV-2031-001',
  amount: 1000,
  currency: 'KES',
  status: 'issued',
  date: '2031-03-01T08:15:00.000Z',
  createdat: '2031-03-01T08:15:00.000Z',
  transactionid: payment._id,
  transactioncode: payment.transactioncode,
  channel: 'mpesa',
  invoice: { _id: invoice._id, invoiceno: invoice.invoiceno, total: 1000, amountpaid: 1000, balance: 0 },
  customer,
}

const creditNote = {
  _id: '01c1641343a00000a31394d9',
  creditnoteno: 'CN-2031-001',
  invoiceid: invoice._id,
  invoiceno: invoice.invoiceno,
  customer,
  status: 'issued',
  items: [{ line: 1, name: 'Tuition', quantity: null, amount: 1000 }],
  amount: 1000,
  taxamount: 0,
  currency: 'KES',
  reason: 'Left school',
  createdat: at,
}

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
    data: {
      _id: '01c1641343a00000c1d2e3f4',
      checkoutrequestid: 'ws_CO_01032031081500123456789',
      merchantrequestid: '29115-34620561-1',
      status: 'pending',
      channel: 'mpesa',
      amount: 1000,
      currency: 'KES',
      phone: '254712345678',
      shortcode: '600984',
      reference: 'K7NV3YX',
      paymentlinkid: invoice.paymentlink._id,
      invoiceid: invoice._id,
      date: at,
    },
  },
  'payment.completed': { when: 'Money arrived: one event for each receipt, whatever it is for', data: payment },
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
  'receipt.created': { when: 'A numbered receipt was given for money laid on an invoice', data: receipt },
  'receipt.cancelled': {
    when: 'The money of a receipt was taken off its invoice',
    data: { ...receipt, status: 'cancelled' },
  },
  'credit_note.created': { when: 'Lines of an invoice were credited', data: creditNote },
  'credit_note.reversed': { when: 'A credit note was taken back', data: { ...creditNote, status: 'cancelled' } },
  'webhook.paused': {
    when: 'One of your webhooks accepted nothing for five days and is paused: sent to the others',
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
