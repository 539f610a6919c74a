import { addMonths, passesAt, type Day } from './day.ts'
import { isOpen, type Facts, type Instalment, type Invoice } from './invoice.ts'
import { toDecimal, type Money } from './money.ts'
import { refuse } from './refusal.ts'

/** An instalment with what of it was received. `amount` is as it was agreed; what was adjusted takes from the last first. */
export type Standing = Instalment & {
  paid: Money
  balance: Money
  status: 'unpaid' | 'partially_paid' | 'paid' | 'overdue' | 'cancelled'
}

type Scheduled = Facts & { instalments: Instalment[] }
const none = 0n

/** How each instalment stands: money received goes to the oldest, what was credited or written off to the last. */
export function standingOf(invoice: Scheduled): Standing[] {
  let received = invoice.paid
  return leftOf(invoice.instalments, invoice.adjusted).map(({ instalment, left }) => {
    const paid = received < left ? received : left
    received -= paid
    const balance = invoice.cancelledAt ? none : left - paid
    return { ...instalment, paid, balance, status: statusOf(invoice, instalment, paid, balance) }
  })
}

function leftOf(instalments: Instalment[], adjusted: Money): { instalment: Instalment; left: Money }[] {
  let off = adjusted
  return instalments
    .toReversed()
    .map((instalment) => {
      const taken = off < instalment.amount ? off : instalment.amount
      off -= taken
      return { instalment, left: instalment.amount - taken }
    })
    .reverse()
}

function statusOf(facts: Facts, { passesAt: passes }: Instalment, paid: Money, balance: Money): Standing['status'] {
  if (facts.cancelledAt) return 'cancelled'
  if (balance === none) return 'paid'
  if (facts.overdueAt && passes <= facts.overdueAt) return 'overdue'
  return paid > none ? 'partially_paid' : 'unpaid'
}

/** What the ledger knows of an invoice as it stood on a day, with the terms that it has. */
type Stood = { instalments: Instalment[]; dueAt: Date; total: Money; paid: Money; adjusted: Money }

/**
 * What was open of an invoice, and by when each part of it had to be paid; without a schedule all of it by its due date. The
 * parts add up to the balance. Of a schedule only what it is now is known: a total that was another one then is put on or
 * taken from the last first, as what was adjusted is, and what was paid too much is a last part below nothing.
 */
export function openParts({ instalments, dueAt, total, paid, adjusted }: Stood): { dueAt: Date; balance: Money }[] {
  const agreed = instalments.reduce((all, { amount }) => all + amount, none)
  let received = paid
  const parts = leftOf(instalments, total < agreed ? agreed - total + adjusted : adjusted).map(
    ({ instalment, left }) => {
      const put = received < left ? received : left
      received -= put
      return { dueAt: instalment.dueAt, balance: left - put }
    },
  )
  const last = parts.pop() ?? { dueAt, balance: none }
  const others = parts.reduce((all, { balance }) => all + balance, none)
  return [...parts, { ...last, balance: total - paid - adjusted - others }].filter(({ balance }) => balance !== none)
}

/** What is asked for now: the instalments that passed unpaid, else the next one; the whole balance without a schedule. */
export function dueNow(invoice: Scheduled, balance: Money): Money {
  if (invoice.instalments.length === 0 || balance === none) return balance
  const open = standingOf(invoice).filter((one) => one.balance > none)
  const late = open.filter(({ status }) => status === 'overdue')
  return (late.length > 0 ? late : open.slice(0, 1)).reduce((sum, one) => sum + one.balance, none)
}

/** The day by which something has to be paid next: the first instalment that is open, else the invoice's due date. */
export function nextDueAt(invoice: Scheduled): Date {
  return standingOf(invoice).find(({ balance }) => balance > none)?.dueAt ?? invoice.dueAt
}

/**
 * When an invoice has to be looked at, whether it became overdue; null when it cannot. One with a schedule is overdue as
 * soon as an instalment has passed unpaid, and is looked at again when the next one passes.
 */
export function nextPassing(invoice: Scheduled, timeZone: string): Date | null {
  if (!isOpen(invoice)) return null
  const { overdueAt, instalments, dueAt } = invoice
  if (instalments.length === 0) return overdueAt ? null : passesAt(dueAt, timeZone)
  const open = standingOf(invoice).find((one) => one.balance > none && (overdueAt === null || one.passesAt > overdueAt))
  return open?.passesAt ?? null
}

/** The same invoice with other money on it. When all instalments that had passed are paid it is overdue no more. */
export function withMoney(invoice: Invoice, money: { paid?: Money; adjusted?: Money }, now: Date): Invoice {
  const after = { ...invoice, ...money, updatedAt: now }
  const late = standingOf(after).some(({ status }) => status === 'overdue')
  return after.instalments.length > 0 && after.overdueAt && !late ? { ...after, overdueAt: null } : after
}

type Wanted = Pick<Instalment, 'dueAt' | 'amount'>[]
type Terms = { total: Money; dueAt: Date; whole: boolean; timeZone: string }

/**
 * A schedule as it was wanted for an invoice. Throws refusals unless the dates ascend, the last one is the due date, and the
 * amounts add up to the total, in whole shillings if that has to be.
 */
export function agree(wanted: Wanted, { total, dueAt, whole, timeZone }: Terms): Instalment[] {
  const instalments = wanted.map((one) => ({ ...one, passesAt: passesAt(one.dueAt, timeZone) }))
  const last = instalments.at(-1)
  if (!last) return []
  checkAscending(instalments)
  if (last.dueAt.getTime() !== dueAt.getTime()) refuse('instalments_end_otherwise')
  if (whole && instalments.some(({ amount }) => amount % 100n !== none)) refuse('instalments_not_whole')
  const sum = instalments.reduce((all, { amount }) => all + amount, none)
  if (sum !== total) refuse('instalments_not_total', { sum: toDecimal(sum), total: toDecimal(total) })
  return instalments
}

/**
 * A total in so many equal parts, a month from one to the next, the first on the day that is given. What does not divide is
 * in the last part; whole shillings where the total has to be whole.
 */
export function inMonthlyParts(total: Money, count: number, first: Day, whole: boolean): { day: Day; amount: Money }[] {
  const unit = whole ? 100n : 1n
  const part = (total / BigInt(count) / unit) * unit
  return Array.from({ length: count }, (_, month) => ({
    day: addMonths(first, month),
    amount: month < count - 1 ? part : total - part * BigInt(count - 1),
  }))
}

export function isSameSchedule(one: Wanted, other: Wanted): boolean {
  const text = (parts: Wanted) => parts.map(({ dueAt, amount }) => `${dueAt.getTime()} ${amount}`).join()
  return text(one) === text(other)
}

/** The schedule that is wanted now; the one that was there, fitted to its new terms, when that is the same. */
export function reschedule(before: Instalment[], wanted: Wanted, terms: Terms): Instalment[] {
  return isSameSchedule(wanted, before) ? refit(before, terms.total, terms.dueAt, terms.timeZone) : agree(wanted, terms)
}

/** A schedule after the total or the due date changed: the last instalment takes the difference and the date. */
export function refit(instalments: Instalment[], total: Money, dueAt: Date, timeZone: string): Instalment[] {
  const fitted = [...instalments]
  let more = total - fitted.reduce((all, { amount }) => all + amount, none)
  for (let last = fitted.at(-1); last && more !== none; last = fitted.at(-1)) {
    const amount = last.amount + more
    fitted.pop()
    if (amount > none) fitted.push({ ...last, amount })
    more = amount < none ? amount : none
  }
  const last = fitted.pop()
  if (!last) return []
  const moved = [...fitted, { ...last, dueAt, passesAt: passesAt(dueAt, timeZone) }]
  checkAscending(moved)
  return moved
}

function checkAscending(instalments: Instalment[]): void {
  instalments.reduce<Date | null>((before, { passesAt: passes }) => {
    if (before && passes <= before) refuse('instalments_not_ascending')
    return passes
  }, null)
}
