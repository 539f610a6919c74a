import type { Money } from '@kusanya/domain/money.ts'
import type { Part, Road } from '@kusanya/domain/payment.ts'

/** A report that money arrived, whichever road it came by, before we know whether it is news. */
export type Arrival = {
  road: Road
  channel: 'mpesa' | 'manual'
  /** The Paybill that got it; empty for money that a clerk recorded. */
  shortcode: string
  receipt: string
  amount: Money
  /** M-PESA moves KES only; a clerk may have been given something else. */
  currency: string
  /** What the payer typed as account number. */
  accountTyped: string | null
  /** As reported: `254…`, masked, or a hash. */
  phone: string | null
  payerName: string | null
  paidAt: Date | null
  note: string | null
  /** How a clerk received it: cash, cheque, bank. */
  method?: string
  callbackId: string | null
  /** The link through which the phone was asked to pay, its invoice, and what was to be for which bill, if for several. */
  asked: { linkId: string; invoiceId: string | null; parts: Part[] } | null
}

/** A payment that was news, and what it is about. */
export type Payment = Arrival & { id: string; paidAt: Date }
