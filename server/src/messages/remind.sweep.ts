import { addDays, dayOf, endOfDay, midnight, type Day } from '@kusanya/domain/day.ts'
import { reminderOccasions } from '@kusanya/domain/message.ts'
import { theBusiness, type Business } from '../businesses/business.ts'
import type { Context, Given } from '../context.ts'
import { inBusiness, type Tx } from '../db/sql.ts'
import { eachBusinessWithWork } from '../db/waiting.ts'
import { findInvoices } from '../invoices/rows.ts'
import { queueMessages } from './queue-messages.ts'

const atOnce = 500
/** Of days on which nothing ran so many are made up for. */
const mostDaysBack = 14
const dayMs = 24 * 3_600_000

/**
 * Once a day looks for what customers are to be reminded of, some hundred invoices in a transaction, and remembers how far it
 * has come. However often it runs, an invoice has one reminder for each due day, day of the settings and channel.
 */
export function remind(ctx: Context, limit: number): Promise<number> {
  return eachBusinessWithWork(ctx, 'reminder_rounds', 'next_attempt_at', (businessId) =>
    inBusiness(ctx.sql, businessId, async (tx) => {
      const [round] = await tx<{ day: string; after_id: string }[]>`
        select day, after_id from reminder_rounds
        where business_id = ${businessId} and next_attempt_at <= ${ctx.now()} for update skip locked
      `
      if (!round) return 0
      const business = await theBusiness(tx, businessId)
      const { timeZone } = business
      const today = dayOf(ctx.now(), timeZone)
      const earliest = addDays(today, -mostDaysBack)
      const since = round.day < earliest ? earliest : round.day
      const ids = await findDue(tx, business, since, today, round.after_id, Math.min(limit, atOnce))
      await queueFor(tx, ctx, business, ids, since, today)
      const last = ids.at(-1)
      if (last !== undefined) {
        await tx`update reminder_rounds set after_id = ${last} where business_id = ${businessId}`
        return ids.length
      }
      await tx`
        update reminder_rounds set day = ${today}, after_id = '', next_attempt_at = ${nextRound(business, today)}
        where business_id = ${businessId}
      `
      return 1
    }),
  )
}

/** Open invoices that may be due on one of the days that count now, in id order. */
async function findDue(
  tx: Tx,
  { id, settings }: Business,
  since: Day,
  today: Day,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const [first, last] = [settings.reminderDays[0] ?? 0, settings.reminderDays.at(-1) ?? 0]
  // A day wider on both sides than plain days need, for due dates that are instants in some time zone.
  const from = new Date(midnight(addDays(since, -last)).getTime() - dayMs)
  const to = new Date(midnight(addDays(today, -first)).getTime() + 2 * dayMs)
  const found = await tx<{ id: string }[]>`
    select id from invoices
    where business_id = ${id} and issued_at is not null and cancelled_at is null and paid + adjusted < total
      and id > ${afterId} and (due_at between ${from} and ${to} or instalments <> '[]'::jsonb)
    order by id limit ${limit}
  `
  return found.map((one) => one.id)
}

async function queueFor(tx: Tx, given: Given, business: Business, ids: string[], since: Day, today: Day) {
  const { reminderDays, reminderChannels } = business.settings
  const invoices = await findInvoices(tx, business.id, ids)
  const wanted = invoices.flatMap((invoice) =>
    reminderOccasions(invoice, reminderDays, since, today, business.timeZone).flatMap((occasion) =>
      reminderChannels.map((channel) => ({
        invoiceId: invoice.id,
        customerId: invoice.customer.id,
        receiptId: null,
        purpose: 'reminder' as const,
        channel,
        occasion,
        atAnyHour: false,
      })),
    ),
  )
  await queueMessages(tx, given, business.id, wanted)
}

/** Tomorrow when the quiet hours end; at eight where there are none. */
function nextRound({ timeZone, settings: { quietFrom, quietUntil } }: Business, today: Day): Date {
  const [hours = 0, minutes = 0] = (quietFrom === quietUntil ? '08:00' : quietUntil).split(':').map(Number)
  return new Date(endOfDay(today, timeZone).getTime() + (hours * 60 + minutes) * 60_000)
}
