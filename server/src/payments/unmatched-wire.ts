import { writeInstant } from '@kusanya/domain/day.ts'
import { balanceOf, writeNumber } from '@kusanya/domain/invoice.ts'
import { sayReason } from '@kusanya/domain/matching/reasons.ts'
import { toWire } from '@kusanya/domain/money.ts'
import { Type, type Static } from 'typebox'
import { maybe, named, text } from '../http/fields.ts'
import type { Suggestion } from '../matching/suggest.ts'
import type { WantedMove } from './move-payment.ts'
import { presentTransaction, TransactionOnWire, type Transaction } from './wire.ts'

export const MatchBody = Type.Object({
  accountid: maybe(Type.String({ description: 'Whose it is; or invoiceid' })),
  invoiceid: maybe(Type.String({ description: 'Paid first, before the others of its account' })),
  reason: maybe(text(500)),
})
export const UnmatchBody = Type.Object({ reason: maybe(text(500)) })

export const SuggestionOnWire = named('Suggestion', {
  accountid: Type.String(),
  accountno: Type.String(),
  accountname: Type.String(),
  customer: named('SuggestedCustomer', { _id: Type.String(), name: Type.String(), phone: Type.String() }),
  invoiceid: Type.Union([Type.String(), Type.Null()], { description: 'The invoice whose number was typed' }),
  score: Type.Number({ description: 'How likely it is meant, 0 to 1' }),
  certain: Type.Boolean({ description: 'Would be put there by itself if it came now' }),
  reasons: Type.Array(Type.String()),
  balance: Type.Number({ description: 'What the account owes' }),
  invoices: Type.Array(
    named('SuggestedInvoice', {
      _id: Type.String(),
      invoiceno: Type.String(),
      balance: Type.Number(),
      duedate: Type.String(),
    }),
  ),
})
export const UnmatchedOnWire = named('UnmatchedTransaction', {
  ...TransactionOnWire.properties,
  suggestions: Type.Array(SuggestionOnWire),
})

/** Where a clerk wants the money; null if nowhere is named. */
export function readMatch({ accountid, invoiceid }: Static<typeof MatchBody>): WantedMove['to'] | null {
  if (invoiceid) return { invoiceIds: [invoiceid] }
  return accountid ? { accountId: accountid } : null
}

export function presentUnmatched({ suggestions, ...transaction }: Transaction & { suggestions: Suggestion[] }) {
  return { ...presentTransaction(transaction), suggestions: suggestions.map(presentSuggestion) }
}

function presentSuggestion({ account, customer, ...one }: Suggestion): Static<typeof SuggestionOnWire> {
  return {
    accountid: account.id,
    accountno: account.number,
    accountname: account.name ?? '',
    customer: { _id: customer.id, name: customer.name, phone: customer.phone ?? '' },
    invoiceid: one.invoiceId,
    score: Math.round(one.score * 1_000_000) / 1_000_000,
    certain: one.certain,
    reasons: one.reasons.map(sayReason),
    balance: toWire(one.open.reduce((sum, invoice) => sum + balanceOf(invoice), 0n)),
    invoices: one.open.map((invoice) => ({
      _id: invoice.id,
      invoiceno: invoice.number ? writeNumber(invoice.number) : '',
      balance: toWire(balanceOf(invoice)),
      duedate: writeInstant(invoice.dueAt),
    })),
  }
}
