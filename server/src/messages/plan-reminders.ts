import { addDays, dayOf } from '@kusanya/domain/day.ts'
import type { Business } from '../businesses/business.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/**
 * Has the round of reminders run as the settings now say: at once over today, because a day may have been added to them; what
 * was reminded of already is not again. What fell on days while reminders were off stays unsaid.
 */
export async function planReminders(tx: Tx, given: Given, { id, timeZone, settings }: Business): Promise<void> {
  const isOn = settings.reminderChannels.length > 0 && settings.reminderDays.length > 0
  const now = given.now()
  const yesterday = addDays(dayOf(now, timeZone), -1)
  if (!isOn) {
    await tx`update reminder_rounds set next_attempt_at = null, after_id = '' where business_id = ${id}`
    return
  }
  await tx`
    insert into reminder_rounds (business_id, day, next_attempt_at) values (${id}, ${yesterday}, ${now})
    on conflict (business_id) do update set after_id = '', next_attempt_at = ${now},
      day = case when reminder_rounds.next_attempt_at is null then ${yesterday} else least(reminder_rounds.day, ${yesterday}) end
  `
}
