import type { Schemas } from '../api.ts'
import { dayBefore, sayDay } from '../parts/dates.ts'
import { StatusBadge } from '../parts/status-badge.tsx'
import { Tag } from '../parts/tag.tsx'
import { say } from '../words/say.ts'

type PaymentLink = Schemas['PaymentLink']

const states = {
  active: ['teal', 'Open'],
  inactive: ['gray', 'Switched off'],
  expired: ['gray', 'Ended'],
} as const

/** Whether a link can be paid at its page; of an invoice, what has become of that. */
export function LinkState({ status }: Pick<PaymentLink, 'status'>) {
  if (status !== 'active' && status !== 'inactive' && status !== 'expired') return <StatusBadge status={status} />
  const [colour, word] = states[status]
  return <Tag colour={colour}>{say(word)}</Tag>
}

/** The last day on which it can be opened, as people say it. */
export function sayEnd(expiresat: string): string {
  return sayDay(`${dayBefore(expiresat)}T00:00:00Z`)
}
