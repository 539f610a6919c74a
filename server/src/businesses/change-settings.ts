import { recordAudit, type By } from '../audit/record-audit.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { planReminders } from '../messages/plan-reminders.ts'
import { theBusiness, type Business } from './business.ts'
import { presentSettings, type SettingsChange } from './wire.ts'

/** Changes what a business decides for itself, for what is done from now on, with a line in the audit trail. */
export async function changeSettings(
  tx: Tx,
  given: Given,
  businessId: string,
  change: SettingsChange,
  by: By,
): Promise<{ before: Business; business: Business }> {
  await tx<{ id: string }[]>`select id from businesses where id = ${businessId} for no key update`
  const before = await theBusiness(tx, businessId)
  const {
    name = before.name,
    letterhead = before.letterhead,
    whenPushUnknown = before.whenPushUnknown,
    ...settings
  } = change
  const business = { ...before, name, letterhead, whenPushUnknown, settings: { ...before.settings, ...settings } }
  const [was, is] = [presentSettings(before), presentSettings(business)]
  if (JSON.stringify(was) === JSON.stringify(is)) return { before, business: before }
  const s = business.settings
  await tx`
    update businesses set
      name = ${name}, letterhead = ${letterhead}, when_push_unknown = ${whenPushUnknown}, match_threshold = ${s.matchThreshold},
      account_numbers = ${s.accountNumbers}, account_prefixes = ${s.accountPrefixes},
      validation_policy = ${s.validationPolicy}, cents = ${s.cents}, allocation_order = ${s.allocationOrder},
      credit_pays_invoices = ${s.creditPaysInvoices}, confirmed_above = ${s.confirmedAbove},
      invoice_channels = ${s.invoiceChannels}, reminder_channels = ${s.reminderChannels},
      receipt_channels = ${s.receiptChannels}, reminder_days = ${s.reminderDays}, quiet_from = ${s.quietFrom},
      quiet_to = ${s.quietUntil}, message_language = ${s.messageLanguage}, sms_sender = ${s.smsSender},
      settings_changed_at = ${given.now()}
    where id = ${businessId}
  `
  await planReminders(tx, given, business)
  const subject = { kind: 'business', id: businessId }
  await recordAudit(tx, given, businessId, [{ ...by, action: 'settings.update', subject, before: was, after: is }])
  return { before, business }
}
