/** How far Safaricom is with giving money back. `unknown`: it may have, and a person has to look. */
export const reversalStates = ['asking', 'asked', 'done', 'refused', 'unknown'] as const
export type ReversalState = (typeof reversalStates)[number]

const minute = 60_000
/** Results come within seconds; what did not come within two minutes was lost, or waits in Safaricom's queue. */
const waits = [2, 10, 30, 120, 720].map((minutes) => minutes * minute)

/** When Safaricom is asked what became of a reversal, after `attempts` questions; null: it is a person's. */
export function nextReversalLookAt(attempts: number, now: Date): Date | null {
  const wait = waits[attempts]
  return wait === undefined ? null : new Date(now.getTime() + wait)
}

/** Result code of TransactionReversal for money that went back before: by an earlier request, or by Safaricom itself. */
export const reversedBefore = 'R000001'

/**
 * What is to become of a reversal when news of it comes, in whatever order, late or twice: that money went back is the
 * last word, and a refusal ends only what is not over. Null: nothing new.
 */
export function nextReversalState(state: ReversalState, news: 'done' | 'refused'): ReversalState | null {
  if (state === 'done' || state === news) return null
  return news
}
