import type { Money } from '@kusanya/domain/money.ts'
import type { Road } from '@kusanya/domain/payment.ts'
import type { Given } from '../context.ts'
import type { Tx } from '../db/sql.ts'
import type { Booked } from '../payments/find-by-receipt.ts'

/**
 * Writes the next edition of a payment, with another amount and what those say of it who tell that amount; where they say
 * nothing, as it was. All that was told of the payment is evidence of this edition too, for or against it. Returns the roads
 * that agree with it, first told first. The payment must be locked.
 */
export async function writeEdition(
  tx: Tx,
  given: Given,
  businessId: string,
  old: Booked,
  { id, amount }: { id: string; amount: Money },
): Promise<Road[]> {
  await tx`
    insert into payments (business_id, id, channel, shortcode, receipt, edition, amount, currency, account_typed, phone, payer_name, note, method, paid_at, created_at)
    select p.business_id, ${id}, p.channel, p.shortcode, p.receipt, p.edition + 1, ${amount}, p.currency,
      coalesce(told.account_typed, p.account_typed), coalesce(told.phone, p.phone),
      coalesce(told.payer_name, p.payer_name), p.note, p.method, coalesce(told.paid_at, p.paid_at), ${given.now()}
    from payments p
    cross join lateral (
      select (array_agg(e.account_typed order by e.created_at, e.id) filter (where e.account_typed is not null))[1] as account_typed,
        (array_agg(e.phone order by e.created_at, e.id) filter (where e.phone is not null))[1] as phone,
        (array_agg(e.payer_name order by e.created_at, e.id) filter (where e.payer_name is not null))[1] as payer_name,
        (array_agg(e.paid_at order by e.created_at, e.id) filter (where e.paid_at is not null))[1] as paid_at
      from evidence e
      where e.business_id = p.business_id and e.payment_id = p.id and e.amount = ${amount} and e.road <> 'claim'
    ) told
    where p.business_id = ${businessId} and p.id = ${old.id}
  `
  return copyEvidence(tx, given, businessId, old, id)
}

async function copyEvidence(tx: Tx, given: Given, businessId: string, old: Booked, id: string): Promise<Road[]> {
  const told = await tx<{ id: string }[]>`
    select id from evidence where business_id = ${businessId} and payment_id = ${old.id} order by created_at, id
  `
  const rows = told.map((one) => ({ of: one.id, id: given.newId() }))
  await tx`
    insert into evidence (business_id, id, payment_id, callback_id, road, amount, account_typed, phone, payer_name, payer_hash, payer_mask, paid_at, contradicts, created_at)
    select e.business_id, c.id, p.id, e.callback_id, e.road, e.amount, e.account_typed, e.phone, e.payer_name, e.payer_hash,
      e.payer_mask, e.paid_at, e.amount <> p.amount, e.created_at
    from jsonb_to_recordset(${tx.json(rows)}) as c (of text, id text)
    join evidence e on e.business_id = ${businessId} and e.id = c.of
    join payments p on p.business_id = e.business_id and p.id = ${id}
  `
  const agreeing = await tx<{ road: Road }[]>`
    select road from evidence
    where business_id = ${businessId} and payment_id = ${id} and not contradicts order by created_at, id
  `
  return agreeing.map(({ road }) => road)
}
