import { say } from '../words/say.ts'
import { Tag } from './tag.tsx'

/** One word and one colour each: green only for money that has arrived, red for money that is late. */
const looks = {
  draft: { word: 'Draft', colour: 'gray' },
  unpaid: { word: 'Unpaid', colour: 'gray', variant: 'outline' },
  partially_paid: { word: 'Partially paid', colour: 'teal', variant: 'outline' },
  paid: { word: 'Paid', colour: 'green' },
  overdue: { word: 'Overdue', colour: 'red' },
  cancelled: { word: 'Cancelled', colour: 'gray', td: 'line-through' },
} as const

export function StatusBadge({ status }: { status: keyof typeof looks }) {
  const { word, ...look } = looks[status]
  return <Tag {...look}>{say(word)}</Tag>
}
