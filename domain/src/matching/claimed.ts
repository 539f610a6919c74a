import type { Candidate } from './match.ts'

/** A payer said on the pay page of this invoice that the payment is his. `number` is null for a draft. */
export type Claimed = { accountId: string; invoiceId: string; number: string | null }

/** Taken, not measured: of five payers who give a code that exists, four are right. */
const trust = 0.8

/** The candidates with what payers say of the payment: the first of each account counts, and several claims share the trust. */
export function withClaims(candidates: Candidate[], claims: Claimed[]): Candidate[] {
  const first = claims.filter((claim, at) => claims.findIndex(({ accountId }) => accountId === claim.accountId) === at)
  const claimed = first.map(({ accountId, invoiceId, number }): Candidate => {
    const known = candidates.find((one) => one.accountId === accountId)
    return {
      accountId,
      invoiceId,
      score: 1 - (1 - (known?.score ?? 0)) * (1 - trust / first.length),
      reasons: [{ code: 'claimed', number: number ?? '' }, ...(known?.reasons ?? [])],
    }
  })
  const others = candidates.filter(({ accountId }) => !claimed.some((one) => one.accountId === accountId))
  return [...claimed, ...others].sort((one, other) => other.score - one.score)
}
