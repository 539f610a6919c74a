// Generated from server/openapi.json by `npm run gen`: do not edit.

export interface paths {
  '/business/invoice/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create an invoice */
    post: operations['createInvoice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List invoices */
    get: operations['listInvoices']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an invoice */
    get: operations['getInvoice']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update an invoice */
    patch: operations['updateInvoice']
    trace?: never
  }
  '/business/invoice/{id}/rewrite': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Rewrite a draft */
    post: operations['rewriteDraft']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/timeline': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get all that happened to an invoice */
    get: operations['getInvoiceTimeline']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a customer */
    post: operations['createCustomer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List customers */
    get: operations['listCustomers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a customer */
    get: operations['getCustomer']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a customer */
    patch: operations['updateCustomer']
    trace?: never
  }
  '/business/account/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Open a further account for a customer */
    post: operations['createAccount']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List accounts */
    get: operations['listAccounts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an account */
    get: operations['getAccount']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Rename an account */
    patch: operations['updateAccount']
    trace?: never
  }
  '/business/product/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a product */
    post: operations['createProduct']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/product/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List products */
    get: operations['listProducts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/product/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a product */
    get: operations['getProduct']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/product/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a product */
    patch: operations['updateProduct']
    trace?: never
  }
  '/business/tax/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a tax */
    post: operations['createTax']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/tax/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List taxes */
    get: operations['listTaxes']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/tax/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a tax */
    get: operations['getTax']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/tax/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a tax */
    patch: operations['updateTax']
    trace?: never
  }
  '/business/payment-link/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a standalone payment link */
    post: operations['createPaymentLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment-link/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payment links */
    get: operations['listPaymentLinks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment-link/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a payment link */
    get: operations['getPaymentLink']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment-link/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a payment link */
    patch: operations['updatePaymentLink']
    trace?: never
  }
  '/business/payment-link/{id}/renew': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Give a payment link a new address */
    post: operations['renewPaymentLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payments/mobile/request': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask a phone to pay */
    post: operations['requestMobilePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/transaction/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List transactions */
    get: operations['listTransactions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/transaction/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a transaction */
    get: operations['getTransaction']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/payment/add': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Record money received for an invoice */
    post: operations['addInvoicePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/payment/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the payments of an invoice */
    get: operations['listInvoicePayments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/payment/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take back a payment of an invoice */
    post: operations['reverseInvoicePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/release': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Lay a payment that is held, unconfirmed as it is */
    post: operations['releasePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/move': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Move a payment to other invoices or another account */
    post: operations['movePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a payment, and how far its reversal is */
    get: operations['getPayment']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take back a payment, wherever it lies */
    post: operations['reversePayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/credit/apply': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Pay an invoice from the credit of its account */
    post: operations['applyInvoiceCredit']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/{id}/credit/refund': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Record that credit was given back */
    post: operations['refundAccountCredit']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/unmatched/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payments that wait for a person, with whose they may be */
    get: operations['listUnmatchedPayments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/refused/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payments that were turned away at validation */
    get: operations['listRefusedPayments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/match': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Say whose an unmatched payment is */
    post: operations['matchPayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/{id}/unmatch': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take a payment off the account it was put on */
    post: operations['unmatchPayment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/claim/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List what payers say that they have paid */
    get: operations['listClaims']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/claim/{id}/dismiss': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Say that a claim is dealt with, though no payment answers it */
    post: operations['dismissClaim']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/contradiction/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List payments of which another amount was told */
    get: operations['listPaymentContradictions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/payment/contradiction/{id}/resolve': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Decide which of two amounts is true */
    post: operations['resolvePaymentContradiction']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/attention/details': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Count what waits for a person */
    get: operations['getAttention']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/receipt/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List receipts */
    get: operations['listReceipts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/receipt/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a receipt */
    get: operations['getReceipt']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/message/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List messages to customers */
    get: operations['listMessages']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/message/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List messages about an invoice */
    get: operations['listInvoiceMessages']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/message/send': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send an invoice or a reminder now */
    post: operations['sendMessage']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/message/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Look at a message before it goes out */
    post: operations['previewMessage']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/message/templates': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get the templates of messages */
    get: operations['getMessageTemplates']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/message/template/update': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Write a message in words of one’s own */
    patch: operations['updateMessageTemplate']
    trace?: never
  }
  '/business/statement/import': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Import a statement of the M-PESA organisation portal */
    post: operations['importStatement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/statement/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List imported statements */
    get: operations['listStatements']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/statement/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an imported statement */
    get: operations['getStatement']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/statement/{id}/line/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the lines of a statement and what became of each */
    get: operations['listStatementLines']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/close/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Close a day of a shortcode */
    post: operations['createClose']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/close/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List closed days, the newest close of each */
    get: operations['listCloses']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/customer/{id}/statement': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Statement of all accounts of a customer */
    get: operations['getCustomerStatement']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/account/{id}/statement': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Statement of an account */
    get: operations['getAccountStatement']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/aging': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Who owes how much since when, as of any day */
    get: operations['getAgingReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/owed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How much is owed since when, of all accounts together, as of any day */
    get: operations['getOwedReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/collected': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was collected on each day; the last 30 days when none are named */
    get: operations['getCollectedReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/channels': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was collected by each channel; the last 30 days when none are named */
    get: operations['getChannelReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/dso': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Days sales outstanding, month by month; the last year when no days are named */
    get: operations['getDaysOutstandingReport']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/trial-balance': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What every account of the ledger says, as of any day */
    get: operations['getTrialBalance']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/report/ledger': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The postings of an account of the ledger; the last 30 days when none are named */
    get: operations['getAccountLedger']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create a webhook */
    post: operations['createWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List webhooks */
    get: operations['listWebhooks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a webhook */
    get: operations['getWebhook']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update a webhook */
    patch: operations['updateWebhook']
    trace?: never
  }
  '/business/webhook/{id}/secret/rotate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Replace the secret of a webhook */
    post: operations['rotateWebhookSecret']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/secret/retire': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** End the overlap of two secrets of a webhook */
    post: operations['retireWebhookSecret']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/resume': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Resume a paused webhook */
    post: operations['resumeWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/delivery/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the deliveries of a webhook */
    get: operations['listWebhookDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/delivery/resend': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send a delivery again */
    post: operations['resendWebhookDelivery']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/delivery/replay': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send what happened in a span of time again */
    post: operations['replayWebhookDelivery']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/webhook/{id}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send a test event to a webhook and see its answer */
    post: operations['testWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/event/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List what happened, oldest first */
    get: operations['listEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/event/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an event and what became of it */
    get: operations['getEvent']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/adjustment/add': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Write off, round, or record tax withheld */
    post: operations['addInvoiceAdjustment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/adjustment/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take an adjustment back */
    post: operations['reverseInvoiceAdjustment']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/adjustment/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List what closed an invoice besides money */
    get: operations['listInvoiceAdjustments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/credit-note/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Credit lines of an invoice */
    post: operations['createCreditNote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/credit-note/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List credit notes */
    get: operations['listCreditNotes']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/credit-note/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a credit note */
    get: operations['getCreditNote']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/credit-note/{id}/reverse': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take a credit note back */
    post: operations['reverseCreditNote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/{id}/pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an invoice as PDF */
    get: operations['getInvoicePdf']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/invoice/pdf-zip': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Get up to 1,000 invoices as PDFs in a ZIP */
    post: operations['zipInvoicePdfs']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/receipt/{id}/pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a receipt as PDF */
    get: operations['getReceiptPdf']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/credit-note/{id}/pdf': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a credit note as PDF */
    get: operations['getCreditNotePdf']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/audit/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List who changed what in the books */
    get: operations['listAuditLines']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/user/invite': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Invite somebody */
    post: operations['inviteUser']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/user/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List who may act for the business */
    get: operations['listUsers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/user/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a user */
    get: operations['getUser']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/user/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change what somebody may do */
    patch: operations['updateUser']
    trace?: never
  }
  '/business/user/{id}/remove': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Remove somebody */
    post: operations['removeUser']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/settings/details': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get the settings of the business */
    get: operations['getSettings']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/settings/update': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change settings of the business */
    patch: operations['updateSettings']
    trace?: never
  }
  '/business/settings/numbers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get the next numbers of documents */
    get: operations['getNumbers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/settings/numbers/update': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Change how documents are numbered */
    patch: operations['updateNumbers']
    trace?: never
  }
  '/business/settings/logo': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get the logo */
    get: operations['getLogo']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/settings/logo/set': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Give the business a logo, shown on documents and pay pages */
    post: operations['setLogo']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/settings/logo/remove': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Take the logo away */
    post: operations['removeLogo']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/shortcode/connect': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Connect a Paybill, or connect it again */
    post: operations['connectShortcode']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/shortcode/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List the Paybills */
    get: operations['listShortcodes']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/shortcode/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get a Paybill, and what M-PESA has taken of it */
    get: operations['getShortcode']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/shortcode/{id}/operator': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Set or replace the operator */
    post: operations['setShortcodeOperator']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/shortcode/{id}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask a phone for a test payment */
    post: operations['testShortcode']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/shortcode/{id}/disconnect': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Disconnect a Paybill */
    post: operations['disconnectShortcode']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/key/create': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Create an API key */
    post: operations['createKey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/key/list': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List API keys */
    get: operations['listKeys']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/key/details/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Get an API key */
    get: operations['getKey']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/key/update/{id}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /** Update an API key */
    patch: operations['updateKey']
    trace?: never
  }
  '/business/key/{id}/rotate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Replace an API key by a new one */
    post: operations['rotateKey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/business/key/{id}/revoke': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Revoke an API key */
    post: operations['revokeKey']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/pay/{code}.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What a payment link asks for */
    get: operations['getBill']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    Account: {
      _id: string
      /** @description What the payer types at the Paybill */
      accountno: string
      name: string | null
      customerid: string
      customername: string
      isdefault: boolean
      /** @description Money received that no invoice has asked for yet */
      credit: number
      /** @description What its open invoices still ask for */
      balance: number
      createdat: string
      updatedat: string
    }
    AccountLedger: {
      /** @enum {unknown} */
      account:
        | 'receivable'
        | 'mpesa'
        | 'cash'
        | 'bank'
        | 'withholding'
        | 'suspense'
        | 'credit'
        | 'refund'
        | 'tax'
        | 'opening'
        | 'sales'
        | 'rounding'
        | 'write_off'
        | 'fees'
      from: string
      to: string
      currency: string
      /** @description Debit is above zero */
      opening: number
      closing: number
      entries: {
        date: string
        /** @enum {unknown} */
        type:
          | 'invoice_issued'
          | 'invoice_changed'
          | 'invoice_cancelled'
          | 'invoice_reopened'
          | 'payment_received'
          | 'payment_reversed'
          | 'payment_moved'
          | 'credit_applied'
          | 'credit_refunded'
          | 'invoice_adjusted'
          | 'adjustment_reversed'
          | 'charged'
          | 'settled'
          | 'brought_forward'
        title: string
        /** @description Invoice number or M-PESA receipt */
        reference: string
        /** @enum {unknown} */
        against:
          | 'receivable'
          | 'mpesa'
          | 'cash'
          | 'bank'
          | 'withholding'
          | 'suspense'
          | 'credit'
          | 'refund'
          | 'tax'
          | 'opening'
          | 'sales'
          | 'rounding'
          | 'write_off'
          | 'fees'
        debit: number
        credit: number
        balance: number
      }[]
    }
    AccountStatement: {
      from: string
      to: string
      currency: string
      /** @description What was owed less credit; below zero is the customer’s */
      opening: number
      closing: number
      entries: {
        date: string
        type: string
        title: string
        /** @description Invoice number or M-PESA receipt */
        reference: string
        charged: number
        paid: number
        balance: number
      }[]
    }
    AddInvoiceAdjustment: {
      /** @enum {unknown} */
      kind: 'write_off' | 'withholding' | 'rounding'
      /** @description Why; kept in the audit trail */
      reason: string
      amount?: number | null
      withheld?: ('vat' | 'income') | null
      certificateno?: string | null
      certificatedate?: string | null
    }
    AddInvoicePayment: {
      amount: number
      /** @description When it was received; now when absent */
      date?: string | null
      method?: string | null
      reference?: string | null
      note?: string | null
      allowoverpayment?: boolean
    }
    Adjustment: {
      _id: string
      invoiceid: string
      /** @enum {unknown} */
      kind: 'credit_note' | 'write_off' | 'withholding' | 'rounding'
      amount: number
      taxamount: number
      withheld: ('vat' | 'income') | null
      certificateno: string
      certificatedate: string
      reason: string
      /** @enum {unknown} */
      status: 'standing' | 'reversed'
      createdat: string
    }
    AdjustmentOutcome: {
      adjustment: components['schemas']['Adjustment']
      invoice: components['schemas']['Invoice']
    }
    AgedAccount: {
      customer: {
        _id: string
        name: string
      }
      accountid: string
      accountno: string
      notdue: number
      days1to30: number
      days31to60: number
      days61to90: number
      over90: number
      total: number
    }
    ApiKey: {
      _id: string
      name: string
      /** @description The last four characters of the secret */
      lastfour: string
      scopes: ('read' | 'write' | 'payments')[]
      /** @enum {unknown} */
      status: 'active' | 'expired' | 'revoked'
      expiresat: string | null
      /** @description To the minute */
      lastusedat: string | null
      revokedat: string | null
      /** @description The key that it was rotated to */
      replacedby: string | null
      createdat: string
      updatedat: string
    }
    ApiKeyMade: {
      _id: string
      name: string
      /** @description The last four characters of the secret */
      lastfour: string
      scopes: ('read' | 'write' | 'payments')[]
      /** @enum {unknown} */
      status: 'active' | 'expired' | 'revoked'
      expiresat: string | null
      /** @description To the minute */
      lastusedat: string | null
      revokedat: string | null
      /** @description The key that it was rotated to */
      replacedby: string | null
      createdat: string
      updatedat: string
      /** @description What to send as Authorization. Shown here and never again: null in the answer to a repeat */
      secret: string | null
    }
    ApplyInvoiceCredit: {
      amount?: number | null
      reason?: string | null
    }
    Attempt: {
      /** @description From 1; `x-cashfin-attempt` */
      attempt: number
      at: string
      durationms: number
      /** @description HTTP status of the answer; null when there was none */
      status: number | null
      /** @description Why it did not succeed */
      error: string | null
      /** @description How the answer began, 1,000 characters at most */
      answer: string | null
    }
    /** @description Nothing is counted further than 1,000: that many stand for so many or more. */
    Attention: {
      unmatched: {
        count: number
        /** @description KES */
        amount: number
      }
      /** @description Payments of which another amount was told */
      contradictions: number
      /** @description What payers say that they have paid, and no payment answers: given_up, or suggested */
      claims: number
      /** @description Payments that are held, and that M-PESA has not confirmed in three days */
      held: number
      /** @description Open invoices whose bill did not reach the phone, in the last 14 days */
      bills: {
        count: number
        /** @description At most five */
        newest: components['schemas']['MissedBill'][]
      }
      /** @description Of the last 14 days, that no later one of their kind made good */
      messages: {
        failed: number
        maybesent: number
      }
      /** @description Paused, because they accepted nothing for long */
      webhooks: number
      /** @description Days of the last 31 whose newest close differs from M-PESA */
      closes: number
      shortcodes: {
        connected: number
        incomplete: number
        operatorsrefused: number
      }
    }
    AuditLine: {
      _id: string
      actor: string
      action: string
      subject: {
        type: string
        _id: string
      }
      reason: string
      before: {
        [key: string]: unknown
      } | null
      after: {
        [key: string]: unknown
      } | null
      createdat: string
    }
    Bill: {
      business: string
      title: string | null
      invoiceno: string | null
      /** @enum {unknown} */
      status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
      currency: string
      total: number
      amountpaid: number
      balance: number
      /** @description What is asked for now: all of it, or the instalments that are due */
      duenow: number
      duedate: string | null
      instalments: {
        duedate: string
        amount: number
        balance: number
        status: string
      }[]
      paybill: string | null
      accountno: string | null
      items: {
        name: string
        quantity: number
        total: number
      }[]
      payments: {
        receipt: string | null
        amount: number
        paidat: string
        confirmed: boolean
      }[]
      /** @description Reported, and waiting until M-PESA confirms it */
      held: number
      request?: {
        state: string
        amount: number
      }
      claim?: {
        /** @enum {unknown} */
        state: 'found' | 'known' | 'waiting' | 'lost'
      }
    }
    Claim: {
      _id: string
      /**
       * @description waiting: not known yet, or laid elsewhere; applied: pays the bill; known: on another bill of the account; suggested: unmatched, for a person; given_up: M-PESA has not told of it in three days; dismissed: by a person
       * @enum {unknown}
       */
      state: 'waiting' | 'applied' | 'known' | 'suggested' | 'given_up' | 'dismissed'
      /** @description As the payer typed it */
      transactioncode: string
      shortcode: string
      /** @description If the message was pasted */
      amount: number | null
      date: string | null
      /** @description The payment with this code */
      transactionid: string | null
      paymentlinkid: string
      invoiceid: string | null
      invoiceno: string
      customer: {
        _id: string
        name: string
      } | null
      /** @description Who has dealt with it, the last time */
      dismissedby: string | null
      /** @description What they said to it */
      reason: string | null
      createdat: string
      updatedat: string
    }
    Close: {
      _id: string
      shortcode: string
      date: string
      /** @description The tick: nothing differs */
      agrees: boolean
      /** @description Whose balances: statement, or books when no statement covers the day */
      source: string
      opening: number
      paidin: number
      paidout: number
      closing: number
      /** @description What the first statement began with and the books did not know */
      broughtforward: number
      /** @description Where the money of the day is: each receipt counts once */
      places: {
        allocated: {
          receipts: number
          amount: number
        }
        credit: {
          receipts: number
          amount: number
        }
        suspense: {
          receipts: number
          amount: number
        }
        refunded: {
          receipts: number
          amount: number
        }
        reversed: {
          receipts: number
          amount: number
        }
        charge: {
          receipts: number
          amount: number
        }
        settlement: {
          receipts: number
          amount: number
        }
      }
      differences: {
        kind: string
        receipt: string
        ours: number | null
        theirs: number | null
      }[]
      createdat: string
    }
    Collected: {
      date: string
      channel: string
      shortcode: string
      payments: number
      amount: number
    }
    CollectedByChannel: {
      channel: string
      shortcode: string
      payments: number
      amount: number
    }
    ConnectShortcode: {
      shortcode: string
      /** @enum {unknown} */
      environment: 'sandbox' | 'production'
      /** @description Of the Daraja app */
      consumerkey: string
      /** @description Of the Daraja app */
      consumersecret: string
      /** @description For asking phones to pay. Left out it stays as it was; null takes it away */
      passkey?: string | null
      /** @description Bill Manager shows it to customers */
      email: string
      /** @description A mobile number. Bill Manager shows it, and Safaricom tells it when pulling begins */
      officialcontact: string
      operator?: {
        /** @description As the M-PESA organisation portal has it; Daraja calls it initiator name */
        name: string
        securitycredential?: string | null
        /** @description Instead, with certificate; encrypted at once, not kept */
        password?: string | null
        /** @description Safaricom’s certificate of this environment, PEM */
        certificate?: string | null
      } | null
    }
    Contradiction: {
      _id: string
      /** @enum {unknown} */
      state: 'open' | 'resolved'
      /** @description The payment as it was booked */
      transactionid: string
      transactioncode: string
      shortcode: string
      currency: string
      ours: components['schemas']['ContradictionSide']
      theirs: components['schemas']['ContradictionSide']
      reference: string
      phone: string
      name: string
      date: string
      kept: ('ours' | 'theirs') | null
      /** @description The payment that was booked with the other amount, if theirs was kept */
      newtransactionid: string | null
      resolvedby: string | null
      reason: string | null
      resolvedat: string | null
      createdat: string
    }
    ContradictionSide: {
      amount: number
      /** @description By which roads it was told, in the order of the alphabet */
      sources: ('bill' | 'c2b' | 'stk' | 'manual' | 'pull' | 'statement' | 'status' | 'claim')[]
      /** @description Safaricom said so when we asked, or in its statement */
      confirmed: boolean
    }
    CreateAccount: {
      /** @description Customer ID (must exist in your business) */
      customerid: string
      name?: string | null
    }
    CreateClose: {
      shortcode: string
      /** @description YYYY-MM-DD, a day that is over in the business’s time zone */
      date: string
    }
    CreateCreditNote: {
      invoiceid: string
      /** @description Why; printed on the note and kept in the audit trail */
      reason: string
      /** @description Everything that is left when absent */
      items?:
        | {
            /** @description Line of the invoice, from 1 */
            line: number
            quantity?: number | null
            amount?: number | null
          }[]
        | null
    }
    CreateCustomer: {
      name: string
      email: string
      /** @description `+254…` or `07…` */
      phone: string
      country: string
      currency: string
      company?: string | null
      address?: string | null
      city?: string | null
      type?: ('individual' | 'business') | null
      active?: boolean | null
      language?: ('en' | 'sw') | null
      emails?: ('all' | 'receipts' | 'none') | null
      sms?: ('all' | 'receipts' | 'none') | null
    }
    CreateInvoice: {
      /** @description Customer ID (must exist in your business) */
      customerid: string
      items: {
        /** @description Product ID */
        itemid: string
        name?: string
        quantity: number
        rate: number
      }[]
      /** @description ISO 8601 date or date-time */
      duedate: string
      /** @description A schedule: adds up to the total, the last one is due on the duedate */
      instalments?:
        | {
            duedate: string
            amount: number
          }[]
        | null
      /** @description Account to bill; the customer’s default account when absent */
      accountid?: string
      title?: string
      description?: string
      invoicedate?: string
      taxid?: string
      discount?: number
      /** @enum {unknown} */
      discounttype?: 'percentage' | 'fixed'
      remark?: string
      currency?: string
      /** @enum {unknown} */
      status?: 'draft' | 'unpaid'
    }
    CreateKey: {
      /** @description What it is for */
      name: string
      /** @description What the key may do. Not more than the key that makes it */
      scopes: ('read' | 'write' | 'payments')[]
      /** @description When the key ends; never when null or absent */
      expiresat?: string | null
    }
    CreatePaymentLink: {
      title: string
      amount: number
      /** @description `general` when absent */
      type?: string | null
      /** @description Until when its page can be opened: a day (YYYY-MM-DD) with all its hours, or an instant; null for ever */
      expiresat?: string | null
    }
    CreateProduct: {
      title: string
      price: number
      sku?: string | null
      description?: string | null
      currency?: string | null
      stock?: number | null
      type?: ('product' | 'service' | 'plan') | null
      status?: ('published' | 'draft' | 'archived') | null
      featured?: boolean | null
      categoryid?: string | null
      active?: boolean | null
    }
    CreateTax: {
      name: string
      /** @description Per cent */
      rate: number
      inclusive?: boolean | null
      code?: string | null
      description?: string | null
      active?: boolean | null
    }
    CreateWebhook: {
      /** @description A public https address, port 443 or 8443 */
      url: string
      events?: (
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      )[]
      description?: string | null
      active?: boolean
    }
    CreditApplied: {
      invoice: components['schemas']['Invoice']
      applied: number
      /** @description What the account has left */
      credit: number
    }
    CreditNote: {
      _id: string
      creditnoteno: string
      invoiceid: string
      invoiceno: string
      customer: {
        _id: string
        name: string
      }
      /** @enum {unknown} */
      status: 'issued' | 'cancelled'
      items: {
        line: number
        name: string
        quantity: number | null
        /** @description At the prices of the invoice, before discount and added tax */
        amount: number
      }[]
      /** @description With the share of discount and tax */
      amount: number
      taxamount: number
      currency: string
      reason: string
      createdat: string
    }
    Customer: {
      _id: string
      name: string
      email: string | null
      phone: string | null
      country: string | null
      currency: string
      company: string | null
      address: string | null
      city: string | null
      /** @enum {unknown} */
      type: 'individual' | 'business'
      active: boolean
      /** @description Of messages to him; null is the language of the business */
      language: ('en' | 'sw') | null
      /**
       * @description Which messages he gets: all, only receipts, or none
       * @enum {unknown}
       */
      emails: 'all' | 'receipts' | 'none'
      /**
       * @description Which messages he gets: all, only receipts, or none
       * @enum {unknown}
       */
      sms: 'all' | 'receipts' | 'none'
      sourceorigin: string
      /** @description Number of the default account: what the payer types at the Paybill */
      accountno: string
      /** @description What the open invoices still ask for */
      balance: number
      /** @description Money received that no invoice has asked for yet */
      credit: number
      createdat: string
      updatedat: string
      accounts: {
        _id: string
        accountno: string
        name: string | null
        isdefault: boolean
        balance: number
        credit: number
      }[]
    }
    CustomerInList: {
      _id: string
      name: string
      email: string | null
      phone: string | null
      country: string | null
      currency: string
      company: string | null
      address: string | null
      city: string | null
      /** @enum {unknown} */
      type: 'individual' | 'business'
      active: boolean
      /** @description Of messages to him; null is the language of the business */
      language: ('en' | 'sw') | null
      /**
       * @description Which messages he gets: all, only receipts, or none
       * @enum {unknown}
       */
      emails: 'all' | 'receipts' | 'none'
      /**
       * @description Which messages he gets: all, only receipts, or none
       * @enum {unknown}
       */
      sms: 'all' | 'receipts' | 'none'
      sourceorigin: string
      /** @description Number of the default account: what the payer types at the Paybill */
      accountno: string
      /** @description What the open invoices still ask for */
      balance: number
      /** @description Money received that no invoice has asked for yet */
      credit: number
      createdat: string
      updatedat: string
    }
    DaysSalesOutstanding: {
      month: string
      /** @description Invoiced in the month, tax included */
      sales: number
      /** @description Owed at its end */
      receivable: number
      days: number
      /** @description receivable ÷ sales × days */
      dso: number | null
    }
    Delivery: {
      /** @description The event’s id, which is also the delivery’s */
      _id: string
      /** @enum {unknown} */
      event:
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      /**
       * @description held: the webhook is paused
       * @enum {unknown}
       */
      status: 'pending' | 'held' | 'delivered' | 'failed'
      attempts: number
      nextattemptat: string | null
      /** @description HTTP status of the last answer */
      laststatus: number | null
      lasterror: string | null
      /** @description How the last answer began, 1,000 characters at most */
      lastanswer: string | null
      /** @description Every attempt, the first one first */
      history: components['schemas']['Attempt'][]
      createdat: string
      updatedat: string
    }
    DisconnectShortcode: {
      /** @description Kept in the audit trail */
      reason?: string | null
    }
    DismissClaim: {
      /** @description What came of it; kept in the audit trail */
      reason: string
    }
    /** @description Every refusal has this form. `errors` names the fields. */
    Error: {
      /** @constant */
      success: false
      error: string
      message?: string
      errors?: {
        [key: string]: string
      }
      /** @description With 429: seconds, as in Retry-After */
      retry_after?: number
    }
    Event: {
      /** @description As `webhook-id` names it */
      _id: string
      /** @enum {unknown} */
      event:
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      /** @enum {unknown} */
      type:
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      timestamp: string
      /** @description The `_id` of what it is about */
      subjectid: string
      data: {
        [key: string]: unknown
      }
    }
    EventWithDeliveries: {
      /** @description As `webhook-id` names it */
      _id: string
      /** @enum {unknown} */
      event:
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      /** @enum {unknown} */
      type:
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      timestamp: string
      /** @description The `_id` of what it is about */
      subjectid: string
      data: {
        [key: string]: unknown
      }
      /** @description What became of it at each webhook that was to hear of it */
      deliveries: {
        webhookid: string
        /** @enum {unknown} */
        status: 'pending' | 'held' | 'delivered' | 'failed'
        attempts: number
        laststatus: number | null
        nextattemptat: string | null
      }[]
    }
    ImportStatement: {
      /** @description Whose statement it is */
      shortcode: string
      /** @description The file of the M-PESA organisation portal, as it is: preamble lines and all */
      csv?: string
      /** @description Or the portal’s Excel file, up to 5 MB, in base64 */
      xlsx?: string
      filename?: string
    }
    ImportedStatement: {
      _id: string
      shortcode: string
      filename: string
      lines: number
      fates: {
        booked: number
        known: number
        contradicts: number
        reversed: number
        reversal: number
        charge: number
        settlement: number
        failed: number
        unreadable: number
        repeated: number
      }
      /** @description How much of it was news to us, KES */
      booked: number
      createdat: string
      /** @description The same file was imported before: nothing changed */
      repeated: boolean
    }
    InviteUser: {
      email: string
      name: string
      /** @enum {unknown} */
      role: 'owner' | 'accountant' | 'cashier' | 'auditor'
      language?: ('en' | 'sw') | null
    }
    InvitedUser: {
      _id: string
      email: string
      name: string
      /** @enum {unknown} */
      role: 'owner' | 'accountant' | 'cashier' | 'auditor'
      /** @enum {unknown} */
      status: 'invited' | 'active'
      /** @description Signs in with a second factor */
      totp: boolean
      createdat: string
      updatedat: string
      /** @description Where the password is chosen, within seven days. Shown once */
      invitationurl: string
    }
    Invoice: {
      _id: string
      invoiceno: string | null
      title: string
      /** @enum {unknown} */
      status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
      /** @description Still to be paid */
      balance: number
      subtotal: number
      total: number
      amountpaid: number
      /** @description Credited, written off, withheld or rounded */
      adjusted: number
      currency: string
      /** @description What the payer types at the Paybill */
      accountno: string
      invoicedate: string
      duedate: string
      createdat: string
      updatedat: string
      description: string
      remark: string
      taxid: string | null
      taxamount: number
      /** @description What makes the total whole shillings, up or down */
      rounding: number
      /** @description The computed amount */
      discount: number
      /** @enum {unknown} */
      discounttype: 'percentage' | 'fixed'
      /** @description As entered, in the unit of discounttype */
      discountvalue: number
      accountid: string
      items: {
        itemid: string
        name: string
        quantity: number
        rate: number
        total: number
      }[]
      /** @description Empty without a schedule */
      instalments: {
        duedate: string
        /** @description As agreed; credit notes and write-offs take from the last first */
        amount: number
        amountpaid: number
        balance: number
        /** @enum {unknown} */
        status: 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
      }[]
      customer: {
        _id: string
        name: string
        email: string | null
        phone: string | null
      }
      paymentlink: components['schemas']['InvoiceLink']
      paymentlinks: components['schemas']['InvoiceLink'][]
      qrcode: string
      /** @description The bill’s way to the phone through Bill Manager */
      push?: {
        state: string
        reason: string | null
        updatedat: string
      }
      /** @description When a payer first opened the pay page */
      seenat?: string
    }
    InvoiceHappening: {
      /** @enum {unknown} */
      kind:
        | 'draft_made'
        | 'issued'
        | 'withdrawn'
        | 'cancelled'
        | 'reopened'
        | 'overdue'
        | 'total_changed'
        | 'due_changed'
        | 'bill_waiting'
        | 'bill_sent'
        | 'bill_refused'
        | 'bill_unknown'
        | 'bill_called_off'
        | 'bill_not_called_off'
        | 'seen'
        | 'paid'
        | 'payment_taken_back'
        | 'acknowledged'
        | 'acknowledgement_refused'
        | 'credited'
        | 'written_off'
        | 'withheld'
        | 'rounded'
        | 'adjustment_taken_back'
      at: string
      /** @description The total from then on, what was paid, or what was adjusted */
      amount: number | null
      /** @description An M-PESA receipt; the number of a cheque, a credit note or a certificate */
      reference: string | null
      /** @description Why, or how */
      note: string | null
      /** @description From then on */
      duedate: string | null
    }
    InvoiceInList: {
      _id: string
      invoiceno: string | null
      title: string
      /** @enum {unknown} */
      status: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
      /** @description Still to be paid */
      balance: number
      subtotal: number
      total: number
      amountpaid: number
      /** @description Credited, written off, withheld or rounded */
      adjusted: number
      currency: string
      /** @description What the payer types at the Paybill */
      accountno: string
      invoicedate: string
      duedate: string
      createdat: string
      updatedat: string
      customer: {
        _id: string
        name: string
      }
    }
    InvoiceLink: {
      _id: string
      shorturl: string
      rawurl: string
      code: string
      status: string
    }
    InvoicePayment: {
      _id: string
      transactioncode: string
      channel: string
      method: string
      reference: string
      note: string
      /** @description The whole payment */
      amount: number
      /** @description What of it lies on this invoice now */
      applied: number
      /** @enum {unknown} */
      status: 'completed' | 'cancelled'
      date: string
    }
    Logo: {
      /** @enum {unknown} */
      type: 'image/png' | 'image/jpeg'
      width: number
      height: number
      /** @description The picture, in base64 */
      image: string
      updatedat: string
    }
    Match: {
      /** @enum {unknown} */
      by: 'rule' | 'clerk' | 'payer'
      accountid: string
      accountno: string
      invoiceid: string | null
      /** @description How likely it is meant, 0 to 1 */
      score: number | null
      reasons: string[]
      date: string
    }
    MatchPayment: {
      /** @description Whose it is; or invoiceid */
      accountid?: string | null
      /** @description Paid first, before the others of its account */
      invoiceid?: string | null
      reason?: string | null
    }
    Message: {
      _id: string
      invoiceid: string
      invoiceno: string
      customerid: string
      customername: string
      /** @description Of a receipt */
      receiptid: string | null
      /** @enum {unknown} */
      purpose: 'invoice' | 'reminder' | 'receipt'
      /** @enum {unknown} */
      channel: 'email' | 'sms'
      /**
       * @description queued: waits for `nextattempt`. maybe_sent: the answer was lost, and it is not sent again by itself. suppressed: it was not to be sent, see `reason`
       * @enum {unknown}
       */
      status: 'queued' | 'sending' | 'sent' | 'maybe_sent' | 'failed' | 'suppressed'
      /** @description Why it was not sent, or not yet */
      reason: string | null
      /** @description Somebody asked for it */
      byhand: boolean
      attempts: number
      /** @description While it waits: for the end of the quiet hours, or for another try */
      nextattempt: string | null
      language: ('en' | 'sw') | null
      /** @description The e-mail address, or the phone as 254…; null until it is handed over */
      recipient: string | null
      /** @description The subject line of a mail */
      title: string | null
      /** @description What was handed over; null until then */
      text: string | null
      /** @description As how many SMS it counts */
      parts: number | null
      /** @description What the gateway calls it */
      providerid: string | null
      /** @description What the gateway said that it costs, as `KES 0.8000` */
      cost: string | null
      /** @description When it was taken */
      sentat: string | null
      createdat: string
    }
    MessagePreview: {
      /** @description The subject line of a mail */
      title: string | null
      text: string
      /** @description UCS-2 as soon as one sign is not in the alphabet of the networks; null of a mail */
      encoding: ('GSM-7' | 'UCS-2') | null
      /** @description As the networks count */
      length: number | null
      /** @description As how many SMS it is charged */
      parts: number | null
      /** @description Room in the last part */
      left: number | null
      /** @description The signs that make it UCS-2 */
      unusual: string[]
      /** @description About an invoice: to whom it goes if it is sent now, an e-mail address or a phone as 254… */
      recipient: string | null
      /** @description About an invoice: why it would not go out */
      reason: string | null
    }
    MessageTemplate: {
      /** @description Purpose, channel and language, as `reminder.sms.en` */
      _id: string
      /** @enum {unknown} */
      purpose: 'invoice' | 'reminder' | 'receipt'
      /** @enum {unknown} */
      channel: 'email' | 'sms'
      /** @enum {unknown} */
      language: 'en' | 'sw'
      /** @description The subject line of a mail; empty for SMS */
      title: string
      text: string
      /** @description The business wrote it; else it is ours */
      own: boolean
      placeholders: string[]
    }
    MissedBill: {
      invoiceid: string
      invoiceno: string
      customer: string
      /**
       * @description unknown: whether M-PESA took it
       * @enum {unknown}
       */
      status: 'refused' | 'unknown'
      reason: string
    }
    MobileRequest: {
      checkoutrequestid: string
      merchantrequestid: string
      transactionid: string
      status: string
    }
    MovePayment: {
      /** @description Why; kept in the audit trail */
      reason: string
      /** @description Where to; or invoiceids, or accountid */
      invoiceid?: string | null
      /** @description Several, of whatever accounts, in the order in which they are to be paid */
      invoiceids?: string[] | null
      accountid?: string | null
      /** @description Only what lies on this invoice */
      frominvoiceid?: string | null
      amount?: number | null
    }
    Numbers: {
      /**
       * @description yearly: INV-2031-001, from 1 each year; running: INV-001, through the years
       * @enum {unknown}
       */
      numbering: 'yearly' | 'running'
      invoice: {
        next: number
        /** @description As it will be written, if it is given today */
        number: string
      }
      creditnote: {
        next: number
        /** @description As it will be written, if it is given today */
        number: string
      }
      receipt: {
        next: number
        /** @description As it will be written, if it is given today */
        number: string
      }
    }
    Owed: {
      notdue: number
      days1to30: number
      days31to60: number
      days61to90: number
      over90: number
      total: number
      /** @description How many owe something */
      accounts: number
    }
    PageBlock: {
      /** @description How many there are in all; null with a cursor, which counts nothing */
      total: number | null
      /** @description null with a cursor */
      page: number | null
      limit: number
      /** @description null with a cursor */
      pages: number | null
    }
    Payment: {
      _id: string
      title: string
      transactioncode: string
      reference: string
      amount: number
      currency: string
      type: string
      channel: string
      status: string
      /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
      confirmed: boolean
      /** @description Laid on nothing until it is confirmed */
      held: number
      /** @description pull, statement, status or stk_query, whichever was first; else empty */
      confirmedby: string
      confirmedat: string | null
      phone: string
      name: string
      invoiceid: string | null
      customerid: string | null
      credit: number
      unmatched: number
      date: string
      createdat: string
      /** @description The newest at M-PESA, if one was asked for */
      reversal: components['schemas']['Reversal'] | null
    }
    PaymentLink: {
      _id: string
      title: string
      amount: number
      amountpaid: number
      type: string
      /** @enum {unknown} */
      status:
        'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled' | 'active' | 'inactive' | 'expired'
      /** @description Whether it is switched on */
      active: boolean
      /** @description Whether its page can be opened now */
      open: boolean
      /** @description When it ends; never when null */
      expiresat: string | null
      shorturl: string
      rawurl: string
      code: string
      qrcode: string
      currency: string
      /** @description What the payer types at the Paybill */
      accountno: string
      invoiceid: string | null
      createdat: string
      updatedat: string
    }
    PaymentNews: {
      _id: string
      /** @description M-PESA’s receipt, or the number given to a manual payment */
      transactioncode: string
      amount: number
      currency: string
      /** @enum {unknown} */
      channel: 'mpesa' | 'manual'
      /** @enum {unknown} */
      status: 'completed' | 'held'
      /** @description M-PESA said so when we asked, or in its statement */
      confirmed: boolean
      shortcode: string
      /** @description What the payer typed */
      reference: string
      phone: string
      name: string
      date: string
      /** @description How it lies on invoices now */
      allocations: {
        invoiceid: string
        invoiceno: string | null
        amount: number
      }[]
      /** @description What of it no invoice has asked for yet */
      credit: number
      /** @description What of it belongs to nobody we know */
      unmatched: number
      /** @description With `payment.held`: laid on nothing until it is confirmed */
      held?: number
    }
    PaymentRequestNews: {
      _id: string
      checkoutrequestid: string | null
      merchantrequestid: string | null
      /** @enum {unknown} */
      status: 'pending' | 'failed'
      /** @constant */
      channel: 'mpesa'
      amount: number
      currency: string
      phone: string
      shortcode: string
      /** @description The account number */
      reference: string
      paymentlinkid: string
      invoiceid: string | null
      date: string
      /**
       * @description With `payment.failed`: the payer cancelled, mistyped the PIN, has too little, or did not answer; `failed` is anything else
       * @enum {unknown}
       */
      reason?: 'cancelled' | 'wrong_pin' | 'no_funds' | 'no_answer' | 'failed'
      /** @description M-PESA’s, if it gave one */
      resultcode?: string | null
      /** @description M-PESA’s words, as they came */
      message?: string
    }
    PreviewMessage: {
      /** @enum {unknown} */
      purpose: 'invoice' | 'reminder' | 'receipt'
      /** @enum {unknown} */
      channel: 'email' | 'sms'
      language?: ('en' | 'sw') | null
      /** @description About this invoice; absent: about an example */
      invoiceid?: string | null
      title?: string | null
      /** @description A template to try; absent: the one in use */
      text?: string | null
    }
    Product: {
      _id: string
      title: string
      sku: string
      description: string | null
      price: number
      currency: string
      stock: number | null
      /** @enum {unknown} */
      type: 'product' | 'service' | 'plan'
      /** @enum {unknown} */
      status: 'published' | 'draft' | 'archived'
      featured: boolean
      categoryid: string | null
      active: boolean
      createdat: string
      updatedat: string
    }
    Receipt: {
      _id: string
      receiptno: string
      title: string
      amount: number
      currency: string
      /**
       * @description cancelled: the payment was taken back from the invoice
       * @enum {unknown}
       */
      status: 'draft' | 'issued' | 'cancelled'
      /** @description When it was paid */
      date: string
      createdat: string
      transactionid: string
      transactioncode: string
      channel: string
      /** @description M-PESA itself said so, or a clerk recorded it */
      confirmed: boolean
      /** @description As it was with this payment */
      invoice: {
        _id: string
        invoiceno: string
        total: number
        amountpaid: number
        balance: number
      }
      customer: {
        _id: string
        name: string
      }
    }
    ReceiptInList: {
      _id: string
      receiptno: string
      title: string
      amount: number
      currency: string
      /**
       * @description cancelled: the payment was taken back from the invoice
       * @enum {unknown}
       */
      status: 'draft' | 'issued' | 'cancelled'
      /** @description When it was paid */
      date: string
      createdat: string
    }
    RecordedPayment: {
      transaction: components['schemas']['Transaction']
      invoice: components['schemas']['Invoice']
    }
    Refund: {
      _id: string
      accountid: string
      amount: number
      method: string
      reference: string
      date: string
      /** @description What the account has left */
      credit: number
    }
    RefundAccountCredit: {
      amount: number
      /** @description How it was given back: cash, bank, mpesa */
      method: string
      /** @description Why; kept in the audit trail */
      reason: string
      reference?: string | null
      date?: string | null
    }
    RefusedPayment: {
      _id: string
      /** @description C2B00012: an account number that leads nowhere */
      code: string
      shortcode: string
      transactioncode: string
      /** @description What was typed */
      reference: string
      amount: number | null
      phone: string
      name: string
      date: string
    }
    ReleasePayment: {
      /** @description Why; kept in the audit trail */
      reason: string
    }
    RemovedLogo: {
      removed: boolean
    }
    RenewPaymentLink: {
      /** @description Kept in the audit trail */
      reason?: string | null
    }
    ReplayWebhookDelivery: {
      /** @description ISO 8601; what happened then or later */
      from: string
      /** @description ISO 8601; what happened before then. Now when absent */
      to?: string | null
      events?:
        | (
            | 'invoice.created'
            | 'invoice.updated'
            | 'invoice.paid'
            | 'invoice.partially_paid'
            | 'invoice.overdue'
            | 'customer.created'
            | 'customer.updated'
            | 'payment.initiated'
            | 'payment.failed'
            | 'payment.claimed'
            | 'payment.completed'
            | 'payment.confirmed'
            | 'payment.held'
            | 'payment.received'
            | 'payment.allocated'
            | 'payment.unmatched'
            | 'payment.reversed'
            | 'payment.reversal_requested'
            | 'payment.reversal_failed'
            | 'payment.contradicted'
            | 'payment.contradiction_resolved'
            | 'receipt.created'
            | 'receipt.cancelled'
            | 'credit_note.created'
            | 'credit_note.reversed'
            | 'message.sent'
            | 'message.failed'
            | 'shortcode.operator_refused'
            | 'webhook.paused'
          )[]
        | null
      /**
       * @description failed: what was given up; missing: what was never meant for this webhook, because it was off or new
       * @enum {unknown}
       */
      only?: 'all' | 'failed' | 'missing'
    }
    RequestMobilePayment: {
      amount: number
      phone: string
      channel?: string
      referenceid?: string
    }
    ResendWebhookDelivery: {
      /** @description The id of the event */
      deliveryid: string
    }
    ResolvePaymentContradiction: {
      /** @enum {unknown} */
      keep: 'ours' | 'theirs'
      /** @description Why; kept in the audit trail */
      reason: string
    }
    Reversal: {
      _id: string
      /** @enum {unknown} */
      status: 'asking' | 'asked' | 'done' | 'refused' | 'unknown'
      reason: string
      /** @description Receipt of the money that went back; empty while it is not told */
      transactioncode: string
      /** @description What Safaricom said of it */
      message: string
      createdat: string
      updatedat: string
    }
    ReverseCreditNote: {
      reason: string
    }
    ReverseInvoiceAdjustment: {
      adjustmentid: string
      reason: string
    }
    ReverseInvoicePayment: {
      transactionid: string
      /** @description Why; kept in the audit trail */
      reason: string
    }
    ReversePayment: {
      /** @description Why; kept in the audit trail */
      reason: string
      /** @description Ask Safaricom to give the money back. The books follow when it says that it has; without, only they change */
      atmpesa?: boolean | null
    }
    ReversedTransaction: {
      _id: string
      title: string
      transactioncode: string
      reference: string
      amount: number
      currency: string
      type: string
      channel: string
      status: string
      /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
      confirmed: boolean
      /** @description Laid on nothing until it is confirmed */
      held: number
      /** @description pull, statement, status or stk_query, whichever was first; else empty */
      confirmedby: string
      confirmedat: string | null
      phone: string
      name: string
      invoiceid: string | null
      customerid: string | null
      credit: number
      unmatched: number
      date: string
      createdat: string
      reason: string
    }
    RevokeKey: {
      /** @description Kept in the audit trail */
      reason?: string | null
    }
    RewriteDraft: {
      /** @description Customer ID (must exist in your business) */
      customerid: string
      items: {
        /** @description Product ID */
        itemid: string
        name?: string
        quantity: number
        rate: number
      }[]
      /** @description ISO 8601 date or date-time */
      duedate: string
      /** @description A schedule: adds up to the total, the last one is due on the duedate */
      instalments?:
        | {
            duedate: string
            amount: number
          }[]
        | null
      /** @description Account to bill; the customer’s default account when absent */
      accountid?: string
      title?: string
      description?: string
      invoicedate?: string
      taxid?: string
      discount?: number
      /** @enum {unknown} */
      discounttype?: 'percentage' | 'fixed'
      remark?: string
      currency?: string
    }
    RotateKey: {
      /**
       * @description How long the old key goes on
       * @default 24
       */
      overlaphours: number
      /** @description When the new key ends; after as long as was meant for the old one when absent */
      expiresat?: string | null
    }
    RotateWebhookSecret: {
      /** @description How long the old secret signs as well; 24 when absent. 0 if it got out */
      overlaphours?: number | null
    }
    SendMessage: {
      invoiceid: string
      /** @enum {unknown} */
      purpose: 'invoice' | 'reminder'
      /** @description By all of these, or not at all. Absent: by whatever reaches the customer */
      channels?: ('email' | 'sms')[] | null
    }
    SetLogo: {
      /** @description A PNG (8 bits, not interlaced) or JPEG of at most 64 KB and 2,000 pixels a side, in base64 */
      image: string
    }
    SetShortcodeOperator: {
      /** @description As the M-PESA organisation portal has it; Daraja calls it initiator name */
      name: string
      securitycredential?: string | null
      /** @description Instead, with certificate; encrypted at once, not kept */
      password?: string | null
      /** @description Safaricom’s certificate of this environment, PEM */
      certificate?: string | null
    }
    Settings: {
      _id: string
      name: string
      /** @enum {unknown} */
      whenpushunknown: 'resend' | 'ask'
      /** @description How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001 */
      matchthreshold: number
      /** @enum {unknown} */
      accountnumbers: 'checked' | 'own' | 'both'
      /** @description What its own numbers begin with and payers leave away */
      accountprefixes: string[]
      /** @enum {unknown} */
      validationpolicy: 'accept_all' | 'check_character' | 'known_only'
      /** @enum {unknown} */
      cents: 'keep' | 'round' | 'carry'
      /** @enum {unknown} */
      allocationorder: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
      creditpaysinvoices: boolean
      /** @description By which channels an invoice that is issued goes out by itself; none: not */
      invoicechannels: ('email' | 'sms')[]
      /** @description By which channels a reminder goes out by itself; none: not */
      reminderchannels: ('email' | 'sms')[]
      /** @description By which channels a receipt goes out by itself; none: not */
      receiptchannels: ('email' | 'sms')[]
      /** @description Days after the due date, below zero before it, on which customers are reminded */
      reminderdays: number[]
      /** @description HH:MM where the business is. When both are the same, no hour is quiet */
      quietfrom: string
      /** @description HH:MM where the business is. When both are the same, no hour is quiet */
      quietuntil: string
      /**
       * @description Where a customer has no language of his own
       * @enum {unknown}
       */
      messagelanguage: 'en' | 'sw'
      letterhead: string | null
      confirmedabove: number | null
      smssender: string | null
      currency: string
      timezone: string
      /** @description By which channels this server can send: for e-mail it needs a mail server, for SMS a gateway */
      availablechannels: ('email' | 'sms')[]
    }
    Shortcode: {
      /** @description The shortcode itself */
      _id: string
      shortcode: string
      /** @enum {unknown} */
      environment: 'sandbox' | 'production'
      /**
       * @description incomplete: Safaricom has not taken all of it; connect again
       * @enum {unknown}
       */
      status: 'connected' | 'incomplete' | 'disconnected'
      /** @description Masked, as every secret */
      consumerkey: string
      /** @description Masked */
      consumersecret: string
      /** @description Masked; empty when there is none, and phones cannot be asked to pay */
      passkey: string
      email: string
      officialcontact: string
      /** @description Bill Manager has taken it */
      optedin: boolean
      /** @description Safaricom announces its payments here */
      urlsregistered: boolean
      /** @description Until when its payments have been pulled */
      pulledto: string | null
      /** @description Why they could not be, the last time */
      pullproblem: string
      operator: {
        name: string
        /** @description Masked */
        securitycredential: string
        /**
         * @description Whether Safaricom takes him
         * @enum {unknown}
         */
        status: 'taken' | 'untried' | 'refused'
        /** @description Why it does not */
        problem: string
      } | null
      /** @description The last test payment */
      test: {
        /** @description Of the request for payment */
        transactionid: string
        /** @enum {unknown} */
        status: 'pending' | 'paid' | 'cancelled' | 'wrong_pin' | 'no_funds' | 'no_answer' | 'failed' | 'unknown'
        /** @description What Safaricom said of it */
        message: string
        phone: string
        askedat: string
      } | null
      createdat: string
      disconnectedat: string | null
    }
    SomeSettings: {
      _id?: string
      name?: string
      /** @enum {unknown} */
      whenpushunknown?: 'resend' | 'ask'
      /** @description How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001 */
      matchthreshold?: number
      /** @enum {unknown} */
      accountnumbers?: 'checked' | 'own' | 'both'
      /** @description What its own numbers begin with and payers leave away */
      accountprefixes?: string[]
      /** @enum {unknown} */
      validationpolicy?: 'accept_all' | 'check_character' | 'known_only'
      /** @enum {unknown} */
      cents?: 'keep' | 'round' | 'carry'
      /** @enum {unknown} */
      allocationorder?: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
      creditpaysinvoices?: boolean
      /** @description By which channels an invoice that is issued goes out by itself; none: not */
      invoicechannels?: ('email' | 'sms')[]
      /** @description By which channels a reminder goes out by itself; none: not */
      reminderchannels?: ('email' | 'sms')[]
      /** @description By which channels a receipt goes out by itself; none: not */
      receiptchannels?: ('email' | 'sms')[]
      /** @description Days after the due date, below zero before it, on which customers are reminded */
      reminderdays?: number[]
      /** @description HH:MM where the business is. When both are the same, no hour is quiet */
      quietfrom?: string
      /** @description HH:MM where the business is. When both are the same, no hour is quiet */
      quietuntil?: string
      /**
       * @description Where a customer has no language of his own
       * @enum {unknown}
       */
      messagelanguage?: 'en' | 'sw'
      letterhead?: string | null
      confirmedabove?: number | null
      smssender?: string | null
      currency?: string
      timezone?: string
      /** @description By which channels this server can send: for e-mail it needs a mail server, for SMS a gateway */
      availablechannels?: ('email' | 'sms')[]
    }
    Statement: {
      _id: string
      shortcode: string
      filename: string
      lines: number
      fates: {
        booked: number
        known: number
        contradicts: number
        reversed: number
        reversal: number
        charge: number
        settlement: number
        failed: number
        unreadable: number
        repeated: number
      }
      /** @description How much of it was news to us, KES */
      booked: number
      createdat: string
    }
    StatementLine: {
      /** @description Of the file, counted from 1 */
      row: number
      receipt: string
      kind: string
      /** @enum {unknown} */
      fate:
        | 'booked'
        | 'known'
        | 'contradicts'
        | 'reversed'
        | 'reversal'
        | 'charge'
        | 'settlement'
        | 'failed'
        | 'unreadable'
        | 'repeated'
      /** @description In is above zero, out is below */
      amount: number
      balance: number | null
      reference: string
      phone: string
      name: string
      details: string
      /** @description The receipt that is reversed */
      reverses: string
      transactionid: string | null
      problem: string
      date: string | null
    }
    SuggestedCustomer: {
      _id: string
      name: string
      phone: string
    }
    SuggestedInvoice: {
      _id: string
      invoiceno: string
      balance: number
      duedate: string
    }
    Suggestion: {
      accountid: string
      accountno: string
      accountname: string
      customer: components['schemas']['SuggestedCustomer']
      /** @description The invoice whose number was typed */
      invoiceid: string | null
      /** @description How likely it is meant, 0 to 1 */
      score: number
      /** @description Would be put there by itself if it came now */
      certain: boolean
      reasons: string[]
      /** @description What the account owes */
      balance: number
      invoices: components['schemas']['SuggestedInvoice'][]
    }
    Tax: {
      _id: string
      name: string
      /** @description Per cent */
      rate: number
      inclusive: boolean
      code: string | null
      description: string | null
      active: boolean
      createdat: string
      updatedat: string
    }
    TestShortcode: {
      /** @description The phone that is asked for one shilling */
      phone: string
    }
    TestWebhook: {
      event?:
        | (
            | 'invoice.created'
            | 'invoice.updated'
            | 'invoice.paid'
            | 'invoice.partially_paid'
            | 'invoice.overdue'
            | 'customer.created'
            | 'customer.updated'
            | 'payment.initiated'
            | 'payment.failed'
            | 'payment.claimed'
            | 'payment.completed'
            | 'payment.confirmed'
            | 'payment.held'
            | 'payment.received'
            | 'payment.allocated'
            | 'payment.unmatched'
            | 'payment.reversed'
            | 'payment.reversal_requested'
            | 'payment.reversal_failed'
            | 'payment.contradicted'
            | 'payment.contradiction_resolved'
            | 'receipt.created'
            | 'receipt.cancelled'
            | 'credit_note.created'
            | 'credit_note.reversed'
            | 'message.sent'
            | 'message.failed'
            | 'shortcode.operator_refused'
            | 'webhook.paused'
          )
        | null
    }
    Transaction: {
      _id: string
      title: string
      transactioncode: string
      reference: string
      amount: number
      currency: string
      type: string
      channel: string
      status: string
      /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
      confirmed: boolean
      /** @description Laid on nothing until it is confirmed */
      held: number
      /** @description pull, statement, status or stk_query, whichever was first; else empty */
      confirmedby: string
      confirmedat: string | null
      phone: string
      name: string
      invoiceid: string | null
      customerid: string | null
      credit: number
      unmatched: number
      date: string
      createdat: string
    }
    TransactionDetails: {
      _id: string
      title: string
      transactioncode: string
      reference: string
      amount: number
      currency: string
      type: string
      channel: string
      status: string
      /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
      confirmed: boolean
      /** @description Laid on nothing until it is confirmed */
      held: number
      /** @description pull, statement, status or stk_query, whichever was first; else empty */
      confirmedby: string
      confirmedat: string | null
      phone: string
      name: string
      invoiceid: string | null
      customerid: string | null
      credit: number
      unmatched: number
      date: string
      createdat: string
      /** @description Why it lies where it lies; null if the payer said it, or nobody moved it there */
      match: components['schemas']['Match'] | null
    }
    TrialBalance: {
      date: string
      currency: string
      accounts: {
        /** @enum {unknown} */
        account:
          | 'receivable'
          | 'mpesa'
          | 'cash'
          | 'bank'
          | 'withholding'
          | 'suspense'
          | 'credit'
          | 'refund'
          | 'tax'
          | 'opening'
          | 'sales'
          | 'rounding'
          | 'write_off'
          | 'fees'
        /** @description The shortcode, or which tax was withheld; empty where there is one only */
        reference: string
        title: string
        debit: number
        credit: number
      }[]
      /** @description All debits: as much as all credits */
      debit: number
      credit: number
    }
    UnmatchPayment: {
      reason?: string | null
    }
    UnmatchedTransaction: {
      _id: string
      title: string
      transactioncode: string
      reference: string
      amount: number
      currency: string
      type: string
      channel: string
      status: string
      /** @description Safaricom said so when we asked, or in its statement; callbacks are unsigned */
      confirmed: boolean
      /** @description Laid on nothing until it is confirmed */
      held: number
      /** @description pull, statement, status or stk_query, whichever was first; else empty */
      confirmedby: string
      confirmedat: string | null
      phone: string
      name: string
      invoiceid: string | null
      customerid: string | null
      credit: number
      unmatched: number
      date: string
      createdat: string
      suggestions: components['schemas']['Suggestion'][]
    }
    UpdateAccount: {
      name?: string | null
    }
    UpdateCustomer: {
      name?: string
      email?: string | null
      /** @description `+254…` or `07…` */
      phone?: string | null
      country?: string | null
      currency?: string
      company?: string | null
      address?: string | null
      city?: string | null
      type?: ('individual' | 'business') | null
      active?: boolean | null
      language?: ('en' | 'sw') | null
      emails?: ('all' | 'receipts' | 'none') | null
      sms?: ('all' | 'receipts' | 'none') | null
    }
    UpdateInvoice: {
      title?: string | null
      description?: string | null
      /** @enum {unknown} */
      status?: 'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
      duedate?: string
      /** @description A schedule: adds up to the total, the last one is due on the duedate */
      instalments?:
        | {
            duedate: string
            amount: number
          }[]
        | null
      discount?: number
      /** @enum {unknown} */
      discounttype?: 'percentage' | 'fixed'
      discountvalue?: number
      /** @description With status partially_paid: the part payment to record */
      amountpaid?: number
    }
    UpdateKey: {
      name?: string
      /** @description What the key may do. Not more than the key that makes it */
      scopes?: ('read' | 'write' | 'payments')[]
      /** @description When the key ends; never when null or absent */
      expiresat?: string | null
    }
    UpdateMessageTemplate: {
      /** @enum {unknown} */
      purpose: 'invoice' | 'reminder' | 'receipt'
      /** @enum {unknown} */
      channel: 'email' | 'sms'
      /** @enum {unknown} */
      language: 'en' | 'sw'
      title?: string | null
      /** @description With placeholders such as `{customer}`; null goes back to ours */
      text: string | null
    }
    UpdateNumbers: {
      /**
       * @description yearly: INV-2031-001, from 1 each year; running: INV-001, through the years
       * @enum {unknown}
       */
      numbering?: 'yearly' | 'running'
      /** @description The next number, without prefix and year; up only */
      invoice?: number
      /** @description The next number, without prefix and year; up only */
      creditnote?: number
      /** @description The next number, without prefix and year; up only */
      receipt?: number
    }
    UpdatePaymentLink: {
      title?: string
      amount?: number
      active?: boolean | null
      /** @description Until when its page can be opened: a day (YYYY-MM-DD) with all its hours, or an instant; null for ever */
      expiresat?: string | null
    }
    UpdateProduct: {
      title?: string
      price?: number
      sku?: string | null
      description?: string | null
      currency?: string | null
      stock?: number | null
      type?: ('product' | 'service' | 'plan') | null
      status?: ('published' | 'draft' | 'archived') | null
      featured?: boolean | null
      categoryid?: string | null
      active?: boolean | null
    }
    UpdateSettings: {
      name?: string
      /** @enum {unknown} */
      whenpushunknown?: 'resend' | 'ask'
      /** @description How sure matching must be, 0.5 to 1, before it applies a payment by itself. Counted in steps of 0.0001 */
      matchthreshold?: number
      /** @enum {unknown} */
      accountnumbers?: 'checked' | 'own' | 'both'
      accountprefixes?: string[]
      /** @enum {unknown} */
      validationpolicy?: 'accept_all' | 'check_character' | 'known_only'
      /** @enum {unknown} */
      cents?: 'keep' | 'round' | 'carry'
      /** @enum {unknown} */
      allocationorder?: 'oldest_due' | 'newest_due' | 'smallest_balance' | 'largest_balance'
      creditpaysinvoices?: boolean
      /** @description By which channels an invoice that is issued goes out by itself; none: not */
      invoicechannels?: ('email' | 'sms')[]
      /** @description By which channels a reminder goes out by itself; none: not */
      reminderchannels?: ('email' | 'sms')[]
      /** @description By which channels a receipt goes out by itself; none: not */
      receiptchannels?: ('email' | 'sms')[]
      /** @description Days after the due date, below zero before it, on which customers are reminded */
      reminderdays?: number[]
      /** @description HH:MM where the business is. When both are the same, no hour is quiet */
      quietfrom?: string
      /** @description HH:MM where the business is. When both are the same, no hour is quiet */
      quietuntil?: string
      /**
       * @description Where a customer has no language of his own
       * @enum {unknown}
       */
      messagelanguage?: 'en' | 'sw'
      /** @description What stands under the name on documents: address, KRA PIN, how to reach you. Up to 6 lines; null for nothing */
      letterhead?: string | null
      /** @description A reported payment above this waits until M-PESA has confirmed it; null acts on every report */
      confirmedabove?: number | null
      smssender?: string | null
    }
    UpdateTax: {
      name?: string
      /** @description Per cent */
      rate?: number
      inclusive?: boolean | null
      code?: string | null
      description?: string | null
      active?: boolean | null
    }
    UpdateUser: {
      /** @enum {unknown} */
      role: 'owner' | 'accountant' | 'cashier' | 'auditor'
    }
    UpdateWebhook: {
      /** @description A public https address, port 443 or 8443 */
      url?: string
      events?: (
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      )[]
      description?: string | null
      active?: boolean
    }
    Updated: {
      _id: string
      modified: number
      updated: {
        [key: string]: unknown
      }
    }
    UpdatedInvoice: {
      _id: string
      invoiceno: string | null
      updated: {
        [key: string]: unknown
      }
      modified: number
    }
    UpdatedSettings: {
      _id: string
      modified: number
      updated: components['schemas']['SomeSettings']
    }
    User: {
      _id: string
      email: string
      name: string
      /** @enum {unknown} */
      role: 'owner' | 'accountant' | 'cashier' | 'auditor'
      /** @enum {unknown} */
      status: 'invited' | 'active'
      /** @description Signs in with a second factor */
      totp: boolean
      createdat: string
      updatedat: string
    }
    Webhook: {
      _id: string
      url: string
      events: (
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      )[]
      description: string
      active: boolean
      /**
       * @description failing: nothing was accepted since failingsince; paused: for so long that it is left in peace
       * @enum {unknown}
       */
      status: 'active' | 'failing' | 'paused' | 'off'
      /** @description The first attempt that failed after which none succeeded */
      failingsince: string | null
      /** @description Since then events are held for it; see resume */
      pausedat: string | null
      /** @description Why it is paused, with what came of the last attempt */
      pausereason: string | null
      /** @description Until then the secret that was replaced signs as well */
      oldsecretuntil: string | null
      createdat: string
      updatedat: string
    }
    WebhookReplay: {
      /** @description How many events go out now */
      queued: number
    }
    WebhookResumed: {
      _id: string
      url: string
      events: (
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      )[]
      description: string
      active: boolean
      /**
       * @description failing: nothing was accepted since failingsince; paused: for so long that it is left in peace
       * @enum {unknown}
       */
      status: 'active' | 'failing' | 'paused' | 'off'
      /** @description The first attempt that failed after which none succeeded */
      failingsince: string | null
      /** @description Since then events are held for it; see resume */
      pausedat: string | null
      /** @description Why it is paused, with what came of the last attempt */
      pausereason: string | null
      /** @description Until then the secret that was replaced signs as well */
      oldsecretuntil: string | null
      createdat: string
      updatedat: string
      /** @description How many events were held, and go out now */
      queued: number
    }
    WebhookTest: {
      /** @description The id that was sent. It is no event, and in no list */
      _id: string
      event: string
      /** @description Whether a 2xx came back */
      delivered: boolean
      /** @description From 1; `x-cashfin-attempt` */
      attempt: number
      at: string
      durationms: number
      /** @description HTTP status of the answer; null when there was none */
      status: number | null
      /** @description Why it did not succeed */
      error: string | null
      /** @description How the answer began, 1,000 characters at most */
      answer: string | null
      request: {
        headers: {
          [key: string]: string
        }
        body: string
      }
    }
    WebhookWithSecret: {
      _id: string
      url: string
      events: (
        | 'invoice.created'
        | 'invoice.updated'
        | 'invoice.paid'
        | 'invoice.partially_paid'
        | 'invoice.overdue'
        | 'customer.created'
        | 'customer.updated'
        | 'payment.initiated'
        | 'payment.failed'
        | 'payment.claimed'
        | 'payment.completed'
        | 'payment.confirmed'
        | 'payment.held'
        | 'payment.received'
        | 'payment.allocated'
        | 'payment.unmatched'
        | 'payment.reversed'
        | 'payment.reversal_requested'
        | 'payment.reversal_failed'
        | 'payment.contradicted'
        | 'payment.contradiction_resolved'
        | 'receipt.created'
        | 'receipt.cancelled'
        | 'credit_note.created'
        | 'credit_note.reversed'
        | 'message.sent'
        | 'message.failed'
        | 'shortcode.operator_refused'
        | 'webhook.paused'
      )[]
      description: string
      active: boolean
      /**
       * @description failing: nothing was accepted since failingsince; paused: for so long that it is left in peace
       * @enum {unknown}
       */
      status: 'active' | 'failing' | 'paused' | 'off'
      /** @description The first attempt that failed after which none succeeded */
      failingsince: string | null
      /** @description Since then events are held for it; see resume */
      pausedat: string | null
      /** @description Why it is paused, with what came of the last attempt */
      pausereason: string | null
      /** @description Until then the secret that was replaced signs as well */
      oldsecretuntil: string | null
      createdat: string
      updatedat: string
      /** @description Signs every delivery. Shown here and never again */
      secret: string
    }
    ZipInvoicePdfs: {
      ids: string[]
      /**
       * @description Of the words on the document; en when absent
       * @enum {unknown}
       */
      lang?: 'en' | 'sw'
    }
  }
  responses: {
    /** @description Cannot be understood, or asks for what makes no sense. `errors` names the fields */
    BadRequest: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Invalid request body"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description No key, or none that we know */
    Unauthorized: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Unauthorized access!",
         *       "message": "Unauthorized access!"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description The key lacks the scope that this needs */
    Forbidden: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Insufficient permissions: this needs an API key with the scope write"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description Not there, or not yours; also for things that a body names */
    NotFound: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Customer not found in this business"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description Makes sense, but not as things are now */
    Conflict: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Idempotency-Key was already used with a different request"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description The body is larger than we read */
    TooLarge: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Request body is too large"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description The body is not JSON */
    UnsupportedMediaType: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Content-Type must be application/json"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description More requests than the key has in a minute */
    TooManyRequests: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        'Retry-After': components['headers']['Retry']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Rate limit exceeded. Please try again later.",
         *       "retry_after": 60
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description A mistake of ours; nothing was changed */
    InternalError: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Internal error"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description M-PESA did not accept what we asked it for */
    BadGateway: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "M-PESA did not accept the request: stkPush: Bad Request"
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
    /** @description The database cannot be reached; nothing was changed */
    Unavailable: {
      headers: {
        'X-Request-ID': components['headers']['RequestId']
        'Retry-After': components['headers']['Retry']
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "success": false,
         *       "error": "Temporarily unavailable. Please try again."
         *     }
         */
        'application/json': components['schemas']['Error']
      }
    }
  }
  parameters: {
    /**
     * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
     * @example order-1042
     */
    RequestId: string
    /**
     * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
     * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
     */
    IdempotencyKey: string
  }
  requestBodies: never
  headers: {
    /**
     * @description The request’s own `X-Request-ID`, or one of ours
     * @example order-1042
     */
    RequestId: string
    /** @description `true` when this is the answer to an earlier request with the same Idempotency-Key */
    Replayed: 'true'
    /**
     * @description Seconds to wait before the next attempt
     * @example 2
     */
    Retry: number
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  createInvoice: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "customerid": "01c1641343a0000010e1df82",
         *       "items": [
         *         {
         *           "itemid": "01c1641343a000000aa0ba31",
         *           "quantity": 1,
         *           "rate": 25000
         *         }
         *       ],
         *       "duedate": "2031-03-31",
         *       "title": "Rent for March",
         *       "taxid": "01c1641343a000000e93a8b4"
         *     }
         */
        'application/json': components['schemas']['CreateInvoice']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Invoice created successfully",
           *       "data": {
           *         "_id": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "title": "Rent for March",
           *         "status": "unpaid",
           *         "balance": 29000,
           *         "subtotal": 25000,
           *         "total": 29000,
           *         "amountpaid": 0,
           *         "adjusted": 0,
           *         "currency": "KES",
           *         "accountno": "H3JK6FC",
           *         "invoicedate": "2031-03-01T00:00:00Z",
           *         "duedate": "2031-03-31T00:00:00Z",
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge",
           *           "email": "baraka@example.com",
           *           "phone": "+254722000111"
           *         },
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "description": "",
           *         "remark": "",
           *         "taxid": "01c1641343a000000e93a8b4",
           *         "taxamount": 4000,
           *         "rounding": 0,
           *         "discount": 0,
           *         "discounttype": "fixed",
           *         "discountvalue": 0,
           *         "accountid": "01c1641343a00000114edc1b",
           *         "items": [
           *           {
           *             "itemid": "01c1641343a000000aa0ba31",
           *             "name": "Website Development",
           *             "quantity": 1,
           *             "rate": 25000,
           *             "total": 25000
           *           }
           *         ],
           *         "instalments": [],
           *         "paymentlink": {
           *           "_id": "01c1641343a00000482e162e",
           *           "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *           "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *           "code": "Sy8UEkEnibCSRrETLgmZgE",
           *           "status": "unpaid"
           *         },
           *         "paymentlinks": [
           *           {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "unpaid"
           *           }
           *         ],
           *         "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Invoice']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listInvoices: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        /** @description One, or any of several with commas between: draft, unpaid, partially_paid, paid, overdue, cancelled */
        status?: string
        /** @description A part of title, description, number, customer’s name or phone; or a whole phone in any form, account number, M-PESA receipt or amount (total or balance) */
        search?: string
        customerid?: string
        accountid?: string
        /** @description Made on this day (YYYY-MM-DD, in the business’s time zone) or later; or from an instant on */
        createdfrom?: string
        /** @description Made on this day or before; or before an instant */
        createdto?: string
        /** @description Due on this day or later */
        duefrom?: string
        /** @description Due on this day or before */
        dueto?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "title": "Rent for March",
           *           "status": "unpaid",
           *           "balance": 28420,
           *           "subtotal": 25000,
           *           "total": 28420,
           *           "amountpaid": 0,
           *           "adjusted": 0,
           *           "currency": "KES",
           *           "accountno": "H3JK6FC",
           *           "invoicedate": "2031-03-01T00:00:00Z",
           *           "duedate": "2031-03-31T00:00:00Z",
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge"
           *           }
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['InvoiceInList'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getInvoice: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "title": "Rent for March",
           *         "status": "unpaid",
           *         "balance": 28420,
           *         "subtotal": 25000,
           *         "total": 28420,
           *         "amountpaid": 0,
           *         "adjusted": 0,
           *         "currency": "KES",
           *         "accountno": "H3JK6FC",
           *         "invoicedate": "2031-03-01T00:00:00Z",
           *         "duedate": "2031-03-31T00:00:00Z",
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "description": "",
           *         "remark": "",
           *         "taxid": "01c1641343a000000e93a8b4",
           *         "taxamount": 3920,
           *         "rounding": 0,
           *         "discount": 500,
           *         "discounttype": "fixed",
           *         "discountvalue": 500,
           *         "accountid": "01c1641343a00000114edc1b",
           *         "items": [
           *           {
           *             "itemid": "01c1641343a000000aa0ba31",
           *             "name": "Website Development",
           *             "quantity": 1,
           *             "rate": 25000,
           *             "total": 25000
           *           }
           *         ],
           *         "instalments": [],
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge",
           *           "email": "baraka@example.com",
           *           "phone": "+254722000111"
           *         },
           *         "paymentlink": {
           *           "_id": "01c1641343a00000482e162e",
           *           "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *           "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *           "code": "Sy8UEkEnibCSRrETLgmZgE",
           *           "status": "unpaid"
           *         },
           *         "paymentlinks": [
           *           {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "unpaid"
           *           }
           *         ],
           *         "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png",
           *         "push": {
           *           "state": "queued",
           *           "reason": null,
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Invoice']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateInvoice: {
    parameters: {
      query?: never
      header?: {
        /** @description The `updatedat` that was looked at, as an HTTP date: 409 when it was changed since */
        'if-unmodified-since'?: string
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "discount": 10,
         *       "discounttype": "percentage"
         *     }
         */
        'application/json': components['schemas']['UpdateInvoice']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Invoice updated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "updated": {
           *           "discount": 10,
           *           "discounttype": "percentage",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         "modified": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['UpdatedInvoice']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  rewriteDraft: {
    parameters: {
      query?: never
      header?: {
        /** @description The `updatedat` that was looked at, as an HTTP date: 409 when it was changed since */
        'if-unmodified-since'?: string
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "customerid": "01c1641343a0000010e1df82",
         *       "items": [
         *         {
         *           "itemid": "01c1641343a000000aa0ba31",
         *           "quantity": 1,
         *           "rate": 25000
         *         }
         *       ],
         *       "duedate": "2031-03-31",
         *       "title": "Rent for March",
         *       "taxid": "01c1641343a000000e93a8b4",
         *       "discount": 500
         *     }
         */
        'application/json': components['schemas']['RewriteDraft']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Draft rewritten successfully",
           *       "data": {
           *         "_id": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "title": "Rent for March",
           *         "status": "draft",
           *         "balance": 28420,
           *         "subtotal": 25000,
           *         "total": 28420,
           *         "amountpaid": 0,
           *         "adjusted": 0,
           *         "currency": "KES",
           *         "accountno": "H3JK6FC",
           *         "invoicedate": "2031-03-01T00:00:00Z",
           *         "duedate": "2031-03-31T00:00:00Z",
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge",
           *           "email": "baraka@example.com",
           *           "phone": "+254722000111"
           *         },
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "description": "",
           *         "remark": "",
           *         "taxid": "01c1641343a000000e93a8b4",
           *         "taxamount": 3920,
           *         "rounding": 0,
           *         "discount": 500,
           *         "discounttype": "fixed",
           *         "discountvalue": 500,
           *         "accountid": "01c1641343a00000114edc1b",
           *         "items": [
           *           {
           *             "itemid": "01c1641343a000000aa0ba31",
           *             "name": "Website Development",
           *             "quantity": 1,
           *             "rate": 25000,
           *             "total": 25000
           *           }
           *         ],
           *         "instalments": [],
           *         "paymentlink": {
           *           "_id": "01c1641343a00000482e162e",
           *           "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *           "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *           "code": "Sy8UEkEnibCSRrETLgmZgE",
           *           "status": "draft"
           *         },
           *         "paymentlinks": [
           *           {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "draft"
           *           }
           *         ],
           *         "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Invoice']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getInvoiceTimeline: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "kind": "issued",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 29000,
           *           "reference": null,
           *           "note": null,
           *           "duedate": "2031-03-31T00:00:00Z"
           *         },
           *         {
           *           "kind": "withdrawn",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 29000,
           *           "reference": null,
           *           "note": null,
           *           "duedate": "2031-03-31T00:00:00Z"
           *         },
           *         {
           *           "kind": "issued",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 28420,
           *           "reference": null,
           *           "note": null,
           *           "duedate": "2031-03-31T00:00:00Z"
           *         },
           *         {
           *           "kind": "total_changed",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 26100,
           *           "reference": null,
           *           "note": null,
           *           "duedate": "2031-03-31T00:00:00Z"
           *         },
           *         {
           *           "kind": "bill_refused",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": null,
           *           "reference": null,
           *           "note": "Called off before it was sent",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "bill_refused",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": null,
           *           "reference": null,
           *           "note": "Called off before it was sent",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "bill_sent",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": null,
           *           "reference": null,
           *           "note": null,
           *           "duedate": null
           *         },
           *         {
           *           "kind": "paid",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 2000,
           *           "reference": null,
           *           "note": "cheque",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "paid",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 60,
           *           "reference": null,
           *           "note": "manual",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "payment_taken_back",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 2000,
           *           "reference": null,
           *           "note": "cheque",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "paid",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 500,
           *           "reference": "UKS0000001",
           *           "note": "M-PESA",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "payment_taken_back",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 500,
           *           "reference": "UKS0000001",
           *           "note": "M-PESA",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "paid",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 900,
           *           "reference": "UKT0000002",
           *           "note": "M-PESA",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "acknowledgement_refused",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": null,
           *           "reference": "UKS0000001",
           *           "note": "Taken off its invoice before Safaricom was told",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "written_off",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 300,
           *           "reference": null,
           *           "note": "Agreed on the phone",
           *           "duedate": null
           *         },
           *         {
           *           "kind": "adjustment_taken_back",
           *           "at": "2031-03-01T08:15:00Z",
           *           "amount": 300,
           *           "reference": null,
           *           "note": "Paid after all",
           *           "duedate": null
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            /** @description The oldest first */
            data: components['schemas']['InvoiceHappening'][]
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createCustomer: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Baraka Njoroge",
         *       "email": "baraka@example.com",
         *       "phone": "+254722000111",
         *       "country": "Kenya",
         *       "currency": "KES"
         *     }
         */
        'application/json': components['schemas']['CreateCustomer']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Customer created successfully",
           *       "data": {
           *         "_id": "01c1641343a0000010e1df82",
           *         "name": "Baraka Njoroge",
           *         "email": "baraka@example.com",
           *         "phone": "+254722000111",
           *         "country": "Kenya",
           *         "currency": "KES",
           *         "company": null,
           *         "address": null,
           *         "city": null,
           *         "type": "individual",
           *         "active": true,
           *         "language": null,
           *         "emails": "all",
           *         "sms": "all",
           *         "sourceorigin": "api",
           *         "accountno": "H3JK6FC",
           *         "balance": 0,
           *         "credit": 0,
           *         "accounts": [
           *           {
           *             "_id": "01c1641343a00000114edc1b",
           *             "accountno": "H3JK6FC",
           *             "name": null,
           *             "isdefault": true,
           *             "balance": 0,
           *             "credit": 0
           *           }
           *         ],
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Customer']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listCustomers: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        search?: string
        type?: 'individual' | 'business'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge",
           *           "email": "baraka@example.com",
           *           "phone": "+254722000111",
           *           "country": "Kenya",
           *           "currency": "KES",
           *           "company": null,
           *           "address": null,
           *           "city": null,
           *           "type": "individual",
           *           "active": true,
           *           "language": null,
           *           "emails": "all",
           *           "sms": "all",
           *           "sourceorigin": "api",
           *           "accountno": "H3JK6FC",
           *           "balance": 0,
           *           "credit": 0,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['CustomerInList'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getCustomer: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a0000010e1df82",
           *         "name": "Baraka Njoroge",
           *         "email": "baraka@example.com",
           *         "phone": "+254722000111",
           *         "country": "Kenya",
           *         "currency": "KES",
           *         "company": null,
           *         "address": null,
           *         "city": null,
           *         "type": "individual",
           *         "active": true,
           *         "language": null,
           *         "emails": "all",
           *         "sms": "all",
           *         "sourceorigin": "api",
           *         "accountno": "H3JK6FC",
           *         "balance": 0,
           *         "credit": 0,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "accounts": [
           *           {
           *             "_id": "01c1641343a00000114edc1b",
           *             "accountno": "H3JK6FC",
           *             "name": null,
           *             "isdefault": true,
           *             "balance": 0,
           *             "credit": 0
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Customer']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateCustomer: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "city": "Nakuru"
         *     }
         */
        'application/json': components['schemas']['UpdateCustomer']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Customer updated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000010e1df82",
           *         "modified": 1,
           *         "updated": {
           *           "city": "Nakuru",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createAccount: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "customerid": "01c1641343a0000010e1df82",
         *       "name": "Room 12"
         *     }
         */
        'application/json': components['schemas']['CreateAccount']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Account created successfully",
           *       "data": {
           *         "_id": "01c1641343a00000192b5ef8",
           *         "accountno": "VCFWJV7",
           *         "name": "Room 12",
           *         "customerid": "01c1641343a0000010e1df82",
           *         "customername": "Baraka Njoroge",
           *         "isdefault": false,
           *         "credit": 0,
           *         "balance": 0,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Account']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listAccounts: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        customerid?: string
        search?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000192b5ef8",
           *           "accountno": "VCFWJV7",
           *           "name": "Room 12",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "isdefault": false,
           *           "credit": 0,
           *           "balance": 0,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a00000114edc1b",
           *           "accountno": "H3JK6FC",
           *           "name": null,
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "isdefault": true,
           *           "credit": 0,
           *           "balance": 0,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Account'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAccount: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a00000192b5ef8",
           *         "accountno": "VCFWJV7",
           *         "name": "Room 12",
           *         "customerid": "01c1641343a0000010e1df82",
           *         "customername": "Baraka Njoroge",
           *         "isdefault": false,
           *         "credit": 0,
           *         "balance": 0,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Account']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateAccount: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Room 14"
         *     }
         */
        'application/json': components['schemas']['UpdateAccount']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Account updated successfully",
           *       "data": {
           *         "_id": "01c1641343a00000192b5ef8",
           *         "modified": 1,
           *         "updated": {
           *           "name": "Room 14",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createProduct: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "Rent of a room",
         *       "price": 25000
         *     }
         */
        'application/json': components['schemas']['CreateProduct']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Product created successfully",
           *       "data": {
           *         "_id": "01c1641343a000001fbff470",
           *         "title": "Rent of a room",
           *         "sku": "PRD-003",
           *         "description": null,
           *         "price": 25000,
           *         "currency": "KES",
           *         "stock": null,
           *         "type": "product",
           *         "status": "published",
           *         "featured": false,
           *         "categoryid": null,
           *         "active": true,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Product']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listProducts: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        status?: 'published' | 'draft' | 'archived'
        type?: 'product' | 'service' | 'plan'
        categoryid?: string
        search?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000001fbff470",
           *           "title": "Rent of a room",
           *           "sku": "PRD-003",
           *           "description": null,
           *           "price": 25000,
           *           "currency": "KES",
           *           "stock": null,
           *           "type": "product",
           *           "status": "published",
           *           "featured": false,
           *           "categoryid": null,
           *           "active": true,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a000000c4eb5fe",
           *           "title": "Hosting (Annual)",
           *           "sku": "PRD-002",
           *           "description": null,
           *           "price": 12000,
           *           "currency": "KES",
           *           "stock": null,
           *           "type": "product",
           *           "status": "published",
           *           "featured": false,
           *           "categoryid": null,
           *           "active": true,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": "MTkzMDExOTMwMDAwMC4wMWMxNjQxMzQzYTAwMDAwMGM0ZWI1ZmU",
           *       "pagination": {
           *         "total": 3,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 2
           *       },
           *       "meta": {
           *         "total": 3,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 2
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Product'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getProduct: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a000001fbff470",
           *         "title": "Rent of a room",
           *         "sku": "PRD-003",
           *         "description": null,
           *         "price": 25000,
           *         "currency": "KES",
           *         "stock": null,
           *         "type": "product",
           *         "status": "published",
           *         "featured": false,
           *         "categoryid": null,
           *         "active": true,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Product']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateProduct: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "price": 26000
         *     }
         */
        'application/json': components['schemas']['UpdateProduct']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Product updated successfully",
           *       "data": {
           *         "_id": "01c1641343a000001fbff470",
           *         "modified": 1,
           *         "updated": {
           *           "price": 26000,
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createTax: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "VAT",
         *       "rate": 16
         *     }
         */
        'application/json': components['schemas']['CreateTax']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Tax created successfully",
           *       "data": {
           *         "_id": "01c1641343a000002402aea2",
           *         "name": "VAT",
           *         "rate": 16,
           *         "inclusive": false,
           *         "code": null,
           *         "description": null,
           *         "active": true,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Tax']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listTaxes: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        search?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000002402aea2",
           *           "name": "VAT",
           *           "rate": 16,
           *           "inclusive": false,
           *           "code": null,
           *           "description": null,
           *           "active": true,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a000000e93a8b4",
           *           "name": "VAT",
           *           "rate": 16,
           *           "inclusive": false,
           *           "code": null,
           *           "description": null,
           *           "active": true,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Tax'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getTax: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a000002402aea2",
           *         "name": "VAT",
           *         "rate": 16,
           *         "inclusive": false,
           *         "code": null,
           *         "description": null,
           *         "active": true,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Tax']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateTax: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "V16"
         *     }
         */
        'application/json': components['schemas']['UpdateTax']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Tax updated successfully",
           *       "data": {
           *         "_id": "01c1641343a000002402aea2",
           *         "modified": 1,
           *         "updated": {
           *           "code": "V16",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createPaymentLink: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "School trip",
         *       "amount": 1500,
         *       "expiresat": "2031-06-30"
         *     }
         */
        'application/json': components['schemas']['CreatePaymentLink']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment link created successfully",
           *       "data": {
           *         "_id": "01c1641343a0000093f82298",
           *         "shorturl": "https://kusanya.example.org/pay/b1P3VbGXVEGMBH4bTeQP3e",
           *         "rawurl": "https://kusanya.example.org/pay/b1P3VbGXVEGMBH4bTeQP3e",
           *         "code": "b1P3VbGXVEGMBH4bTeQP3e",
           *         "status": "active",
           *         "title": "School trip",
           *         "amount": 1500,
           *         "amountpaid": 0,
           *         "type": "general",
           *         "active": true,
           *         "open": true,
           *         "expiresat": "2031-06-30T21:00:00Z",
           *         "qrcode": "https://kusanya.example.org/qr/b1P3VbGXVEGMBH4bTeQP3e.png",
           *         "currency": "KES",
           *         "accountno": "T9P2M7M",
           *         "invoiceid": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['PaymentLink']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listPaymentLinks: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        search?: string
        status?:
          'draft' | 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled' | 'active' | 'inactive' | 'expired'
        type?: string
        /** @description Those that stand alone, or those of invoices */
        kind?: 'standalone' | 'invoice'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a0000093f82298",
           *           "title": "School trip",
           *           "amount": 1500,
           *           "amountpaid": 0,
           *           "type": "general",
           *           "status": "active",
           *           "active": true,
           *           "open": true,
           *           "expiresat": "2031-06-30T21:00:00Z",
           *           "shorturl": "https://kusanya.example.org/pay/b1P3VbGXVEGMBH4bTeQP3e",
           *           "rawurl": "https://kusanya.example.org/pay/b1P3VbGXVEGMBH4bTeQP3e",
           *           "code": "b1P3VbGXVEGMBH4bTeQP3e",
           *           "qrcode": "https://kusanya.example.org/qr/b1P3VbGXVEGMBH4bTeQP3e.png",
           *           "currency": "KES",
           *           "accountno": "T9P2M7M",
           *           "invoiceid": null,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": "MTkzMDExOTMwMDAwMC4wMWMxNjQxMzQzYTAwMDAwOTNmODIyOTg",
           *       "pagination": {
           *         "total": 3,
           *         "page": 1,
           *         "limit": 1,
           *         "pages": 3
           *       },
           *       "meta": {
           *         "total": 3,
           *         "page": 1,
           *         "limit": 1,
           *         "pages": 3
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['PaymentLink'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getPaymentLink: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a0000093f82298",
           *         "title": "School trip",
           *         "amount": 1500,
           *         "amountpaid": 0,
           *         "type": "general",
           *         "status": "active",
           *         "active": true,
           *         "open": true,
           *         "expiresat": "2031-06-30T21:00:00Z",
           *         "shorturl": "https://kusanya.example.org/pay/b1P3VbGXVEGMBH4bTeQP3e",
           *         "rawurl": "https://kusanya.example.org/pay/b1P3VbGXVEGMBH4bTeQP3e",
           *         "code": "b1P3VbGXVEGMBH4bTeQP3e",
           *         "qrcode": "https://kusanya.example.org/qr/b1P3VbGXVEGMBH4bTeQP3e.png",
           *         "currency": "KES",
           *         "accountno": "T9P2M7M",
           *         "invoiceid": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['PaymentLink']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updatePaymentLink: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 1600
         *     }
         */
        'application/json': components['schemas']['UpdatePaymentLink']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment link updated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000093f82298",
           *         "modified": 1,
           *         "updated": {
           *           "amount": 1600,
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  renewPaymentLink: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Posted in the wrong group"
         *     }
         */
        'application/json': components['schemas']['RenewPaymentLink']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment link renewed successfully",
           *       "data": {
           *         "_id": "01c1641343a0000093f82298",
           *         "shorturl": "https://kusanya.example.org/pay/38EzdPv9QEe4QkUho9pGbO",
           *         "rawurl": "https://kusanya.example.org/pay/38EzdPv9QEe4QkUho9pGbO",
           *         "code": "38EzdPv9QEe4QkUho9pGbO",
           *         "status": "active",
           *         "title": "School trip",
           *         "amount": 1600,
           *         "amountpaid": 0,
           *         "type": "general",
           *         "active": true,
           *         "open": true,
           *         "expiresat": "2031-06-30T21:00:00Z",
           *         "qrcode": "https://kusanya.example.org/qr/38EzdPv9QEe4QkUho9pGbO.png",
           *         "currency": "KES",
           *         "accountno": "T9P2M7M",
           *         "invoiceid": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['PaymentLink']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  requestMobilePayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 1000,
         *       "phone": "254712345678",
         *       "referenceid": "INV-2031-002"
         *     }
         */
        'application/json': components['schemas']['RequestMobilePayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment request sent successfully",
           *       "data": {
           *         "checkoutrequestid": "ws_CO_01032031111500000712345678",
           *         "merchantrequestid": "d8e4-7eac-5efd-02c11e494cb04900376",
           *         "transactionid": "01c1641343a000009ab84cda",
           *         "status": "pending"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['MobileRequest']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['Unavailable']
    }
  }
  listTransactions: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        /** @description A part of receipt, reference typed, payer’s name or phone; or a whole phone in any form, or an amount */
        search?: string
        channel?: string
        trust?: 'confirmed' | 'unconfirmed' | 'held' | 'suspicious'
        /** @description Paid on this day (YYYY-MM-DD, in the business’s time zone) or later; or from an instant on */
        paidfrom?: string
        /** @description Paid on this day or before; or before an instant */
        paidto?: string
        /** @description On an account of this customer */
        customerid?: string
        /** @description On this account */
        accountid?: string
        /** @description For what this payment link is for */
        paymentlinkid?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000fbf1816b",
           *           "title": "M-PESA payment",
           *           "transactioncode": "UKT0000002",
           *           "reference": "H3JK6FC",
           *           "amount": 900,
           *           "currency": "KES",
           *           "type": "credit",
           *           "channel": "mpesa",
           *           "status": "held",
           *           "confirmed": false,
           *           "held": 900,
           *           "confirmedby": "",
           *           "confirmedat": null,
           *           "phone": "2547 ***** 111",
           *           "name": "BARAKA",
           *           "invoiceid": null,
           *           "customerid": null,
           *           "credit": 0,
           *           "unmatched": 0,
           *           "date": "2031-03-01T08:15:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Transaction'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getTransaction: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a00000a1d26f3f",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKS0000002",
           *         "reference": "NOBODY",
           *         "amount": 700,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "completed",
           *         "confirmed": true,
           *         "held": 0,
           *         "confirmedby": "statement",
           *         "confirmedat": "2031-03-01T08:15:00.000Z",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "invoiceid": null,
           *         "customerid": null,
           *         "credit": 0,
           *         "unmatched": 700,
           *         "date": "2031-02-28T08:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "match": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['TransactionDetails']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  addInvoicePayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 2000,
         *       "method": "cheque"
         *     }
         */
        'application/json': components['schemas']['AddInvoicePayment']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment recorded successfully",
           *       "data": {
           *         "transaction": {
           *           "_id": "01c1641343a00000745917ee",
           *           "title": "Manual payment",
           *           "transactioncode": "MAN-01c1641343a00000731c0f9c",
           *           "reference": "",
           *           "amount": 2000,
           *           "currency": "KES",
           *           "type": "credit",
           *           "channel": "manual",
           *           "status": "completed",
           *           "confirmed": true,
           *           "confirmedby": "",
           *           "confirmedat": null,
           *           "phone": "",
           *           "name": "",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "credit": 0,
           *           "unmatched": 0,
           *           "held": 0,
           *           "date": "2031-03-01T08:15:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z"
           *         },
           *         "invoice": {
           *           "_id": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "title": "Rent for March",
           *           "status": "partially_paid",
           *           "balance": 24100,
           *           "subtotal": 25000,
           *           "total": 26100,
           *           "amountpaid": 2000,
           *           "adjusted": 0,
           *           "currency": "KES",
           *           "accountno": "H3JK6FC",
           *           "invoicedate": "2031-03-01T00:00:00Z",
           *           "duedate": "2031-03-31T00:00:00Z",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge",
           *             "email": "baraka@example.com",
           *             "phone": "+254722000111"
           *           },
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z",
           *           "description": "",
           *           "remark": "",
           *           "taxid": "01c1641343a000000e93a8b4",
           *           "taxamount": 3600,
           *           "rounding": 0,
           *           "discount": 2500,
           *           "discounttype": "percentage",
           *           "discountvalue": 10,
           *           "accountid": "01c1641343a00000114edc1b",
           *           "items": [
           *             {
           *               "itemid": "01c1641343a000000aa0ba31",
           *               "name": "Website Development",
           *               "quantity": 1,
           *               "rate": 25000,
           *               "total": 25000
           *             }
           *           ],
           *           "instalments": [],
           *           "paymentlink": {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "partially_paid"
           *           },
           *           "paymentlinks": [
           *             {
           *               "_id": "01c1641343a00000482e162e",
           *               "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *               "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *               "code": "Sy8UEkEnibCSRrETLgmZgE",
           *               "status": "partially_paid"
           *             }
           *           ],
           *           "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['RecordedPayment']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listInvoicePayments: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000745917ee",
           *           "transactioncode": "MAN-01c1641343a00000731c0f9c",
           *           "channel": "manual",
           *           "method": "cheque",
           *           "reference": "",
           *           "note": "",
           *           "amount": 2000,
           *           "applied": 2000,
           *           "status": "completed",
           *           "date": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a00000390a3de0",
           *           "transactioncode": "MAN-01c1641343a0000038597056",
           *           "channel": "manual",
           *           "method": "manual",
           *           "reference": "",
           *           "note": "",
           *           "amount": 200,
           *           "applied": 60,
           *           "status": "completed",
           *           "date": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['InvoicePayment'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  reverseInvoicePayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "transactionid": "01c1641343a00000745917ee",
         *       "reason": "The cheque bounced"
         *     }
         */
        'application/json': components['schemas']['ReverseInvoicePayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment reversed successfully",
           *       "data": {
           *         "_id": "01c1641343a00000745917ee",
           *         "title": "Manual payment",
           *         "transactioncode": "MAN-01c1641343a00000731c0f9c",
           *         "reference": "",
           *         "amount": 2000,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "manual",
           *         "status": "cancelled",
           *         "confirmed": true,
           *         "confirmedby": "",
           *         "confirmedat": null,
           *         "phone": "",
           *         "name": "",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "customerid": "01c1641343a0000010e1df82",
           *         "credit": 0,
           *         "unmatched": 0,
           *         "held": 0,
           *         "date": "2031-03-01T08:15:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Transaction']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  releasePayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "She showed the message"
         *     }
         */
        'application/json': components['schemas']['ReleasePayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment released successfully",
           *       "data": {
           *         "_id": "01c1641343a00000fbf1816b",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKT0000002",
           *         "reference": "H3JK6FC",
           *         "amount": 900,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "completed",
           *         "confirmed": false,
           *         "confirmedby": "",
           *         "confirmedat": null,
           *         "phone": "2547 ***** 111",
           *         "name": "BARAKA",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "customerid": "01c1641343a0000010e1df82",
           *         "credit": 0,
           *         "unmatched": 0,
           *         "held": 0,
           *         "date": "2031-03-01T08:15:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Transaction']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  movePayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Typed the wrong account",
         *       "accountid": "01c1641343a00000192b5ef8"
         *     }
         */
        'application/json': components['schemas']['MovePayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment moved successfully",
           *       "data": {
           *         "_id": "01c1641343a00000a1d26f3f",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKS0000002",
           *         "reference": "NOBODY",
           *         "amount": 700,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "completed",
           *         "confirmed": true,
           *         "confirmedby": "statement",
           *         "confirmedat": "2031-03-01T08:15:00.000Z",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "invoiceid": null,
           *         "customerid": null,
           *         "credit": 700,
           *         "unmatched": 0,
           *         "held": 0,
           *         "date": "2031-02-28T08:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Transaction']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getPayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a00000a01479e0",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKS0000001",
           *         "reference": "H3JK6FC",
           *         "amount": 500,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "cancelled",
           *         "confirmed": true,
           *         "held": 0,
           *         "confirmedby": "statement",
           *         "confirmedat": "2031-03-01T08:15:00.000Z",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "customerid": "01c1641343a0000010e1df82",
           *         "credit": 0,
           *         "unmatched": 0,
           *         "date": "2031-02-28T07:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "reversal": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Payment']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  reversePayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Not a payment of ours"
         *     }
         */
        'application/json': components['schemas']['ReversePayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment reversed successfully",
           *       "data": {
           *         "_id": "01c1641343a00000a01479e0",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKS0000001",
           *         "reference": "H3JK6FC",
           *         "amount": 500,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "cancelled",
           *         "confirmed": true,
           *         "confirmedby": "statement",
           *         "confirmedat": "2031-03-01T08:15:00.000Z",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "customerid": "01c1641343a0000010e1df82",
           *         "credit": 0,
           *         "unmatched": 0,
           *         "held": 0,
           *         "date": "2031-02-28T07:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "reversal": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Payment']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['Unavailable']
    }
  }
  applyInvoiceCredit: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 60
         *     }
         */
        'application/json': components['schemas']['ApplyInvoiceCredit']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Credit applied successfully",
           *       "data": {
           *         "invoice": {
           *           "_id": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "title": "Rent for March",
           *           "status": "partially_paid",
           *           "balance": 24040,
           *           "subtotal": 25000,
           *           "total": 26100,
           *           "amountpaid": 2060,
           *           "adjusted": 0,
           *           "currency": "KES",
           *           "accountno": "H3JK6FC",
           *           "invoicedate": "2031-03-01T00:00:00Z",
           *           "duedate": "2031-03-31T00:00:00Z",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge",
           *             "email": "baraka@example.com",
           *             "phone": "+254722000111"
           *           },
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z",
           *           "description": "",
           *           "remark": "",
           *           "taxid": "01c1641343a000000e93a8b4",
           *           "taxamount": 3600,
           *           "rounding": 0,
           *           "discount": 2500,
           *           "discounttype": "percentage",
           *           "discountvalue": 10,
           *           "accountid": "01c1641343a00000114edc1b",
           *           "items": [
           *             {
           *               "itemid": "01c1641343a000000aa0ba31",
           *               "name": "Website Development",
           *               "quantity": 1,
           *               "rate": 25000,
           *               "total": 25000
           *             }
           *           ],
           *           "instalments": [],
           *           "paymentlink": {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "partially_paid"
           *           },
           *           "paymentlinks": [
           *             {
           *               "_id": "01c1641343a00000482e162e",
           *               "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *               "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *               "code": "Sy8UEkEnibCSRrETLgmZgE",
           *               "status": "partially_paid"
           *             }
           *           ],
           *           "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png"
           *         },
           *         "applied": 60,
           *         "credit": 40
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['CreditApplied']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  refundAccountCredit: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "amount": 100,
         *       "method": "cash",
         *       "reason": "Asked for it"
         *     }
         */
        'application/json': components['schemas']['RefundAccountCredit']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Refund recorded successfully",
           *       "data": {
           *         "_id": "01c1641343a00000d8d0cca5",
           *         "accountid": "01c1641343a00000192b5ef8",
           *         "amount": 100,
           *         "method": "cash",
           *         "reference": "",
           *         "date": "2031-03-01T08:15:00Z",
           *         "credit": 600
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Refund']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listUnmatchedPayments: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        /** @description Receipt, what was typed, name or phone */
        search?: string
        shortcode?: string
        sort?: 'newest' | 'oldest'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000a1d26f3f",
           *           "title": "M-PESA payment",
           *           "transactioncode": "UKS0000002",
           *           "reference": "NOBODY",
           *           "amount": 700,
           *           "currency": "KES",
           *           "type": "credit",
           *           "channel": "mpesa",
           *           "status": "completed",
           *           "confirmed": true,
           *           "held": 0,
           *           "confirmedby": "statement",
           *           "confirmedat": "2031-03-01T08:15:00.000Z",
           *           "phone": "254722000111",
           *           "name": "BARAKA",
           *           "invoiceid": null,
           *           "customerid": null,
           *           "credit": 0,
           *           "unmatched": 700,
           *           "date": "2031-02-28T08:00:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z",
           *           "suggestions": [
           *             {
           *               "accountid": "01c1641343a00000114edc1b",
           *               "accountno": "H3JK6FC",
           *               "accountname": "",
           *               "customer": {
           *                 "_id": "01c1641343a0000010e1df82",
           *                 "name": "Baraka Njoroge",
           *                 "phone": "+254722000111"
           *               },
           *               "invoiceid": null,
           *               "score": 0.82963,
           *               "certain": false,
           *               "reasons": [
           *                 "The phone is the customer’s, who has 2 accounts",
           *                 "This payer paid here once before",
           *                 "The payer's name BARAKA agrees"
           *               ],
           *               "balance": 25540,
           *               "invoices": [
           *                 {
           *                   "_id": "01c1641343a0000047ee47bd",
           *                   "invoiceno": "INV-2031-002",
           *                   "balance": 25540,
           *                   "duedate": "2031-03-31T00:00:00Z"
           *                 }
           *               ]
           *             },
           *             {
           *               "accountid": "01c1641343a00000192b5ef8",
           *               "accountno": "VCFWJV7",
           *               "accountname": "Room 14",
           *               "customer": {
           *                 "_id": "01c1641343a0000010e1df82",
           *                 "name": "Baraka Njoroge",
           *                 "phone": "+254722000111"
           *               },
           *               "invoiceid": null,
           *               "score": 0.148148,
           *               "certain": false,
           *               "reasons": [
           *                 "The phone is the customer’s, who has 2 accounts",
           *                 "The payer's name BARAKA agrees",
           *                 "Nothing is owed here"
           *               ],
           *               "balance": 0,
           *               "invoices": []
           *             }
           *           ]
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['UnmatchedTransaction'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listRefusedPayments: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        search?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000f7e23530",
           *           "code": "C2B00012",
           *           "shortcode": "600984",
           *           "transactioncode": "UKT0000001",
           *           "reference": "NOBODY",
           *           "amount": 900,
           *           "phone": "2547 ***** 111",
           *           "name": "BARAKA",
           *           "date": "2031-03-01T08:15:00.000Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['RefusedPayment'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  matchPayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "accountid": "01c1641343a00000192b5ef8",
         *       "reason": "She rang and said so"
         *     }
         */
        'application/json': components['schemas']['MatchPayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment matched successfully",
           *       "data": {
           *         "_id": "01c1641343a00000a1d26f3f",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKS0000002",
           *         "reference": "NOBODY",
           *         "amount": 700,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "completed",
           *         "confirmed": true,
           *         "confirmedby": "statement",
           *         "confirmedat": "2031-03-01T08:15:00.000Z",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "invoiceid": null,
           *         "customerid": null,
           *         "credit": 700,
           *         "unmatched": 0,
           *         "held": 0,
           *         "date": "2031-02-28T08:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "match": {
           *           "by": "clerk",
           *           "accountid": "01c1641343a00000192b5ef8",
           *           "accountno": "VCFWJV7",
           *           "invoiceid": null,
           *           "score": 0.148148,
           *           "reasons": [
           *             "The phone is the customer’s, who has 2 accounts",
           *             "The payer's name BARAKA agrees",
           *             "Nothing is owed here"
           *           ],
           *           "date": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['TransactionDetails']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  unmatchPayment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "It was her sister"
         *     }
         */
        'application/json': components['schemas']['UnmatchPayment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Payment waits for a person again",
           *       "data": {
           *         "_id": "01c1641343a00000a1d26f3f",
           *         "title": "M-PESA payment",
           *         "transactioncode": "UKS0000002",
           *         "reference": "NOBODY",
           *         "amount": 700,
           *         "currency": "KES",
           *         "type": "credit",
           *         "channel": "mpesa",
           *         "status": "completed",
           *         "confirmed": true,
           *         "confirmedby": "statement",
           *         "confirmedat": "2031-03-01T08:15:00.000Z",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "invoiceid": null,
           *         "customerid": null,
           *         "credit": 0,
           *         "unmatched": 700,
           *         "held": 0,
           *         "date": "2031-02-28T08:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "match": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['TransactionDetails']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listClaims: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        /** @description M-PESA code */
        search?: string
        /** @description One, or any of several with commas between: waiting, applied, known, suggested, given_up, dismissed */
        state?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000edda184a",
           *           "state": "waiting",
           *           "transactioncode": "UKT0000003",
           *           "shortcode": "600984",
           *           "amount": 1000,
           *           "date": "2031-03-01T08:15:00Z",
           *           "transactionid": null,
           *           "paymentlinkid": "01c1641343a00000482e162e",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge"
           *           },
           *           "dismissedby": null,
           *           "reason": null,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Claim'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  dismissClaim: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "He paid another school, and has it back"
         *     }
         */
        'application/json': components['schemas']['DismissClaim']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Claim dismissed successfully",
           *       "data": {
           *         "_id": "01c1641343a00000edda184a",
           *         "state": "dismissed",
           *         "transactioncode": "UKT0000003",
           *         "shortcode": "600984",
           *         "amount": 1000,
           *         "date": "2031-03-01T08:15:00Z",
           *         "transactionid": null,
           *         "paymentlinkid": "01c1641343a00000482e162e",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge"
           *         },
           *         "dismissedby": "api key …Xcu3",
           *         "reason": "He paid another school, and has it back",
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Claim']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listPaymentContradictions: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        state?: 'open' | 'resolved'
        /** @description M-PESA receipt */
        search?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000e6bdc7af",
           *           "state": "open",
           *           "transactionid": "01c1641343a00000a01479e0",
           *           "transactioncode": "UKS0000001",
           *           "shortcode": "600984",
           *           "currency": "KES",
           *           "ours": {
           *             "amount": 500,
           *             "sources": [
           *               "statement"
           *             ],
           *             "confirmed": true
           *           },
           *           "theirs": {
           *             "amount": 450,
           *             "sources": [
           *               "c2b"
           *             ],
           *             "confirmed": false
           *           },
           *           "reference": "H3JK6FC",
           *           "phone": "254722000111",
           *           "name": "BARAKA",
           *           "date": "2031-02-28T07:00:00Z",
           *           "kept": null,
           *           "newtransactionid": null,
           *           "resolvedby": null,
           *           "reason": null,
           *           "resolvedat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Contradiction'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  resolvePaymentContradiction: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "keep": "ours",
         *       "reason": "The statement says 500"
         *     }
         */
        'application/json': components['schemas']['ResolvePaymentContradiction']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Contradiction resolved successfully",
           *       "data": {
           *         "_id": "01c1641343a00000e6bdc7af",
           *         "state": "resolved",
           *         "transactionid": "01c1641343a00000a01479e0",
           *         "transactioncode": "UKS0000001",
           *         "shortcode": "600984",
           *         "currency": "KES",
           *         "ours": {
           *           "amount": 500,
           *           "sources": [
           *             "statement"
           *           ],
           *           "confirmed": true
           *         },
           *         "theirs": {
           *           "amount": 450,
           *           "sources": [
           *             "c2b"
           *           ],
           *           "confirmed": false
           *         },
           *         "reference": "H3JK6FC",
           *         "phone": "254722000111",
           *         "name": "BARAKA",
           *         "date": "2031-02-28T07:00:00Z",
           *         "kept": "ours",
           *         "newtransactionid": null,
           *         "resolvedby": "api key …Xcu3",
           *         "reason": "The statement says 500",
           *         "resolvedat": "2031-03-01T08:15:00Z",
           *         "createdat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Contradiction']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAttention: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "unmatched": {
           *           "count": 0,
           *           "amount": 0
           *         },
           *         "contradictions": 0,
           *         "claims": 0,
           *         "held": 0,
           *         "bills": {
           *           "count": 0,
           *           "newest": []
           *         },
           *         "messages": {
           *           "failed": 0,
           *           "maybesent": 0
           *         },
           *         "webhooks": 0,
           *         "closes": 1,
           *         "shortcodes": {
           *           "connected": 1,
           *           "incomplete": 0,
           *           "operatorsrefused": 0
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Attention']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listReceipts: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        search?: string
        status?: 'draft' | 'issued' | 'cancelled'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000a63de85c",
           *           "receiptno": "RCP-2031-004",
           *           "title": "Receipt for INV-2031-002",
           *           "amount": 500,
           *           "currency": "KES",
           *           "status": "issued",
           *           "date": "2031-02-28T07:00:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z"
           *         },
           *         {
           *           "_id": "01c1641343a000008439b8f6",
           *           "receiptno": "RCP-2031-003",
           *           "title": "Receipt for INV-2031-002",
           *           "amount": 60,
           *           "currency": "KES",
           *           "status": "issued",
           *           "date": "2031-03-01T08:15:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z"
           *         },
           *         {
           *           "_id": "01c1641343a0000077dae519",
           *           "receiptno": "RCP-2031-002",
           *           "title": "Receipt for INV-2031-002",
           *           "amount": 2000,
           *           "currency": "KES",
           *           "status": "cancelled",
           *           "date": "2031-03-01T08:15:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z"
           *         },
           *         {
           *           "_id": "01c1641343a000003d4adb15",
           *           "receiptno": "RCP-2031-001",
           *           "title": "Receipt for INV-2031-001",
           *           "amount": 100,
           *           "currency": "KES",
           *           "status": "issued",
           *           "date": "2031-03-01T08:15:00.000Z",
           *           "createdat": "2031-03-01T08:15:00.000Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 4,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 4,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['ReceiptInList'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getReceipt: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a00000a63de85c",
           *         "receiptno": "RCP-2031-004",
           *         "title": "Receipt for INV-2031-002",
           *         "amount": 500,
           *         "currency": "KES",
           *         "status": "issued",
           *         "date": "2031-02-28T07:00:00.000Z",
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "transactionid": "01c1641343a00000a01479e0",
           *         "transactioncode": "UKS0000001",
           *         "channel": "mpesa",
           *         "confirmed": true,
           *         "invoice": {
           *           "_id": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "total": 26100,
           *           "amountpaid": 560,
           *           "balance": 25540
           *         },
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Receipt']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listMessages: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        status?: 'queued' | 'sending' | 'sent' | 'maybe_sent' | 'failed' | 'suppressed'
        channel?: 'email' | 'sms'
        purpose?: 'invoice' | 'reminder' | 'receipt'
        customerid?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000016b3822a9",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "receiptid": null,
           *           "purpose": "reminder",
           *           "channel": "sms",
           *           "status": "queued",
           *           "reason": null,
           *           "byhand": true,
           *           "attempts": 0,
           *           "nextattempt": "2031-03-01T08:15:00Z",
           *           "language": null,
           *           "recipient": null,
           *           "title": null,
           *           "text": null,
           *           "parts": null,
           *           "providerid": null,
           *           "cost": null,
           *           "sentat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a000016aba4ea2",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "receiptid": null,
           *           "purpose": "reminder",
           *           "channel": "email",
           *           "status": "queued",
           *           "reason": null,
           *           "byhand": true,
           *           "attempts": 0,
           *           "nextattempt": "2031-03-01T08:15:00Z",
           *           "language": null,
           *           "recipient": null,
           *           "title": null,
           *           "text": null,
           *           "parts": null,
           *           "providerid": null,
           *           "cost": null,
           *           "sentat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Message'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listInvoiceMessages: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        status?: 'queued' | 'sending' | 'sent' | 'maybe_sent' | 'failed' | 'suppressed'
        channel?: 'email' | 'sms'
        purpose?: 'invoice' | 'reminder' | 'receipt'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000016b3822a9",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "receiptid": null,
           *           "purpose": "reminder",
           *           "channel": "sms",
           *           "status": "queued",
           *           "reason": null,
           *           "byhand": true,
           *           "attempts": 0,
           *           "nextattempt": "2031-03-01T08:15:00Z",
           *           "language": null,
           *           "recipient": null,
           *           "title": null,
           *           "text": null,
           *           "parts": null,
           *           "providerid": null,
           *           "cost": null,
           *           "sentat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a000016aba4ea2",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "receiptid": null,
           *           "purpose": "reminder",
           *           "channel": "email",
           *           "status": "queued",
           *           "reason": null,
           *           "byhand": true,
           *           "attempts": 0,
           *           "nextattempt": "2031-03-01T08:15:00Z",
           *           "language": null,
           *           "recipient": null,
           *           "title": null,
           *           "text": null,
           *           "parts": null,
           *           "providerid": null,
           *           "cost": null,
           *           "sentat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Message'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  sendMessage: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "invoiceid": "01c1641343a0000047ee47bd",
         *       "purpose": "reminder"
         *     }
         */
        'application/json': components['schemas']['SendMessage']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Message queued",
           *       "data": [
           *         {
           *           "_id": "01c1641343a000016b3822a9",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "receiptid": null,
           *           "purpose": "reminder",
           *           "channel": "sms",
           *           "status": "queued",
           *           "reason": null,
           *           "byhand": true,
           *           "attempts": 0,
           *           "nextattempt": "2031-03-01T08:15:00Z",
           *           "language": null,
           *           "recipient": null,
           *           "title": null,
           *           "text": null,
           *           "parts": null,
           *           "providerid": null,
           *           "cost": null,
           *           "sentat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a000016aba4ea2",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customerid": "01c1641343a0000010e1df82",
           *           "customername": "Baraka Njoroge",
           *           "receiptid": null,
           *           "purpose": "reminder",
           *           "channel": "email",
           *           "status": "queued",
           *           "reason": null,
           *           "byhand": true,
           *           "attempts": 0,
           *           "nextattempt": "2031-03-01T08:15:00Z",
           *           "language": null,
           *           "recipient": null,
           *           "title": null,
           *           "text": null,
           *           "parts": null,
           *           "providerid": null,
           *           "cost": null,
           *           "sentat": null,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Message'][]
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  previewMessage: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "purpose": "reminder",
         *       "channel": "sms",
         *       "invoiceid": "01c1641343a0000047ee47bd",
         *       "text": "Dear {customer}, {amount} is {due}. {howtopay}"
         *     }
         */
        'application/json': components['schemas']['PreviewMessage']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "title": null,
           *         "text": "Dear Baraka Njoroge, KES 25,140 is due 31 Mar 2031. Pay to M-PESA Paybill 600984, account H3JK6FC, or at https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *         "encoding": "GSM-7",
           *         "length": 154,
           *         "parts": 1,
           *         "left": 6,
           *         "unusual": [],
           *         "recipient": "254722000111",
           *         "reason": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['MessagePreview']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getMessageTemplates: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "invoice.email.en",
           *           "purpose": "invoice",
           *           "channel": "email",
           *           "language": "en",
           *           "title": "{title} from {business}: {total}",
           *           "text": "Dear {customer},\n\n{business} has billed you {total} for {title} (invoice {invoice}).\n\nTo pay: {amount}, {due}\n{howtopay}\n\nThe invoice is attached.\n\n{business}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "invoice.email.sw",
           *           "purpose": "invoice",
           *           "channel": "email",
           *           "language": "sw",
           *           "title": "{title} kutoka {business}: {total}",
           *           "text": "Habari {customer},\n\n{business} imekutumia ankara {invoice} ya {total}: {title}.\n\nYa kulipa: {amount}, {due}\n{howtopay}\n\nAnkara imeambatishwa.\n\n{business}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "invoice.sms.en",
           *           "purpose": "invoice",
           *           "channel": "sms",
           *           "language": "en",
           *           "title": "",
           *           "text": "{business}: {amount} for {title}, {due}. {howtopay}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "invoice.sms.sw",
           *           "purpose": "invoice",
           *           "channel": "sms",
           *           "language": "sw",
           *           "title": "",
           *           "text": "{business}: {amount} ya {title}, {due}. {howtopay}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "reminder.email.en",
           *           "purpose": "reminder",
           *           "channel": "email",
           *           "language": "en",
           *           "title": "Reminder: {amount} for {title}, {due}",
           *           "text": "Dear {customer},\n\nThis is a reminder of {amount} for {title} (invoice {invoice}), {due}.\n\n{howtopay}\n\nHave you paid already? Then thank you, and please open {link} and give us the M-PESA code.\n\n{business}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "reminder.email.sw",
           *           "purpose": "reminder",
           *           "channel": "email",
           *           "language": "sw",
           *           "title": "Kumbusho: {amount} ya {title}, {due}",
           *           "text": "Habari {customer},\n\nTunakukumbusha kuhusu {amount} ya {title} (ankara {invoice}), {due}.\n\n{howtopay}\n\nJe, umeshalipa? Asante. Tafadhali fungua {link} na uandike namba ya muamala wa M-PESA.\n\n{business}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "reminder.sms.en",
           *           "purpose": "reminder",
           *           "channel": "sms",
           *           "language": "en",
           *           "title": "",
           *           "text": "Dear {customer}, {amount} is {due}. {howtopay}",
           *           "own": true,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "reminder.sms.sw",
           *           "purpose": "reminder",
           *           "channel": "sms",
           *           "language": "sw",
           *           "title": "",
           *           "text": "Kumbusho kutoka {business}: {amount} ya {title}, {due}. {howtopay} Kusitisha: {stop}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop"
           *           ]
           *         },
           *         {
           *           "_id": "receipt.email.en",
           *           "purpose": "receipt",
           *           "channel": "email",
           *           "language": "en",
           *           "title": "Receipt {receipt} from {business}: {amount}",
           *           "text": "Dear {customer},\n\n{business} has received {amount} for {title} on {paidon}. Thank you.\n\nReceipt: {receipt}\nPayment: {payment}\nInvoice: {invoice}, {total}\nStill to pay: {balance}\n\nThe receipt is attached.\n\n{business}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop",
           *             "receipt",
           *             "payment",
           *             "paidon"
           *           ]
           *         },
           *         {
           *           "_id": "receipt.email.sw",
           *           "purpose": "receipt",
           *           "channel": "email",
           *           "language": "sw",
           *           "title": "Risiti {receipt} kutoka {business}: {amount}",
           *           "text": "Habari {customer},\n\n{business} imepokea {amount} ya {title} tarehe {paidon}. Asante.\n\nRisiti: {receipt}\nMalipo: {payment}\nAnkara: {invoice}, {total}\nSalio la kulipa: {balance}\n\nRisiti imeambatishwa.\n\n{business}",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop",
           *             "receipt",
           *             "payment",
           *             "paidon"
           *           ]
           *         },
           *         {
           *           "_id": "receipt.sms.en",
           *           "purpose": "receipt",
           *           "channel": "sms",
           *           "language": "en",
           *           "title": "",
           *           "text": "{business} has received {amount} for {title}. Receipt {receipt}, {payment}. Still to pay: {balance}.",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop",
           *             "receipt",
           *             "payment",
           *             "paidon"
           *           ]
           *         },
           *         {
           *           "_id": "receipt.sms.sw",
           *           "purpose": "receipt",
           *           "channel": "sms",
           *           "language": "sw",
           *           "title": "",
           *           "text": "{business} imepokea {amount} ya {title}. Risiti {receipt}, {payment}. Salio la kulipa: {balance}.",
           *           "own": false,
           *           "placeholders": [
           *             "business",
           *             "customer",
           *             "invoice",
           *             "title",
           *             "total",
           *             "amount",
           *             "balance",
           *             "due",
           *             "paybill",
           *             "account",
           *             "howtopay",
           *             "link",
           *             "stop",
           *             "receipt",
           *             "payment",
           *             "paidon"
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['MessageTemplate'][]
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateMessageTemplate: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "purpose": "reminder",
         *       "channel": "sms",
         *       "language": "en",
         *       "text": "Dear {customer}, {amount} is {due}. {howtopay}"
         *     }
         */
        'application/json': components['schemas']['UpdateMessageTemplate']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Template updated successfully",
           *       "data": {
           *         "_id": "reminder.sms.en",
           *         "purpose": "reminder",
           *         "channel": "sms",
           *         "language": "en",
           *         "title": "",
           *         "text": "Dear {customer}, {amount} is {due}. {howtopay}",
           *         "own": true,
           *         "placeholders": [
           *           "business",
           *           "customer",
           *           "invoice",
           *           "title",
           *           "total",
           *           "amount",
           *           "balance",
           *           "due",
           *           "paybill",
           *           "account",
           *           "howtopay",
           *           "link",
           *           "stop"
           *         ]
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['MessageTemplate']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  importStatement: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "shortcode": "600984",
         *       "csv": "Receipt No.,Completion Time,Details,Transaction Status,Paid In,Withdrawn,Balance,Other Party Info,A/C No.\nUKS0000001,2031-02-28 10:00:00,Pay Bill,Completed,500.00,,,254722000111 - BARAKA,H3JK6FC\nUKS0000002,2031-02-28 11:00:00,Pay Bill,Completed,700.00,,,254722000111 - BARAKA,NOBODY",
         *       "filename": "february.csv"
         *     }
         */
        'application/json': components['schemas']['ImportStatement']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Statement imported successfully",
           *       "data": {
           *         "_id": "01c1641343a000009d4935fc",
           *         "shortcode": "600984",
           *         "filename": "february.csv",
           *         "lines": 2,
           *         "fates": {
           *           "booked": 2,
           *           "known": 0,
           *           "contradicts": 0,
           *           "reversed": 0,
           *           "reversal": 0,
           *           "charge": 0,
           *           "settlement": 0,
           *           "failed": 0,
           *           "unreadable": 0,
           *           "repeated": 0
           *         },
           *         "booked": 1200,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "repeated": false
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['ImportedStatement']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listStatements: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000009d4935fc",
           *           "shortcode": "600984",
           *           "filename": "february.csv",
           *           "lines": 2,
           *           "fates": {
           *             "booked": 2,
           *             "known": 0,
           *             "contradicts": 0,
           *             "reversed": 0,
           *             "reversal": 0,
           *             "charge": 0,
           *             "settlement": 0,
           *             "failed": 0,
           *             "unreadable": 0,
           *             "repeated": 0
           *           },
           *           "booked": 1200,
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Statement'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getStatement: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a000009d4935fc",
           *         "shortcode": "600984",
           *         "filename": "february.csv",
           *         "lines": 2,
           *         "fates": {
           *           "booked": 2,
           *           "known": 0,
           *           "contradicts": 0,
           *           "reversed": 0,
           *           "reversal": 0,
           *           "charge": 0,
           *           "settlement": 0,
           *           "failed": 0,
           *           "unreadable": 0,
           *           "repeated": 0
           *         },
           *         "booked": 1200,
           *         "createdat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Statement']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listStatementLines: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        fate?:
          | 'booked'
          | 'known'
          | 'contradicts'
          | 'reversed'
          | 'reversal'
          | 'charge'
          | 'settlement'
          | 'failed'
          | 'unreadable'
          | 'repeated'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "row": 2,
           *           "receipt": "UKS0000001",
           *           "kind": "payment",
           *           "fate": "booked",
           *           "amount": 500,
           *           "balance": 0,
           *           "reference": "H3JK6FC",
           *           "phone": "254722000111",
           *           "name": "BARAKA",
           *           "details": "Pay Bill",
           *           "reverses": "",
           *           "transactionid": "01c1641343a00000a01479e0",
           *           "problem": "",
           *           "date": "2031-02-28T07:00:00Z"
           *         },
           *         {
           *           "row": 3,
           *           "receipt": "UKS0000002",
           *           "kind": "payment",
           *           "fate": "booked",
           *           "amount": 700,
           *           "balance": 0,
           *           "reference": "NOBODY",
           *           "phone": "254722000111",
           *           "name": "BARAKA",
           *           "details": "Pay Bill",
           *           "reverses": "",
           *           "transactionid": "01c1641343a00000a1d26f3f",
           *           "problem": "",
           *           "date": "2031-02-28T08:00:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['StatementLine'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createClose: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "shortcode": "600984",
         *       "date": "2031-02-28"
         *     }
         */
        'application/json': components['schemas']['CreateClose']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "The day does not agree",
           *       "data": {
           *         "_id": "01c1641343a00000b8bc9b1c",
           *         "shortcode": "600984",
           *         "date": "2031-02-28",
           *         "agrees": false,
           *         "source": "statement",
           *         "opening": -500,
           *         "paidin": 1200,
           *         "paidout": 0,
           *         "closing": 0,
           *         "broughtforward": -500,
           *         "places": {
           *           "allocated": {
           *             "receipts": 1,
           *             "amount": 500
           *           },
           *           "credit": {
           *             "receipts": 0,
           *             "amount": 0
           *           },
           *           "suspense": {
           *             "receipts": 1,
           *             "amount": 700
           *           },
           *           "refunded": {
           *             "receipts": 0,
           *             "amount": 0
           *           },
           *           "reversed": {
           *             "receipts": 0,
           *             "amount": 0
           *           },
           *           "charge": {
           *             "receipts": 0,
           *             "amount": 0
           *           },
           *           "settlement": {
           *             "receipts": 0,
           *             "amount": 0
           *           }
           *         },
           *         "differences": [
           *           {
           *             "kind": "balance_gap",
           *             "receipt": "",
           *             "ours": 700,
           *             "theirs": 0
           *           },
           *           {
           *             "kind": "ledger",
           *             "receipt": "",
           *             "ours": 700,
           *             "theirs": 0
           *           }
           *         ],
           *         "createdat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Close']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listCloses: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        shortcode?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a00000b8bc9b1c",
           *           "shortcode": "600984",
           *           "date": "2031-02-28",
           *           "agrees": false,
           *           "source": "statement",
           *           "opening": -500,
           *           "paidin": 1200,
           *           "paidout": 0,
           *           "closing": 0,
           *           "broughtforward": -500,
           *           "places": {
           *             "allocated": {
           *               "receipts": 1,
           *               "amount": 500
           *             },
           *             "credit": {
           *               "receipts": 0,
           *               "amount": 0
           *             },
           *             "suspense": {
           *               "receipts": 1,
           *               "amount": 700
           *             },
           *             "refunded": {
           *               "receipts": 0,
           *               "amount": 0
           *             },
           *             "reversed": {
           *               "receipts": 0,
           *               "amount": 0
           *             },
           *             "charge": {
           *               "receipts": 0,
           *               "amount": 0
           *             },
           *             "settlement": {
           *               "receipts": 0,
           *               "amount": 0
           *             }
           *           },
           *           "differences": [
           *             {
           *               "kind": "balance_gap",
           *               "receipt": "",
           *               "ours": 700,
           *               "theirs": 0
           *             },
           *             {
           *               "kind": "ledger",
           *               "receipt": "",
           *               "ours": 700,
           *               "theirs": 0
           *             }
           *           ],
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Close'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getCustomerStatement: {
    parameters: {
      query?: {
        /** @description First day, YYYY-MM-DD */
        from?: string
        /** @description Last day, YYYY-MM-DD; today when absent */
        to?: string
        /** @description csv gives a file for spreadsheets, pdf one for people */
        format?: 'json' | 'csv' | 'pdf'
        /** @description Of the words on the document; en when absent */
        lang?: 'en' | 'sw'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "from": "2030-12-02",
           *         "to": "2031-03-01",
           *         "currency": "KES",
           *         "opening": 0,
           *         "closing": 24500,
           *         "entries": [
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-001",
           *             "charged": 100,
           *             "paid": 0,
           *             "balance": 100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "MAN-01c1641343a0000038597056",
           *             "charged": 0,
           *             "paid": 200,
           *             "balance": -100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-002",
           *             "charged": 57420,
           *             "paid": 0,
           *             "balance": 57320
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_cancelled",
           *             "title": "Invoice cancelled",
           *             "reference": "INV-2031-002",
           *             "charged": 0,
           *             "paid": 29000,
           *             "balance": 28320
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_changed",
           *             "title": "Invoice changed",
           *             "reference": "INV-2031-002",
           *             "charged": 0,
           *             "paid": 2320,
           *             "balance": 26000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "MAN-01c1641343a00000731c0f9c",
           *             "charged": 0,
           *             "paid": 2000,
           *             "balance": 24000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_reversed",
           *             "title": "Payment reversed",
           *             "reference": "MAN-01c1641343a00000731c0f9c",
           *             "charged": 2000,
           *             "paid": 0,
           *             "balance": 26000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "UKS0000001",
           *             "charged": 0,
           *             "paid": 500,
           *             "balance": 25500
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_moved",
           *             "title": "Payment moved",
           *             "reference": "UKS0000002",
           *             "charged": 0,
           *             "paid": 700,
           *             "balance": 24800
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "credit_refunded",
           *             "title": "Credit refunded",
           *             "reference": "UKS0000002",
           *             "charged": 100,
           *             "paid": 0,
           *             "balance": 24900
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_reversed",
           *             "title": "Payment reversed",
           *             "reference": "UKS0000001",
           *             "charged": 500,
           *             "paid": 0,
           *             "balance": 25400
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_moved",
           *             "title": "Payment moved",
           *             "reference": "UKT0000002",
           *             "charged": 0,
           *             "paid": 900,
           *             "balance": 24500
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "",
           *             "charged": 0,
           *             "paid": 300,
           *             "balance": 24200
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "",
           *             "charged": 300,
           *             "paid": 0,
           *             "balance": 24500
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "",
           *             "charged": 0,
           *             "paid": 522,
           *             "balance": 23978
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "",
           *             "charged": 522,
           *             "paid": 0,
           *             "balance": 24500
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['AccountStatement']
          }
          /**
           * @example date,title,reference,charged,paid,balance
           *     2030-12-02,Opening balance,,,,0.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-001,100.00,0.00,100.00
           *     2031-03-01T08:15:00Z,Payment,MAN-01c1641343a0000038597056,0.00,200.00,-100.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-002,57420.00,0.00,57320.00
           *     2031-03-01T08:15:00Z,Invoice cancelled,INV-2031-002,0.00,29000.00,28320.00
           *     2031-03-01T08:15:00Z,Invoice changed,INV-2031-002,0.00,2320.00,26000.00
           *     2031-03-01T08:15:00Z,Payment,MAN-01c1641343a00000731c0f9c,0.00,2000.00,24000.00
           *     2031-03-01T08:15:00Z,Payment reversed,MAN-01c1641343a00000731c0f9c,2000.00,0.00,26000.00
           *     2031-03-01T08:15:00Z,Payment,UKS0000001,0.00,500.00,25500.00
           *     2031-03-01T08:15:00Z,Payment moved,UKS0000002,0.00,700.00,24800.00
           *     2031-03-01T08:15:00Z,Credit refunded,UKS0000002,100.00,0.00,24900.00
           *     2031-03-01T08:15:00Z,Payment reversed,UKS0000001,500.00,0.00,25400.00
           *     2031-03-01T08:15:00Z,Payment moved,UKT0000002,0.00,900.00,24500.00
           *     2031-03-01T08:15:00Z,Adjustment,,0.00,300.00,24200.00
           *     2031-03-01T08:15:00Z,Adjustment undone,,300.00,0.00,24500.00
           *     2031-03-01T08:15:00Z,Adjustment,,0.00,522.00,23978.00
           *     2031-03-01T08:15:00Z,Adjustment undone,,522.00,0.00,24500.00
           *     2031-03-01,Closing balance,,,,24500.00
           */
          'text/csv': string
          'application/pdf': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAccountStatement: {
    parameters: {
      query?: {
        /** @description First day, YYYY-MM-DD */
        from?: string
        /** @description Last day, YYYY-MM-DD; today when absent */
        to?: string
        /** @description csv gives a file for spreadsheets, pdf one for people */
        format?: 'json' | 'csv' | 'pdf'
        /** @description Of the words on the document; en when absent */
        lang?: 'en' | 'sw'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "from": "2030-12-02",
           *         "to": "2031-03-01",
           *         "currency": "KES",
           *         "opening": 0,
           *         "closing": 25100,
           *         "entries": [
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-001",
           *             "charged": 100,
           *             "paid": 0,
           *             "balance": 100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "MAN-01c1641343a0000038597056",
           *             "charged": 0,
           *             "paid": 200,
           *             "balance": -100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-002",
           *             "charged": 57420,
           *             "paid": 0,
           *             "balance": 57320
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_cancelled",
           *             "title": "Invoice cancelled",
           *             "reference": "INV-2031-002",
           *             "charged": 0,
           *             "paid": 29000,
           *             "balance": 28320
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_changed",
           *             "title": "Invoice changed",
           *             "reference": "INV-2031-002",
           *             "charged": 0,
           *             "paid": 2320,
           *             "balance": 26000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "MAN-01c1641343a00000731c0f9c",
           *             "charged": 0,
           *             "paid": 2000,
           *             "balance": 24000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_reversed",
           *             "title": "Payment reversed",
           *             "reference": "MAN-01c1641343a00000731c0f9c",
           *             "charged": 2000,
           *             "paid": 0,
           *             "balance": 26000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "UKS0000001",
           *             "charged": 0,
           *             "paid": 500,
           *             "balance": 25500
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_reversed",
           *             "title": "Payment reversed",
           *             "reference": "UKS0000001",
           *             "charged": 500,
           *             "paid": 0,
           *             "balance": 26000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_moved",
           *             "title": "Payment moved",
           *             "reference": "UKT0000002",
           *             "charged": 0,
           *             "paid": 900,
           *             "balance": 25100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "",
           *             "charged": 0,
           *             "paid": 300,
           *             "balance": 24800
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "",
           *             "charged": 300,
           *             "paid": 0,
           *             "balance": 25100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "",
           *             "charged": 0,
           *             "paid": 522,
           *             "balance": 24578
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "",
           *             "charged": 522,
           *             "paid": 0,
           *             "balance": 25100
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['AccountStatement']
          }
          /**
           * @example date,title,reference,charged,paid,balance
           *     2030-12-02,Opening balance,,,,0.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-001,100.00,0.00,100.00
           *     2031-03-01T08:15:00Z,Payment,MAN-01c1641343a0000038597056,0.00,200.00,-100.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-002,57420.00,0.00,57320.00
           *     2031-03-01T08:15:00Z,Invoice cancelled,INV-2031-002,0.00,29000.00,28320.00
           *     2031-03-01T08:15:00Z,Invoice changed,INV-2031-002,0.00,2320.00,26000.00
           *     2031-03-01T08:15:00Z,Payment,MAN-01c1641343a00000731c0f9c,0.00,2000.00,24000.00
           *     2031-03-01T08:15:00Z,Payment reversed,MAN-01c1641343a00000731c0f9c,2000.00,0.00,26000.00
           *     2031-03-01T08:15:00Z,Payment,UKS0000001,0.00,500.00,25500.00
           *     2031-03-01T08:15:00Z,Payment reversed,UKS0000001,500.00,0.00,26000.00
           *     2031-03-01T08:15:00Z,Payment moved,UKT0000002,0.00,900.00,25100.00
           *     2031-03-01T08:15:00Z,Adjustment,,0.00,300.00,24800.00
           *     2031-03-01T08:15:00Z,Adjustment undone,,300.00,0.00,25100.00
           *     2031-03-01T08:15:00Z,Adjustment,,0.00,522.00,24578.00
           *     2031-03-01T08:15:00Z,Adjustment undone,,522.00,0.00,25100.00
           *     2031-03-01,Closing balance,,,,25100.00
           */
          'text/csv': string
          'application/pdf': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAgingReport: {
    parameters: {
      query?: {
        /** @description YYYY-MM-DD; today when absent */
        date?: string
        /** @description csv gives a file for spreadsheets */
        format?: 'json' | 'csv'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge"
           *           },
           *           "accountid": "01c1641343a00000114edc1b",
           *           "accountno": "H3JK6FC",
           *           "notdue": 25140,
           *           "days1to30": 0,
           *           "days31to60": 0,
           *           "days61to90": 0,
           *           "over90": 0,
           *           "total": 25140
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['AgedAccount'][]
          }
          /**
           * @example customer,accountno,notdue,days1to30,days31to60,days61to90,over90,total
           *     Baraka Njoroge,H3JK6FC,25140.00,0.00,0.00,0.00,0.00,25140.00
           */
          'text/csv': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getOwedReport: {
    parameters: {
      query?: {
        /** @description YYYY-MM-DD; today when absent */
        date?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "notdue": 25140,
           *         "days1to30": 0,
           *         "days31to60": 0,
           *         "days61to90": 0,
           *         "over90": 0,
           *         "total": 25140,
           *         "accounts": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Owed']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getCollectedReport: {
    parameters: {
      query?: {
        /** @description First day, YYYY-MM-DD */
        from?: string
        /** @description Last day, YYYY-MM-DD; today when absent */
        to?: string
        /** @description csv gives a file for spreadsheets */
        format?: 'json' | 'csv'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "date": "2031-02-28",
           *           "channel": "mpesa",
           *           "shortcode": "600984",
           *           "payments": 1,
           *           "amount": 700
           *         },
           *         {
           *           "date": "2031-03-01",
           *           "channel": "mpesa",
           *           "shortcode": "600984",
           *           "payments": 1,
           *           "amount": 900
           *         },
           *         {
           *           "date": "2031-03-01",
           *           "channel": "manual",
           *           "shortcode": "",
           *           "payments": 1,
           *           "amount": 200
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Collected'][]
          }
          /**
           * @example date,channel,shortcode,payments,amount
           *     2031-02-28,mpesa,600984,1,700.00
           *     2031-03-01,mpesa,600984,1,900.00
           *     2031-03-01,manual,,1,200.00
           */
          'text/csv': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getChannelReport: {
    parameters: {
      query?: {
        /** @description First day, YYYY-MM-DD */
        from?: string
        /** @description Last day, YYYY-MM-DD; today when absent */
        to?: string
        /** @description csv gives a file for spreadsheets */
        format?: 'json' | 'csv'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "channel": "mpesa",
           *           "shortcode": "600984",
           *           "payments": 2,
           *           "amount": 1600
           *         },
           *         {
           *           "channel": "manual",
           *           "shortcode": "",
           *           "payments": 1,
           *           "amount": 200
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['CollectedByChannel'][]
          }
          /**
           * @example channel,shortcode,payments,amount
           *     mpesa,600984,2,1600.00
           *     manual,,1,200.00
           */
          'text/csv': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getDaysOutstandingReport: {
    parameters: {
      query?: {
        /** @description First day, YYYY-MM-DD */
        from?: string
        /** @description Last day, YYYY-MM-DD; today when absent */
        to?: string
        /** @description csv gives a file for spreadsheets */
        format?: 'json' | 'csv'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "month": "2031-03",
           *           "sales": 26200,
           *           "receivable": 25140,
           *           "days": 1,
           *           "dso": 1
           *         }
           *       ]
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['DaysSalesOutstanding'][]
          }
          /**
           * @example month,sales,receivable,days,dso
           *     2031-03,26200.00,25140.00,1,1
           */
          'text/csv': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getTrialBalance: {
    parameters: {
      query?: {
        /** @description YYYY-MM-DD; today when absent */
        date?: string
        currency?: string
        /** @description csv gives a file for spreadsheets */
        format?: 'json' | 'csv'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "date": "2031-03-01",
           *         "currency": "KES",
           *         "accounts": [
           *           {
           *             "account": "receivable",
           *             "reference": "",
           *             "title": "Receivable",
           *             "debit": 25140,
           *             "credit": 0
           *           },
           *           {
           *             "account": "mpesa",
           *             "reference": "600984",
           *             "title": "M-PESA",
           *             "debit": 1100,
           *             "credit": 0
           *           },
           *           {
           *             "account": "cash",
           *             "reference": "manual",
           *             "title": "Received by hand",
           *             "debit": 200,
           *             "credit": 0
           *           },
           *           {
           *             "account": "credit",
           *             "reference": "",
           *             "title": "Credit of customers",
           *             "debit": 0,
           *             "credit": 640
           *           },
           *           {
           *             "account": "refund",
           *             "reference": "",
           *             "title": "Refunds",
           *             "debit": 0,
           *             "credit": 100
           *           },
           *           {
           *             "account": "tax",
           *             "reference": "",
           *             "title": "Tax",
           *             "debit": 0,
           *             "credit": 3600
           *           },
           *           {
           *             "account": "opening",
           *             "reference": "",
           *             "title": "Balances brought forward",
           *             "debit": 500,
           *             "credit": 0
           *           },
           *           {
           *             "account": "sales",
           *             "reference": "",
           *             "title": "Sales",
           *             "debit": 0,
           *             "credit": 22600
           *           }
           *         ],
           *         "debit": 26940,
           *         "credit": 26940
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['TrialBalance']
          }
          /**
           * @example account,reference,title,debit,credit
           *     receivable,,Receivable,25140.00,0.00
           *     mpesa,600984,M-PESA,1100.00,0.00
           *     cash,manual,Received by hand,200.00,0.00
           *     credit,,Credit of customers,0.00,640.00
           *     refund,,Refunds,0.00,100.00
           *     tax,,Tax,0.00,3600.00
           *     opening,,Balances brought forward,500.00,0.00
           *     sales,,Sales,0.00,22600.00
           *     total,,,26940.00,26940.00
           */
          'text/csv': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAccountLedger: {
    parameters: {
      query: {
        account:
          | 'receivable'
          | 'mpesa'
          | 'cash'
          | 'bank'
          | 'withholding'
          | 'suspense'
          | 'credit'
          | 'refund'
          | 'tax'
          | 'opening'
          | 'sales'
          | 'rounding'
          | 'write_off'
          | 'fees'
        /** @description Of which billing account (its id), shortcode or tax; of all when absent */
        reference?: string
        /** @description First day, YYYY-MM-DD */
        from?: string
        /** @description Last day, YYYY-MM-DD; today when absent */
        to?: string
        currency?: string
        /** @description csv gives a file for spreadsheets */
        format?: 'json' | 'csv'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked: JSON, or with `format` a file */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "account": "receivable",
           *         "from": "2031-02-01",
           *         "to": "2031-03-01",
           *         "currency": "KES",
           *         "opening": 0,
           *         "closing": 25140,
           *         "entries": [
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-001",
           *             "against": "sales",
           *             "debit": 100,
           *             "credit": 0,
           *             "balance": 100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "MAN-01c1641343a0000038597056",
           *             "against": "cash",
           *             "debit": 0,
           *             "credit": 100,
           *             "balance": 0
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-002",
           *             "against": "sales",
           *             "debit": 25000,
           *             "credit": 0,
           *             "balance": 25000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-002",
           *             "against": "tax",
           *             "debit": 4000,
           *             "credit": 0,
           *             "balance": 29000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_cancelled",
           *             "title": "Invoice cancelled",
           *             "reference": "INV-2031-002",
           *             "against": "sales",
           *             "debit": 0,
           *             "credit": 25000,
           *             "balance": 4000
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_cancelled",
           *             "title": "Invoice cancelled",
           *             "reference": "INV-2031-002",
           *             "against": "tax",
           *             "debit": 0,
           *             "credit": 4000,
           *             "balance": 0
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-002",
           *             "against": "sales",
           *             "debit": 24500,
           *             "credit": 0,
           *             "balance": 24500
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_issued",
           *             "title": "Invoice",
           *             "reference": "INV-2031-002",
           *             "against": "tax",
           *             "debit": 3920,
           *             "credit": 0,
           *             "balance": 28420
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_changed",
           *             "title": "Invoice changed",
           *             "reference": "INV-2031-002",
           *             "against": "sales",
           *             "debit": 0,
           *             "credit": 2000,
           *             "balance": 26420
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_changed",
           *             "title": "Invoice changed",
           *             "reference": "INV-2031-002",
           *             "against": "tax",
           *             "debit": 0,
           *             "credit": 320,
           *             "balance": 26100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "MAN-01c1641343a00000731c0f9c",
           *             "against": "cash",
           *             "debit": 0,
           *             "credit": 2000,
           *             "balance": 24100
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "credit_applied",
           *             "title": "Credit used",
           *             "reference": "MAN-01c1641343a0000038597056",
           *             "against": "credit",
           *             "debit": 0,
           *             "credit": 60,
           *             "balance": 24040
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_reversed",
           *             "title": "Payment reversed",
           *             "reference": "MAN-01c1641343a00000731c0f9c",
           *             "against": "cash",
           *             "debit": 2000,
           *             "credit": 0,
           *             "balance": 26040
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_received",
           *             "title": "Payment",
           *             "reference": "UKS0000001",
           *             "against": "mpesa",
           *             "debit": 0,
           *             "credit": 500,
           *             "balance": 25540
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_reversed",
           *             "title": "Payment reversed",
           *             "reference": "UKS0000001",
           *             "against": "mpesa",
           *             "debit": 500,
           *             "credit": 0,
           *             "balance": 26040
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "payment_moved",
           *             "title": "Payment moved",
           *             "reference": "UKT0000002",
           *             "against": "suspense",
           *             "debit": 0,
           *             "credit": 900,
           *             "balance": 25140
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "INV-2031-002",
           *             "against": "write_off",
           *             "debit": 0,
           *             "credit": 300,
           *             "balance": 24840
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "INV-2031-002",
           *             "against": "write_off",
           *             "debit": 300,
           *             "credit": 0,
           *             "balance": 25140
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "INV-2031-002",
           *             "against": "sales",
           *             "debit": 0,
           *             "credit": 450,
           *             "balance": 24690
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "invoice_adjusted",
           *             "title": "Adjustment",
           *             "reference": "INV-2031-002",
           *             "against": "tax",
           *             "debit": 0,
           *             "credit": 72,
           *             "balance": 24618
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "INV-2031-002",
           *             "against": "sales",
           *             "debit": 450,
           *             "credit": 0,
           *             "balance": 25068
           *           },
           *           {
           *             "date": "2031-03-01T08:15:00Z",
           *             "type": "adjustment_reversed",
           *             "title": "Adjustment undone",
           *             "reference": "INV-2031-002",
           *             "against": "tax",
           *             "debit": 72,
           *             "credit": 0,
           *             "balance": 25140
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['AccountLedger']
          }
          /**
           * @example date,title,reference,against,debit,credit,balance
           *     2031-02-01,Opening balance,,,,,0.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-001,sales,100.00,0.00,100.00
           *     2031-03-01T08:15:00Z,Payment,MAN-01c1641343a0000038597056,cash,0.00,100.00,0.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-002,sales,25000.00,0.00,25000.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-002,tax,4000.00,0.00,29000.00
           *     2031-03-01T08:15:00Z,Invoice cancelled,INV-2031-002,sales,0.00,25000.00,4000.00
           *     2031-03-01T08:15:00Z,Invoice cancelled,INV-2031-002,tax,0.00,4000.00,0.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-002,sales,24500.00,0.00,24500.00
           *     2031-03-01T08:15:00Z,Invoice,INV-2031-002,tax,3920.00,0.00,28420.00
           *     2031-03-01T08:15:00Z,Invoice changed,INV-2031-002,sales,0.00,2000.00,26420.00
           *     2031-03-01T08:15:00Z,Invoice changed,INV-2031-002,tax,0.00,320.00,26100.00
           *     2031-03-01T08:15:00Z,Payment,MAN-01c1641343a00000731c0f9c,cash,0.00,2000.00,24100.00
           *     2031-03-01T08:15:00Z,Credit used,MAN-01c1641343a0000038597056,credit,0.00,60.00,24040.00
           *     2031-03-01T08:15:00Z,Payment reversed,MAN-01c1641343a00000731c0f9c,cash,2000.00,0.00,26040.00
           *     2031-03-01T08:15:00Z,Payment,UKS0000001,mpesa,0.00,500.00,25540.00
           *     2031-03-01T08:15:00Z,Payment reversed,UKS0000001,mpesa,500.00,0.00,26040.00
           *     2031-03-01T08:15:00Z,Payment moved,UKT0000002,suspense,0.00,900.00,25140.00
           *     2031-03-01T08:15:00Z,Adjustment,INV-2031-002,write_off,0.00,300.00,24840.00
           *     2031-03-01T08:15:00Z,Adjustment undone,INV-2031-002,write_off,300.00,0.00,25140.00
           *     2031-03-01T08:15:00Z,Adjustment,INV-2031-002,sales,0.00,450.00,24690.00
           *     2031-03-01T08:15:00Z,Adjustment,INV-2031-002,tax,0.00,72.00,24618.00
           *     2031-03-01T08:15:00Z,Adjustment undone,INV-2031-002,sales,450.00,0.00,25068.00
           *     2031-03-01T08:15:00Z,Adjustment undone,INV-2031-002,tax,72.00,0.00,25140.00
           *     2031-03-01,Closing balance,,,,,25140.00
           */
          'text/csv': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createWebhook: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "url": "https://example.com/hooks",
         *       "events": [
         *         "invoice.created"
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateWebhook']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Webhook created successfully",
           *       "data": {
           *         "_id": "01c1641343a0000029b8e030",
           *         "url": "https://example.com/hooks",
           *         "events": [
           *           "invoice.created"
           *         ],
           *         "description": "",
           *         "active": true,
           *         "status": "active",
           *         "failingsince": null,
           *         "pausedat": null,
           *         "pausereason": null,
           *         "oldsecretuntil": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "secret": "whsec_DnWxTvX4+xYyT/u+LPOUIlWFKR+DtXav+syO+Yj/oNU="
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['WebhookWithSecret']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listWebhooks: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a0000029b8e030",
           *           "url": "https://example.com/hooks",
           *           "events": [
           *             "invoice.created"
           *           ],
           *           "description": "",
           *           "active": true,
           *           "status": "active",
           *           "failingsince": null,
           *           "pausedat": null,
           *           "pausereason": null,
           *           "oldsecretuntil": null,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Webhook'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getWebhook: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a0000029b8e030",
           *         "url": "https://example.com/hooks",
           *         "events": [
           *           "invoice.created"
           *         ],
           *         "description": "",
           *         "active": true,
           *         "status": "active",
           *         "failingsince": null,
           *         "pausedat": null,
           *         "pausereason": null,
           *         "oldsecretuntil": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Webhook']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateWebhook: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "description": "The shop"
         *     }
         */
        'application/json': components['schemas']['UpdateWebhook']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Webhook updated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000029b8e030",
           *         "modified": 1,
           *         "updated": {
           *           "description": "The shop",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  rotateWebhookSecret: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "overlaphours": 24
         *     }
         */
        'application/json': components['schemas']['RotateWebhookSecret']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Secret rotated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000029b8e030",
           *         "url": "https://example.com/hooks",
           *         "events": [
           *           "invoice.created"
           *         ],
           *         "description": "The shop",
           *         "active": true,
           *         "status": "active",
           *         "failingsince": null,
           *         "pausedat": null,
           *         "pausereason": null,
           *         "oldsecretuntil": "2031-03-02T08:15:00Z",
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "secret": "whsec_9IoEQdwDliALeJlhyPH39KGQbSV8r0QlxXCqkpqOA70="
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['WebhookWithSecret']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  retireWebhookSecret: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Old secret retired successfully",
           *       "data": {
           *         "_id": "01c1641343a0000029b8e030",
           *         "url": "https://example.com/hooks",
           *         "events": [
           *           "invoice.created"
           *         ],
           *         "description": "The shop",
           *         "active": true,
           *         "status": "active",
           *         "failingsince": null,
           *         "pausedat": null,
           *         "pausereason": null,
           *         "oldsecretuntil": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Webhook']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  resumeWebhook: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Webhook resumed successfully",
           *       "data": {
           *         "_id": "01c1641343a0000029b8e030",
           *         "url": "https://example.com/hooks",
           *         "events": [
           *           "invoice.created"
           *         ],
           *         "description": "The shop",
           *         "active": true,
           *         "status": "active",
           *         "failingsince": null,
           *         "pausedat": null,
           *         "pausereason": null,
           *         "oldsecretuntil": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "queued": 2
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['WebhookResumed']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        status?: 'pending' | 'held' | 'delivered' | 'failed'
        event?:
          | 'invoice.created'
          | 'invoice.updated'
          | 'invoice.paid'
          | 'invoice.partially_paid'
          | 'invoice.overdue'
          | 'customer.created'
          | 'customer.updated'
          | 'payment.initiated'
          | 'payment.failed'
          | 'payment.claimed'
          | 'payment.completed'
          | 'payment.confirmed'
          | 'payment.held'
          | 'payment.received'
          | 'payment.allocated'
          | 'payment.unmatched'
          | 'payment.reversed'
          | 'payment.reversal_requested'
          | 'payment.reversal_failed'
          | 'payment.contradicted'
          | 'payment.contradiction_resolved'
          | 'receipt.created'
          | 'receipt.cancelled'
          | 'credit_note.created'
          | 'credit_note.reversed'
          | 'message.sent'
          | 'message.failed'
          | 'shortcode.operator_refused'
          | 'webhook.paused'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "evt_01c1641343a000004b7544b5",
           *           "event": "invoice.created",
           *           "status": "pending",
           *           "attempts": 0,
           *           "nextattemptat": "2031-03-01T08:15:00Z",
           *           "laststatus": null,
           *           "lasterror": null,
           *           "lastanswer": null,
           *           "history": [],
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "evt_01c1641343a0000036dac0c8",
           *           "event": "invoice.created",
           *           "status": "pending",
           *           "attempts": 0,
           *           "nextattemptat": "2031-03-01T08:15:00Z",
           *           "laststatus": null,
           *           "lasterror": null,
           *           "lastanswer": null,
           *           "history": [],
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Delivery'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  resendWebhookDelivery: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "deliveryid": "evt_01c1641343a000004b7544b5"
         *     }
         */
        'application/json': components['schemas']['ResendWebhookDelivery']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Delivery queued successfully",
           *       "data": {
           *         "_id": "evt_01c1641343a000004b7544b5",
           *         "event": "invoice.created",
           *         "status": "pending",
           *         "attempts": 0,
           *         "nextattemptat": "2031-03-01T08:15:00Z",
           *         "laststatus": null,
           *         "lasterror": null,
           *         "lastanswer": null,
           *         "history": [],
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Delivery']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  replayWebhookDelivery: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "from": "2031-02-01T00:00:00Z",
         *       "to": "2031-03-01T00:00:00Z"
         *     }
         */
        'application/json': components['schemas']['ReplayWebhookDelivery']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Deliveries queued successfully",
           *       "data": {
           *         "queued": 0
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['WebhookReplay']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  testWebhook: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "event": "invoice.paid"
         *     }
         */
        'application/json': components['schemas']['TestWebhook']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Test event accepted",
           *       "data": {
           *         "_id": "evt_01c1641343a00000695fb362",
           *         "event": "invoice.paid",
           *         "delivered": true,
           *         "attempt": 1,
           *         "at": "2031-03-01T08:15:00Z",
           *         "durationms": 0,
           *         "status": 204,
           *         "error": null,
           *         "answer": "",
           *         "request": {
           *           "headers": {
           *             "content-type": "application/json",
           *             "user-agent": "Kusanya",
           *             "webhook-id": "evt_01c1641343a00000695fb362",
           *             "webhook-timestamp": "1930119300",
           *             "webhook-signature": "v1,/zgAmxsv2iIeMIj4fS8v8q89rFLipLJTyCta3GM4kXg=",
           *             "x-cashfin-signature": "05d9cf6bd75f19065407198a35b6bcf50c162a7ae32232c45d3e1af8cc673286",
           *             "x-cashfin-event": "invoice.paid",
           *             "x-cashfin-delivery": "evt_01c1641343a00000695fb362",
           *             "x-cashfin-attempt": "1"
           *           },
           *           "body": "{\"id\":\"evt_01c1641343a00000695fb362\",\"event\":\"invoice.paid\",\"type\":\"invoice.paid\",\"test\":true,\"timestamp\":\"2031-03-01T08:15:00Z\",\"data\":{\"_id\":\"01c1641343a0000017cc719d\",\"invoiceno\":\"INV-2031-001\",\"title\":\"Term 1 fees\",\"status\":\"paid\",\"balance\":0,\"subtotal\":1000,\"total\":1000,\"amountpaid\":1000,\"adjusted\":0,\"rounding\":0,\"currency\":\"KES\",\"accountno\":\"K7NV3YX\",\"invoicedate\":\"2031-03-01T00:00:00Z\",\"duedate\":\"2031-04-01T00:00:00Z\",\"customer\":{\"_id\":\"01c1641343a0000004aac026\",\"name\":\"Amina Otieno\",\"email\":\"amina@example.org\",\"phone\":\"+254712345678\"},\"createdat\":\"2031-03-01T08:15:00Z\",\"updatedat\":\"2031-03-01T08:15:00Z\",\"description\":\"\",\"remark\":\"\",\"taxid\":null,\"taxamount\":0,\"discount\":0,\"discounttype\":\"fixed\",\"discountvalue\":0,\"accountid\":\"01c1641343a0000005bbd978\",\"instalments\":[],\"items\":[{\"itemid\":\"01c1641343a00000086a332d\",\"name\":\"Tuition\",\"quantity\":1,\"rate\":1000,\"total\":1000}],\"paymentlink\":{\"_id\":\"01c1641343a0000018dd3fbb\",\"shorturl\":\"https://kusanya.example.org/pay/2IOZAEzaaKZW8uiBn8ql79\",\"rawurl\":\"https://kusanya.example.org/pay/2IOZAEzaaKZW8uiBn8ql79\",\"code\":\"2IOZAEzaaKZW8uiBn8ql79\",\"status\":\"unpaid\"},\"paymentlinks\":[{\"_id\":\"01c1641343a0000018dd3fbb\",\"shorturl\":\"2IOZAEzaaKZW8uiBn8ql79\",\"rawurl\":\"https://kusanya.example.org/pay/2IOZAEzaaKZW8uiBn8ql79\",\"code\":\"2IOZAEzaaKZW8uiBn8ql79\",\"status\":\"unpaid\"}],\"qrcode\":\"https://kusanya.example.org/qr/2IOZAEzaaKZW8uiBn8ql79.png\"}}"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['WebhookTest']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listEvents: {
    parameters: {
      query?: {
        /** @description A `nextcursor` or `lastcursor`; from the beginning when absent or empty */
        cursor?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        event?:
          | 'invoice.created'
          | 'invoice.updated'
          | 'invoice.paid'
          | 'invoice.partially_paid'
          | 'invoice.overdue'
          | 'customer.created'
          | 'customer.updated'
          | 'payment.initiated'
          | 'payment.failed'
          | 'payment.claimed'
          | 'payment.completed'
          | 'payment.confirmed'
          | 'payment.held'
          | 'payment.received'
          | 'payment.allocated'
          | 'payment.unmatched'
          | 'payment.reversed'
          | 'payment.reversal_requested'
          | 'payment.reversal_failed'
          | 'payment.contradicted'
          | 'payment.contradiction_resolved'
          | 'receipt.created'
          | 'receipt.cancelled'
          | 'credit_note.created'
          | 'credit_note.reversed'
          | 'message.sent'
          | 'message.failed'
          | 'shortcode.operator_refused'
          | 'webhook.paused'
        subjectid?: string
        /** @description Happened on this day (YYYY-MM-DD, in the business’s time zone) or later; or from an instant on */
        from?: string
        /** @description Happened on this day or before; or before an instant */
        to?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "evt_01c1641343a0000008dcddb1",
           *           "event": "customer.created",
           *           "type": "customer.created",
           *           "timestamp": "2031-03-01T08:15:00Z",
           *           "subjectid": "01c1641343a00000061920f9",
           *           "data": {
           *             "_id": "01c1641343a00000061920f9",
           *             "name": "Amina Otieno",
           *             "email": "amina@example.test",
           *             "phone": "+254712345678",
           *             "country": "Kenya",
           *             "currency": "KES",
           *             "company": null,
           *             "address": null,
           *             "city": null,
           *             "type": "individual",
           *             "active": true,
           *             "language": null,
           *             "emails": "all",
           *             "sms": "all",
           *             "sourceorigin": "api",
           *             "accountno": "3VK99TJ",
           *             "balance": 0,
           *             "credit": 0,
           *             "accounts": [
           *               {
           *                 "_id": "01c1641343a00000079b7ff3",
           *                 "accountno": "3VK99TJ",
           *                 "name": null,
           *                 "isdefault": true,
           *                 "balance": 0,
           *                 "credit": 0
           *               }
           *             ],
           *             "createdat": "2031-03-01T08:15:00Z",
           *             "updatedat": "2031-03-01T08:15:00Z"
           *           }
           *         },
           *         {
           *           "_id": "evt_01c1641343a000001261aa5f",
           *           "event": "customer.created",
           *           "type": "customer.created",
           *           "timestamp": "2031-03-01T08:15:00Z",
           *           "subjectid": "01c1641343a0000010e1df82",
           *           "data": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge",
           *             "email": "baraka@example.com",
           *             "phone": "+254722000111",
           *             "country": "Kenya",
           *             "currency": "KES",
           *             "company": null,
           *             "address": null,
           *             "city": null,
           *             "type": "individual",
           *             "active": true,
           *             "language": null,
           *             "emails": "all",
           *             "sms": "all",
           *             "sourceorigin": "api",
           *             "accountno": "H3JK6FC",
           *             "balance": 0,
           *             "credit": 0,
           *             "accounts": [
           *               {
           *                 "_id": "01c1641343a00000114edc1b",
           *                 "accountno": "H3JK6FC",
           *                 "name": null,
           *                 "isdefault": true,
           *                 "balance": 0,
           *                 "credit": 0
           *               }
           *             ],
           *             "createdat": "2031-03-01T08:15:00Z",
           *             "updatedat": "2031-03-01T08:15:00Z"
           *           }
           *         }
           *       ],
           *       "nextcursor": "ZXZlbnQgMg",
           *       "lastcursor": "ZXZlbnQgMg"
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Event'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            /** @description Where this answer ends: keep it, and ask from there later */
            lastcursor: string
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getEvent: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "evt_01c1641343a0000008dcddb1",
           *         "event": "customer.created",
           *         "type": "customer.created",
           *         "timestamp": "2031-03-01T08:15:00Z",
           *         "subjectid": "01c1641343a00000061920f9",
           *         "data": {
           *           "_id": "01c1641343a00000061920f9",
           *           "name": "Amina Otieno",
           *           "email": "amina@example.test",
           *           "phone": "+254712345678",
           *           "country": "Kenya",
           *           "currency": "KES",
           *           "company": null,
           *           "address": null,
           *           "city": null,
           *           "type": "individual",
           *           "active": true,
           *           "language": null,
           *           "emails": "all",
           *           "sms": "all",
           *           "sourceorigin": "api",
           *           "accountno": "3VK99TJ",
           *           "balance": 0,
           *           "credit": 0,
           *           "accounts": [
           *             {
           *               "_id": "01c1641343a00000079b7ff3",
           *               "accountno": "3VK99TJ",
           *               "name": null,
           *               "isdefault": true,
           *               "balance": 0,
           *               "credit": 0
           *             }
           *           ],
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         "deliveries": []
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['EventWithDeliveries']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  addInvoiceAdjustment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "kind": "write_off",
         *       "amount": 300,
         *       "reason": "Agreed on the phone"
         *     }
         */
        'application/json': components['schemas']['AddInvoiceAdjustment']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Adjustment recorded successfully",
           *       "data": {
           *         "adjustment": {
           *           "_id": "01c1641343a000010e83da4e",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "kind": "write_off",
           *           "amount": 300,
           *           "taxamount": 0,
           *           "withheld": null,
           *           "certificateno": "",
           *           "certificatedate": "",
           *           "reason": "Agreed on the phone",
           *           "status": "standing",
           *           "createdat": "2031-03-01T08:15:00Z"
           *         },
           *         "invoice": {
           *           "_id": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "title": "Rent for March",
           *           "status": "partially_paid",
           *           "balance": 24840,
           *           "subtotal": 25000,
           *           "total": 26100,
           *           "amountpaid": 960,
           *           "adjusted": 300,
           *           "currency": "KES",
           *           "accountno": "H3JK6FC",
           *           "invoicedate": "2031-03-01T00:00:00Z",
           *           "duedate": "2031-03-31T00:00:00Z",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge",
           *             "email": "baraka@example.com",
           *             "phone": "+254722000111"
           *           },
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z",
           *           "description": "",
           *           "remark": "",
           *           "taxid": "01c1641343a000000e93a8b4",
           *           "taxamount": 3600,
           *           "rounding": 0,
           *           "discount": 2500,
           *           "discounttype": "percentage",
           *           "discountvalue": 10,
           *           "accountid": "01c1641343a00000114edc1b",
           *           "items": [
           *             {
           *               "itemid": "01c1641343a000000aa0ba31",
           *               "name": "Website Development",
           *               "quantity": 1,
           *               "rate": 25000,
           *               "total": 25000
           *             }
           *           ],
           *           "instalments": [],
           *           "paymentlink": {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "partially_paid"
           *           },
           *           "paymentlinks": [
           *             {
           *               "_id": "01c1641343a00000482e162e",
           *               "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *               "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *               "code": "Sy8UEkEnibCSRrETLgmZgE",
           *               "status": "partially_paid"
           *             }
           *           ],
           *           "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['AdjustmentOutcome']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  reverseInvoiceAdjustment: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "adjustmentid": "01c1641343a000010e83da4e",
         *       "reason": "Paid after all"
         *     }
         */
        'application/json': components['schemas']['ReverseInvoiceAdjustment']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Adjustment reversed successfully",
           *       "data": {
           *         "adjustment": {
           *           "_id": "01c1641343a000010e83da4e",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "kind": "write_off",
           *           "amount": 300,
           *           "taxamount": 0,
           *           "withheld": null,
           *           "certificateno": "",
           *           "certificatedate": "",
           *           "reason": "Agreed on the phone",
           *           "status": "reversed",
           *           "createdat": "2031-03-01T08:15:00Z"
           *         },
           *         "invoice": {
           *           "_id": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "title": "Rent for March",
           *           "status": "partially_paid",
           *           "balance": 25140,
           *           "subtotal": 25000,
           *           "total": 26100,
           *           "amountpaid": 960,
           *           "adjusted": 0,
           *           "currency": "KES",
           *           "accountno": "H3JK6FC",
           *           "invoicedate": "2031-03-01T00:00:00Z",
           *           "duedate": "2031-03-31T00:00:00Z",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge",
           *             "email": "baraka@example.com",
           *             "phone": "+254722000111"
           *           },
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z",
           *           "description": "",
           *           "remark": "",
           *           "taxid": "01c1641343a000000e93a8b4",
           *           "taxamount": 3600,
           *           "rounding": 0,
           *           "discount": 2500,
           *           "discounttype": "percentage",
           *           "discountvalue": 10,
           *           "accountid": "01c1641343a00000114edc1b",
           *           "items": [
           *             {
           *               "itemid": "01c1641343a000000aa0ba31",
           *               "name": "Website Development",
           *               "quantity": 1,
           *               "rate": 25000,
           *               "total": 25000
           *             }
           *           ],
           *           "instalments": [],
           *           "paymentlink": {
           *             "_id": "01c1641343a00000482e162e",
           *             "shorturl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *             "code": "Sy8UEkEnibCSRrETLgmZgE",
           *             "status": "partially_paid"
           *           },
           *           "paymentlinks": [
           *             {
           *               "_id": "01c1641343a00000482e162e",
           *               "shorturl": "Sy8UEkEnibCSRrETLgmZgE",
           *               "rawurl": "https://kusanya.example.org/pay/Sy8UEkEnibCSRrETLgmZgE",
           *               "code": "Sy8UEkEnibCSRrETLgmZgE",
           *               "status": "partially_paid"
           *             }
           *           ],
           *           "qrcode": "https://kusanya.example.org/qr/Sy8UEkEnibCSRrETLgmZgE.png"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['AdjustmentOutcome']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listInvoiceAdjustments: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000010e83da4e",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "kind": "write_off",
           *           "amount": 300,
           *           "taxamount": 0,
           *           "withheld": null,
           *           "certificateno": "",
           *           "certificatedate": "",
           *           "reason": "Agreed on the phone",
           *           "status": "reversed",
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Adjustment'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createCreditNote: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "invoiceid": "01c1641343a0000047ee47bd",
         *       "reason": "A week without water",
         *       "items": [
         *         {
         *           "line": 1,
         *           "amount": 500
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateCreditNote']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Credit note created successfully",
           *       "data": {
           *         "_id": "01c1641343a000011aba9fb9",
           *         "creditnoteno": "CN-2031-001",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge"
           *         },
           *         "status": "issued",
           *         "items": [
           *           {
           *             "line": 1,
           *             "name": "Website Development",
           *             "quantity": null,
           *             "amount": 500
           *           }
           *         ],
           *         "amount": 522,
           *         "taxamount": 72,
           *         "currency": "KES",
           *         "reason": "A week without water",
           *         "createdat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['CreditNote']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listCreditNotes: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        invoiceid?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000011aba9fb9",
           *           "creditnoteno": "CN-2031-001",
           *           "invoiceid": "01c1641343a0000047ee47bd",
           *           "invoiceno": "INV-2031-002",
           *           "customer": {
           *             "_id": "01c1641343a0000010e1df82",
           *             "name": "Baraka Njoroge"
           *           },
           *           "status": "issued",
           *           "items": [
           *             {
           *               "line": 1,
           *               "name": "Website Development",
           *               "quantity": null,
           *               "amount": 500
           *             }
           *           ],
           *           "amount": 522,
           *           "taxamount": 72,
           *           "currency": "KES",
           *           "reason": "A week without water",
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['CreditNote'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getCreditNote: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a000011aba9fb9",
           *         "creditnoteno": "CN-2031-001",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge"
           *         },
           *         "status": "issued",
           *         "items": [
           *           {
           *             "line": 1,
           *             "name": "Website Development",
           *             "quantity": null,
           *             "amount": 500
           *           }
           *         ],
           *         "amount": 522,
           *         "taxamount": 72,
           *         "currency": "KES",
           *         "reason": "A week without water",
           *         "createdat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['CreditNote']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  reverseCreditNote: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "It was two days"
         *     }
         */
        'application/json': components['schemas']['ReverseCreditNote']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Credit note reversed successfully",
           *       "data": {
           *         "_id": "01c1641343a000011aba9fb9",
           *         "creditnoteno": "CN-2031-001",
           *         "invoiceid": "01c1641343a0000047ee47bd",
           *         "invoiceno": "INV-2031-002",
           *         "customer": {
           *           "_id": "01c1641343a0000010e1df82",
           *           "name": "Baraka Njoroge"
           *         },
           *         "status": "cancelled",
           *         "items": [
           *           {
           *             "line": 1,
           *             "name": "Website Development",
           *             "quantity": null,
           *             "amount": 500
           *           }
           *         ],
           *         "amount": 522,
           *         "taxamount": 72,
           *         "currency": "KES",
           *         "reason": "A week without water",
           *         "createdat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['CreditNote']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getInvoicePdf: {
    parameters: {
      query?: {
        /** @description Of the words on the document; en when absent */
        lang?: 'en' | 'sw'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The bytes of a file, with its name in Content-Disposition */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  zipInvoicePdfs: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "ids": [
         *         "01c1641343a0000047ee47bd"
         *       ]
         *     }
         */
        'application/json': components['schemas']['ZipInvoicePdfs']
      }
    }
    responses: {
      /** @description The bytes of a file, with its name in Content-Disposition */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/zip': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getReceiptPdf: {
    parameters: {
      query?: {
        /** @description Of the words on the document; en when absent */
        lang?: 'en' | 'sw'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The bytes of a file, with its name in Content-Disposition */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getCreditNotePdf: {
    parameters: {
      query?: {
        /** @description Of the words on the document; en when absent */
        lang?: 'en' | 'sw'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The bytes of a file, with its name in Content-Disposition */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/pdf': string
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listAuditLines: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        /** @description invoice, payment, credit_note, customer, account, payment_link, business or api_key */
        type?: string
        subjectid?: string
        /** @description About him, his accounts, or what was billed to them and paid by them */
        customerid?: string
        /** @description The same of one account */
        accountid?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000010c3a6929",
           *           "actor": "api key …Xcu3",
           *           "action": "payment.release",
           *           "subject": {
           *             "type": "payment",
           *             "_id": "01c1641343a00000fbf1816b"
           *           },
           *           "reason": "She showed the message",
           *           "before": {
           *             "status": "held"
           *           },
           *           "after": {
           *             "status": "completed",
           *             "confirmed": false
           *           },
           *           "createdat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a00000eb7dbff8",
           *           "actor": "api key …Xcu3",
           *           "action": "payment.resolve_contradiction",
           *           "subject": {
           *             "type": "payment",
           *             "_id": "01c1641343a00000a01479e0"
           *           },
           *           "reason": "The statement says 500",
           *           "before": {
           *             "amount": 500,
           *             "contradictedby": 450
           *           },
           *           "after": {
           *             "kept": "ours",
           *             "amount": 500,
           *             "transactionid": "01c1641343a00000a01479e0"
           *           },
           *           "createdat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": "MTkzMDExOTMwMDAwMC4wMWMxNjQxMzQzYTAwMDAwZWI3ZGJmZjg",
           *       "pagination": {
           *         "total": 7,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 4
           *       },
           *       "meta": {
           *         "total": 7,
           *         "page": 1,
           *         "limit": 2,
           *         "pages": 4
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['AuditLine'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  inviteUser: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "email": "bursar@school.example",
         *       "name": "Wanjiru Kamau",
         *       "role": "cashier"
         *     }
         */
        'application/json': components['schemas']['InviteUser']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "User invited successfully",
           *       "data": {
           *         "_id": "01c1641343a0000144d73528",
           *         "email": "bursar@school.example",
           *         "name": "Wanjiru Kamau",
           *         "role": "cashier",
           *         "status": "invited",
           *         "totp": false,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "invitationurl": "https://kusanya.example.org/invitation/Cj-G0w3DFcpPWqLvORrbP6NjH29lDT-69qwudXgX1bE"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['InvitedUser']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listUsers: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a0000144d73528",
           *           "email": "bursar@school.example",
           *           "name": "Wanjiru Kamau",
           *           "role": "cashier",
           *           "status": "invited",
           *           "totp": false,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a000014037f9cf",
           *           "email": "head@school.example",
           *           "name": "Achieng Odhiambo",
           *           "role": "owner",
           *           "status": "invited",
           *           "totp": false,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['User'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getUser: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a0000144d73528",
           *         "email": "bursar@school.example",
           *         "name": "Wanjiru Kamau",
           *         "role": "cashier",
           *         "status": "invited",
           *         "totp": false,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['User']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateUser: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "role": "accountant"
         *     }
         */
        'application/json': components['schemas']['UpdateUser']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "User updated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000144d73528",
           *         "modified": 1,
           *         "updated": {
           *           "role": "accountant",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  removeUser: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "User removed successfully",
           *       "data": {
           *         "_id": "01c1641343a0000144d73528",
           *         "email": "bursar@school.example",
           *         "name": "Wanjiru Kamau",
           *         "role": "accountant",
           *         "status": "invited",
           *         "totp": false,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['User']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getSettings: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a0000001c3ea1b",
           *         "name": "Mwangaza Academy",
           *         "whenpushunknown": "resend",
           *         "matchthreshold": 0.99,
           *         "accountnumbers": "checked",
           *         "accountprefixes": [],
           *         "validationpolicy": "known_only",
           *         "cents": "keep",
           *         "allocationorder": "oldest_due",
           *         "creditpaysinvoices": false,
           *         "invoicechannels": [],
           *         "reminderchannels": [],
           *         "receiptchannels": [],
           *         "reminderdays": [
           *           -3,
           *           0,
           *           7
           *         ],
           *         "quietfrom": "20:00",
           *         "quietuntil": "08:00",
           *         "messagelanguage": "en",
           *         "letterhead": null,
           *         "confirmedabove": 500,
           *         "smssender": null,
           *         "currency": "KES",
           *         "timezone": "Africa/Nairobi",
           *         "availablechannels": [
           *           "sms"
           *         ]
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Settings']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateSettings: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "confirmedabove": 500,
         *       "validationpolicy": "known_only"
         *     }
         */
        'application/json': components['schemas']['UpdateSettings']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Settings updated successfully",
           *       "data": {
           *         "_id": "01c1641343a0000001c3ea1b",
           *         "modified": 1,
           *         "updated": {
           *           "confirmedabove": 500,
           *           "validationpolicy": "known_only"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['UpdatedSettings']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getNumbers: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "numbering": "yearly",
           *         "invoice": {
           *           "next": 1842,
           *           "number": "INV-2031-1842"
           *         },
           *         "creditnote": {
           *           "next": 2,
           *           "number": "CN-2031-002"
           *         },
           *         "receipt": {
           *           "next": 6,
           *           "number": "RCP-2031-006"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Numbers']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateNumbers: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "invoice": 1842
         *     }
         */
        'application/json': components['schemas']['UpdateNumbers']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Numbers updated successfully",
           *       "data": {
           *         "numbering": "yearly",
           *         "invoice": {
           *           "next": 1842,
           *           "number": "INV-2031-1842"
           *         },
           *         "creditnote": {
           *           "next": 2,
           *           "number": "CN-2031-002"
           *         },
           *         "receipt": {
           *           "next": 6,
           *           "number": "RCP-2031-006"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Numbers']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getLogo: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "type": "image/png",
           *         "width": 1,
           *         "height": 1,
           *         "image": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPgL8v7DwADfgHzdoFzYAAAAABJRU5ErkJggg==",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Logo']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  setLogo: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "image": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPgL8v7DwADfgHzdoFzYAAAAABJRU5ErkJggg=="
         *     }
         */
        'application/json': components['schemas']['SetLogo']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Logo set successfully",
           *       "data": {
           *         "type": "image/png",
           *         "width": 1,
           *         "height": 1,
           *         "image": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mPgL8v7DwADfgHzdoFzYAAAAABJRU5ErkJggg==",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Logo']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  removeLogo: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Logo removed successfully",
           *       "data": {
           *         "removed": true
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['RemovedLogo']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  connectShortcode: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "shortcode": "174379",
         *       "environment": "sandbox",
         *       "consumerkey": "demo",
         *       "consumersecret": "demo",
         *       "passkey": "bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919",
         *       "email": "bursar@school.example",
         *       "officialcontact": "0722 000111"
         *     }
         */
        'application/json': components['schemas']['ConnectShortcode']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Shortcode connected successfully",
           *       "data": {
           *         "_id": "174379",
           *         "shortcode": "174379",
           *         "environment": "sandbox",
           *         "status": "connected",
           *         "consumerkey": "••••••••",
           *         "consumersecret": "••••••••",
           *         "passkey": "••••••••",
           *         "email": "bursar@school.example",
           *         "officialcontact": "0722 000111",
           *         "optedin": true,
           *         "urlsregistered": true,
           *         "pulledto": null,
           *         "pullproblem": "",
           *         "operator": null,
           *         "test": null,
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "disconnectedat": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Shortcode']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['Unavailable']
    }
  }
  listShortcodes: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "600984",
           *           "shortcode": "600984",
           *           "environment": "sandbox",
           *           "status": "connected",
           *           "consumerkey": "••••••••",
           *           "consumersecret": "••••••••",
           *           "passkey": "••••••••",
           *           "email": "bills@example.test",
           *           "officialcontact": "0700000000",
           *           "optedin": true,
           *           "urlsregistered": true,
           *           "pulledto": "2031-03-01T08:15:00.000Z",
           *           "pullproblem": "",
           *           "operator": null,
           *           "test": null,
           *           "createdat": "2031-03-01T08:15:00.000Z",
           *           "disconnectedat": null
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 1,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['Shortcode'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getShortcode: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        /** @description The shortcode */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "174379",
           *         "shortcode": "174379",
           *         "environment": "sandbox",
           *         "status": "connected",
           *         "consumerkey": "••••••••",
           *         "consumersecret": "••••••••",
           *         "passkey": "••••••••",
           *         "email": "bursar@school.example",
           *         "officialcontact": "0722 000111",
           *         "optedin": true,
           *         "urlsregistered": true,
           *         "pulledto": null,
           *         "pullproblem": "",
           *         "operator": {
           *           "name": "collections",
           *           "securitycredential": "••••••••",
           *           "status": "untried",
           *           "problem": ""
           *         },
           *         "test": {
           *           "transactionid": "01c1641343a0000162ae1ece",
           *           "status": "pending",
           *           "message": "",
           *           "phone": "254722333444",
           *           "askedat": "2031-03-01T08:15:00.000Z"
           *         },
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "disconnectedat": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Shortcode']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  setShortcodeOperator: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        /** @description The shortcode */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "collections",
         *       "securitycredential": "Q3JlZGVudGlhbAQ3JlZGVudGlhbAQ3JlZGVudGlhbAQ3JlZGVudGlhbAQ3JlZGVudGlhbAQ3JlZGVudGlhbAQ3JlZGVudGlhbAQ3JlZGVudGlhbA"
         *     }
         */
        'application/json': components['schemas']['SetShortcodeOperator']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Operator set successfully",
           *       "data": {
           *         "_id": "174379",
           *         "shortcode": "174379",
           *         "environment": "sandbox",
           *         "status": "connected",
           *         "consumerkey": "••••••••",
           *         "consumersecret": "••••••••",
           *         "passkey": "••••••••",
           *         "email": "bursar@school.example",
           *         "officialcontact": "0722 000111",
           *         "optedin": true,
           *         "urlsregistered": true,
           *         "pulledto": null,
           *         "pullproblem": "",
           *         "operator": {
           *           "name": "collections",
           *           "securitycredential": "••••••••",
           *           "status": "untried",
           *           "problem": ""
           *         },
           *         "test": null,
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "disconnectedat": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Shortcode']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  testShortcode: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        /** @description The shortcode */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "phone": "0722 333444"
         *     }
         */
        'application/json': components['schemas']['TestShortcode']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "The phone was asked",
           *       "data": {
           *         "_id": "174379",
           *         "shortcode": "174379",
           *         "environment": "sandbox",
           *         "status": "connected",
           *         "consumerkey": "••••••••",
           *         "consumersecret": "••••••••",
           *         "passkey": "••••••••",
           *         "email": "bursar@school.example",
           *         "officialcontact": "0722 000111",
           *         "optedin": true,
           *         "urlsregistered": true,
           *         "pulledto": null,
           *         "pullproblem": "",
           *         "operator": {
           *           "name": "collections",
           *           "securitycredential": "••••••••",
           *           "status": "untried",
           *           "problem": ""
           *         },
           *         "test": {
           *           "transactionid": "01c1641343a0000162ae1ece",
           *           "status": "pending",
           *           "message": "",
           *           "phone": "254722333444",
           *           "askedat": "2031-03-01T08:15:00.000Z"
           *         },
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "disconnectedat": null
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Shortcode']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['Unavailable']
    }
  }
  disconnectShortcode: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        /** @description The shortcode */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "We bank elsewhere now"
         *     }
         */
        'application/json': components['schemas']['DisconnectShortcode']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "Shortcode disconnected successfully",
           *       "data": {
           *         "_id": "174379",
           *         "shortcode": "174379",
           *         "environment": "sandbox",
           *         "status": "disconnected",
           *         "consumerkey": "",
           *         "consumersecret": "",
           *         "passkey": "",
           *         "email": "bursar@school.example",
           *         "officialcontact": "0722 000111",
           *         "optedin": false,
           *         "urlsregistered": true,
           *         "pulledto": null,
           *         "pullproblem": "",
           *         "operator": null,
           *         "test": {
           *           "transactionid": "01c1641343a0000162ae1ece",
           *           "status": "pending",
           *           "message": "",
           *           "phone": "254722333444",
           *           "askedat": "2031-03-01T08:15:00.000Z"
           *         },
           *         "createdat": "2031-03-01T08:15:00.000Z",
           *         "disconnectedat": "2031-03-01T08:15:00.000Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Shortcode']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createKey: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Till 2",
         *       "scopes": [
         *         "read"
         *       ]
         *     }
         */
        'application/json': components['schemas']['CreateKey']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "API key created successfully",
           *       "data": {
           *         "_id": "01c1641343a000014ef1a1ca",
           *         "name": "Till 2",
           *         "lastfour": "gcy2",
           *         "scopes": [
           *           "read"
           *         ],
           *         "status": "active",
           *         "expiresat": null,
           *         "lastusedat": null,
           *         "revokedat": null,
           *         "replacedby": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "secret": "cs_test_gwy1tii1O6EKoLSBAlqq5B4MFrXtby0Rdlgcy2"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['ApiKeyMade']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listKeys: {
    parameters: {
      query?: {
        /** @description From 1; newest first */
        page?: string
        /** @description At most 100; 10 when absent */
        limit?: string
        /** @description Instead of `page`: empty for the start, then each answer’s `nextcursor`. Stable while things are added */
        cursor?: string
        status?: 'active' | 'expired' | 'revoked'
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": [
           *         {
           *           "_id": "01c1641343a000014ef1a1ca",
           *           "name": "Till 2",
           *           "lastfour": "gcy2",
           *           "scopes": [
           *             "read"
           *           ],
           *           "status": "active",
           *           "expiresat": null,
           *           "lastusedat": null,
           *           "revokedat": null,
           *           "replacedby": null,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         },
           *         {
           *           "_id": "01c1641343a00000029d5525",
           *           "name": "First key",
           *           "lastfour": "Xcu3",
           *           "scopes": [
           *             "read",
           *             "write",
           *             "payments"
           *           ],
           *           "status": "active",
           *           "expiresat": null,
           *           "lastusedat": "2031-03-01T08:15:00Z",
           *           "revokedat": null,
           *           "replacedby": null,
           *           "createdat": "2031-03-01T08:15:00Z",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       ],
           *       "nextcursor": null,
           *       "pagination": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       },
           *       "meta": {
           *         "total": 2,
           *         "page": 1,
           *         "limit": 10,
           *         "pages": 1
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            data: components['schemas']['ApiKey'][]
            /** @description `cursor` for what follows; null at the end */
            nextcursor: string | null
            pagination: components['schemas']['PageBlock']
            meta: components['schemas']['PageBlock']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getKey: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "_id": "01c1641343a000014ef1a1ca",
           *         "name": "Till 2",
           *         "lastfour": "gcy2",
           *         "scopes": [
           *           "read"
           *         ],
           *         "status": "active",
           *         "expiresat": null,
           *         "lastusedat": null,
           *         "revokedat": null,
           *         "replacedby": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['ApiKey']
          }
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateKey: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "Till 3"
         *     }
         */
        'application/json': components['schemas']['UpdateKey']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "API key updated successfully",
           *       "data": {
           *         "_id": "01c1641343a000014ef1a1ca",
           *         "modified": 1,
           *         "updated": {
           *           "name": "Till 3",
           *           "updatedat": "2031-03-01T08:15:00Z"
           *         }
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Updated']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  rotateKey: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "overlaphours": 1
         *     }
         */
        'application/json': components['schemas']['RotateKey']
      }
    }
    responses: {
      /** @description As asked */
      201: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "API key rotated successfully",
           *       "data": {
           *         "_id": "01c1641343a00001557f9eb7",
           *         "name": "Till 3",
           *         "lastfour": "pOp0",
           *         "scopes": [
           *           "read"
           *         ],
           *         "status": "active",
           *         "expiresat": null,
           *         "lastusedat": null,
           *         "revokedat": null,
           *         "replacedby": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z",
           *         "secret": "cs_test_STKgcxLDRPvIo08WCLzSZQZcjq8EkielbGpOp0"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['ApiKeyMade']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  revokeKey: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description For 24 hours a repeat with the same key gets the same answer, and nothing is done again
         * @example 8c1f0a7e-6c1d-4c8e-9f64-1f1f5b0a2d11
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "Lost"
         *     }
         */
        'application/json': components['schemas']['RevokeKey']
      }
    }
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          'Idempotent-Replayed': components['headers']['Replayed']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "message": "API key revoked successfully",
           *       "data": {
           *         "_id": "01c1641343a00001557f9eb7",
           *         "name": "Till 3",
           *         "lastfour": "pOp0",
           *         "scopes": [
           *           "read"
           *         ],
           *         "status": "revoked",
           *         "expiresat": null,
           *         "lastusedat": null,
           *         "revokedat": "2031-03-01T08:15:00Z",
           *         "replacedby": null,
           *         "createdat": "2031-03-01T08:15:00Z",
           *         "updatedat": "2031-03-01T08:15:00Z"
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['ApiKey']
          }
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      413: components['responses']['TooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getBill: {
    parameters: {
      query?: {
        request?: string
        claim?: string
      }
      header?: {
        /**
         * @description Comes back with the answer, and is in our log: up to 200 visible ASCII characters
         * @example order-1042
         */
        'X-Request-ID'?: components['parameters']['RequestId']
      }
      path: {
        code: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description As asked */
      200: {
        headers: {
          'X-Request-ID': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "success": true,
           *       "data": {
           *         "business": "Mwangaza Academy",
           *         "title": "School trip",
           *         "invoiceno": null,
           *         "status": "unpaid",
           *         "currency": "KES",
           *         "total": 1600,
           *         "amountpaid": 0,
           *         "balance": 1600,
           *         "duenow": 1600,
           *         "duedate": null,
           *         "instalments": [],
           *         "paybill": "600984",
           *         "accountno": "T9P2M7M",
           *         "items": [],
           *         "payments": [],
           *         "held": 0
           *       }
           *     }
           */
          'application/json': {
            success: boolean
            message?: string
            data: components['schemas']['Bill']
          }
        }
      }
      400: components['responses']['BadRequest']
      404: components['responses']['NotFound']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
}
