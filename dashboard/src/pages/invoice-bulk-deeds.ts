import { wishKey } from '../act.ts'
import { answered, api, Problem, type Schemas } from '../api.ts'
import type { Sentence } from '../words/say.ts'

type Row = Schemas['InvoiceInList']
/** How many were done, and the names of those that were refused, by what was said. */
type Done = { done: number; refused: Map<string, string[]> }
/** The keys of one wish, by invoice: who tries again after a lost connection does nothing twice. */
export type Keys = Map<string, ReturnType<typeof wishKey>>

type Deed = {
  button: Sentence
  title: Sentence
  question: Sentence
  go: Sentence
  /** Of which invoices it can be; the server has the last word. */
  able: (row: Row) => boolean
  none: Sentence
  work: (row: Row, header: ReturnType<typeof wishKey>) => Promise<unknown>
}

const isOpen = ({ status }: Row) => ['unpaid', 'partially_paid', 'overdue'].includes(status)

function message(purpose: 'invoice' | 'reminder'): Deed['work'] {
  return ({ _id }, header) =>
    answered(api.POST('/business/message/send', { params: { header }, body: { invoiceid: _id, purpose } }))
}

function become(status: 'unpaid' | 'cancelled'): Deed['work'] {
  return ({ _id }, header) =>
    answered(api.PATCH('/business/invoice/update/{id}', { params: { path: { id: _id }, header }, body: { status } }))
}

const deeds = {
  remind: {
    button: 'Remind ({count})',
    title: 'Remind of invoices',
    question: '{count} reminders go out now, by e-mail or SMS, whatever reaches each customer.',
    go: 'Remind',
    able: isOpen,
    none: 'There is nothing left to pay on any of them',
    work: message('reminder'),
  },
  send: {
    button: 'Send ({count})',
    title: 'Send invoices',
    question: '{count} invoices go out now, by e-mail or SMS, whatever reaches each customer.',
    go: 'Send',
    able: isOpen,
    none: 'There is nothing left to pay on any of them',
    work: message('invoice'),
  },
  issue: {
    button: 'Send drafts ({count})',
    title: 'Send drafts',
    question: '{count} drafts get their numbers and are sent.',
    go: 'Send',
    able: ({ status }) => status === 'draft',
    none: 'None of them is a draft',
    work: become('unpaid'),
  },
  cancel: {
    button: 'Cancel ({count})',
    title: 'Cancel invoices',
    question: '{count} invoices will ask for nothing any more.',
    go: 'Cancel invoices',
    able: ({ status, amountpaid }) => status !== 'cancelled' && amountpaid === 0,
    none: 'There is money on all of them, or they are cancelled',
    work: become('cancelled'),
  },
} as const satisfies Record<string, Deed>

export type BulkDeed = keyof typeof deeds
export const bulkDeeds: Record<BulkDeed, Deed> = deeds

/** One after the other: what is refused does not stop the others, a server that is away does. */
export async function doAll(rows: Row[], name: BulkDeed, keys: Keys, tell: (percent: number) => void): Promise<Done> {
  const { able, work } = bulkDeeds[name]
  const due = rows.filter(able)
  const outcome: Done = { done: 0, refused: new Map() }
  for (const [at, row] of due.entries()) {
    const key = keys.get(row._id) ?? wishKey()
    keys.set(row._id, key)
    try {
      await work(row, key)
      outcome.done++
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status < 400 || problem.status >= 500) throw problem
      const alike = outcome.refused.get(problem.message) ?? []
      outcome.refused.set(problem.message, [...alike, row.invoiceno ?? row.title])
    }
    tell((100 * (at + 1)) / due.length)
  }
  return outcome
}
