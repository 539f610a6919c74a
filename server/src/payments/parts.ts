import type { Part } from '@kusanya/domain/payment.ts'

/** What of a request's amount is for which invoice, as its row keeps it: ids and amounts, in two lists of one length. */
export function partsOf(invoiceIds: string[] | null, amounts: bigint[] | null): Part[] {
  return (invoiceIds ?? []).map((invoiceId, place) => ({ invoiceId, amount: amounts?.[place] ?? 0n }))
}
