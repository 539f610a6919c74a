import type { LedgerAccount } from '../ledger/post.ts'
import type { Payment } from './arrival.ts'

/** Where a part of a payment lies. */
export type Place = {
  target: 'invoice' | 'credit' | 'link' | 'suspense' | 'refund'
  invoiceId: string | null
  accountId: string | null
  linkId: string | null
}

/** The account of the ledger that money received on this channel is in. */
export function receivedIn({ channel, shortcode }: Pick<Payment, 'channel' | 'shortcode'>): LedgerAccount {
  return channel === 'mpesa' ? { kind: 'mpesa', ref: shortcode } : { kind: 'cash', ref: 'manual' }
}

/** The account of the ledger that a place stands for. */
export function ledgerAccountOf({ target, accountId }: Pick<Place, 'target' | 'accountId'>): LedgerAccount {
  switch (target) {
    case 'invoice':
      return { kind: 'receivable', ref: accountId ?? '' }
    case 'credit':
      return { kind: 'credit', ref: accountId ?? '' }
    case 'link':
      return { kind: 'sales', ref: '' }
    case 'suspense':
      return { kind: 'suspense', ref: '' }
    case 'refund':
      return { kind: 'refund', ref: '' }
  }
}

export function onInvoice(invoice: { id: string; account: { id: string } }): Place {
  return { target: 'invoice', invoiceId: invoice.id, accountId: invoice.account.id, linkId: null }
}

/** Waiting for a person who knows whose it is. */
export const asSuspense: Place = { target: 'suspense', invoiceId: null, accountId: null, linkId: null }

export function asCredit(accountId: string): Place {
  return { target: 'credit', invoiceId: null, accountId, linkId: null }
}

/** Where the rest lies when invoices take no more: credit is kept in shillings, and what is over of another currency waits. */
export function leftOver(accountId: string, currency: string): Place {
  if (currency === 'KES') return asCredit(accountId)
  return { target: 'suspense', invoiceId: null, accountId: null, linkId: null }
}
