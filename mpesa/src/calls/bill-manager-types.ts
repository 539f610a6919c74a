/** Shapes of the Bill Manager calls. Names and types are those of the published client documentation. */

export interface BillManagerOptInRequest {
  /** Paybill, 5-7 digits. */
  shortcode: string
  email: string
  /** Phone printed on invoices and receipts; any Kenyan form. */
  officialContact: string
  /** '1': SMS reminders 7 and 3 days before the due date and on the day. */
  sendReminders: '1' | '0'
  /** Where Safaricom posts payment notifications. */
  callbackUrl: string
  /** JPEG, by URL. */
  logo?: string
}

export type BillManagerUpdateOptInRequest = BillManagerOptInRequest

export interface BillManagerInvoiceItem {
  itemName: string
  /** Whole KES. */
  amount: number
}

export interface BillManagerSingleInvoiceRequest {
  /** Your unique invoice id: what duplicates are told by, and what cancels. */
  externalReference: string
  billedFullName: string
  /** Safaricom number that gets the SMS; any Kenyan form. */
  billedPhoneNumber: string
  /** Such as 'January 2024'. */
  billedPeriod: string
  invoiceName: string
  /** `YYYY-MM-DD HH:MM:SS` (or only the day), Nairobi time. */
  dueDate: string
  /** What the customer types as account number at the Paybill; at most 20 characters. */
  accountReference: string
  /** Whole KES, at least 1. */
  amount: number
  /** If given, they must add up to `amount`. */
  invoiceItems?: BillManagerInvoiceItem[]
}

export interface BillManagerBulkInvoiceRequest {
  /** 1 to 1,000. */
  invoices: BillManagerSingleInvoiceRequest[]
}

export interface BillManagerCancelInvoiceRequest {
  externalReference: string
}

export interface BillManagerCancelBulkInvoiceRequest {
  externalReferences: string[]
}

/** What Safaricom posts to your callback URL; `parseBillPayment` reads it. */
export interface BillManagerPaymentNotification {
  /** M-PESA receipt. */
  transactionId: string
  /** KES, such as '2500'. */
  paidAmount: string
  msisdn: string
  /** `YYYY-MM-DD`. */
  dateCreated: string
  accountReference: string
  shortCode: string
}

export interface BillManagerReconciliationRequest {
  /** `YYYY-MM-DD`. */
  paymentDate: string
  /** Whole KES as text, such as '2500'. */
  paidAmount: string
  accountReference: string
  transactionId: string
  phoneNumber: string
  fullName: string
  invoiceName: string
  externalReference: string
}

export interface BillManagerOptInResponse {
  /** Keep it: pass it as `billManagerAppKey`. Absent when the answer that held it was lost and a repeat found you registered. */
  app_key?: string
  resmsg: string
  rescode: string
}

export interface BillManagerResponse {
  /** Such as 'Invoice sent successfully'. */
  Status_Message?: string
  resmsg: string
  /** Always '200': anything else is thrown as PesafyError. */
  rescode: string
  errors?: unknown[]
}

export type BillManagerUpdateOptInResponse = BillManagerResponse
export type BillManagerSingleInvoiceResponse = BillManagerResponse
export type BillManagerBulkInvoiceResponse = BillManagerResponse
export type BillManagerCancelInvoiceResponse = BillManagerResponse
export type BillManagerReconciliationResponse = BillManagerResponse
