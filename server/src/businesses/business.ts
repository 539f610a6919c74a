import assert from 'node:assert/strict'
import type { Tx } from '../db/sql.ts'

/** What operations have to know of the business they work for. */
export type Business = { id: string; name: string; currency: string; timeZone: string; whenPushUnknown: 'resend' | 'ask' }

export async function theBusiness(tx: Tx, businessId: string): Promise<Business> {
  const [row] = await tx<
    { id: string; name: string; currency: string; time_zone: string; when_push_unknown: 'resend' | 'ask' }[]
  >`select id, name, currency, time_zone, when_push_unknown from businesses where id = ${businessId}`
  assert(row, 'a transaction is always opened for a business that exists')
  return { id: row.id, name: row.name, currency: row.currency, timeZone: row.time_zone, whenPushUnknown: row.when_push_unknown }
}
