import { addDays, dayNamed, dayOf, daysBetween, endOfDay, type Day } from './day.ts'
import { standingOf } from './instalment.ts'
import { isOpen, type Facts, type Instalment } from './invoice.ts'
import { refuse } from './refusal.ts'

export const purposes = ['invoice', 'reminder', 'receipt'] as const
export type Purpose = (typeof purposes)[number]
export const channels = ['email', 'sms'] as const
export type Channel = (typeof channels)[number]
export const messageLanguages = ['en', 'sw'] as const
export type MessageLanguage = (typeof messageLanguages)[number]

/** What a customer wants to get on a channel: everything, only receipts, or nothing. */
export const wishes = ['all', 'receipts', 'none'] as const
export type MessageWish = (typeof wishes)[number]

/** What a business tells its customers by itself. All channels empty: nothing. */
export type MessageSettings = {
  invoiceChannels: Channel[]
  reminderChannels: Channel[]
  receiptChannels: Channel[]
  /** Days after the due date, below zero before it, ascending. */
  reminderDays: number[]
  /** Local `HH:MM`. From one to the other nobody is disturbed; the same twice is never. */
  quietFrom: string
  quietUntil: string
  messageLanguage: MessageLanguage
  /** From whom an SMS comes, as registered with the gateway; null is the gateway's own. */
  smsSender: string | null
}

/** Until when messages have to wait if it is a quiet hour in the time zone, else null. */
export function quietUntil(
  now: Date,
  timeZone: string,
  { quietFrom, quietUntil }: Pick<MessageSettings, 'quietFrom' | 'quietUntil'>,
): Date | null {
  const [from, until] = [minutesOf(quietFrom), minutesOf(quietUntil)]
  const today = dayOf(now, timeZone)
  const minute = (now.getTime() - beginning(today, timeZone)) / 60_000
  const isQuiet = from <= until ? from <= minute && minute < until : minute >= from || minute < until
  if (!isQuiet) return null
  const ends = minute < until ? today : addDays(today, 1)
  return new Date(beginning(ends, timeZone) + until * 60_000)
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
}

function beginning(day: Day, timeZone: string): number {
  return endOfDay(addDays(day, -1), timeZone).getTime()
}

/** Whether somebody who wants this much gets a message of this purpose. */
export function isWanted(purpose: Purpose, wish: MessageWish): boolean {
  return wish === 'all' || (wish === 'receipts' && purpose === 'receipt')
}

/** What is left of a wish when somebody stops messages like this one. */
export function wishAfterStop(purpose: Purpose): MessageWish {
  return purpose === 'receipt' ? 'none' : 'receipts'
}

type Owing = Facts & { instalments: Instalment[] }

/** The days on which something of an invoice is due and still open: with a schedule, those of its open instalments. */
export function openDueDays(invoice: Owing, timeZone: string): Day[] {
  if (!isOpen(invoice)) return []
  const open = standingOf(invoice).filter(({ balance }) => balance > 0n)
  const dues = invoice.instalments.length > 0 ? open.map(({ dueAt }) => dueAt) : [invoice.dueAt]
  return dues.map((dueAt) => dayNamed(dueAt, timeZone))
}

/**
 * For what an invoice is to be reminded of in the days after `since` up to `today`, as `2031-04-01 -3`: the latest of each
 * due day, so that days on which nothing ran make no heap. `days` ascend.
 */
export function reminderOccasions(invoice: Owing, days: number[], since: Day, today: Day, timeZone: string): string[] {
  return openDueDays(invoice, timeZone).flatMap((due) => {
    const latest = days.findLast((day) => day <= daysBetween(due, today) && day > daysBetween(due, since))
    return latest === undefined ? [] : writeOccasion({ due, day: latest })
  })
}

/** The occasion of a reminder: which due day, and how many days after it. */
export type ReminderOccasion = { due: Day; day: number }

export function writeOccasion({ due, day }: ReminderOccasion): string {
  return `${due} ${day}`
}

export function readOccasion(text: string): ReminderOccasion {
  return { due: text.slice(0, 10), day: Number(text.slice(11)) }
}

/** The texts between braces that a template may hold, by what it is for. */
const ofInvoices = ['business', 'customer', 'invoice', 'title', 'total', 'amount', 'balance', 'due', 'paybill'] as const
const ofAll = [...ofInvoices, 'account', 'howtopay', 'link', 'stop'] as const
const ofReceipts = ['receipt', 'payment', 'paidon'] as const
export type Placeholder = (typeof ofAll)[number] | (typeof ofReceipts)[number]
export function placeholdersOf(purpose: Purpose): readonly Placeholder[] {
  return purpose === 'receipt' ? [...ofAll, ...ofReceipts] : ofAll
}

const inBraces = /\{([^{}]*)\}/g

/** Throws a refusal for what stands between braces and is no placeholder of the purpose. */
export function checkTemplate(text: string, purpose: Purpose): void {
  const known: readonly string[] = placeholdersOf(purpose)
  for (const [, name = ''] of text.matchAll(inBraces))
    if (!known.includes(name)) refuse('placeholder_unknown', { name, known: known.join(', ') })
}

/** A template with its values in place. What was put in is not looked at again. */
export function fillTemplate(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(inBraces, (braces, name: Placeholder) => values[name] ?? braces)
}
