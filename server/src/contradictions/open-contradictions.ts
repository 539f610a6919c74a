import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'

/** `amount` in minor units, as text: what another report says of the payment. */
export type Told = { paymentId: string; amount: string }

/**
 * Has a person look at other amounts that were told of payments. Each amount of a receipt is asked about once: one that is
 * waited for, that was decided, or that an edition had, opens nothing. Returns what was opened.
 */
export async function openContradictions(tx: Tx, given: Given, businessId: string, told: Told[]): Promise<string[]> {
  if (told.length === 0) return []
  const rows = told.map(({ paymentId, amount }) => ({ id: given.newId(), payment_id: paymentId, amount }))
  const opened = await tx<{ id: string }[]>`
    insert into contradictions (business_id, id, payment_id, shortcode, receipt, amount, created_at)
    select ${businessId}, t.id, p.id, p.shortcode, p.receipt, t.amount, ${given.now()}
    from jsonb_to_recordset(${tx.json(rows)}) as t (id text, payment_id text, amount bigint)
    join payments p on p.business_id = ${businessId} and p.id = t.payment_id
    where not exists (
      select 1 from payments other where other.business_id = p.business_id and other.shortcode = p.shortcode
        and other.receipt = p.receipt and other.amount = t.amount
    )
    order by p.receipt, t.amount
    on conflict (business_id, shortcode, receipt, amount) do nothing
    returning id
  `
  return opened.map(({ id }) => id)
}
