import type { Policy } from './matching/validate.ts'
import type { MessageSettings } from './message.ts'
import type { Money } from './money.ts'
import type { Numbering } from './numbering.ts'

/** What happens to the cents of an invoice in KES, of which M-PESA takes none. */
export const centsRules = ['keep', 'round', 'carry'] as const
export type CentsRule = (typeof centsRules)[number]

/** Whether the total of an invoice is to be whole: M-PESA takes no cents, and other currencies do not go there. */
export function isRounded(rule: CentsRule, currency: string): boolean {
  return rule === 'round' && currency === 'KES'
}

/** In which order money goes to the open invoices of an account when none was named. */
export const allocationOrders = ['oldest_due', 'newest_due', 'smallest_balance', 'largest_balance'] as const
export type AllocationOrder = (typeof allocationOrders)[number]

export const numberKinds = ['checked', 'own', 'both'] as const

/** What a business decides for itself about its money, and about what it tells its customers. */
export type BusinessSettings = MessageSettings & {
  /** From which score on a payment is applied by itself, in basis points: 9,900 is a probability of 0.99. */
  matchThreshold: number
  /** The account numbers it gives out: ours with a check character, its own, or both. */
  accountNumbers: (typeof numberKinds)[number]
  /** What its own numbers begin with and payers leave away, upper case. */
  accountPrefixes: string[]
  /** What is told to M-PESA while the payer is still on the phone. */
  validationPolicy: Policy
  cents: CentsRule
  /** How invoices, credit notes and receipts are numbered from now on. */
  numbering: Numbering
  allocationOrder: AllocationOrder
  /** Credit of an account pays its next invoice by itself, at issue. */
  creditPaysInvoices: boolean
  /** A reported payment above this waits until Safaricom has confirmed it; null acts on every report. */
  confirmedAbove: Money | null
}
