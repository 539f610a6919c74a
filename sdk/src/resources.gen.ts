// Generated from server/openapi.json by `npm run gen`: do not edit.

import { type Ask, Resource, segment } from './ask.ts'
import type { CallOptions } from './connection.ts'
import type { List } from './list.ts'
import type { Body, Data, Format, InFormat, Item, Page, Query } from './types.ts'

export class Invoices extends Resource {
  /** Create an invoice */
  create(body: Body<'createInvoice'>, options?: CallOptions): Promise<Data<'createInvoice'>> {
    return this.ask.data('POST', `/business/invoice/create`, { body }, options)
  }

  /** List invoices */
  list(query?: Query<'listInvoices'>, options?: CallOptions): List<Item<'listInvoices'>, Page<'listInvoices'>> {
    return this.ask.list(`/business/invoice/list`, query, options)
  }

  /** Get an invoice */
  get(id: string, options?: CallOptions): Promise<Data<'getInvoice'> | null> {
    return this.ask.find(`/business/invoice/details/${segment(id)}`, {}, options)
  }

  /** Update an invoice */
  update(id: string, body: Body<'updateInvoice'>, options?: CallOptions): Promise<Data<'updateInvoice'>> {
    return this.ask.data('PATCH', `/business/invoice/update/${segment(id)}`, { body }, options)
  }

  /** Rewrite a draft */
  rewrite(id: string, body: Body<'rewriteDraft'>, options?: CallOptions): Promise<Data<'rewriteDraft'>> {
    return this.ask.data('POST', `/business/invoice/${segment(id)}/rewrite`, { body }, options)
  }

  /** Get all that happened to an invoice */
  timeline(id: string, options?: CallOptions): Promise<Data<'getInvoiceTimeline'>> {
    return this.ask.data('GET', `/business/invoice/${segment(id)}/timeline`, {}, options)
  }

  /** Record money received for an invoice */
  addPayment(id: string, body: Body<'addInvoicePayment'>, options?: CallOptions): Promise<Data<'addInvoicePayment'>> {
    return this.ask.data('POST', `/business/invoice/${segment(id)}/payment/add`, { body }, options)
  }

  /** List the payments of an invoice */
  listPayments(
    id: string,
    query?: Query<'listInvoicePayments'>,
    options?: CallOptions,
  ): List<Item<'listInvoicePayments'>, Page<'listInvoicePayments'>> {
    return this.ask.list(`/business/invoice/${segment(id)}/payment/list`, query, options)
  }

  /** Take back a payment of an invoice */
  reversePayment(
    id: string,
    body: Body<'reverseInvoicePayment'>,
    options?: CallOptions,
  ): Promise<Data<'reverseInvoicePayment'>> {
    return this.ask.data('POST', `/business/invoice/${segment(id)}/payment/reverse`, { body }, options)
  }

  /** Pay an invoice from the credit of its account */
  applyCredit(
    id: string,
    body: Body<'applyInvoiceCredit'>,
    options?: CallOptions,
  ): Promise<Data<'applyInvoiceCredit'>> {
    return this.ask.data('POST', `/business/invoice/${segment(id)}/credit/apply`, { body }, options)
  }

  /** List messages about an invoice */
  listMessages(
    id: string,
    query?: Query<'listInvoiceMessages'>,
    options?: CallOptions,
  ): List<Item<'listInvoiceMessages'>, Page<'listInvoiceMessages'>> {
    return this.ask.list(`/business/invoice/${segment(id)}/message/list`, query, options)
  }

  /** Write off, round, or record tax withheld */
  addAdjustment(
    id: string,
    body: Body<'addInvoiceAdjustment'>,
    options?: CallOptions,
  ): Promise<Data<'addInvoiceAdjustment'>> {
    return this.ask.data('POST', `/business/invoice/${segment(id)}/adjustment/add`, { body }, options)
  }

  /** Take an adjustment back */
  reverseAdjustment(
    id: string,
    body: Body<'reverseInvoiceAdjustment'>,
    options?: CallOptions,
  ): Promise<Data<'reverseInvoiceAdjustment'>> {
    return this.ask.data('POST', `/business/invoice/${segment(id)}/adjustment/reverse`, { body }, options)
  }

  /** List what closed an invoice besides money */
  listAdjustments(
    id: string,
    query?: Query<'listInvoiceAdjustments'>,
    options?: CallOptions,
  ): List<Item<'listInvoiceAdjustments'>, Page<'listInvoiceAdjustments'>> {
    return this.ask.list(`/business/invoice/${segment(id)}/adjustment/list`, query, options)
  }

  /** Get an invoice as PDF */
  pdf(id: string, query?: Query<'getInvoicePdf'>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask.data('GET', `/business/invoice/${segment(id)}/pdf`, { query }, options)
  }

  /** Get up to 1,000 invoices as PDFs in a ZIP */
  pdfZip(body: Body<'zipInvoicePdfs'>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask.data('POST', `/business/invoice/pdf-zip`, { body }, options)
  }
}

export class Customers extends Resource {
  /** Create a customer */
  create(body: Body<'createCustomer'>, options?: CallOptions): Promise<Data<'createCustomer'>> {
    return this.ask.data('POST', `/business/customer/create`, { body }, options)
  }

  /** List customers */
  list(query?: Query<'listCustomers'>, options?: CallOptions): List<Item<'listCustomers'>, Page<'listCustomers'>> {
    return this.ask.list(`/business/customer/list`, query, options)
  }

  /** Get a customer */
  get(id: string, options?: CallOptions): Promise<Data<'getCustomer'> | null> {
    return this.ask.find(`/business/customer/details/${segment(id)}`, {}, options)
  }

  /** Update a customer */
  update(id: string, body: Body<'updateCustomer'>, options?: CallOptions): Promise<Data<'updateCustomer'>> {
    return this.ask.data('PATCH', `/business/customer/update/${segment(id)}`, { body }, options)
  }

  /** Statement of all accounts of a customer */
  statement<F extends Format<'getCustomerStatement'> = 'json'>(
    id: string,
    query?: Query<'getCustomerStatement'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getCustomerStatement', F>> {
    return this.ask.data('GET', `/business/customer/${segment(id)}/statement`, { query }, options)
  }
}

export class Accounts extends Resource {
  /** Open a further account for a customer */
  create(body: Body<'createAccount'>, options?: CallOptions): Promise<Data<'createAccount'>> {
    return this.ask.data('POST', `/business/account/create`, { body }, options)
  }

  /** List accounts */
  list(query?: Query<'listAccounts'>, options?: CallOptions): List<Item<'listAccounts'>, Page<'listAccounts'>> {
    return this.ask.list(`/business/account/list`, query, options)
  }

  /** Get an account */
  get(id: string, options?: CallOptions): Promise<Data<'getAccount'> | null> {
    return this.ask.find(`/business/account/details/${segment(id)}`, {}, options)
  }

  /** Rename an account */
  update(id: string, body: Body<'updateAccount'>, options?: CallOptions): Promise<Data<'updateAccount'>> {
    return this.ask.data('PATCH', `/business/account/update/${segment(id)}`, { body }, options)
  }

  /** Record that credit was given back */
  refundCredit(
    id: string,
    body: Body<'refundAccountCredit'>,
    options?: CallOptions,
  ): Promise<Data<'refundAccountCredit'>> {
    return this.ask.data('POST', `/business/account/${segment(id)}/credit/refund`, { body }, options)
  }

  /** Statement of an account */
  statement<F extends Format<'getAccountStatement'> = 'json'>(
    id: string,
    query?: Query<'getAccountStatement'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getAccountStatement', F>> {
    return this.ask.data('GET', `/business/account/${segment(id)}/statement`, { query }, options)
  }
}

export class Products extends Resource {
  /** Create a product */
  create(body: Body<'createProduct'>, options?: CallOptions): Promise<Data<'createProduct'>> {
    return this.ask.data('POST', `/business/product/create`, { body }, options)
  }

  /** List products */
  list(query?: Query<'listProducts'>, options?: CallOptions): List<Item<'listProducts'>, Page<'listProducts'>> {
    return this.ask.list(`/business/product/list`, query, options)
  }

  /** Get a product */
  get(id: string, options?: CallOptions): Promise<Data<'getProduct'> | null> {
    return this.ask.find(`/business/product/details/${segment(id)}`, {}, options)
  }

  /** Update a product */
  update(id: string, body: Body<'updateProduct'>, options?: CallOptions): Promise<Data<'updateProduct'>> {
    return this.ask.data('PATCH', `/business/product/update/${segment(id)}`, { body }, options)
  }
}

export class Taxes extends Resource {
  /** Create a tax */
  create(body: Body<'createTax'>, options?: CallOptions): Promise<Data<'createTax'>> {
    return this.ask.data('POST', `/business/tax/create`, { body }, options)
  }

  /** List taxes */
  list(query?: Query<'listTaxes'>, options?: CallOptions): List<Item<'listTaxes'>, Page<'listTaxes'>> {
    return this.ask.list(`/business/tax/list`, query, options)
  }

  /** Get a tax */
  get(id: string, options?: CallOptions): Promise<Data<'getTax'> | null> {
    return this.ask.find(`/business/tax/details/${segment(id)}`, {}, options)
  }

  /** Update a tax */
  update(id: string, body: Body<'updateTax'>, options?: CallOptions): Promise<Data<'updateTax'>> {
    return this.ask.data('PATCH', `/business/tax/update/${segment(id)}`, { body }, options)
  }
}

export class PaymentLinks extends Resource {
  /** Create a standalone payment link */
  create(body: Body<'createPaymentLink'>, options?: CallOptions): Promise<Data<'createPaymentLink'>> {
    return this.ask.data('POST', `/business/payment-link/create`, { body }, options)
  }

  /** List payment links */
  list(
    query?: Query<'listPaymentLinks'>,
    options?: CallOptions,
  ): List<Item<'listPaymentLinks'>, Page<'listPaymentLinks'>> {
    return this.ask.list(`/business/payment-link/list`, query, options)
  }

  /** Get a payment link */
  get(id: string, options?: CallOptions): Promise<Data<'getPaymentLink'> | null> {
    return this.ask.find(`/business/payment-link/details/${segment(id)}`, {}, options)
  }

  /** Update a payment link */
  update(id: string, body: Body<'updatePaymentLink'>, options?: CallOptions): Promise<Data<'updatePaymentLink'>> {
    return this.ask.data('PATCH', `/business/payment-link/update/${segment(id)}`, { body }, options)
  }

  /** Give a payment link a new address */
  renew(id: string, body: Body<'renewPaymentLink'>, options?: CallOptions): Promise<Data<'renewPaymentLink'>> {
    return this.ask.data('POST', `/business/payment-link/${segment(id)}/renew`, { body }, options)
  }
}

export class Payments extends Resource {
  /** Ask a phone to pay */
  requestMobile(body: Body<'requestMobilePayment'>, options?: CallOptions): Promise<Data<'requestMobilePayment'>> {
    return this.ask.data('POST', `/business/payments/mobile/request`, { body }, options)
  }

  /** Lay a payment that is held, unconfirmed as it is */
  release(id: string, body: Body<'releasePayment'>, options?: CallOptions): Promise<Data<'releasePayment'>> {
    return this.ask.data('POST', `/business/payment/${segment(id)}/release`, { body }, options)
  }

  /** Move a payment to other invoices or another account */
  move(id: string, body: Body<'movePayment'>, options?: CallOptions): Promise<Data<'movePayment'>> {
    return this.ask.data('POST', `/business/payment/${segment(id)}/move`, { body }, options)
  }

  /** Get a payment, and how far its reversal is */
  get(id: string, options?: CallOptions): Promise<Data<'getPayment'> | null> {
    return this.ask.find(`/business/payment/${segment(id)}`, {}, options)
  }

  /** Take back a payment, wherever it lies */
  reverse(id: string, body: Body<'reversePayment'>, options?: CallOptions): Promise<Data<'reversePayment'>> {
    return this.ask.data('POST', `/business/payment/${segment(id)}/reverse`, { body }, options)
  }

  /** List payments that wait for a person, with whose they may be */
  listUnmatched(
    query?: Query<'listUnmatchedPayments'>,
    options?: CallOptions,
  ): List<Item<'listUnmatchedPayments'>, Page<'listUnmatchedPayments'>> {
    return this.ask.list(`/business/payment/unmatched/list`, query, options)
  }

  /** List payments that were turned away at validation */
  listRefused(
    query?: Query<'listRefusedPayments'>,
    options?: CallOptions,
  ): List<Item<'listRefusedPayments'>, Page<'listRefusedPayments'>> {
    return this.ask.list(`/business/payment/refused/list`, query, options)
  }

  /** Say whose an unmatched payment is */
  match(id: string, body: Body<'matchPayment'>, options?: CallOptions): Promise<Data<'matchPayment'>> {
    return this.ask.data('POST', `/business/payment/${segment(id)}/match`, { body }, options)
  }

  /** Take a payment off the account it was put on */
  unmatch(id: string, body: Body<'unmatchPayment'>, options?: CallOptions): Promise<Data<'unmatchPayment'>> {
    return this.ask.data('POST', `/business/payment/${segment(id)}/unmatch`, { body }, options)
  }

  /** List payments of which another amount was told */
  listContradictions(
    query?: Query<'listPaymentContradictions'>,
    options?: CallOptions,
  ): List<Item<'listPaymentContradictions'>, Page<'listPaymentContradictions'>> {
    return this.ask.list(`/business/payment/contradiction/list`, query, options)
  }

  /** Decide which of two amounts is true */
  resolveContradiction(
    id: string,
    body: Body<'resolvePaymentContradiction'>,
    options?: CallOptions,
  ): Promise<Data<'resolvePaymentContradiction'>> {
    return this.ask.data('POST', `/business/payment/contradiction/${segment(id)}/resolve`, { body }, options)
  }
}

export class Transactions extends Resource {
  /** List transactions */
  list(
    query?: Query<'listTransactions'>,
    options?: CallOptions,
  ): List<Item<'listTransactions'>, Page<'listTransactions'>> {
    return this.ask.list(`/business/transaction/list`, query, options)
  }

  /** Get a transaction */
  get(id: string, options?: CallOptions): Promise<Data<'getTransaction'> | null> {
    return this.ask.find(`/business/transaction/details/${segment(id)}`, {}, options)
  }
}

export class Claims extends Resource {
  /** List what payers say that they have paid */
  list(query?: Query<'listClaims'>, options?: CallOptions): List<Item<'listClaims'>, Page<'listClaims'>> {
    return this.ask.list(`/business/claim/list`, query, options)
  }

  /** Say that a claim is dealt with, though no payment answers it */
  dismiss(id: string, body: Body<'dismissClaim'>, options?: CallOptions): Promise<Data<'dismissClaim'>> {
    return this.ask.data('POST', `/business/claim/${segment(id)}/dismiss`, { body }, options)
  }
}

export class Attentions extends Resource {
  /** Count what waits for a person */
  get(options?: CallOptions): Promise<Data<'getAttention'>> {
    return this.ask.data('GET', `/business/attention/details`, {}, options)
  }
}

export class Receipts extends Resource {
  /** List receipts */
  list(query?: Query<'listReceipts'>, options?: CallOptions): List<Item<'listReceipts'>, Page<'listReceipts'>> {
    return this.ask.list(`/business/receipt/list`, query, options)
  }

  /** Get a receipt */
  get(id: string, options?: CallOptions): Promise<Data<'getReceipt'> | null> {
    return this.ask.find(`/business/receipt/details/${segment(id)}`, {}, options)
  }

  /** Get a receipt as PDF */
  pdf(id: string, query?: Query<'getReceiptPdf'>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask.data('GET', `/business/receipt/${segment(id)}/pdf`, { query }, options)
  }
}

export class Messages extends Resource {
  /** List messages to customers */
  list(query?: Query<'listMessages'>, options?: CallOptions): List<Item<'listMessages'>, Page<'listMessages'>> {
    return this.ask.list(`/business/message/list`, query, options)
  }

  /** Send an invoice or a reminder now */
  send(body: Body<'sendMessage'>, options?: CallOptions): Promise<Data<'sendMessage'>> {
    return this.ask.data('POST', `/business/message/send`, { body }, options)
  }

  /** Look at a message before it goes out */
  preview(body: Body<'previewMessage'>, options?: CallOptions): Promise<Data<'previewMessage'>> {
    return this.ask.data('POST', `/business/message/preview`, { body }, options)
  }

  /** Get the templates of messages */
  templates(options?: CallOptions): Promise<Data<'getMessageTemplates'>> {
    return this.ask.data('GET', `/business/message/templates`, {}, options)
  }

  /** Write a message in words of one’s own */
  updateTemplate(body: Body<'updateMessageTemplate'>, options?: CallOptions): Promise<Data<'updateMessageTemplate'>> {
    return this.ask.data('PATCH', `/business/message/template/update`, { body }, options)
  }
}

export class Statements extends Resource {
  /** Import a statement of the M-PESA organisation portal */
  import(body: Body<'importStatement'>, options?: CallOptions): Promise<Data<'importStatement'>> {
    return this.ask.data('POST', `/business/statement/import`, { body }, options)
  }

  /** List imported statements */
  list(query?: Query<'listStatements'>, options?: CallOptions): List<Item<'listStatements'>, Page<'listStatements'>> {
    return this.ask.list(`/business/statement/list`, query, options)
  }

  /** Get an imported statement */
  get(id: string, options?: CallOptions): Promise<Data<'getStatement'> | null> {
    return this.ask.find(`/business/statement/details/${segment(id)}`, {}, options)
  }

  /** List the lines of a statement and what became of each */
  listLines(
    id: string,
    query?: Query<'listStatementLines'>,
    options?: CallOptions,
  ): List<Item<'listStatementLines'>, Page<'listStatementLines'>> {
    return this.ask.list(`/business/statement/${segment(id)}/line/list`, query, options)
  }
}

export class Closes extends Resource {
  /** Close a day of a shortcode */
  create(body: Body<'createClose'>, options?: CallOptions): Promise<Data<'createClose'>> {
    return this.ask.data('POST', `/business/close/create`, { body }, options)
  }

  /** List closed days, the newest close of each */
  list(query?: Query<'listCloses'>, options?: CallOptions): List<Item<'listCloses'>, Page<'listCloses'>> {
    return this.ask.list(`/business/close/list`, query, options)
  }
}

export class Reports extends Resource {
  /** Who owes how much since when, as of any day */
  aging<F extends Format<'getAgingReport'> = 'json'>(
    query?: Query<'getAgingReport'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getAgingReport', F>> {
    return this.ask.data('GET', `/business/report/aging`, { query }, options)
  }

  /** How much is owed since when, of all accounts together, as of any day */
  owed(query?: Query<'getOwedReport'>, options?: CallOptions): Promise<Data<'getOwedReport'>> {
    return this.ask.data('GET', `/business/report/owed`, { query }, options)
  }

  /** What was collected on each day; the last 30 days when none are named */
  collected<F extends Format<'getCollectedReport'> = 'json'>(
    query?: Query<'getCollectedReport'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getCollectedReport', F>> {
    return this.ask.data('GET', `/business/report/collected`, { query }, options)
  }

  /** What was collected by each channel; the last 30 days when none are named */
  channels<F extends Format<'getChannelReport'> = 'json'>(
    query?: Query<'getChannelReport'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getChannelReport', F>> {
    return this.ask.data('GET', `/business/report/channels`, { query }, options)
  }

  /** Days sales outstanding, month by month; the last year when no days are named */
  dso<F extends Format<'getDaysOutstandingReport'> = 'json'>(
    query?: Query<'getDaysOutstandingReport'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getDaysOutstandingReport', F>> {
    return this.ask.data('GET', `/business/report/dso`, { query }, options)
  }

  /** What every account of the ledger says, as of any day */
  trialBalance<F extends Format<'getTrialBalance'> = 'json'>(
    query?: Query<'getTrialBalance'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getTrialBalance', F>> {
    return this.ask.data('GET', `/business/report/trial-balance`, { query }, options)
  }

  /** The postings of an account of the ledger; the last 30 days when none are named */
  ledger<F extends Format<'getAccountLedger'> = 'json'>(
    query?: Query<'getAccountLedger'> & { format?: F },
    options?: CallOptions,
  ): Promise<InFormat<'getAccountLedger', F>> {
    return this.ask.data('GET', `/business/report/ledger`, { query }, options)
  }
}

export class Webhooks extends Resource {
  /** Create a webhook */
  create(body: Body<'createWebhook'>, options?: CallOptions): Promise<Data<'createWebhook'>> {
    return this.ask.data('POST', `/business/webhook/create`, { body }, options)
  }

  /** List webhooks */
  list(query?: Query<'listWebhooks'>, options?: CallOptions): List<Item<'listWebhooks'>, Page<'listWebhooks'>> {
    return this.ask.list(`/business/webhook/list`, query, options)
  }

  /** Get a webhook */
  get(id: string, options?: CallOptions): Promise<Data<'getWebhook'> | null> {
    return this.ask.find(`/business/webhook/details/${segment(id)}`, {}, options)
  }

  /** Update a webhook */
  update(id: string, body: Body<'updateWebhook'>, options?: CallOptions): Promise<Data<'updateWebhook'>> {
    return this.ask.data('PATCH', `/business/webhook/update/${segment(id)}`, { body }, options)
  }

  /** Replace the secret of a webhook */
  rotateSecret(
    id: string,
    body: Body<'rotateWebhookSecret'>,
    options?: CallOptions,
  ): Promise<Data<'rotateWebhookSecret'>> {
    return this.ask.data('POST', `/business/webhook/${segment(id)}/secret/rotate`, { body }, options)
  }

  /** End the overlap of two secrets of a webhook */
  retireSecret(id: string, options?: CallOptions): Promise<Data<'retireWebhookSecret'>> {
    return this.ask.data('POST', `/business/webhook/${segment(id)}/secret/retire`, {}, options)
  }

  /** Resume a paused webhook */
  resume(id: string, options?: CallOptions): Promise<Data<'resumeWebhook'>> {
    return this.ask.data('POST', `/business/webhook/${segment(id)}/resume`, {}, options)
  }

  /** List the deliveries of a webhook */
  listDeliveries(
    id: string,
    query?: Query<'listWebhookDeliveries'>,
    options?: CallOptions,
  ): List<Item<'listWebhookDeliveries'>, Page<'listWebhookDeliveries'>> {
    return this.ask.list(`/business/webhook/${segment(id)}/delivery/list`, query, options)
  }

  /** Send a delivery again */
  resendDelivery(
    id: string,
    body: Body<'resendWebhookDelivery'>,
    options?: CallOptions,
  ): Promise<Data<'resendWebhookDelivery'>> {
    return this.ask.data('POST', `/business/webhook/${segment(id)}/delivery/resend`, { body }, options)
  }

  /** Send what happened in a span of time again */
  replayDelivery(
    id: string,
    body: Body<'replayWebhookDelivery'>,
    options?: CallOptions,
  ): Promise<Data<'replayWebhookDelivery'>> {
    return this.ask.data('POST', `/business/webhook/${segment(id)}/delivery/replay`, { body }, options)
  }

  /** Send a test event to a webhook and see its answer */
  test(id: string, body: Body<'testWebhook'>, options?: CallOptions): Promise<Data<'testWebhook'>> {
    return this.ask.data('POST', `/business/webhook/${segment(id)}/test`, { body }, options)
  }
}

export class Events extends Resource {
  /** List what happened, oldest first */
  list(query?: Query<'listEvents'>, options?: CallOptions): List<Item<'listEvents'>, Page<'listEvents'>> {
    return this.ask.list(`/business/event/list`, query, options)
  }

  /** Get an event and what became of it */
  get(id: string, options?: CallOptions): Promise<Data<'getEvent'> | null> {
    return this.ask.find(`/business/event/details/${segment(id)}`, {}, options)
  }
}

export class CreditNotes extends Resource {
  /** Credit lines of an invoice */
  create(body: Body<'createCreditNote'>, options?: CallOptions): Promise<Data<'createCreditNote'>> {
    return this.ask.data('POST', `/business/credit-note/create`, { body }, options)
  }

  /** List credit notes */
  list(
    query?: Query<'listCreditNotes'>,
    options?: CallOptions,
  ): List<Item<'listCreditNotes'>, Page<'listCreditNotes'>> {
    return this.ask.list(`/business/credit-note/list`, query, options)
  }

  /** Get a credit note */
  get(id: string, options?: CallOptions): Promise<Data<'getCreditNote'> | null> {
    return this.ask.find(`/business/credit-note/details/${segment(id)}`, {}, options)
  }

  /** Take a credit note back */
  reverse(id: string, body: Body<'reverseCreditNote'>, options?: CallOptions): Promise<Data<'reverseCreditNote'>> {
    return this.ask.data('POST', `/business/credit-note/${segment(id)}/reverse`, { body }, options)
  }

  /** Get a credit note as PDF */
  pdf(id: string, query?: Query<'getCreditNotePdf'>, options?: CallOptions): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask.data('GET', `/business/credit-note/${segment(id)}/pdf`, { query }, options)
  }
}

export class Audit extends Resource {
  /** List who changed what in the books */
  list(query?: Query<'listAuditLines'>, options?: CallOptions): List<Item<'listAuditLines'>, Page<'listAuditLines'>> {
    return this.ask.list(`/business/audit/list`, query, options)
  }
}

export class Users extends Resource {
  /** Invite somebody */
  invite(body: Body<'inviteUser'>, options?: CallOptions): Promise<Data<'inviteUser'>> {
    return this.ask.data('POST', `/business/user/invite`, { body }, options)
  }

  /** List who may act for the business */
  list(query?: Query<'listUsers'>, options?: CallOptions): List<Item<'listUsers'>, Page<'listUsers'>> {
    return this.ask.list(`/business/user/list`, query, options)
  }

  /** Get a user */
  get(id: string, options?: CallOptions): Promise<Data<'getUser'> | null> {
    return this.ask.find(`/business/user/details/${segment(id)}`, {}, options)
  }

  /** Change what somebody may do */
  update(id: string, body: Body<'updateUser'>, options?: CallOptions): Promise<Data<'updateUser'>> {
    return this.ask.data('PATCH', `/business/user/update/${segment(id)}`, { body }, options)
  }

  /** Remove somebody */
  remove(id: string, options?: CallOptions): Promise<Data<'removeUser'>> {
    return this.ask.data('POST', `/business/user/${segment(id)}/remove`, {}, options)
  }
}

export class Settings extends Resource {
  /** Get the settings of the business */
  get(options?: CallOptions): Promise<Data<'getSettings'>> {
    return this.ask.data('GET', `/business/settings/details`, {}, options)
  }

  /** Change settings of the business */
  update(body: Body<'updateSettings'>, options?: CallOptions): Promise<Data<'updateSettings'>> {
    return this.ask.data('PATCH', `/business/settings/update`, { body }, options)
  }

  /** Get the next numbers of documents */
  numbers(options?: CallOptions): Promise<Data<'getNumbers'>> {
    return this.ask.data('GET', `/business/settings/numbers`, {}, options)
  }

  /** Change how documents are numbered */
  updateNumbers(body: Body<'updateNumbers'>, options?: CallOptions): Promise<Data<'updateNumbers'>> {
    return this.ask.data('PATCH', `/business/settings/numbers/update`, { body }, options)
  }

  /** Get the logo */
  logo(options?: CallOptions): Promise<Data<'getLogo'>> {
    return this.ask.data('GET', `/business/settings/logo`, {}, options)
  }

  /** Give the business a logo, shown on documents and pay pages */
  setLogo(body: Body<'setLogo'>, options?: CallOptions): Promise<Data<'setLogo'>> {
    return this.ask.data('POST', `/business/settings/logo/set`, { body }, options)
  }

  /** Take the logo away */
  removeLogo(options?: CallOptions): Promise<Data<'removeLogo'>> {
    return this.ask.data('POST', `/business/settings/logo/remove`, {}, options)
  }
}

export class Shortcodes extends Resource {
  /** Connect a Paybill, or connect it again */
  connect(body: Body<'connectShortcode'>, options?: CallOptions): Promise<Data<'connectShortcode'>> {
    return this.ask.data('POST', `/business/shortcode/connect`, { body }, options)
  }

  /** List the Paybills */
  list(query?: Query<'listShortcodes'>, options?: CallOptions): List<Item<'listShortcodes'>, Page<'listShortcodes'>> {
    return this.ask.list(`/business/shortcode/list`, query, options)
  }

  /** Get a Paybill, and what M-PESA has taken of it */
  get(id: string, options?: CallOptions): Promise<Data<'getShortcode'> | null> {
    return this.ask.find(`/business/shortcode/${segment(id)}`, {}, options)
  }

  /** Set or replace the operator */
  operator(
    id: string,
    body: Body<'setShortcodeOperator'>,
    options?: CallOptions,
  ): Promise<Data<'setShortcodeOperator'>> {
    return this.ask.data('POST', `/business/shortcode/${segment(id)}/operator`, { body }, options)
  }

  /** Ask a phone for a test payment */
  test(id: string, body: Body<'testShortcode'>, options?: CallOptions): Promise<Data<'testShortcode'>> {
    return this.ask.data('POST', `/business/shortcode/${segment(id)}/test`, { body }, options)
  }

  /** Disconnect a Paybill */
  disconnect(
    id: string,
    body: Body<'disconnectShortcode'>,
    options?: CallOptions,
  ): Promise<Data<'disconnectShortcode'>> {
    return this.ask.data('POST', `/business/shortcode/${segment(id)}/disconnect`, { body }, options)
  }
}

export class Keys extends Resource {
  /** Create an API key */
  create(body: Body<'createKey'>, options?: CallOptions): Promise<Data<'createKey'>> {
    return this.ask.data('POST', `/business/key/create`, { body }, options)
  }

  /** List API keys */
  list(query?: Query<'listKeys'>, options?: CallOptions): List<Item<'listKeys'>, Page<'listKeys'>> {
    return this.ask.list(`/business/key/list`, query, options)
  }

  /** Get an API key */
  get(id: string, options?: CallOptions): Promise<Data<'getKey'> | null> {
    return this.ask.find(`/business/key/details/${segment(id)}`, {}, options)
  }

  /** Update an API key */
  update(id: string, body: Body<'updateKey'>, options?: CallOptions): Promise<Data<'updateKey'>> {
    return this.ask.data('PATCH', `/business/key/update/${segment(id)}`, { body }, options)
  }

  /** Replace an API key by a new one */
  rotate(id: string, body: Body<'rotateKey'>, options?: CallOptions): Promise<Data<'rotateKey'>> {
    return this.ask.data('POST', `/business/key/${segment(id)}/rotate`, { body }, options)
  }

  /** Revoke an API key */
  revoke(id: string, body: Body<'revokeKey'>, options?: CallOptions): Promise<Data<'revokeKey'>> {
    return this.ask.data('POST', `/business/key/${segment(id)}/revoke`, { body }, options)
  }
}

export class Bills extends Resource {
  /** What a payment link asks for */
  get(code: string, query?: Query<'getBill'>, options?: CallOptions): Promise<Data<'getBill'> | null> {
    return this.ask.find(`/pay/${segment(code)}.json`, { query }, options)
  }
}

/** Every resource of the server. */
export class Resources {
  readonly invoices: Invoices
  readonly customers: Customers
  readonly accounts: Accounts
  readonly products: Products
  readonly taxes: Taxes
  readonly paymentLinks: PaymentLinks
  readonly payments: Payments
  readonly transactions: Transactions
  readonly claims: Claims
  readonly attentions: Attentions
  readonly receipts: Receipts
  readonly messages: Messages
  readonly statements: Statements
  readonly closes: Closes
  readonly reports: Reports
  readonly webhooks: Webhooks
  readonly events: Events
  readonly creditNotes: CreditNotes
  readonly audit: Audit
  readonly users: Users
  readonly settings: Settings
  readonly shortcodes: Shortcodes
  readonly keys: Keys
  readonly bills: Bills

  constructor(ask: Ask) {
    this.invoices = new Invoices(ask)
    this.customers = new Customers(ask)
    this.accounts = new Accounts(ask)
    this.products = new Products(ask)
    this.taxes = new Taxes(ask)
    this.paymentLinks = new PaymentLinks(ask)
    this.payments = new Payments(ask)
    this.transactions = new Transactions(ask)
    this.claims = new Claims(ask)
    this.attentions = new Attentions(ask)
    this.receipts = new Receipts(ask)
    this.messages = new Messages(ask)
    this.statements = new Statements(ask)
    this.closes = new Closes(ask)
    this.reports = new Reports(ask)
    this.webhooks = new Webhooks(ask)
    this.events = new Events(ask)
    this.creditNotes = new CreditNotes(ask)
    this.audit = new Audit(ask)
    this.users = new Users(ask)
    this.settings = new Settings(ask)
    this.shortcodes = new Shortcodes(ask)
    this.keys = new Keys(ask)
    this.bills = new Bills(ask)
  }
}
