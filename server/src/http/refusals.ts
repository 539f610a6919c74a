import type { Refusal, RefusalCode } from '@kusanya/domain/refusal.ts'

/** The one place where a refusal meets its HTTP status and its published wording. */
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
  certificate_missing: { status: 400, error: 'A withholding needs withheld (vat or income) and certificateno' },
  channel_unknown: { status: 400, error: 'Invalid channel. Use mpesa' },
  credit_in_shillings: { status: 409, error: 'Credit is in KES: it cannot pay an invoice in another currency' },
  credit_insufficient: { status: 409, error: 'The account has less credit than that' },
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
  daraja_not_connected: { status: 409, error: 'No M-PESA shortcode is connected to this business' },
  daraja_refused: { status: 502, error: 'M-PESA did not accept the request: {reason}' },
  date_unreadable: {
    status: 400,
    error: 'Invalid {field} format. Use ISO 8601 format (YYYY-MM-DD or YYYY-MM-DDTHH:MM:SSZ)',
  },
  day_not_over: { status: 409, error: 'This day is not over: it can be closed when the next one has begun' },
  delivery_not_found: { status: 404, error: 'Delivery not found' },
  discount_exceeds_balance: { status: 400, error: 'Discount exceeds the unpaid balance' },
  discount_exceeds_subtotal: { status: 400, error: 'Discount exceeds the subtotal' },
  discount_percentage_too_large: { status: 400, error: 'A percentage discount must not exceed 100' },
  expiry_past: { status: 400, error: 'expiresat must be in the future' },
  idempotency_key_in_use: { status: 409, error: 'The first request with this Idempotency-Key is still running' },
  idempotency_key_reused: { status: 409, error: 'Idempotency-Key was already used with a different request' },
  idempotency_key_too_long: { status: 400, error: 'Idempotency-Key must be 1 to 255 characters' },
  invoice_adjusted: { status: 409, error: 'Invoice has adjustments: reverse them first' },
  invoice_cancelled: { status: 409, error: 'Invoice is cancelled' },
  invoice_has_money: { status: 409, error: 'Partially or fully paid invoices cannot be cancelled' },
  invoice_has_payments: { status: 409, error: 'Invoice has recorded payments' },
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
  link_not_found: { status: 404, error: 'Payment link not found' },
  link_of_invoice: { status: 409, error: 'This payment link belongs to an invoice: change the invoice instead' },
  no_items: { status: 400, error: 'At least one item is required' },
  not_found: { status: 404, error: 'Not found' },
  nothing_to_update: { status: 400, error: 'No valid fields to update' },
  part_payment_too_large: {
    status: 400,
    error: 'amountpaid must be less than the balance; use status paid for all of it',
  },
  payment_not_found: { status: 404, error: 'Transaction not found' },
  payment_not_on_invoice: { status: 409, error: 'None of this payment is there to be moved' },
  payment_reference_taken: { status: 409, error: 'A payment with this reference is already recorded on this invoice' },
  payment_refunded: { status: 409, error: 'Part of this payment was refunded' },
  payment_request_too_soon: {
    status: 409,
    error: 'A request was sent to this phone a moment ago. Answer it, or wait two minutes before the next one',
  },
  payment_reversed: { status: 409, error: 'Payment was already reversed' },
  phone_invalid: { status: 400, error: '{field} must be a Kenyan mobile number such as 254712345678' },
  product_missing: { status: 404, error: 'Product not found' },
  product_not_found: { status: 404, error: 'product not found: {itemid}' },
  rounding_too_large: { status: 400, error: 'A rounding must be less than one shilling' },
  rate_limited: { status: 429, error: 'Rate limit exceeded. Please try again later.' },
  receipt_not_found: { status: 404, error: 'Receipt not found' },
  scope_missing: { status: 403, error: 'Insufficient permissions: this needs an API key with the scope {scope}' },
  scope_not_held: {
    status: 403,
    error: 'Insufficient permissions: an API key cannot give or change what it does not hold itself',
  },
  shortcode_unknown: { status: 404, error: 'Shortcode not found' },
  sku_taken: { status: 409, error: 'A product with this sku already exists' },
  statement_not_found: { status: 404, error: 'Statement not found' },
  statement_of_another_shortcode: { status: 400, error: 'This is the statement of shortcode {shortcode}' },
  statement_unreadable: {
    status: 400,
    error: 'No header line found: the file must have the columns Receipt No., Completion Time, Paid In and Withdrawn',
  },
  tax_not_found: { status: 404, error: 'Tax not found' },
  text_not_storable: { status: 400, error: '{field} holds characters that cannot be stored' },
  total_too_large: { status: 400, error: 'The total is too large' },
  webhook_inactive: { status: 409, error: 'Webhook is not active. Set active to true first' },
  webhook_limit_reached: { status: 409, error: 'A business may have at most 50 webhook endpoints' },
  webhook_not_found: { status: 404, error: 'Webhook not found' },
  webhook_url_refused: { status: 400, error: 'Invalid url: {reason}' },
}

export type RefusalBody = { success: false; error: string; message?: string; retry_after?: number }

export function presentRefusal({ code, about }: Refusal): { status: number; body: RefusalBody } {
  const { status, error } = refusals[code]
  const filled = error.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? '')
  // The published 401 has `message` where every other error has `error`: both are sent.
  const retry = status === 429 && { retry_after: Number(about['seconds']) }
  return { status, body: { success: false, error: filled, ...(status === 401 && { message: filled }), ...retry } }
}
