import type { Book } from './book.ts'
import { findLeads, isOurs, keysOf, type Paid } from './leads.ts'
import type { Reason } from './reasons.ts'
import type { Numbering } from './reference.ts'
import { hasLeft, recent, weigh, weighNobody, type Weighed } from './score.ts'

export type Settings = Numbering & {
  /** From which score on a match is applied by itself: 0.99 lets one in a hundred of the doubtful ones be wrong. */
  threshold: number
}

export const usualSettings: Settings = { numbers: 'checked', prefixes: [], threshold: 0.99 }

export type Candidate = {
  accountId: string
  /** The invoice whose number was typed. */
  invoiceId: string | null
  /** How likely it is meant, 0 to 1. */
  score: number
  reasons: Reason[]
}

export type Match =
  ({ kind: 'certain' } & Candidate) | { kind: 'suggestions'; candidates: Candidate[] } | { kind: 'nothing' }

/** A certain match is so many times likelier than the next. */
const margin = 20
const suggested = { most: 5, leastScore: 0.002 }

/**
 * Whose money it is. Each account that anything points to is weighed by how much likelier the facts are if it was
 * meant; its score is its share of all weights, with that of nobody among them. What is below the threshold, or rests
 * on facts that never suffice alone, becomes suggestions in the order a clerk should look at them.
 */
export function match(paid: Paid, book: Book, settings: Settings): Match {
  const keys = keysOf(paid, settings)
  const past = recent(book.past(keys.payer), paid.at)
  const weighed = weigh(findLeads(paid, keys, past, book), paid, keys, past, book)
  // The id decides between equals, so that the order in which the book names them does not.
  weighed.sort((one, other) => other.weight - one.weight || (one.account.id < other.account.id ? -1 : 1))
  const total = weighed.reduce((sum, { weight }) => sum + weight, weighNobody(weighed, keys, book))
  const candidates = weighed.map((one) => ({
    accountId: one.account.id,
    invoiceId: one.pointer?.invoiceId ?? null,
    score: one.weight / total,
    reasons: one.reasons,
  }))

  const [told, another] = candidates.filter((_, place) => isTold(weighed[place] as Weighed, paid.at, book))
  if (told && !another) return { kind: 'certain', ...told }
  const [first, second] = weighed
  const [best] = candidates
  if (first && best && best.score >= settings.threshold && suffices(first, weighed) && isClear(first, second)) {
    return { kind: 'certain', ...best }
  }
  const worth = candidates.filter(({ score }) => score >= suggested.leastScore).slice(0, suggested.most)
  return worth.length > 0 ? { kind: 'suggestions', candidates: worth } : { kind: 'nothing' }
}

/**
 * Whether the payer said whose money it is: a whole number of ours, which its check character protects, of an account that
 * is alive. That is an instruction, not a guess: it is followed whoever pays and whatever the threshold.
 */
function isTold({ account, pointer }: Weighed, at: Date, book: Book): boolean {
  return pointer?.reason.code === 'account_typed' && isOurs(account.number) && !hasLeft(account, at, book)
}

/** Where no number was typed, the amount is not what tells two accounts apart: brothers are paid for in turn. */
function isClear(first: Weighed, second: Weighed | undefined): boolean {
  if (!second) return true
  const clear = first.weight >= margin * second.weight
  if (first.pointer?.kind === 'number' || first.pointer?.kind === 'repaired') return clear
  return clear && first.weight / first.amountTimes >= (margin * second.weight) / second.amountTimes
}

/** Whether these kinds of facts may decide, however high the score: a guess needs the payer or the name beside it. */
function suffices({ pointer, payer, name, amount }: Weighed, all: Weighed[]): boolean {
  const payerAgrees = payer === 'sole' || payer === 'known' || payer === 'maybe'
  switch (pointer?.kind) {
    case 'number':
    case 'repaired':
    case 'invoice':
    case 'remembered':
      return true
    case 'guessed':
    case 'guessed_invoice':
      // What was typed exists: that somebody meant another number is for a person to say.
      if (all.some((one) => one.pointer?.kind === 'number' || one.pointer?.kind === 'invoice')) return false
      return payerAgrees || name === 'agrees'
    case 'phone':
      return payerAgrees || name === 'agrees'
    case 'name':
      return payerAgrees
    case 'habit':
    case undefined:
      return payer === 'sole' && amount === 'owed' && name !== 'differs'
  }
}
