/** Every reason for which we do not do what a caller asked. The wording and the HTTP status live in server/src/http/refusals.ts. */
export const refusalCodes = [
  'account_not_found',
  'account_of_another_customer',
  'adjustment_not_found',
  'adjustment_of_credit_note',
  'adjustment_reversed',
  'amount_exceeds_balance',
  'amount_exceeds_payment',
  'amount_not_positive',
  'amount_not_whole_shillings',
  'api_key_last',
  'api_key_limit_reached',
  'api_key_not_active',
  'api_key_not_found',
  'api_key_rotated',
  'api_key_unknown',
  'certificate_missing',
  'channel_unknown',
  'credit_in_shillings',
  'credit_insufficient',
  'credit_note_exceeds_line',
  'credit_note_not_found',
  'csv_malformed',
  'currency_differs',
  'currency_not_of_mpesa',
  'cursor_unreadable',
  'customer_not_found',
  'customer_not_in_business',
  'daraja_not_connected',
  'daraja_refused',
  'date_unreadable',
  'day_not_over',
  'delivery_not_found',
  'destination_missing',
  'discount_exceeds_balance',
  'discount_exceeds_subtotal',
  'discount_percentage_too_large',
  'expiry_past',
  'idempotency_key_in_use',
  'idempotency_key_reused',
  'idempotency_key_too_long',
  'invoice_adjusted',
  'invoice_cancelled',
  'invoice_has_money',
  'invoice_has_payments',
  'invoice_not_found',
  'invoice_not_issued',
  'invoice_not_overdue',
  'invoice_of_nothing',
  'invoice_paid',
  'invoice_past_due',
  'invoice_without_payments',
  'line_not_found',
  'link_not_found',
  'link_of_invoice',
  'no_items',
  'not_found',
  'nothing_to_update',
  'part_payment_too_large',
  'payment_held',
  'payment_not_found',
  'payment_not_held',
  'payment_not_matched',
  'payment_not_on_invoice',
  'payment_not_unmatched',
  'payment_recorded_by_hand',
  'payment_reference_taken',
  'payment_refunded',
  'payment_request_too_soon',
  'payment_reversed',
  'phone_invalid',
  'product_missing',
  'product_not_found',
  'rate_limited',
  'receipt_not_found',
  'rounding_too_large',
  'scope_missing',
  'scope_not_held',
  'shortcode_unknown',
  'sku_taken',
  'statement_not_found',
  'statement_of_another_shortcode',
  'statement_unreadable',
  'tax_not_found',
  'text_not_storable',
  'total_too_large',
  'webhook_inactive',
  'webhook_limit_reached',
  'webhook_not_found',
  'webhook_url_refused',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** The caller asked for something we will not do. The code is stable; `about` fills the holes of its wording. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  readonly about: Record<string, string>

  constructor(code: RefusalCode, about: Record<string, string> = {}) {
    super(code)
    this.code = code
    this.about = about
  }
}

export function refuse(code: RefusalCode, about: Record<string, string> = {}): never {
  throw new Refusal(code, about)
}
