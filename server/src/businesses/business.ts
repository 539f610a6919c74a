import assert from 'node:assert/strict'
import type { Tx } from '../db/sql.ts'

/** What operations have to know of the business they work for. */
export type Business = {
  id: string
  name: string
  currency: string
  timeZone: string
  whenPushUnknown: 'resend' | 'ask'
  /** Opted in to Bill Manager: its bills go to phones. */
  billsToPhones: boolean
}

export async function theBusiness(tx: Tx, businessId: string): Promise<Business> {
  const [row] = await tx<
    {
      id: string
      name: string
      currency: string
      time_zone: string
      when_push_unknown: 'resend' | 'ask'
      bills_to_phones: boolean
    }[]
  >`
    select id, name, currency, time_zone, when_push_unknown,
      exists (select 1 from shortcodes where business_id = ${businessId} and opted_in_at is not null) as bills_to_phones
    from businesses where id = ${businessId}
  `
  assert(row, 'a transaction is always opened for a business that exists')
  return {
    id: row.id,
    name: row.name,
    currency: row.currency,
    timeZone: row.time_zone,
    whenPushUnknown: row.when_push_unknown,
    billsToPhones: row.bills_to_phones,
  }
}
