import type { Status } from './invoice.ts'
import type { Money } from './money.ts'

/** What was said of an invoice when something about it was announced. */
export type Said = { at: Date; status: Status; total: Money; dueAt: Date }

export const turns = ['draft_made', 'issued', 'withdrawn', 'cancelled', 'reopened', 'overdue', 'total_changed', 'due_changed'] as const // prettier-ignore
/** A turn in an invoice's life, and its total and due date from then on. */
export type Turn = { kind: (typeof turns)[number]; at: Date; total: Money; dueAt: Date }

/** What an invoice's life was, from what was said of it, oldest first. What money did to it is told by the money. */
export function turnsOf(said: Said[]): Turn[] {
  let wasIssued = false
  return said.flatMap((now, index) => {
    const kinds = turnsBetween(said[index - 1] ?? null, now, wasIssued)
    wasIssued ||= isAsked(now.status)
    return kinds.map((kind) => ({ kind, at: now.at, total: now.total, dueAt: now.dueAt }))
  })
}

function turnsBetween(before: Said | null, now: Said, wasIssued: boolean): Turn['kind'][] {
  if (!before) return [isAsked(now.status) ? 'issued' : 'draft_made']
  const kinds: Turn['kind'][] = []
  if (isAsked(now.status) && !isAsked(before.status))
    kinds.push(before.status === 'cancelled' && wasIssued ? 'reopened' : 'issued')
  if (now.status === 'draft' && before.status !== 'draft') kinds.push('withdrawn')
  if (now.status === 'cancelled' && before.status !== 'cancelled') kinds.push('cancelled')
  if (isAsked(now.status) && isAsked(before.status)) {
    if (now.total !== before.total) kinds.push('total_changed')
    if (now.dueAt.getTime() !== before.dueAt.getTime()) kinds.push('due_changed')
  }
  if (now.status === 'overdue' && before.status !== 'overdue') kinds.push('overdue')
  return kinds
}

/** Issued and not cancelled: somebody is, or was, asked to pay it. */
function isAsked(status: Status): boolean {
  return status !== 'draft' && status !== 'cancelled'
}
