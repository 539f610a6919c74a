import { invoiceBodies, invoiceBody, mostRows } from './bill-manager-invoice.ts'
import type {
  BillManagerBulkInvoiceRequest,
  BillManagerCancelBulkInvoiceRequest,
  BillManagerCancelInvoiceRequest,
  BillManagerOptInRequest,
  BillManagerOptInResponse,
  BillManagerReconciliationRequest,
  BillManagerResponse,
  BillManagerSingleInvoiceRequest,
} from './bill-manager-types.ts'
import { Checks } from '../check.ts'
import { type Call, type Connection, rescode200 } from '../connection.ts'
import { isAlreadyRegistered, isDuplicateReference } from '../error.ts'
import type { CallOptions } from '../options.ts'

/** The app key goes out under both spellings libraries use: Safaricom's docs ask for the header without naming it. */
function billCall(connection: Connection, name: string, path: string, body: unknown, repeatable: boolean): Call {
  const key = connection.settings.billManagerAppKey
  const headers: Record<string, string> = key ? { app_key: key, appKey: key } : {}
  return { name, path: `/v1/billmanager-invoice/${path}`, body, success: rescode200, repeatable, headers }
}

function optInBody(connection: Connection, name: string, request: BillManagerOptInRequest) {
  const check = new Checks()
  const contact = check.phone('officialContact', request.officialContact)
  const logo = check.optionalText('logo', request.logo, 500_000)
  const body = {
    shortcode: check.shortCode('shortcode', request.shortcode),
    email: check.email('email', request.email),
    officialContact: contact.replace(/^254/, '0'),
    sendReminders: check.oneOf('sendReminders', request.sendReminders, ['1', '0']),
    ...(logo === undefined ? {} : { logo }),
    callbackurl: check.url('callbackUrl', request.callbackUrl, connection.settings.environment),
  }
  check.done(name)
  return body
}

/** A repeat that finds the shortcode registered after an attempt without an answer is a success, but without an `app_key`. */
export async function billManagerOptIn(
  connection: Connection,
  request: BillManagerOptInRequest,
  options?: CallOptions,
) {
  const body = optInBody(connection, 'billManagerOptIn', request)
  const call = billCall(connection, 'billManagerOptIn', 'optin', body, true)
  const value: BillManagerOptInResponse = { resmsg: 'Success', rescode: '200' }
  return connection.post<BillManagerOptInResponse>(
    { ...call, arrived: { value, isProof: isAlreadyRegistered } },
    options,
  )
}

export async function updateOptIn(connection: Connection, request: BillManagerOptInRequest, options?: CallOptions) {
  const body = optInBody(connection, 'updateOptIn', request)
  const call = billCall(connection, 'updateOptIn', 'change-optin-details', body, true)
  return connection.post<BillManagerResponse>(call, options)
}

/**
 * Safe to repeat: Safaricom refuses an `externalReference` it has. Such a refusal of a *repeat* means that the attempt
 * without an answer had arrived, and is a success; of a first attempt it is an error, for then somebody else used it.
 */
export async function sendInvoice(
  connection: Connection,
  request: BillManagerSingleInvoiceRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const body = invoiceBody(check, request)
  check.done('sendInvoice')
  const call = billCall(connection, 'sendInvoice', 'single-invoicing', body, true)
  const arrived = { Status_Message: 'Invoice sent by an earlier attempt', resmsg: 'Success', rescode: '200' }
  return connection.post<BillManagerResponse>(
    { ...call, arrived: { value: arrived, isProof: isDuplicateReference } },
    options,
  )
}

/**
 * Never repeated by itself: one answer stands for up to 1,000 invoices, so that after an unknown end a duplicate would not
 * tell which of them arrived. Resolve an unknown end row by row with `sendInvoice` and the same references.
 */
export async function sendBulkInvoices(
  connection: Connection,
  request: BillManagerBulkInvoiceRequest,
  options?: CallOptions,
) {
  const bodies = invoiceBodies('sendBulkInvoices', request.invoices)
  const call = billCall(connection, 'sendBulkInvoices', 'bulk-invoicing', bodies, false)
  return connection.post<BillManagerResponse>(call, options)
}

/** `/change-invoice`: named in Safaricom's go-live mails; by older docs only the items may change. */
export async function changeInvoice(
  connection: Connection,
  request: BillManagerSingleInvoiceRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const body = invoiceBody(check, request)
  check.done('changeInvoice')
  const call = billCall(connection, 'changeInvoice', 'change-invoice', body, true)
  return connection.post<BillManagerResponse>(call, options)
}

export async function changeInvoices(
  connection: Connection,
  request: BillManagerBulkInvoiceRequest,
  options?: CallOptions,
) {
  const bodies = invoiceBodies('changeInvoices', request.invoices)
  const call = billCall(connection, 'changeInvoices', 'change-invoices', bodies, true)
  return connection.post<BillManagerResponse>(call, options)
}

export async function cancelInvoice(
  connection: Connection,
  request: BillManagerCancelInvoiceRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const body = { externalReference: check.text('externalReference', request.externalReference) }
  check.done('cancelInvoice')
  const call = billCall(connection, 'cancelInvoice', 'cancel-single-invoice', body, true)
  return connection.post<BillManagerResponse>(call, options)
}

export async function cancelBulkInvoices(
  connection: Connection,
  request: BillManagerCancelBulkInvoiceRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const bodies = check.rows('externalReferences', request.externalReferences, mostRows).map((reference, row) => {
    check.inRow(row)
    return { externalReference: check.text('externalReference', reference) }
  })
  check.done('cancelBulkInvoices')
  const call = billCall(connection, 'cancelBulkInvoices', 'cancel-bulk-invoices', bodies, true)
  return connection.post<BillManagerResponse>(call, options)
}

/** Tells Bill Manager that a payment was booked; Safaricom then texts the customer an e-receipt. */
export async function reconcilePayment(
  connection: Connection,
  request: BillManagerReconciliationRequest,
  options?: CallOptions,
) {
  const check = new Checks()
  const body = {
    paymentDate: check.day('paymentDate', request.paymentDate),
    paidAmount: check.amountText('paidAmount', request.paidAmount),
    accountReference: check.text('accountReference', request.accountReference),
    transactionId: check.text('transactionId', request.transactionId),
    phoneNumber: check.phone('phoneNumber', request.phoneNumber),
    fullName: check.text('fullName', request.fullName),
    invoiceName: check.text('invoiceName', request.invoiceName),
    externalReference: check.text('externalReference', request.externalReference),
  }
  check.done('reconcilePayment')
  const call = billCall(connection, 'reconcilePayment', 'reconciliation', body, true)
  return connection.post<BillManagerResponse>(call, options)
}
