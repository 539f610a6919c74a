import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import { pullSoon } from '../reconciliation/pull-soon.ts'
import type { Payment } from './arrival.ts'

/** Notes that payments are held, and has their Paybills pulled soon: somebody waits. */
export async function holdPayments(tx: Tx, given: Given, businessId: string, payments: Payment[]): Promise<void> {
  if (payments.length === 0) return
  await tx`
    insert into holds (business_id, payment_id, held_at)
    select ${businessId}, id, ${given.now()} from unnest(${payments.map(({ id }) => id)}::text[]) as id
  `
  await pullSoon(tx, given, businessId, [...new Set(payments.map(({ shortcode }) => shortcode))])
}

/** Which of these payments are held. */
export async function findHeld(tx: Tx, businessId: string, paymentIds: string[]): Promise<string[]> {
  const rows = await tx<{ payment_id: string }[]>`
    select payment_id from holds
    where business_id = ${businessId} and payment_id = any (${paymentIds}) and ended_at is null order by payment_id
  `
  return rows.map(({ payment_id }) => payment_id)
}

/** Ends holds. Returns those that this ended: of two that end one, one does. The payments must be locked. */
export async function endHolds(
  tx: Tx,
  given: Given,
  businessId: string,
  paymentIds: string[],
  by: 'clerk' | 'confirmation' | 'reversal',
): Promise<string[]> {
  const rows = await tx<{ payment_id: string }[]>`
    update holds set ended_at = ${given.now()}, ended_by = ${by}
    where business_id = ${businessId} and payment_id = any (${paymentIds}) and ended_at is null
    returning payment_id
  `
  return rows.map(({ payment_id }) => payment_id)
}
