import { dayOf, startOfDay } from './nairobi.ts'
import { textReminder } from './sms.ts'
import type { World } from './world.ts'

const dayMs = 86_400_000
const daysBefore = [7, 3, 0]
const hourOfReminders = 8

/** Reminders go out once a day at eight in the morning, Nairobi time; this puts the next round on the clock. */
export function planReminders(world: World): void {
  world.agenda.remove((work) => work.kind === 'reminders')
  const now = world.agenda.now()
  const today = startOfDay(dayOf(now), hourOfReminders)
  world.agenda.add(today > now ? today : today + dayMs, { kind: 'reminders' })
}

/** Texts the payers of open bills that are due in 7 or 3 days or today, where the biller asked for reminders. */
export function remind(world: World): void {
  const today = startOfDay(dayOf(world.agenda.now()))
  const due = new Map(daysBefore.map((days) => [dayOf(today + days * dayMs), days]))
  for (const bill of world.state.bills.values()) {
    const daysLeft = due.get(bill.dueDay)
    if (daysLeft === undefined || bill.cancelled || bill.paidCents >= bill.amountCents) continue
    const business = world.state.businesses.get(bill.shortcode)
    if (business?.optIn?.sendReminders) textReminder(world, business, bill, daysLeft)
  }
  planReminders(world)
}
