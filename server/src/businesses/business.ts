import assert from 'node:assert/strict'
import { channels } from '@kusanya/domain/message.ts'
import type { BusinessSettings } from '@kusanya/domain/settings.ts'
import type { Tx } from '../db/sql.ts'

/** What operations have to know of the business they work for. */
export type Business = {
  id: string
  name: string
  /** The lines under its name on documents; null for none. */
  letterhead: string | null
  currency: string
  timeZone: string
  whenPushUnknown: 'resend' | 'ask'
  /** Opted in to Bill Manager: its bills go to phones. */
  billsToPhones: boolean
  settings: BusinessSettings
}

export async function theBusiness(tx: Tx, businessId: string): Promise<Business> {
  const [row] = await tx<
    {
      id: string
      name: string
      letterhead: string | null
      currency: string
      time_zone: string
      when_push_unknown: 'ask' | 'resend'
      match_threshold: number
      account_numbers: 'both' | 'checked' | 'own'
      account_prefixes: string[]
      validation_policy: 'accept_all' | 'check_character' | 'known_only'
      cents: 'carry' | 'keep' | 'round'
      numbering: 'running' | 'yearly'
      allocation_order: 'largest_balance' | 'newest_due' | 'oldest_due' | 'smallest_balance'
      credit_pays_invoices: boolean
      confirmed_above: bigint | null
      invoice_channels: string[]
      reminder_channels: string[]
      receipt_channels: string[]
      reminder_days: number[]
      quiet_from: string
      quiet_to: string
      message_language: 'en' | 'sw'
      sms_sender: string | null
      bills_to_phones: boolean
    }[]
  >`
    select id, name, letterhead, currency, time_zone, when_push_unknown, match_threshold, account_numbers, account_prefixes,
      validation_policy, cents, numbering, allocation_order, credit_pays_invoices, confirmed_above,
      invoice_channels, reminder_channels, receipt_channels, reminder_days, quiet_from, quiet_to, message_language, sms_sender,
      exists (select 1 from shortcodes where business_id = ${businessId} and opted_in_at is not null) as bills_to_phones
    from businesses where id = ${businessId}
  `
  assert(row, 'a transaction is always opened for a business that exists')
  return {
    id: row.id,
    name: row.name,
    letterhead: row.letterhead,
    currency: row.currency,
    timeZone: row.time_zone,
    whenPushUnknown: row.when_push_unknown,
    billsToPhones: row.bills_to_phones,
    settings: {
      matchThreshold: row.match_threshold,
      accountNumbers: row.account_numbers,
      accountPrefixes: row.account_prefixes,
      validationPolicy: row.validation_policy,
      cents: row.cents,
      numbering: row.numbering,
      allocationOrder: row.allocation_order,
      creditPaysInvoices: row.credit_pays_invoices,
      confirmedAbove: row.confirmed_above,
      invoiceChannels: channels.filter((one) => row.invoice_channels.includes(one)),
      reminderChannels: channels.filter((one) => row.reminder_channels.includes(one)),
      receiptChannels: channels.filter((one) => row.receipt_channels.includes(one)),
      reminderDays: row.reminder_days,
      quietFrom: row.quiet_from,
      quietUntil: row.quiet_to,
      messageLanguage: row.message_language,
      smsSender: row.sms_sender,
    },
  }
}
