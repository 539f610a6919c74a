import type { Refusal, RefusalCode } from '@kusanya/domain/refusal.ts'
import type { Language } from '../pay-page/words.ts'
import { kiswahili } from './refusals-kiswahili.ts'
import { inKiswahili } from './sentences-kiswahili.ts'

/** The one place where a refusal meets its HTTP status and its published wording. Its Kiswahili: refusals-kiswahili.ts. */
export const refusals: Record<RefusalCode, { status: number; error: string }> = {
  account_not_found: { status: 404, error: 'Account not found' },
  account_of_another_customer: { status: 400, error: 'accountid belongs to another customer' },
  adjustment_not_found: { status: 404, error: 'Adjustment not found' },
  adjustment_of_credit_note: {
    status: 409,
    error: 'This adjustment is a credit note: reverse the credit note instead',
  },
  adjustment_reversed: { status: 409, error: 'Adjustment was already reversed' },
  amount_exceeds_balance: { status: 400, error: 'Amount exceeds the invoice balance' },
  amount_exceeds_payment: { status: 400, error: 'Amount exceeds what is there of the payment' },
  amount_not_positive: { status: 400, error: '{field} must be greater than 0' },
  amount_not_whole_shillings: { status: 400, error: 'amount must be whole shillings: M-PESA takes no cents' },
  api_key_last: {
    status: 409,
    error: 'This is the last API key with every scope and no expiry: make another one first',
  },
  api_key_limit_reached: { status: 409, error: 'A business may have at most 100 active API keys' },
  api_key_not_active: { status: 409, error: 'API key is revoked or has expired' },
  api_key_not_found: { status: 404, error: 'API key not found' },
  api_key_rotated: { status: 409, error: 'API key was already rotated' },
  api_key_unknown: { status: 401, error: 'Unauthorized access!' },
  business_not_found: { status: 404, error: 'Business not found' },
  certificate_missing: { status: 400, error: 'A withholding needs withheld (vat or income) and certificateno' },
  channel_unknown: { status: 400, error: 'Invalid channel. Use mpesa' },
  code_wanted: { status: 403, error: 'Enter the code of your authenticator' },
  code_wrong: { status: 403, error: 'This code is wrong or was used before. Wait for the next one' },
  contradiction_not_found: { status: 404, error: 'Contradiction not found' },
  contradiction_resolved: { status: 409, error: 'Decided already: {actor} kept {kept}' },
  credit_in_shillings: { status: 409, error: 'Credit is in KES: it cannot pay an invoice in another currency' },
  credit_insufficient: { status: 409, error: 'The account has less credit than that' },
  credit_leaving: {
    status: 409,
    error: 'M-PESA is being asked to give back a payment that this credit is of: wait for its answer',
  },
  credit_note_exceeds_line: { status: 400, error: 'A credit note must not exceed what is left of line {line}: {left}' },
  credit_note_not_found: { status: 404, error: 'Credit note not found' },
  csv_malformed: { status: 400, error: 'The CSV is malformed in row {row}: a quote is not closed where its cell ends' },
  currency_differs: {
    status: 409,
    error: 'This payment is in {currency}: it cannot pay an invoice in another currency',
  },
  currency_not_of_mpesa: { status: 409, error: 'M-PESA moves KES only' },
  cursor_unreadable: { status: 400, error: 'Invalid cursor. Use the nextcursor of the answer before' },
  customer_not_found: { status: 404, error: 'Customer not found' },
  customer_not_in_business: { status: 404, error: 'Customer not found in this business' },
  daraja_keys_wrong: {
    status: 400,
    error: 'M-PESA takes no such consumer key and secret: they are of one Daraja app, and of this environment',
  },
  daraja_not_connected: { status: 409, error: 'No M-PESA shortcode is connected to this business' },
  daraja_passkey_wrong: { status: 400, error: 'M-PESA does not take this passkey for this shortcode' },
  daraja_product_missing: {
    status: 409,
    error:
      'M-PESA lets this Daraja app not do that: add Bill Manager, C2B and M-PESA Express to it on the Daraja portal',
  },
  daraja_refused: { status: 502, error: 'M-PESA did not accept the request: {reason}' },
  daraja_shortcode_unknown: { status: 400, error: 'M-PESA knows no such Paybill of this Daraja app' },
  daraja_silent: { status: 502, error: 'M-PESA did not answer as it should: {reason}. Send it again' },
  daraja_urls_taken: {
    status: 409,
    error:
      'M-PESA announces payments of this shortcode at another address already: have that removed on the Daraja portal, then connect again. Bills go out and payments are pulled meanwhile',
  },
  date_unreadable: {
    status: 400,
    error: 'Invalid {field} format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)',
  },
  day_not_over: { status: 409, error: 'This day is not over: it can be closed when the next one has begun' },
  delivery_not_found: { status: 404, error: 'Delivery not found' },
  destination_missing: { status: 400, error: 'Send accountid or invoiceid' },
  discount_exceeds_balance: { status: 400, error: 'Discount exceeds the unpaid balance' },
  discount_exceeds_subtotal: { status: 400, error: 'Discount exceeds the subtotal' },
  discount_percentage_too_large: { status: 400, error: 'A percentage discount must not exceed 100' },
  event_not_found: { status: 404, error: 'Event not found' },
  expiry_past: { status: 400, error: 'expiresat must be in the future' },
  idempotency_key_in_use: { status: 409, error: 'The first request with this Idempotency-Key is still running' },
  idempotency_key_reused: { status: 409, error: 'Idempotency-Key was already used with a different request' },
  idempotency_key_too_long: { status: 400, error: 'Idempotency-Key must be 1 to 255 characters' },
  instalments_end_otherwise: { status: 400, error: 'The last instalment must be due on the duedate' },
  instalments_not_ascending: { status: 400, error: 'Each instalment must be due after the one before' },
  instalments_not_total: { status: 400, error: 'Instalments add up to {sum}, the total is {total}' },
  instalments_not_whole: { status: 400, error: 'Instalments must be whole shillings, as the total is' },
  invoice_adjusted: { status: 409, error: 'Invoice has adjustments: reverse them first' },
  invoice_cancelled: { status: 409, error: 'Invoice is cancelled' },
  invoice_changed_meanwhile: {
    status: 409,
    error: 'Invoice was changed meanwhile: nothing was saved. Look at it as it is now, then change it again',
  },
  invoice_has_money: { status: 409, error: 'Partially or fully paid invoices cannot be cancelled' },
  invoice_has_payments: { status: 409, error: 'Invoice has recorded payments' },
  invoice_not_draft: { status: 409, error: 'Only a draft can be rewritten: this invoice was issued or cancelled' },
  invoice_not_found: { status: 404, error: 'Invoice not found' },
  invoice_not_issued: { status: 409, error: 'Invoice is a draft: issue it first' },
  invoice_not_overdue: {
    status: 409,
    error: 'Invoice is not overdue: an open invoice becomes overdue when its duedate passes',
  },
  invoice_of_nothing: { status: 409, error: 'Invoice has nothing to pay: its total is 0' },
  invoice_paid: { status: 409, error: 'Invoice is already paid' },
  invoice_past_due: {
    status: 409,
    error: 'Invoice is past its due date: it stays overdue until it is paid or its duedate is moved',
  },
  invoice_without_payments: {
    status: 409,
    error: 'Invoice has no part payment: record one, or send amountpaid with the amount received',
  },
  line_not_found: { status: 400, error: 'Invoice has no line {line}' },
  link_ended: { status: 404, error: 'This link has ended or was used. Ask for a new one' },
  link_not_found: { status: 404, error: 'Payment link not found' },
  logo_not_found: { status: 404, error: 'The business has no logo' },
  logo_too_large: { status: 400, error: 'A logo has at most 64 KB and 2,000 pixels a side' },
  logo_unreadable: {
    status: 400,
    error: 'This picture cannot be used: it is {reason}. Save it as an ordinary PNG or JPEG',
  },
  link_of_invoice: { status: 409, error: 'This payment link belongs to an invoice: change the invoice instead' },
  message_not_sendable: { status: 409, error: 'This cannot be sent: {reason}' },
  message_title_missing: { status: 400, error: 'A mail needs a title' },
  message_waiting: { status: 409, error: 'Such a message is being sent, or went a moment ago' },
  no_business_left: { status: 403, error: 'You no longer have access to any business' },
  no_items: { status: 400, error: 'At least one item is required' },
  not_found: { status: 404, error: 'Not found' },
  not_signed_in: { status: 401, error: 'Please sign in' },
  nothing_to_update: { status: 400, error: 'No valid fields to update' },
  operator_missing: {
    status: 409,
    error:
      'M-PESA gives money back for an operator only, and takes none for this shortcode: connect it again with an operator that may reverse',
  },
  operator_unreadable: {
    status: 400,
    error: 'An operator needs securitycredential, or password with certificate, Safaricom’s of this environment in PEM',
  },
  part_payment_too_large: {
    status: 400,
    error: 'amountpaid must be less than the balance; use status paid for all of it',
  },
  payment_held: { status: 409, error: 'Payment is held until M-PESA confirms it: release it first' },
  passkey_missing: { status: 409, error: 'Phones cannot be asked without a passkey: connect the shortcode with one' },
  password_too_common: { status: 400, error: 'This password is too easy to guess. Use a longer one, or several words' },
  password_too_long: { status: 400, error: 'A password has at most {most} characters' },
  password_too_short: { status: 400, error: 'A password has at least {least} characters' },
  password_wrong: { status: 403, error: 'This is not your password' },
  payment_not_found: { status: 404, error: 'Transaction not found' },
  payment_not_held: { status: 409, error: 'Payment is not held' },
  payment_not_matched: { status: 409, error: 'Nothing of this payment lies on an account' },
  payment_not_of_mpesa: { status: 409, error: 'Only what M-PESA received can be given back by M-PESA' },
  payment_not_on_invoice: { status: 409, error: 'None of this payment is there to be moved' },
  payment_not_unmatched: { status: 409, error: 'Nothing of this payment is unmatched' },
  payment_recorded_by_hand: { status: 409, error: 'Recorded by hand: take it back instead' },
  payment_reference_taken: { status: 409, error: 'A payment with this reference is already recorded on this invoice' },
  payment_refunded: { status: 409, error: 'Part of this payment was refunded' },
  payment_request_too_soon: {
    status: 409,
    error: 'A request was sent to this phone a moment ago. Answer it, or wait two minutes before the next one',
  },
  payment_reversed: { status: 409, error: 'Payment was already reversed' },
  phone_invalid: { status: 400, error: '{field} must be a Kenyan mobile number such as 254712345678' },
  placeholder_unknown: { status: 400, error: '{{name}} is no placeholder of these messages. Use {known}' },
  product_missing: { status: 404, error: 'Product not found' },
  product_not_found: { status: 404, error: 'product not found: {itemid}' },
  public_url_not_https: {
    status: 409,
    error: 'M-PESA calls https addresses only: this server has to be reached by one (KUSANYA_PUBLIC_URL)',
  },
  rate_limited: { status: 429, error: 'Rate limit exceeded. Please try again later.' },
  receipt_not_found: { status: 404, error: 'Receipt not found' },
  replay_too_large: { status: 400, error: 'More than 50,000 events: choose a shorter span of time, or fewer events' },
  request_from_elsewhere: { status: 403, error: 'This request did not come from the pages of this server' },
  role_missing: { status: 403, error: 'Your role here is {role}: only {able} may do this' },
  reversal_running: { status: 409, error: 'M-PESA is being asked to give this payment back: wait for its answer' },
  rounding_too_large: { status: 400, error: 'A rounding must be less than one shilling' },
  scope_missing: { status: 403, error: 'Insufficient permissions: this needs an API key with the scope {scope}' },
  scope_not_held: {
    status: 403,
    error: 'Insufficient permissions: an API key cannot give or change what it does not hold itself',
  },
  shortcode_disconnected: { status: 409, error: 'This shortcode is disconnected: connect it again first' },
  shortcode_unknown: { status: 404, error: 'Shortcode not found' },
  sign_in_too_soon: { status: 429, error: 'Too many attempts. Try again in {seconds} seconds' },
  sign_in_wrong: { status: 401, error: 'E-mail or password is wrong' },
  sku_taken: { status: 409, error: 'A product with this sku already exists' },
  statement_file_missing: { status: 400, error: 'Send the statement in one of csv and xlsx' },
  statement_not_found: { status: 404, error: 'Statement not found' },
  statement_of_another_shortcode: { status: 400, error: 'This is the statement of shortcode {shortcode}' },
  statement_unreadable: {
    status: 400,
    error: 'No header line found: the file must have the columns Receipt No., Completion Time, Paid In and Withdrawn',
  },
  tax_not_found: { status: 404, error: 'Tax not found' },
  text_not_storable: { status: 400, error: '{field} holds characters that cannot be stored' },
  total_too_large: { status: 400, error: 'The total is too large' },
  totp_already: { status: 409, error: 'A second factor is already set up: remove it first' },
  user_already_member: { status: 409, error: 'This person already has access' },
  user_last_owner: { status: 409, error: 'A business needs an owner: make somebody else one first' },
  user_not_found: { status: 404, error: 'User not found' },
  webhook_inactive: { status: 409, error: 'Webhook is not active. Set active to true first' },
  webhook_limit_reached: { status: 409, error: 'A business may have at most 50 webhook endpoints' },
  webhook_not_found: { status: 404, error: 'Webhook not found' },
  webhook_not_paused: { status: 409, error: 'Webhook is not paused' },
  webhook_paused: { status: 409, error: 'Webhook is paused: resume it first' },
  webhook_secret_not_rotating: { status: 409, error: 'There is no old secret: it was retired, or its time is over' },
  webhook_url_refused: { status: 400, error: 'Invalid url: {reason}' },
  workbook_encrypted: { status: 400, error: 'The workbook has a password: save it without one' },
  workbook_outdated: { status: 400, error: 'This is an old Excel file (.xls): save it as .xlsx or CSV' },
  workbook_too_large: {
    status: 400,
    error:
      'The workbook is too large: at most {rows} rows, {columns} columns, {sheets} sheets and {megabytes} MB unpacked',
  },
  workbook_unreadable: { status: 400, error: 'The file is not an Excel workbook (.xlsx) that can be read' },
}

export type RefusalBody = { success: false; error: string; message?: string; retry_after?: number }

/** In English unless Kiswahili is asked for. What has no Kiswahili, as what M-PESA said, stays as it is. */
export function presentRefusal(
  { code, about }: Refusal,
  language: Language = 'en',
): { status: number; body: RefusalBody } {
  const { status, error } = refusals[code]
  const [sentence, say] =
    language === 'sw' ? [kiswahili[code], (word: string) => inKiswahili(word) ?? word] : [error, (word: string) => word]
  const filled = sentence.replace(/\{(\w+)\}/g, (_, name: string) => say(about[name] ?? ''))
  // The published 401 has `message` where every other error has `error`: both are sent.
  const retry = status === 429 && { retry_after: Number(about['seconds']) }
  return { status, body: { success: false, error: filled, ...(status === 401 && { message: filled }), ...retry } }
}
