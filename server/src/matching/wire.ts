import { writeInstant } from '@kusanya/domain/day.ts'
import { sayReason } from '@kusanya/domain/matching/reasons.ts'
import { Type, type Static } from 'typebox'
import { named } from '../http/fields.ts'
import type { Decided } from './rows.ts'

export const MatchOnWire = Type.Union(
  [
    named('Match', {
      by: Type.Enum(['rule', 'clerk', 'payer']),
      accountid: Type.String(),
      accountno: Type.String(),
      invoiceid: Type.Union([Type.String(), Type.Null()]),
      score: Type.Union([Type.Number(), Type.Null()], { description: 'How likely it is meant, 0 to 1' }),
      reasons: Type.Array(Type.String()),
      date: Type.String(),
    }),
    Type.Null(),
  ],
  { description: 'Why it lies where it lies; null if the payer said it, or nobody moved it there' },
)

export function presentDecision(decided: Decided | null): Static<typeof MatchOnWire> {
  if (!decided) return null
  return {
    by: decided.by,
    accountid: decided.accountId,
    accountno: decided.accountNumber,
    invoiceid: decided.invoiceId,
    score: decided.score,
    reasons: decided.reasons.map(sayReason),
    date: writeInstant(decided.at),
  }
}
